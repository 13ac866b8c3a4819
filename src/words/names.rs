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

impl Words {
    /// What a thing is called: `Close the Loop`.
    pub fn name<T: Named>(self, thing: T) -> String {
        self.about(thing, "")
    }

    /// What else is said of a thing; the key is `KIND-id-what`: `step-claim-question`.
    pub fn about<T: Named>(self, thing: T, what: &str) -> String {
        let id = thing.id().replace(['/', ' ', '_'], "-");
        match what {
            "" => self.find(&format!("{}-{id}", T::KIND)),
            _ => self.find(&format!("{}-{id}-{what}", T::KIND)),
        }
    }

    /// A detail that is captured: what the framework asks for has a name, any other is in the auditor's words.
    pub fn detail(self, detail: &str) -> String {
        let key = format!("detail-{detail}");
        let name = self.find(&key);
        if name == key { detail.to_owned() } else { name }
    }

    /// What a rule says when it fires, and its text in Markdown.
    pub fn rule(self, rule: &'static Rule) -> (&'static str, &'static str) {
        self.file(&format!("rules/{}.md", rule.id)).and_then(titled).unwrap_or((rule.title, rule.words))
    }

    /// What a problem in a file is called, and its text in Markdown.
    pub fn code(self, code: Code) -> (&'static str, &'static str) {
        self.file(&format!("codes/{}.md", code.id())).and_then(titled).unwrap_or((code.title(), code.words()))
    }
}

/// A text with its title, which stands above it behind `# `.
fn titled(text: &'static str) -> Option<(&'static str, &'static str)> {
    let (title, words) = text.strip_prefix("# ")?.split_once('\n')?;
    Some((title.trim(), words.trim_start()))
}
