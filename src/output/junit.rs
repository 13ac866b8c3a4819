//! A test report as JUnit writes them, in the order and with the attributes that Jenkins' schema allows.
//!
//! The suite `Files` has a case for each file: problems fail it. A suite `Audit …` has a case for each step of each lead: a verdict that
//! does not hold fails it, which says something of the audited business and nothing of a file; what is pending or does not apply is
//! skipped. A suite `Gate …` has a case for each threshold. The time of a case is how long the step took in the audited business.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::findings::{self, Judged};
use super::problems::{self, Located};
use super::{Run, lines, title};
use crate::audit::Audit;
use crate::diagnostic::{Diagnostic, FileId, Positions};
use crate::report::{GateLevel, Report};
use crate::words::Words;

/// How a case ended.
enum Outcome {
    Passed,
    Skipped(String),
    Failed { kind: Cow<'static, str>, message: String, text: String },
}

struct Case {
    class: String,
    name: String,
    minutes: Option<i64>,
    outcome: Outcome,
    /// What else is to be said, where it passed.
    note: Option<String>,
}

struct Suite {
    name: String,
    cases: Vec<Case>,
}

/// The document.
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "memory takes what is written")]
pub fn render(run: &Run<'_>) -> String {
    let mut positions = Positions::new(&run.checked.sources);
    let mut suites = vec![files(run, &mut positions)];
    for (audit, report) in run.audits() {
        let cases = findings::steps(audit, report).map(|judged| step(run, audit, &judged, &mut positions)).collect();
        suites.push(Suite { name: format!("Audit {}", audit.id), cases });
        if run.gate && !report.gate.is_empty() {
            suites.push(gate(audit, report));
        }
    }
    write(&suites).expect("memory takes what is written")
}

fn files<'a>(run: &Run<'a>, positions: &mut Positions<'a>) -> Suite {
    let mut problems: BTreeMap<FileId, Vec<&Diagnostic>> = BTreeMap::new();
    for problem in &run.checked.problems {
        problems.entry(problem.place.file).or_default().push(problem);
    }
    let mut cases: Vec<_> = run
        .checked
        .sources
        .iter()
        .map(|(id, file)| {
            let found = problems.get(&id).map_or(&[][..], Vec::as_slice);
            let told: Vec<String> = found
                .iter()
                .map(|problem| {
                    let place = Located::find(problem.place, positions).text(run.paths);
                    let lines = problems::lines(problem, positions, run.paths).join("\n  ");
                    format!("{}[{}] {place}\n  {lines}", problem.severity.id(), problem.code.id())
                })
                .collect();
            let counts = (found.iter().any(|problem| problem.severity.stops()), run.strict && !found.is_empty());
            let first = found.iter().min_by_key(|problem| problem.severity);
            let (outcome, note) = match (first, counts) {
                (Some(first), (true, _) | (_, true)) => {
                    let more = if found.len() > 1 { format!(" (and {} more)", found.len() - 1) } else { String::new() };
                    let message = format!("{}{more}", first.message);
                    (Outcome::Failed { kind: first.code.id().into(), message, text: told.join("\n") }, None)
                }
                (Some(_), _) => (Outcome::Passed, Some(told.join("\n"))),
                (None, _) => (Outcome::Passed, None),
            };
            Case { class: "files".to_owned(), name: run.paths.name(&file.path), minutes: None, outcome, note }
        })
        .collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    Suite { name: "Files".to_owned(), cases }
}

fn step<'a>(run: &Run<'a>, audit: &Audit, judged: &Judged<'a>, positions: &mut Positions<'a>) -> Case {
    let verdict = judged.told.verdict;
    let words = Words::english();
    let rules: Vec<_> = judged.rules().collect();
    let change = judged.overridden().map(|change| {
        format!(
            "overridden from {} to {}: {}",
            judged.told.derived.map_or("", |verdict| verdict.id()),
            verdict.id(),
            change.because
        )
    });
    let outcome = if !verdict.judged() {
        Outcome::Skipped(words.about(verdict, "meaning"))
    } else if verdict.wanting() {
        let titles = match rules.as_slice() {
            // an override made it so
            [] => words.about(verdict, "meaning"),
            rules => rules.iter().map(|rule| rule.title).collect::<Vec<_>>().join("; "),
        };
        let place = Located::find(judged.lead.step_place(judged.step), positions).text(run.paths);
        let mut text: Vec<String> = rules.iter().map(|rule| format!("{}: {}", rule.id, rule.title)).collect();
        text.extend(judged.time());
        text.extend(change.clone());
        text.push(place);
        Outcome::Failed { kind: verdict.id().into(), message: format!("{}: {}", verdict.id(), titles), text: text.join("\n") }
    } else {
        Outcome::Passed
    };
    Case {
        class: format!("{}/{}", audit.id, judged.channel.id),
        name: format!("{} {}", judged.lead.id, judged.step.id()),
        minutes: judged.told.elapsed_minutes,
        note: change.filter(|_| matches!(outcome, Outcome::Passed)),
        outcome,
    }
}

