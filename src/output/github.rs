//! Workflow commands of GitHub Actions: annotations at the lines that they speak of.
//!
//! Problems of the files are errors and warnings; findings of the audit are notices and say so in their titles. GitHub shows ten
//! annotations of each level for a step and drops the others silently, so the tenth says how many more there are, and the log has them.

use std::fmt::Write as _;

use super::problems::{self, Located};
use super::{Run, counted, findings, lines, one_line, title};
use crate::diagnostic::{Counts, Positions, Severity};
use crate::report::GateLevel;
use crate::words::Words;

/// How many annotations of a level GitHub shows for one step.
const SHOWN: usize = 10;

/// What an annotation is: the name of its command.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
    Notice,
}

impl Level {
    const fn id(self) -> &'static str {
        match self {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Notice => "notice",
        }
    }
}

/// Something to say, and where.
struct Annotation<'a> {
    level: Level,
    title: String,
    place: Option<Located<'a>>,
    message: String,
}

/// The commands, worst first, then in plain lines what GitHub would drop, and how much there is of each kind.
pub fn render(run: &Run<'_>) -> String {
    let annotations = annotations(run);
    let (mut commands, mut rest) = (String::new(), String::new());
    for level in [Level::Error, Level::Warning, Level::Notice] {
        let of_level: Vec<_> = annotations.iter().filter(|annotation| annotation.level == level).collect();
        let shown = if of_level.len() > SHOWN { SHOWN - 1 } else { of_level.len() };
        for annotation in &of_level[..shown] {
            commands.push_str(&command(annotation, run));
        }
        let dropped = &of_level[shown..];
        if !dropped.is_empty() {
            let more = format!("{} in the log of this step", counted(dropped.len(), &format!("more {}", level.id())));
            commands.push_str(&command(&Annotation { level, title: more.clone(), place: None, message: more }, run));
        }
        for annotation in dropped {
            let place = annotation.place.as_ref().map_or_else(String::new, |place| format!("{}: ", place.text(run.paths)));
            let message = annotation.message.replace('\n', "; ");
            let _ = writeln!(rest, "{}", log_line(&format!("{}: {place}{}: {message}", level.id(), annotation.title)));
        }
    }
    format!("{commands}{rest}{}\n", totals(run))
}

/// A line of text that the runner takes for nothing but text.
pub fn log_line(text: &str) -> String {
    // the older form of commands counts anywhere in a line, the newer one at its beginning
    let line = without_old_commands(&one_line(text));
    if line.trim_start().starts_with("::") { format!("· {line}") } else { line }
}

/// A text in which no command of the older form stands: the runner takes it from anywhere in a line, of whatever is printed.
pub fn without_old_commands(text: &str) -> String {
    text.replace("##[", "## [")
}

fn annotations<'a>(run: &Run<'a>) -> Vec<Annotation<'a>> {
    let mut positions = Positions::new(&run.checked.sources);
    let mut all = Vec::new();
    for (audit, report, result) in run.missed() {
        let words = Words::english();
        let said = words.threshold(result, |channel| title(report, channel));
        let (level, outcome) = match result.level {
            GateLevel::Fail => (Level::Error, "Gate failed"),
            GateLevel::Warn => (Level::Warning, "Gate warns"),
        };
        all.push(Annotation {
            level,
            title: format!("{outcome}: {}", audit.id),
            place: Some(Located::find(audit.places.gate, &mut positions)),
            message: format!("{}: expected {}, found {} ({})", said.what, said.expected, said.actual, result.rule),
        });
    }
    for problem in &run.checked.problems {
        let level = match problem.severity {
            Severity::Error => Level::Error,
            Severity::Warning | Severity::Todo => Level::Warning,
        };
        all.push(Annotation {
            level,
            title: format!("File: {} ({})", problem.code.title(), problem.code.id()),
            place: Some(Located::find(problem.place, &mut positions)),
            message: problems::lines(problem, &mut positions, run.paths).join("\n"),
        });
    }
    for found in findings::all(run) {
        let step = Words::english().name(found.step);
        all.push(Annotation {
            level: Level::Notice,
            title: format!("Finding of the audit, {}: {step}, {}", found.finding.rating.id(), title(found.report, found.channel)),
            place: found.place().map(|place| Located::find(place, &mut positions)),
            message: format!("{}\n{} ({})", found.title(), found.extent(), found.audit.id),
        });
    }
    all
}

/// `::error file=…,line=…::…`, with a line break at its end.
fn command(annotation: &Annotation<'_>, run: &Run<'_>) -> String {
    let mut properties = vec![("title", annotation.title.clone())];
    if let Some(Located { shown, stretch }) = &annotation.place {
        properties.push(("file", run.paths.name(shown)));
        if let Some((start, end)) = stretch {
            properties.push(("line", start.line.to_string()));
            properties.push(("endLine", end.line.to_string()));
            // columns are for places within one line
            if start.line == end.line {
                properties.push(("col", start.column.to_string()));
                properties.push(("endColumn", end.column.to_string()));
            }
        }
    }
    let properties: Vec<_> = properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();
    format!("::{} {}::{}\n", annotation.level.id(), properties.join(","), data(&annotation.message))
}

/// The text of a command, escaped.
fn data(text: &str) -> String {
    without_old_commands(&lines(text)).replace('%', "%25").replace('\n', "%0A")
}

/// The value of a command's property, escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// How much was found, and of which kind it is.
fn totals(run: &Run<'_>) -> String {
    let counts = Counts::of(&run.checked.problems);
    let files = format!("Problems of the files: {}.", problems::words(&counts));
    if problems::stopping(&counts).is_some() {
        return format!("{files} Nothing was judged.");
    }
    let (found, audits) = (findings::all(run).len(), run.audits().len());
    format!(
        "{files} {} of {} about the audited business, which are no defects of the files.",
        counted(found, "finding"),
        counted(audits, "audit")
    )
}
