//! A summary in Markdown, for the page of a job or beside a pull request.
//!
//! First the problems of the files, then what each audit found of the business, its gate included. What auditors wrote stays words,
//! whatever it holds. A comment on GitHub may have 65,536 characters; what does not fit is counted.

use super::findings::{self, Found};
use super::markdown::{code, table, text};
use super::problems::{self, Located};
use super::{Run, counted, title};
use crate::audit::Audit;
use crate::diagnostic::{Counts, Positions, Severity};
use crate::framework::Step;
use crate::report::{Class, GateLevel, Report};
use crate::words::{Words, capital};

/// Bytes that a summary may have, with some room for those who put something around it.
const MOST: usize = 60_000;
/// Problems that are listed.
const PROBLEMS: usize = 20;
/// Findings of each audit that are listed.
const FINDINGS: usize = 5;

/// The summary.
pub fn render(run: &Run<'_>) -> String {
    let mut out = format!("## Handoff audit: {}\n\n", outcome(run));
    out.push_str(&files(run));
    let audits = run.audits();
    if audits.is_empty() {
        out.push_str("No audit was judged: the files have to be mended first.\n");
        return out;
    }
    out.push_str("### The audited business\n\nWhat follows is found of the business and is no defect of the files.\n\n");
    out.push_str(&overview(run));
    let mut left = audits.len();
    for (audit, report) in audits {
        let section = audit_section(run, audit, report);
        if out.len() + section.len() > MOST {
            break;
        }
        out.push_str(&section);
        left -= 1;
    }
    if left > 0 {
        out.push_str(&format!("\n{} not told here for want of room; the site has everything.\n", counted(left, "audit")));
    }
    out
}

/// What the run comes to, in a few words.
fn outcome(run: &Run<'_>) -> String {
    let counts = Counts::of(&run.checked.problems);
    if let Some(stopping) = problems::stopping(&counts) {
        return format!("{stopping} in the files");
    }
    let missed = run.missed();
    let failed = missed.iter().filter(|(_, _, result)| result.level == GateLevel::Fail).count();
    match failed {
        _ if run.strict && counts.warnings > 0 => format!("{} in the files", counted(counts.warnings, "warning")),
        0 if run.gate && run.audits().iter().any(|(_, report)| !report.gate.is_empty()) => "gate passed".to_owned(),
        0 if run.gate => "built".to_owned(),
        0 => "files are fine".to_owned(),
        _ => format!("gate failed ({} missed)", counted(failed, "threshold")),
    }
}

fn files(run: &Run<'_>) -> String {
    let problems = &run.checked.problems;
    if problems.is_empty() {
        return "### The files\n\nNo problems.\n\n".to_owned();
    }
    let mut positions = Positions::new(&run.checked.sources);
    let mut worst: Vec<_> = problems.iter().collect();
    worst.sort_by_key(|problem| problem.severity);
    let rows = worst.iter().take(PROBLEMS).map(|problem| {
        let level = match problem.severity {
            Severity::Error => "**error**",
            Severity::Warning => "warning",
            Severity::Todo => "to do",
        };
        let place = Located::find(problem.place, &mut positions).text(run.paths);
        let lines = problems::lines(problem, &mut positions, run.paths);
        let lines: Vec<_> = lines.iter().map(|line| text(line)).collect();
        [level.to_owned(), code(&place), format!("{} ({})", lines.join("<br>"), code(problem.code.id()))]
    });
    let mut out = format!("### The files: {}\n\n", problems::words(&Counts::of(problems)));
    out.push_str(&table(["", "where", "what is wrong, and how to mend it"], rows));
    if problems.len() > PROBLEMS {
        out.push_str(&format!("\n{} more; <code>handoff-audit check</code> shows them all.\n", problems.len() - PROBLEMS));
    }
    out.push('\n');
    out
}

