//! What the gate says: each threshold, and what they come to.

use super::Words;
use crate::report::{Figure, GateLevel, GateResult};
use crate::say;

/// One threshold in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// What is judged: `Overall level`.
    pub what: String,
    /// What it should be: `at least 3`.
    pub expected: String,
    /// What it is.
    pub actual: String,
    /// Whether missing it fails the gate or only warns.
    pub weight: &'static str,
}

impl Words {
    /// One threshold in words; `title` names a channel for readers.
    pub fn threshold<'a>(self, result: &'a GateResult, title: impl Fn(&'a str) -> &'a str) -> Threshold {
        let number = |figure: Figure| match figure {
            Figure::Whole(number) => number.to_string(),
            Figure::Share(share) => self.percent(share),
        };
        let (expected, actual) = (number(result.expected), number(result.actual));
        let (what, bound) = match &*result.rule {
            "overall_below" => (self.get("overview-gate-overall"), "overview-gate-at-least"),
            "channel_below" => (self.get("overview-gate-channel"), "overview-gate-at-least"),
            "unproven_above" => (self.get("overview-gate-unproven"), "overview-gate-at-most"),
            "leaked_above" => (self.get("overview-gate-leaked"), "overview-gate-at-most"),
            "overdue_actions" => (self.get("overview-gate-overdue"), "overview-gate-none"),
            "sample_below" => (self.get("overview-gate-sample"), "overview-gate-at-least"),
            _ => (self.get("overview-gate-drop"), "overview-gate-fewer"),
        };
        Threshold {
            what: match result.channel.as_deref() {
                Some(channel) => say!(self, "overview-gate-in-channel", what = what, channel = title(channel)),
                None => what.to_owned(),
            },
            expected: say!(self, bound, number = expected),
            // a drop below zero is a rise
            actual: match actual.strip_prefix('-') {
                Some(gained) => say!(self, "overview-gate-gained", number = gained),
                None => actual,
            },
            weight: match result.level {
                GateLevel::Fail => self.get("overview-gate-must"),
                GateLevel::Warn => self.get("overview-gate-warns"),
            },
        }
    }

    /// Whether the gate holds, which only the thresholds that must hold decide, and how many of each are missed.
    pub fn gate(self, results: &[GateResult]) -> String {
        let missed = |level| results.iter().filter(|result| result.level == level && !result.passed).count();
        let (fails, warns, all) = (missed(GateLevel::Fail), missed(GateLevel::Warn), results.len());
        match (fails, warns) {
            (0, 0) => say!(self, "overview-gate-passed", all = all),
            (0, _) => say!(self, "overview-gate-passed-warned", warns = warns),
            _ => {
                let missed = say!(self, "overview-gate-missed", fails = fails, all = all);
                if warns == 0 { missed } else { say!(self, "overview-gate-missed-warned", missed = missed, warns = warns) }
            }
        }
    }
}
