//! Problems of the files as the formats tell them: where each stands, and what is said of it.

use super::Paths;
use crate::diagnostic::{Diagnostic, Place, Position, Positions, Severity};

/// Where something stands.
pub(super) struct Located<'a> {
    /// The file, as it is shown.
    pub(super) shown: &'a str,
    /// First and last point; none where it speaks of the whole file.
    pub(super) stretch: Option<(Position, Position)>,
}

impl<'a> Located<'a> {
    pub(super) fn find(place: Place, positions: &mut Positions<'a>) -> Self {
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
    let mut lines =
        vec![if problem.label.is_empty() { problem.message.clone() } else { format!("{}: {}", problem.message, problem.label) }];
    if let Some((place, label)) = &problem.second {
        let place = Located::find(*place, positions).text(paths);
        lines.push(if label.is_empty() { format!("see {place}") } else { format!("see {place}: {label}") });
    }
    lines.extend(problem.help.iter().map(|help| format!("help: {help}")));
    lines
}

/// How many problems are errors, and how many warnings.
pub(super) fn count(problems: &[Diagnostic]) -> (usize, usize) {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    (errors, problems.len() - errors)
}
