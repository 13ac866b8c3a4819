//! The gate in the terminal: each threshold with what was expected, what was found, and whether it holds.

use super::one_line;
use crate::report::{GateLevel, Summary};
use crate::words::Words;

const RED: &str = "\x1b[1m\x1b[31m";
const YELLOW: &str = "\x1b[1m\x1b[33m";
const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// The gate of one audit; nothing where it has none. A gate that holds in everything is told in one line.
pub fn of(report: &Summary) -> String {
    if report.gate.is_empty() {
        return String::new();
    }
    let words = Words::english();
    let failed = report.gate.iter().any(|result| result.level == GateLevel::Fail && !result.passed);
    let style = if failed { RED } else { BOLD };
    let mut out = format!("{style}Gate of {}{PLAIN}: {}\n", report.audit.id, words.gate(&report.gate));
    if report.gate.iter().all(|result| result.passed) {
        return out;
    }
    let rows: Vec<_> = report
        .gate
        .iter()
        .map(|result| {
            let said = words.threshold(result, |channel| report.title(channel));
            let (style, outcome) = match (result.passed, result.level) {
                (true, _) => ("", "holds"),
                (false, GateLevel::Fail) => (RED, "fails"),
                (false, GateLevel::Warn) => (YELLOW, "warns"),
            };
            (
                [said.what, said.expected, said.actual, outcome.to_owned(), result.rule.to_string()].map(|cell| one_line(&cell)),
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
