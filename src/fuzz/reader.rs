//! The reader: text to tree to values, and what is told of what is wrong.

use std::collections::BTreeMap;

use crate::audit::{self, Edition};
use crate::check::{Opened, check_opened};
use crate::diagnostic::{Diagnostic, Place, Sources, human, json};
use crate::yaml::{self, Node, Value};

/// A small audit without a mistake, around the file that is given.
const AUDIT: &str = "\
format: 1
client: Blue Heron Plumbing
auditor: Harbour Audit Practice
period: 2026-03-02 to 2026-03-13
observed_through: 2026-03-31
timezone: America/New_York
systems: {crm: {name: Jobbook, of_record: true}}
people: {desk: {role: Front desk}}
evidence: {E1: {kind: call_log, what: Calls}}
";
const PHONE: &str = "\
title: Phone calls
kind: phone
sample: {frame: All calls, method: all, selected: 1}
evidence: [E1]
leads:
  - {id: P-01, arrived: 2026-03-03 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
";

/// One file of an audit: which one, its first line says; `# audit`, `# brand`, `# private`, else that of a channel.
///
/// # Panics
/// Where a place does not lie on letters of the text, something is told without words, the same text is read in two ways, or an audit is
/// missing of which nothing bad was told.
pub fn reader(bytes: &[u8]) {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let name = match first {
        b"# audit" => "audit.yml",
        b"# brand" => "brand.yml",
        b"# private" => "private.yml",
        _ => "phone.yml",
    };
    let mut texts = BTreeMap::from([("client/2026-03/audit.yml", AUDIT.into()), ("client/2026-03/phone.yml", PHONE.into())]);
    let path = format!("client/2026-03/{name}");
    texts.insert(&path, bytes.to_vec());
    let texts = texts.into_iter().map(|(path, text)| (path.to_owned(), text)).collect();
    let edition = if name == "private.yml" { Edition::Internal } else { Edition::Client };
    let checked = check_opened(Opened::new(audit::load_texts(&texts, edition)));
    is_told_well(&checked.problems, &checked.sources);
    assert!(checked.has_errors() || checked.audits.len() == 1, "an audit is missing, and nobody says why");
    let again = check_opened(Opened::new(audit::load_texts(&texts, edition)));
    assert_eq!(checked.problems, again.problems, "what is told is the same each time");
    for (file, source) in checked.sources.iter() {
        let parsed = yaml::parse(file, &source.text);
        stands_on_letters(&parsed.root, &source.text);
        let blanked = without_controls(&source.text);
        // of a file that has too many of them, nothing is read
        let is_read = !matches!(parsed.root.value, Value::Broken);
        let only_odd = || parsed.problems.iter().all(|problem| problem.message.ends_with("which no text has"));
        if blanked != source.text && is_read && only_odd() {
            let again = yaml::parse(file, &blanked);
            assert!(again.problems.is_empty(), "what no text has was all that was wrong: {:?}", again.problems);
            assert!(is_same(&parsed.root, &again.root), "what no text has is read as a blank");
        }
    }
}

/// That everything which is told has words, and a place in the text that it speaks of; and that it can be shown.
pub(super) fn is_told_well(problems: &[Diagnostic], sources: &Sources) {
    for problem in problems {
        for place in [Some(problem.place), problem.second.as_ref().map(|(place, _)| *place)].into_iter().flatten() {
            is_in_text(place, sources, problem);
        }
        assert!(!problem.message.trim().is_empty(), "something is told without words: {problem:?}");
        assert!(problem.help.iter().all(|help| !help.trim().is_empty()), "help has words: {problem:?}");
        assert!(problem.message.len() < 2_000, "nobody reads so long a message: {problem:?}");
    }
    assert!(problems.is_empty() == human::render(problems, sources, false).is_empty());
    let document: serde_json::Value = serde_json::from_str(&json::render(problems, sources)).expect("JSON");
    let told = document.get("problems").and_then(|told| told.as_array()).map(Vec::len);
    assert_eq!(told, Some(problems.len()));
}

fn is_in_text(Place { file, start, end }: Place, sources: &Sources, problem: &Diagnostic) {
    let text = &sources.get(file).text;
    assert!(text.get(start..end).is_some(), "{problem:?} stands in no part of {} bytes", text.len());
}

fn stands_on_letters(node: &Node, text: &str) {
    assert!(text.get(node.span.clone()).is_some(), "{:?} is no part of the text", node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| stands_on_letters(item, text)),
        Value::Map(entries) => entries.iter().for_each(|entry| {
            assert!(text.get(entry.key_span.clone()).is_some(), "{:?} is no part of the text", entry.key_span);
            stands_on_letters(&entry.value, text);
        }),
        Value::Scalar(scalar) => {
            let comment =
                scalar.comment.as_deref().map(|comment| text.get(comment.clone()).is_some_and(|text| text.starts_with('#')));
            assert_ne!(comment, Some(false), "a comment begins with its sign: {scalar:?}");
        }
        Value::Null | Value::Broken => {}
    }
}

/// The text with a blank for each sign that no text has; a mark at its beginning stays.
fn without_controls(text: &str) -> String {
    let blank = |(at, c): (usize, char)| match c {
        '\t' | '\n' | '\r' | '\u{85}' => c,
        '\u{feff}' if at == 0 => c,
        c if c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}') => ' ',
        c => c,
    };
    text.char_indices().map(blank).collect()
}

/// Whether two trees hold the same, wherever it stands.
fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| one.key == other.key && is_same(&one.value, &other.value))
        }
        (Value::Scalar(one), Value::Scalar(other)) => one.text == other.text && one.plain == other.plain,
        (one, other) => one == other,
    }
}
