//! Words that tell an intention where a fact is called for.

use std::ops::Range;

/// Phrases that say what somebody meant to do instead of what was done. Lower case.
const PHRASES: &[&str] = &[
    "meant to",
    "was going to",
    "were going to",
    "intended to",
    "intends to",
    "planned to",
    "plans to",
    "supposed to",
    "should have",
    "would have",
    "will call",
    "will be called",
    "will follow up",
    "will get back",
    "will send",
];

/// Words that tell a habit. Lower case.
const HABITS: &[&str] = &["usually", "normally"];

/// Where a text tells an intention or a habit, the first such phrase, and what it tells.
pub(super) fn intention(text: &str) -> Option<(Range<usize>, &'static str)> {
    // ASCII case alone is folded, so that offsets stay those of the text
    let lower = text.to_ascii_lowercase();
    let find = |phrases: &[&str], tells: &'static str| {
        phrases.iter().filter_map(|phrase| phrase_in(&lower, phrase)).min_by_key(|range| range.start).map(|range| (range, tells))
    };
    let found = [find(PHRASES, "what somebody intends"), find(HABITS, "what is done as a rule")];
    found.into_iter().flatten().min_by_key(|(range, _)| range.start)
}

#[expect(clippy::string_slice, reason = "around what was found")]
fn phrase_in(text: &str, phrase: &str) -> Option<Range<usize>> {
    text.match_indices(phrase).map(|(start, _)| start..start + phrase.len()).find(|range| {
        !text[..range.start].ends_with(char::is_alphanumeric) && !text[range.end..].starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::string_slice, reason = "a test that cannot go on says so")]

    use super::*;

    #[test]
    fn intentions_are_told_from_facts() {
        let cases = [
            ("The office meant to call back", Some("meant to")),
            ("She Was Going To send it", Some("Was Going To")),
            ("Usually the desk replies", Some("Usually")),
            ("The estimator should have replied", Some("should have")),
            ("The office will call", Some("will call")),
            ("unusually long call", None),
            ("No call in the call log by 31 March", None),
            ("The will calls for an estimate", None),
            ("Rang out at lunch; the caller left no voicemail.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(intention(text).map(|(range, _)| &text[range]), expected, "{text}");
        }
    }
}
