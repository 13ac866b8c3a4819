//! Problems of the files as the formats tell them: where each stands, and what is said of it.

use super::{Paths, counted};
use crate::diagnostic::{Counts, Diagnostic, Place, Position, Positions, Severity};

/// Where something stands.
pub(super) struct Located<'a> {
    /// The file, as it is shown.
    pub(super) shown: &'a str,
    /// First and last point; none where it speaks of the whole file.
    pub(super) stretch: Option<(Position, Position)>,
}

impl<'a> Located<'a> {
    pub(super) fn find(place: Place, positions: &mut Positions<'a>) -> Self {
        let _task = positions.telling(place);
        let stretch = positions.bytes(place).map(|bytes| {
            let start = positions.of(place.file, bytes.start);
            (start, positions.of(place.file, bytes.end))
        });
        Located { shown: positions.path(place.file), stretch }
    }

    /// `audits/a/phone.yml:12:49`.
    pub(super) fn text(&self, paths: &Paths) -> String {
        let path = paths.name(self.shown);
        match self.stretch {
            Some((Position { line, column }, _)) => format!("{path}:{line}:{column}"),
            None => path,
        }
    }
}

/// What is wrong, what else it has to do with, and how to mend it: a line each.
pub(super) fn lines(problem: &Diagnostic, positions: &mut Positions<'_>, paths: &Paths) -> Vec<String> {
    let _task = positions.telling(problem.place);
    let mut lines =
        vec![if problem.label.is_empty() { problem.message.clone() } else { format!("{}: {}", problem.message, problem.label) }];
    if let Some((place, label)) = &problem.second {
        let place = Located::find(*place, positions).text(paths);
        lines.push(if label.is_empty() { format!("see {place}") } else { format!("see {place}: {label}") });
    }
    lines.extend(problem.help.iter().map(|help| format!("help: {help}")));
    lines
}

/// What keeps everything from being built and judged; nothing where nothing does.
pub(super) fn stopping(counts: &Counts) -> Option<String> {
    let errors = (counts.errors > 0).then(|| counted(counts.errors, "error"));
    let parts: Vec<_> = errors.into_iter().chain(to_do(counts)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// All of it: `1 error, 2 warnings`.
pub(super) fn words(counts: &Counts) -> String {
    let parts = [counted(counts.errors, "error"), counted(counts.warnings, "warning")];
    parts.into_iter().chain(to_do(counts)).collect::<Vec<_>>().join(", ")
}

fn to_do(counts: &Counts) -> Option<String> {
    (counts.todos > 0).then(|| format!("{} still to do", counted(counts.todos, "part")))
}

/// The word for a problem where a format knows errors and warnings alone: what is still to do is no mistake.
pub(super) const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning | Severity::Todo => "warning",
    }
}
