//! Values chosen from a fixed list of words.

use std::marker::PhantomData;

use serde_json::json;

use super::synonyms::{self, Synonyms};
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
    /// Everyday words for them.
    const SYNONYMS: Synonyms = synonyms::NONE;

    /// The word that is written.
    fn word(self) -> &'static str;
}

macro_rules! choices {
    ($($name:ty: $all:expr, $example:literal, $synonyms:ident;)+) => {$(
        impl Choice for $name {
            const ALL: &'static [Self] = $all;
            const EXAMPLE: &'static str = $example;
            const SYNONYMS: Synonyms = synonyms::$synonyms;

            fn word(self) -> &'static str {
                self.id()
            }
        }
    )+};
}

choices! {
    Status: &Status::ALL, "draft", STATUS;
    EvidenceKind: EvidenceKind::ALL, "call_log", EVIDENCE_KIND;
    CauseKind: CauseKind::ALL, "process", CAUSE_KIND;
    ActionStatus: ActionStatus::ALL, "planned", ACTION_STATUS;
    ObservationRating: ObservationRating::ALL, "high", RATING;
    SampleMethod: SampleMethod::ALL, "random", SAMPLE_METHOD;
    VolumePer: VolumePer::ALL, "month", VOLUME_PER;
    OwnerKind: OwnerKind::ALL, "person", OWNER_KIND;
    ContactResult: ContactResult::ALL, "reached", CONTACT_RESULT;
    Fit: Fit::ALL, "right", FIT;
    ToldBy: ToldBy::ALL, "sms", TOLD_BY;
    CloseStatus: CloseStatus::ALL, "attended", CLOSE_STATUS;
    OverrideKind: OverrideKind::ALL, "evidence_elsewhere", NONE;
    ChannelKind: &ChannelKind::ALL, "phone", CHANNEL_KIND;
    Clock: &[Clock::Always, Clock::Business], "always", NONE;
}

/// The word that was most likely meant. That nothing was done (`none`) is a statement, and proposed to nobody who did not begin it.
pub(in crate::audit) fn meant<C: Choice>(written: &str) -> Option<&'static str> {
    let lower = written.trim().to_lowercase();
    let words = || C::ALL.iter().map(|choice| choice.word());
    let synonym = synonyms::word(&lower, C::SYNONYMS);
    let near = || nearest(&lower, words().filter(|word| *word != "none" || lower.starts_with("no")));
    let begun = || words().find(|word| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
    synonym.or_else(near).or_else(begun)
}

/// Where a word belongs that is said of another field: how it ended is no result of a contact.
fn belongs(name: &str, written: &str) -> Option<String> {
    let status = (name == "result").then(|| meant::<CloseStatus>(written))??;
    Some(format!("how it ended belongs in `close: {{status: {status}, …}}`; `{name}` is what came of this one contact"))
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
                problem = problem.meant(word);
            } else if let Some(elsewhere) = belongs(name, text) {
                problem = problem.help(elsewhere);
            }
            reader.report(problem.help(format!("write {}", listed(words(), "or"))));
        }
        choice
    }

    fn schema() -> serde_json::Value {
        json!({"enum": C::ALL.iter().map(|choice| choice.word()).collect::<Vec<_>>()})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_lead_to_words_of_the_format() {
        let cases = [
            (meant::<CloseStatus>("came"), Some("attended")),
            (meant::<CloseStatus>("Showed up at ten"), Some("attended")),
            (meant::<CloseStatus>("never showed up"), Some("no_show")),
            (meant::<CloseStatus>("didn’t come"), Some("no_show")),
            (meant::<CloseStatus>("No-show"), Some("no_show")),
            (meant::<EvidenceKind>("Interview with the front desk"), Some("staff_statement")),
            (meant::<OwnerKind>("receptionist"), Some("person")),
            (meant::<SampleMethod>("picked"), Some("judgement")),
            (meant::<SampleMethod>("every 5th"), Some("every-nth")),
            (meant::<ToldBy>("WhatsApp"), Some("sms")),
            (meant::<ToldBy>("phone call"), Some("call")),
            (meant::<ToldBy>("noone"), Some("none")),
            (meant::<ToldBy>("one"), None),
            (meant::<ContactResult>("talked to her"), Some("reached")),
            (meant::<ContactResult>("left a message"), Some("voicemail")),
            (meant::<ContactResult>("went elsewhere"), None),
            (meant::<ContactResult>("okay"), None),
            (meant::<CloseStatus>("lost to another shop"), Some("lost")),
            (meant::<ChannelKind>("calls"), Some("phone")),
            (meant::<ChannelKind>("phone line"), Some("phone")),
        ];
        for (at, (found, expected)) in cases.into_iter().enumerate() {
            assert_eq!(found, expected, "case {at}");
        }
    }

    #[test]
    fn every_synonym_leads_to_a_word_of_its_list() {
        fn check<C: Choice>() {
            for (said, word) in C::SYNONYMS {
                assert!(C::ALL.iter().any(|choice| choice.word() == *word), "{said}: {word}");
                assert!(C::ALL.iter().all(|choice| choice.word() != *said), "{said} is a word of the format");
                assert_eq!(*said, said.to_lowercase().replace(['-', '_'], " "), "{said}");
            }
        }
        check::<Status>();
        check::<EvidenceKind>();
        check::<CauseKind>();
        check::<ActionStatus>();
        check::<ObservationRating>();
        check::<SampleMethod>();
        check::<VolumePer>();
        check::<OwnerKind>();
        check::<ContactResult>();
        check::<Fit>();
        check::<ToldBy>();
        check::<CloseStatus>();
        check::<ChannelKind>();
    }
}