fn gate(audit: &Audit, report: &Report) -> Suite {
    let words = Words::english();
    let cases = report.gate.iter().map(|result| {
        let said = words.threshold(result, |channel| title(report, channel));
        let text = format!("expected {}, found {}", said.expected, said.actual);
        let (outcome, note) = match (result.passed, result.level) {
            (false, GateLevel::Fail) => {
                let message = format!("{}: {text}", said.what);
                (Outcome::Failed { kind: result.rule.clone(), message, text: said.weight.to_owned() }, None)
            }
            (false, GateLevel::Warn) => (Outcome::Passed, Some(format!("missed, {}: {text}", said.weight))),
            (true, _) => (Outcome::Passed, Some(text)),
        };
        let name = match &result.channel {
            Some(channel) => format!("{} {channel} ({})", result.rule, said.weight),
            None => format!("{} ({})", result.rule, said.weight),
        };
        Case { class: format!("gate/{}", audit.id), name, minutes: None, outcome, note }
    });
    Suite { name: format!("Gate {}", audit.id), cases: cases.collect() }
}

/// Text that XML can hold, and that does nothing to a terminal on which the document is shown.
fn clean(text: &str) -> String {
    lines(text).chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

fn write(suites: &[Suite]) -> std::io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let cases = || suites.iter().flat_map(|suite| &suite.cases);
    let mut all = BytesStart::new("testsuites");
    all.push_attribute(("name", "handoff-audit"));
    all.push_attribute(("tests", cases().count().to_string().as_str()));
    all.push_attribute(("failures", failed(cases()).to_string().as_str()));
    writer.write_event(Event::Start(all))?;
    for suite in suites {
        let skipped = suite.cases.iter().filter(|case| matches!(case.outcome, Outcome::Skipped(_))).count();
        let mut tag = BytesStart::new("testsuite");
        tag.push_attribute(("name", clean(&suite.name).as_str()));
        tag.push_attribute(("tests", suite.cases.len().to_string().as_str()));
        tag.push_attribute(("failures", failed(suite.cases.iter()).to_string().as_str()));
        tag.push_attribute(("errors", "0"));
        tag.push_attribute(("skipped", skipped.to_string().as_str()));
        writer.write_event(Event::Start(tag))?;
        for case in &suite.cases {
            write_case(&mut writer, case)?;
        }
        writer.write_event(Event::End(BytesEnd::new("testsuite")))?;
    }
    writer.write_event(Event::End(BytesEnd::new("testsuites")))?;
    let text = String::from_utf8(writer.into_inner()).map_err(std::io::Error::other)?;
    // GitHub reads a command from it wherever it is printed; it stands in texts and attributes alone
    Ok(text.replace("##[", "##&#91;") + "\n")
}

fn failed<'a>(cases: impl Iterator<Item = &'a Case>) -> usize {
    cases.filter(|case| matches!(case.outcome, Outcome::Failed { .. })).count()
}

fn write_case(writer: &mut Writer<Vec<u8>>, case: &Case) -> std::io::Result<()> {
    let mut tag = BytesStart::new("testcase");
    tag.push_attribute(("classname", clean(&case.class).as_str()));
    tag.push_attribute(("name", clean(&case.name).as_str()));
    if let Some(minutes) = case.minutes {
        tag.push_attribute(("time", (minutes * 60).to_string().as_str()));
    }
    if matches!(case.outcome, Outcome::Passed) && case.note.is_none() {
        return writer.write_event(Event::Empty(tag));
    }
    writer.write_event(Event::Start(tag))?;
    match &case.outcome {
        Outcome::Passed => {}
        Outcome::Skipped(why) => element(writer, "skipped", &[], why)?,
        Outcome::Failed { kind, message, text } => element(writer, "failure", &[("type", kind), ("message", message)], text)?,
    }
    if let Some(note) = &case.note {
        element(writer, "system-out", &[], note)?;
    }
    writer.write_event(Event::End(BytesEnd::new("testcase")))
}

fn element(writer: &mut Writer<Vec<u8>>, name: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
    let mut tag = BytesStart::new(name);
    for (name, value) in attributes {
        tag.push_attribute((*name, clean(value).as_str()));
    }
    writer.write_event(Event::Start(tag))?;
    writer.write_event(Event::Text(BytesText::new(&clean(text))))?;
    writer.write_event(Event::End(BytesEnd::new(name)))
}
