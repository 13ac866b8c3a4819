//! Tables: edits of a small valid audit, and what is told about each.
//!
//! A case in `fields.txt`, `together.txt` and `mending.txt` is a pair of lines or several: behind `- ` a text of the audit, behind `+ ` what stands in
//! its place (`\n` is a new line); then what is told, line by line, in `mending.txt` with the words that help. `UPDATE=1` rewrites that.
#![allow(clippy::string_slice, reason = "a test that cannot go on says so")]

mod model;

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::load::{Attachment, AuditFiles, ChannelText, Loaded};
use super::{Audit, read};
use crate::diagnostic::{Diagnostic, SourceFile};

/// Its `audit.yml`.
const AUDIT: &str = "\
format: 1
client: Blue Heron Plumbing
auditor: Harbour Audit Practice
period: 2026-03-02 to 2026-03-13
observed_through: 2026-03-31
timezone: America/New_York
hours: {mon-fri: \"08:00-18:00\"}
systems: {crm: {name: Jobbook, of_record: true}, calls: {name: Call log}}
people: {desk: {role: Front desk}}
evidence: {E1: {kind: call_log, what: Calls}, E2: {kind: crm_history, what: Records}}
";

/// Its `phone.yml`: five leads, of which P-01 is written out.
const PHONE: &str = "\
title: Phone calls
kind: phone
volume: {leads: 96}
sample: {frame: All calls, size: 44, method: random, selected: 5}
evidence: [E1]
leads:
  - id: P-01
    arrived: 2026-03-03 09:12
    capture: {at: +3m, in: crm, got: [name, phone, need], evidence: [E2]}
    claim: {at: +1m, owner: desk, kind: person, in: crm}
    continue: {at: +2m, did: call, result: reached}
    confirm: {at: +4m, what: visit, for: 2026-03-04 10:00, told_by: sms, in: crm}
    close: {at: +1d3h, status: attended, in: crm}
  - {id: P-02, arrived: 2026-03-04 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: P-03, arrived: 2026-03-05 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: P-04, arrived: 2026-03-06 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: P-05, arrived: 2026-03-09 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
";

/// Its `form.yml`.
const FORM: &str = "\
title: Web form
kind: form
volume: {leads: 40}
sample: {frame: All forms, method: all, selected: 5}
evidence: [E1]
leads:
  - {id: W-01, arrived: 2026-03-03 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: W-02, arrived: 2026-03-04 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: W-03, arrived: 2026-03-05 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: W-04, arrived: 2026-03-06 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
  - {id: W-05, arrived: 2026-03-09 09:12, capture: never, claim: never, continue: never, confirm: never, close: unknown}
";

/// The audit with the first occurrence of each text replaced, wherever it stands.
fn edited(edits: &[(&str, &str)]) -> Loaded {
    let mut texts = [AUDIT.to_owned(), PHONE.to_owned(), FORM.to_owned()];
    for (from, to) in edits {
        let text = texts.iter_mut().find(|text| text.contains(from)).unwrap_or_else(|| panic!("`{from}` is in no file"));
        *text = text.replacen(from, to, 1);
    }
    let mut loaded = Loaded::default();
    let [audit, phone, form] = texts;
    let mut add = |path: &str, text: String| loaded.sources.add(SourceFile { path: path.into(), text });
    let main = add("audit.yml", audit);
    let channels = vec![
        ChannelText { id: "form".into(), file: add("form.yml", form) },
        ChannelText { id: "phone".into(), file: add("phone.yml", phone) },
    ];
    let attachments = BTreeMap::from([
        ("audit.yml".to_owned(), Attachment::OwnFile),
        ("evidence".to_owned(), Attachment::Folder),
        ("evidence/calls.csv".to_owned(), Attachment::File(PathBuf::from("/nowhere"))),
        ("evidence/link.csv".to_owned(), Attachment::Outside),
    ]);
    loaded.audits.push(AuditFiles {
        private: None,
        id: "client/2026-03".into(),
        folder: PathBuf::from("/nowhere"),
        main,
        main_readable: true,
        channels,
        complete: true,
        attachments,
        personal: BTreeMap::new(),
    });
    loaded
}

/// What is told, each as `file:line:column code message`; with the words that help, if they are wanted.
fn told(loaded: &Loaded, with_help: bool) -> Vec<String> {
    let (_, problems) = read(loaded);
    let line = |problem: &Diagnostic| {
        let source = loaded.sources.get(problem.place.file);
        let before = &source.text[..problem.place.start];
        let row = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{}:{row}:{column} {} {}", source.path, problem.code.id(), problem.message)
    };
    let words = |problem: &Diagnostic| match with_help {
        true => std::iter::once(&problem.label)
            .filter(|label| !label.is_empty())
            .map(|label| format!("  ^ {label}"))
            .chain(problem.help.iter().map(|help| format!("  = {help}")))
            .collect(),
        false => Vec::new(),
    };
    problems.iter().flat_map(|problem| std::iter::once(line(problem)).chain(words(problem))).collect()
}

/// The model after several edits.
#[track_caller]
fn model(edits: &[(&str, &str)]) -> Audit {
    let loaded = edited(edits);
    let (mut audits, problems) = read(&loaded);
    audits.pop().unwrap_or_else(|| panic!("no model: {problems:#?}"))
}

#[test]
fn the_audit_of_these_tables_is_valid() {
    assert_eq!(told(&edited(&[]), true), Vec::<String>::new());
}

#[test]
fn fields_are_checked_for_themselves() {
    check_table("fields.txt", include_str!("fields.txt"));
}

#[test]
fn fields_must_fit_together() {
    check_table("together.txt", include_str!("together.txt"));
}

#[test]
fn mistakes_come_with_their_mending() {
    check_table("mending.txt", include_str!("mending.txt"));
}

/// What stands in a table where nothing is told.
const NOTHING: &str = "(nothing)";

/// Checks every case of a table, or rewrites what is expected.
#[track_caller]
fn check_table(name: &str, table: &str) {
    let with_help = name == "mending.txt";
    let blocks: Vec<String> = table.split("\n\n").map(|block| answered(block.trim_end(), with_help)).collect();
    let found = blocks.join("\n\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(format!("{}/src/audit/tests/{name}", env!("CARGO_MANIFEST_DIR")), found).unwrap();
        return;
    }
    let wrong = table.split("\n\n").zip(&blocks).find(|(expected, found)| expected.trim_end() != found.as_str());
    if let Some((expected, found)) = wrong {
        panic!("{name} (UPDATE=1 rewrites it)\n--- expected\n{expected}\n--- found\n{found}");
    }
}

/// A case of a table with what is really told; a heading stays as it is.
fn answered(block: &str, with_help: bool) -> String {
    if block.starts_with('#') {
        return block.to_owned();
    }
    let (from, to) = (spaced(block, '-'), spaced(block, '+'));
    let edits: Vec<(&str, &str)> = from.iter().map(String::as_str).zip(to.iter().map(String::as_str)).collect();
    let mut told = told(&edited(&edits), with_help);
    if told.is_empty() {
        told.push(NOTHING.to_owned());
    }
    let case = block.lines().filter(|line| line.starts_with(['-', '+']));
    case.map(str::to_owned).chain(told).collect::<Vec<_>>().join("\n")
}

/// The texts behind a mark, with their own spaces.
fn spaced(block: &str, mark: char) -> Vec<String> {
    let behind = block.lines().filter_map(|line| line.strip_prefix(mark));
    behind.map(|text| text.strip_prefix(' ').unwrap_or(text).replace("\\n", "\n")).collect()
}

#[test]
fn no_slip_of_the_hand_breaks_the_reading() {
    let slips = ['"', '{', ':', '\u{e9}', '#', '\t', '-', '\n', '~', ',', '*', ']', '9'];
    for (text, (at, _)) in [AUDIT, PHONE].iter().flat_map(|text| text.char_indices().step_by(5).map(move |place| (*text, place)))
    {
        let slip = slips[at % slips.len()];
        for slipped in [format!("{}{slip}{}", &text[..at], &text[at..]), format!("{}{}", &text[..at], &text[at + 1..])] {
            let loaded = edited(&[(text, &slipped)]);
            for problem in read(&loaded).1 {
                let source = &loaded.sources.get(problem.place.file).text;
                assert!(source.get(problem.place.range()).is_some(), "{problem:#?} in\n{slipped}");
                assert!(!problem.message.ends_with('.') && !problem.message.contains('\n'), "{problem:#?}");
            }
        }
    }
}
