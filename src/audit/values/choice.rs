//! Values chosen from a fixed list of words.

use std::marker::PhantomData;

use serde_json::json;

use super::{Reader, Shape};
use crate::audit::model::*;
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::{ChannelKind, Clock, Verdict};
use crate::suggest::{listed, nearest};
use crate::yaml::Node;

/// Something with an id, of which there is a fixed list.
pub(in crate::audit) trait Choice: Copy + 'static {
    /// All of them, in the order of the format.
    const ALL: &'static [Self];
    /// The first of them, as an example.
    const EXAMPLE: &'static str;

    /// The word that is written.
    fn word(self) -> &'static str;
}

macro_rules! choices {
    ($($name:ty: $all:expr, $example:literal;)+) => {$(
        impl Choice for $name {
            const ALL: &'static [Self] = $all;
            const EXAMPLE: &'static str = $example;

            fn word(self) -> &'static str {
                self.id()
            }
        }
    )+};
}

choices! {
    Status: &Status::ALL, "draft";
    EvidenceKind: EvidenceKind::ALL, "call_log";
    CauseKind: CauseKind::ALL, "process";
    ActionStatus: ActionStatus::ALL, "planned";
    ObservationRating: ObservationRating::ALL, "high";
    SampleMethod: SampleMethod::ALL, "random";
    VolumePer: VolumePer::ALL, "month";
    OwnerKind: OwnerKind::ALL, "person";
    ContactResult: ContactResult::ALL, "reached";
    Fit: Fit::ALL, "right";
    ToldBy: ToldBy::ALL, "sms";
    CloseStatus: CloseStatus::ALL, "attended";
    OverrideKind: OverrideKind::ALL, "evidence_elsewhere";
    ChannelKind: &ChannelKind::ALL, "phone";
    Clock: &[Clock::Always, Clock::Business], "always";
}

/// What people write for a word, in lower case, and the word; of several words for one the first that the list of the field has.
const SYNONYMS: &[(&str, &str)] = &[
    ("phone", "call"),
    ("phoned", "call"),
    ("called", "call"),
    ("telephone", "phone"),
    ("telephone", "call"),
    ("text", "sms"),
    ("texted", "sms"),
    ("text message", "sms"),
    ("mail", "email"),
    ("post", "letter"),
    ("face to face", "in_person"),
    ("invite", "calendar_invite"),
    ("web", "form"),
    ("website", "form"),
    ("quote", "estimate"),
    ("shop", "walk-in"),
    ("answered", "reached"),
    ("talked", "reached"),
    ("spoke", "reached"),
    ("contacted", "reached"),
    ("no reply", "no_answer"),
    ("inbox", "shared"),
];

/// The word that was most likely meant. That nothing was done (`none`) is a statement, and proposed to nobody who did not begin it.
fn meant<C: Choice>(written: &str) -> Option<&'static str> {
    let lower = written.trim().to_lowercase();
    let words = || C::ALL.iter().map(|choice| choice.word());
    let synonym = SYNONYMS.iter().find(|(said, word)| *said == lower && words().any(|known| known == *word));
    synonym.map(|(_, word)| *word).or_else(|| nearest(written, words().filter(|word| *word != "none" || lower.starts_with("no"))))
}

/// The verdict that an override sets: any but `pending`.
#[derive(Clone, Copy, Debug)]
pub(in crate::audit) struct OverriddenTo(pub(in crate::audit) Verdict);

impl Choice for OverriddenTo {
    const ALL: &'static [Self] = &[
        OverriddenTo(Verdict::Pass),
        OverriddenTo(Verdict::Late),
        OverriddenTo(Verdict::Weak),
        OverriddenTo(Verdict::Unproven),
        OverriddenTo(Verdict::Fail),
        OverriddenTo(Verdict::NotApplicable),
    ];
    const EXAMPLE: &'static str = "pass";

    fn word(self) -> &'static str {
        self.0.id()
    }
}

/// One of the words of a [`Choice`].
pub(in crate::audit) struct OneOf<C>(PhantomData<C>);

impl<C: Choice> Shape for OneOf<C> {
    type Out = C;
    const EXAMPLE: &'static str = C::EXAMPLE;

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<C> {
        let words = || C::ALL.iter().map(|choice| choice.word());
        let text = reader.scalar(node, name, "one word of a list", C::EXAMPLE)?;
        let choice = C::ALL.iter().copied().find(|choice| choice.word() == text);
        if choice.is_none() {
            let mut problem = Diagnostic::new(
                Code::BadValue,
                reader.head(node),
                format!("`{name}` cannot be `{}`", super::reader::shortened(text)),
            );
            if let Some(word) = meant::<C>(text) {
                problem = problem.label(format!("did you mean `{word}`?"));
            }
            reader.report(problem.help(format!("write {}", listed(words(), "or"))));
        }
        choice
    }

    fn schema() -> serde_json::Value {
        json!({"enum": C::ALL.iter().map(|choice| choice.word()).collect::<Vec<_>>()})
    }
}