/// Every audit in a line; of very many, as many as leave room for more.
fn overview(run: &Run<'_>) -> String {
    let words = Words::english();
    let mut left = MOST / 3;
    let mut rows = Vec::new();
    for (audit, report) in run.audits() {
        let leads: usize = report.channels.iter().map(|channel| channel.counted).sum();
        let gate = if run.gate && !report.gate.is_empty() { words.gate(&report.gate) } else { "–".to_owned() };
        let row = [
            format!("{} ({})", text(&audit.client), code(&audit.id)),
            level(report),
            format!("{} of {leads}", report.overall.classes.leaked),
            gate,
        ];
        left = left.saturating_sub(row.iter().map(String::len).sum());
        if left == 0 {
            break;
        }
        rows.push(row);
    }
    table(["audit", "level", "leads leaked", "gate"], rows) + "\n"
}

/// `1 of 5, fragile`.
fn level(report: &Report) -> String {
    let overall = &report.overall;
    match (overall.level, overall.band) {
        (Some(level), Some(band)) => {
            let provisional = if overall.provisional { ", provisional" } else { "" };
            format!("{level} of 5, {}{provisional}", Words::english().name(band))
        }
        _ => "not scored".to_owned(),
    }
}

fn audit_section(run: &Run<'_>, audit: &Audit, report: &Report) -> String {
    let mut out = format!("<details><summary>{} ({})</summary>\n\n", text(&audit.title), code(&audit.id));
    out.push_str(&channels(report));
    if run.gate && !report.gate.is_empty() {
        out.push_str(&gate(report));
    }
    let found = findings::of(audit, report);
    if !found.is_empty() {
        out.push_str("**Worst findings**\n\n");
        out.extend(found.iter().take(FINDINGS).map(finding));
        if found.len() > FINDINGS {
            out.push_str(&format!("- {} more\n", found.len() - FINDINGS));
        }
        out.push('\n');
    }
    out + "</details>\n\n"
}

/// Each channel with its level, and at which steps its leads leaked.
fn channels(report: &Report) -> String {
    let words = Words::english();
    let steps = Step::ALL.map(|step| words.name(step));
    let [capture, claim, r#continue, confirm, close] = &steps;
    let rows = report.channels.iter().map(|channel| {
        let leaks = |step: Step| {
            let leads = channel.leads.iter().filter(|lead| !lead.test && lead.class == Class::Leaked);
            let count = leads.filter(|lead| lead.stopped_at == Some(step)).count();
            if count == 0 { "–".to_owned() } else { count.to_string() }
        };
        let [capture, claim, r#continue, confirm, close] = Step::ALL.map(leaks);
        let level = channel.level.map_or("–".to_owned(), |level| level.to_string());
        let leaked = format!("{} of {}", channel.classes.leaked, channel.counted);
        [text(&channel.title), level, leaked, capture, claim, r#continue, confirm, close]
    });
    let head = ["channel", "level", "leads leaked", capture, claim, r#continue, confirm, close];
    format!("**Leaks by step**\n\n{}\n", table(head, rows))
}

fn gate(report: &Report) -> String {
    let words = Words::english();
    let rows = report.gate.iter().map(|result| {
        let said = words.threshold(result, |channel| title(report, channel));
        let outcome = match (result.passed, result.level) {
            (true, _) => "✓ holds",
            (false, GateLevel::Fail) => "✕ **fails**",
            (false, GateLevel::Warn) => "! warns",
        };
        [text(&said.what), said.expected, said.actual, outcome.to_owned(), said.weight.to_owned()]
    });
    let gate = table(["threshold", "expected", "found", "result", "weight"], rows);
    format!("**Gate: {}**\n\n{gate}\n", words.gate(&report.gate))
}

fn finding(found: &Found<'_>) -> String {
    let rating = capital(found.finding.rating.id());
    let step = Words::english().name(found.step);
    let channel = text(title(found.report, found.channel));
    format!("- **{rating}** · {step}, {channel}: {}. {}\n", text(&found.title()), text(&capital(&found.extent())))
}
