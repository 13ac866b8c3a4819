//! The skeleton of a lead: the five steps, each with the facts that it needs.

use super::page::Page;
use crate::audit::raw::LeadEntry;
use crate::audit::values::{FieldSpec, Need, RecordSpec};
use crate::framework::{ChannelKind, Step};
use crate::suggest::listed;
use crate::words::Words;

/// What stands where a fact is not known yet.
pub(super) const TODO: &str = "TODO";

/// Facts that need not be there, and that most leads have all the same.
const USUAL: [&str; 3] = ["for", "at", "evidence"];

/// From which columns on a list of leads is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// The `-` of a lead.
    pub(super) dash: usize,
    /// Its fields.
    pub(super) key: usize,
}

/// The lines of a lead: the given fields, then the steps.
pub(super) fn lines(fields: &[(&str, &str)], layout: Layout) -> Vec<String> {
    let Layout { dash, key } = layout;
    let mut lines: Vec<String> = fields.iter().map(|(name, value)| format!("{:key$}{name}: {value}", "")).collect();
    lines.extend(steps().map(|(_, name, record)| step(name, record, key)));
    if let Some(first) = lines.first_mut() {
        *first = format!("{:dash$}-{}", "", &first[dash + 1..]);
    }
    lines
}

/// The first lead of a channel: the same lines, with words on what each of them is.
pub(super) fn explained(id: &str, kind: ChannelKind, month: &str, layout: Layout, page: &mut Page) {
    let lines = lines(&[("id", id), ("arrived", TODO), ("wants", TODO)], layout);
    let notes = ["a pseudonym, never a name", &format!("{month}-03 09:12"), "what the buyer asked for, in a few words"];
    for (line, note) in lines.iter().zip(notes) {
        page.noted(line, note);
    }
    for (line, (which, _, record)) in lines[notes.len()..].iter().zip(steps()) {
        let indent = layout.key;
        page.line(&format!("{:indent$}# {}. {}", "", which.number(), Words::english().about(which, "question")));
        page.line(&format!("{:indent$}#    {}", "", example(record, kind, month)));
        for (name, choices) in record.fields.iter().filter(|field| field.need == Need::Required).filter_map(choices) {
            page.line(&format!("{:indent$}#    {name}: {choices}", ""));
        }
        if which == Step::Close {
            page.line(&format!(
                "{:indent$}#    lost because nobody called, and no record shows its end: {{never: where I looked}}",
                ""
            ));
        }
        page.line(line);
    }
}

/// The steps with their names in files and the records of their facts.
fn steps() -> impl Iterator<Item = (Step, &'static str, &'static RecordSpec)> {
    let declared =
        LeadEntry::SPEC.fields.iter().filter_map(|field| Some((Step::from_id(field.name)?, field.name, field.record?)));
    declared.collect::<Vec<_>>().into_iter()
}

/// A step with everything that it needs, still to be filled in.
fn step(name: &str, record: &RecordSpec, indent: usize) -> String {
    let facts = record.fields.iter().filter(|field| field.need == Need::Required || USUAL.contains(&field.name));
    let facts: Vec<String> = facts.map(|field| format!("{}: {}", field.name, open(field))).collect();
    // the longest name, `continue`, and its colon
    format!("{:indent$}{:9} {{{}}}", "", format!("{name}:"), facts.join(", "))
}

/// `TODO`, in brackets where a list belongs.
fn open(field: &FieldSpec) -> String {
    if field.example.starts_with('[') { format!("[{TODO}]") } else { TODO.to_owned() }
}

/// How the facts of a step look, with the details that a record of this kind of channel holds.
fn example(record: &RecordSpec, kind: ChannelKind, month: &str) -> String {
    let details = kind.defaults().must_capture.join(", ");
    let example = record.example.replace("name, phone, need", &details).replace("owner: front-desk", "owner: Front desk");
    let example = example.replace("2026-03-04", &format!("{month}-04"));
    format!("{}, evidence: [E1]}}", example.trim_end_matches('}'))
}

/// The words that a field chooses from, where it does.
fn choices(field: &FieldSpec) -> Option<(&'static str, String)> {
    let schema = (field.schema)();
    let words = schema["enum"].as_array()?.iter().filter_map(|word| word.as_str());
    Some((field.name, listed(words, "or").replace('`', "")))
}
