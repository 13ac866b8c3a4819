//! What the framework's and the format's own things are called: the key of a name is `kind-id`.

use super::Words;
use crate::audit::{
    ActionStatus, CauseKind, CloseStatus, ContactResult, EvidenceKind, Fit, ObservationRating, OverrideKind, OwnerKind,
    SampleMethod, Status, ToldBy,
};
use crate::diagnostic::{Code, Severity};
use crate::framework::{ChannelKind, Step, Verdict};
use crate::report::{Band, CheckState, Class, LimitId, Rating};
use crate::rules::Rule;

/// A thing that has a name in every language, under the key `KIND-id`.
pub trait Named: Copy {
    /// What kind of thing it is: `step`.
    const KIND: &'static str;

    /// Its id: `capture`.
    fn id(self) -> &'static str;
}

macro_rules! named {
    ($($kind:literal: $type:ty;)+) => {$(
        impl Named for $type {
            const KIND: &'static str = $kind;

            fn id(self) -> &'static str {
                <$type>::id(self)
            }
        }
    )+};
}

named! {
    "step": Step;
    "verdict": Verdict;
    "class": Class;
    "check-state": CheckState;
    "rating": Rating;
    "channel-kind": ChannelKind;
    "status": Status;
    "severity": Severity;
    "evidence-kind": EvidenceKind;
    "cause-kind": CauseKind;
    "action-status": ActionStatus;
    "close-status": CloseStatus;
    "result": ContactResult;
    "fit": Fit;
    "method": SampleMethod;
    "rating": ObservationRating;
    "override-kind": OverrideKind;
    "owner-kind": OwnerKind;
    "told-by": ToldBy;
    "band": Band;
    "limit": LimitId;
}

/// What ids hold and keys cannot; a hyphen stands for it.
const NO_KEY: [char; 3] = ['/', ' ', '_'];

impl Words {
    /// What a thing is called: `Close the Loop`.
    pub fn name<T: Named>(self, thing: T) -> String {
        self.about(thing, "")
    }

    /// What else is said of a thing; the key is `KIND-id-what`: `step-claim-question`.
    pub fn about<T: Named>(self, thing: T, what: &str) -> String {
        let mut key = String::with_capacity(48);
        key.extend([T::KIND, "-"]);
        match thing.id() {
            plain if !plain.contains(NO_KEY) => key.push_str(plain),
            other => key.push_str(&other.replace(NO_KEY, "-")),
        }
        if !what.is_empty() {
            key.extend(["-", what]);
        }
        self.find(&key)
    }

    /// A detail that is captured: what the framework asks for has a name, any other is in the auditor's words.
    pub fn detail(self, detail: &str) -> String {
        let key = format!("detail-{detail}");
        self.0.plain(&key).unwrap_or(detail).to_owned()
    }

    /// What a rule says when it fires, and its text in Markdown.
    pub fn rule(self, rule: &'static Rule) -> (&'static str, &'static str) {
        self.0.rules.get(rule.id).copied().unwrap_or((rule.title, rule.words))
    }

    /// What a problem in a file is called, and its text in Markdown.
    pub fn code(self, code: Code) -> (&'static str, &'static str) {
        self.0.codes.get(code.id()).copied().unwrap_or((code.title(), code.words()))
    }
}
