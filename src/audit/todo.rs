//! Facts that are still to be filled in: a value that is `TODO`, without quotes, stands for what the auditor does not know yet.
//!
//! It is no mistake, and nothing else is said of it. What is lacking is told once for each part of a file: a lead, a field at the top.

use std::ops::Range;

use super::values::shortened;
use crate::diagnostic::{Code, Diagnostic, FileId, Place};
use crate::yaml::{Entry, Node, Value};

/// The word itself.
pub(super) const TODO: &str = "TODO";

/// What such a value looks like, as a pattern of JSON Schema; words may follow, such as `TODO ask the front desk`.
pub(super) const PATTERN: &str = "^TODO\\b";

/// What the help of `check` and the notes of `new` put where the auditor's own words belong: copied as it stands, it is no fact.
const PLACEHOLDERS: [(&str, &str); 3] = [("never", "where I looked"), ("unknown", "why"), ("na", "why")];

/// Takes everything that is `TODO` out of a file's tree, so that its fields count as known to be broken; tells what each part lacks.
pub(super) fn take(root: &mut Node, file: FileId) -> Vec<Diagnostic> {
    let mut found = Found { file, problems: Vec::new(), first: None };
    match &mut root.value {
        Value::Map(entries) => entries.iter_mut().for_each(|entry| found.part(entry)),
        _ => found.whole("the file", root),
    }
    found.problems
}

/// Whether a scalar stands for a fact that is not known yet.
fn is_todo(node: &Node) -> bool {
    let Value::Scalar(scalar) = &node.value else { return false };
    let behind = scalar.text.strip_prefix(TODO).filter(|_| scalar.plain);
    behind.is_some_and(|behind| !behind.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}

/// Whether a field holds nothing but the words that show what belongs there.
fn is_placeholder(entry: &Entry) -> bool {
    let Value::Scalar(scalar) = &entry.value.value else { return false };
    scalar.plain && PLACEHOLDERS.iter().any(|(name, words)| entry.key == *name && scalar.text == *words)
}

/// How much of a value is `TODO`.
enum Lack {
    Nothing,
    /// All of it.
    Whole,
    /// These of its parts, as they are named in a sentence.
    Parts(Vec<String>),
}

struct Found {
    file: FileId,
    problems: Vec<Diagnostic>,
    /// Where the first `TODO` of the part stands that is being looked at.
    first: Option<Range<usize>>,
}

impl Found {
    /// Looks at a field at the top of a file; each item of a list of records is a part of its own.
    fn part(&mut self, entry: &mut Entry) {
        let name = format!("`{}`", shortened(&entry.key));
        match &mut entry.value.value {
            Value::List(items) if items.iter().any(|item| matches!(item.value, Value::Map(_))) => {
                for item in items {
                    let named = id(item).map_or_else(|| format!("an item of {name}"), |id| format!("`{}`", shortened(id)));
                    self.whole(&named, item);
                }
            }
            _ => self.whole(&name, &mut entry.value),
        }
    }

    /// Looks at a part and reports what it lacks.
    fn whole(&mut self, name: &str, node: &mut Node) {
        let message = match self.lack(node) {
            Lack::Nothing => return,
            Lack::Whole => format!("{name} is still `{TODO}`"),
            Lack::Parts(parts) => format!("{name} still lacks {}", sentence(&parts)),
        };
        let Some(Range { start, end }) = self.first.take() else { return };
        self.problems.push(Diagnostic::new(Code::Todo, Place { file: self.file, start, end }, message));
    }

    fn lack_of(&mut self, entry: &mut Entry) -> Lack {
        if is_placeholder(entry) {
            self.first.get_or_insert_with(|| entry.value.span.clone());
            entry.value.value = Value::Broken;
            return Lack::Whole;
        }
        self.lack(&mut entry.value)
    }

    /// What a value lacks; every `TODO` in it is taken out.
    fn lack(&mut self, node: &mut Node) -> Lack {
        if is_todo(node) {
            self.first.get_or_insert_with(|| node.span.clone());
            node.value = Value::Broken;
            return Lack::Whole;
        }
        let lacks: Vec<(String, Lack)> = match &mut node.value {
            Value::Map(entries) => entries.iter_mut().map(|entry| (name(&entry.key), self.lack_of(entry))).collect(),
            Value::List(items) => items.iter_mut().map(|item| ("an item".to_owned(), self.lack(item))).collect(),
            _ => return Lack::Nothing,
        };
        if !lacks.is_empty() && lacks.iter().all(|(_, lack)| matches!(lack, Lack::Whole)) {
            return Lack::Whole;
        }
        let mut parts = Vec::new();
        for (name, lack) in lacks {
            match lack {
                Lack::Nothing => {}
                Lack::Whole => parts.push(name),
                Lack::Parts(inner) => parts.push(format!("{} of {name}", sentence(&inner))),
            }
        }
        if parts.is_empty() { Lack::Nothing } else { Lack::Parts(parts) }
    }
}

fn name(key: &str) -> String {
    format!("`{}`", shortened(key))
}

/// The id of a record, where it is known.
fn id(node: &Node) -> Option<&str> {
    let Value::Map(entries) = &node.value else { return None };
    let id = &entries.iter().find(|entry| entry.key == "id")?.value;
    if let (Value::Scalar(scalar), false) = (&id.value, is_todo(id)) { Some(&scalar.text) } else { None }
}

fn sentence(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::string_slice, reason = "a test that cannot go on says so")]

    use super::*;
    use crate::diagnostic::{SourceFile, Sources};
    use crate::yaml;

    /// What a text lacks, each with its line.
    fn lacking(text: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile { path: "x.yml".into(), text: text.into() });
        let mut root = yaml::parse(file, text).root;
        let line = |problem: &Diagnostic| text[..problem.place.start].matches('\n').count() + 1;
        take(&mut root, file).iter().map(|problem| format!("{}: {}", line(problem), problem.message)).collect()
    }

    #[test]
    fn what_is_lacking_is_told_once_for_each_part() {
        let text = "\
client: TODO
auditor: Me
systems:
  crm: {name: TODO, of_record: true}
  inbox: {name: TODO}
must_capture: [TODO]
leads:
  - id: P-01
    arrived: TODO
    capture: {at: TODO, in: TODO, got: [TODO]}
    claim: {at: +3m, owner: TODO ask the desk, in: TODO}
  - {id: TODO, arrived: 2026-03-03 09:12}
  - TODO
  - {id: P-04, wants: \"TODO\", note: TODOs of the desk}
";
        assert_eq!(
            lacking(text),
            [
                "1: `client` is still `TODO`",
                "4: `systems` still lacks `name` of `crm` and `inbox`",
                "6: `must_capture` is still `TODO`",
                "9: `P-01` still lacks `arrived`, `capture` and `owner` and `in` of `claim`",
                "12: an item of `leads` still lacks `id`",
                "13: an item of `leads` is still `TODO`",
            ]
        );
        assert_eq!(
            lacking("leads:\n  - {id: P-01, claim: {never: where I looked}, close: {unknown: why, evidence: [E1]}, note: why}\n"),
            ["2: `P-01` still lacks `claim` and `unknown` of `close`"]
        );
        assert_eq!(lacking("TODO\n"), ["1: the file is still `TODO`"]);
        assert!(lacking("wants: 'TODO'\nnote: |\n  TODO\n").is_empty(), "quotes and blocks make it a text");
    }
}
