//! The gate in the terminal: each threshold with what was expected, what was found, and whether it holds.

use super::{Run, one_line, title};
use crate::audit::Audit;
use crate::report::{GateLevel, Report};
use crate::words::Words;

const RED: &str = "\x1b[1m\x1b[31m";
const YELLOW: &str = "\x1b[1m\x1b[33m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// The gates of a run; nothing of an audit that has none. A gate that holds in everything is told in one line.
pub fn render(run: &Run<'_>) -> String {
    let audits = if run.gate { run.audits() } else { &[] };
    audits.iter().map(|(audit, report)| of(audit, report)).collect()
}

/// The gate of one audit.
pub fn of(audit: &Audit, report: &Report) -> String {
    if report.gate.is_empty() {
        return String::new();
    }
    let words = Words::english();
    let failed = report.gate.iter().any(|result| result.level == GateLevel::Fail && !result.passed);
    let style = if failed { RED } else { BOLD };
    let mut out = format!("{style}Gate of {}{PLAIN}: {}\n", audit.id, words.gate(&report.gate));
    if report.gate.iter().all(|result| result.passed) {
        return out;
    }
    let rows: Vec<_> = report
        .gate
        .iter()
        .map(|result| {
            let said = words.threshold(result, |channel| title(report, channel));
            let (style, outcome) = match (result.passed, result.level) {
                (true, _) => ("", "holds"),
                (false, GateLevel::Fail) => (RED, "fails"),
                (false, GateLevel::Warn) => (YELLOW, "warns"),
            };
            (
                [said.what, said.expected, said.actual, outcome.to_owned(), result.rule.to_owned()].map(|cell| one_line(&cell)),
                style,
            )
        })
        .collect();
    let head = ["threshold", "expected", "found", "", "in audit.yml"].map(str::to_owned);
    let mut widths = [0; 5];
    for row in std::iter::once(&head).chain(rows.iter().map(|(row, _)| row)) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(textwrap::core::display_width(cell));
        }
    }
    out.push_str(&line(&head, &widths, ""));
    rows.iter().for_each(|(row, style)| out.push_str(&line(row, &widths, style)));
    out
}

/// One row, its cells below those of the others; the outcome in its colour.
fn line(row: &[String; 5], widths: &[usize; 5], style: &str) -> String {
    let cells: Vec<String> = row
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(at, (cell, width))| {
            let space = " ".repeat(width - textwrap::core::display_width(cell));
            if at == 3 && !style.is_empty() { format!("{style}{cell}{PLAIN}{space}") } else { format!("{cell}{space}") }
        })
        .collect();
    format!("  {}\n", cells.join("  ").trim_end())
}
