//! What a run found, for the places where people look besides the terminal and the site: annotations on a change, code scanning, test
//! reports, a summary beside a pull request.
//!
//! Two kinds of things are told apart everywhere. *Problems of the files* are for whoever wrote them to mend. *Findings of the audit*
//! speak of how the audited business handles its leads: they are results, and no defect of a file. The gate stands between them: what
//! was agreed to hold.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "texts are cut where something was found in them, lists no further than they reach; JSON objects take any name"
)]

mod findings;
pub mod gate;
pub mod github;
pub mod junit;
mod markdown;
mod paths;
mod problems;
pub mod sarif;
pub mod summary;

pub use paths::Paths;

pub use crate::diagnostic::human::counted;

use crate::Checked;
use crate::audit::Audit;
use crate::diagnostic::human::turns;
use crate::report::{GateLevel, GateResult, Report};

/// What a run found, and how it was asked to look at it.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What came of reading the audits.
    pub checked: &'a Checked,
    /// Whether warnings count as problems.
    pub strict: bool,
    /// Whether gates are judged: a build does, a check does not.
    pub gate: bool,
    /// How files are named.
    pub paths: &'a Paths,
}

impl<'a> Run<'a> {
    /// The audits that were judged. Verdicts on files with errors would be guesses: then there is none.
    fn audits(&self) -> &'a [(Audit, Report)] {
        if self.checked.has_errors() { &[] } else { &self.checked.audits }
    }

    /// The thresholds that do not hold, with those that fail the gate first; none where gates are not judged.
    fn missed(&self) -> Vec<(&'a Audit, &'a Report, &'a GateResult)> {
        let audits = if self.gate { self.audits() } else { &[] };
        let missed = |level: GateLevel| {
            audits.iter().flat_map(move |(audit, report)| {
                let results = report.gate.iter().filter(move |result| result.level == level && !result.passed);
                results.map(move |result| (audit, report, result))
            })
        };
        missed(GateLevel::Fail).chain(missed(GateLevel::Warn)).collect()
    }
}

/// The title of a channel of a report.
fn title<'a>(report: &'a Report, channel: &'a str) -> &'a str {
    report.channels.iter().find(|known| known.id == channel).map_or(channel, |known| known.title.as_str())
}

/// A text on one line, without what would steer a terminal or turn the direction of what follows.
fn one_line(text: &str) -> String {
    calm(text, |_| false)
}

/// The same for a text of several lines, which stay.
fn lines(text: &str) -> String {
    calm(text, |c| c == '\n')
}

fn calm(text: &str, stays: impl Fn(char) -> bool) -> String {
    text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() && !stays(c) { ' ' } else { c }).collect()
}
