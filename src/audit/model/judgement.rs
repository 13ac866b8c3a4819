//! What the auditor adds to the derived findings, and what must hold.

use jiff::civil::Date;

use super::{ActionStatus, CauseKind, ObservationRating};
use crate::diagnostic::Place;

/// The auditor's words on a finding. Every text may be missing.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// A headline.
    pub title: Option<String>,
    /// Why it happens (Markdown).
    pub cause: Option<String>,
    /// Where the cause lies.
    pub cause_kind: Option<CauseKind>,
    /// What to do (Markdown).
    pub recommendation: Option<String>,
    /// What the business says.
    pub response: Option<Response>,
    /// What was agreed to be done.
    pub action: Option<Action>,
    /// Who accepted the risk instead.
    pub accepted: Option<Accepted>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// Its key in `audit.yml`.
    pub place: Place,
}

/// What the business says to a finding.
#[derive(Clone, Debug)]
pub struct Response {
    /// Who says it.
    pub by: String,
    /// When.
    pub date: Date,
    /// What.
    pub says: String,
}

/// What was agreed to be done about a finding.
#[derive(Clone, Debug)]
pub struct Action {
    /// The deed.
    pub what: String,
    /// A person's id, or a text.
    pub owner: String,
    /// By when.
    pub due: Date,
    /// Where it stands.
    pub status: ActionStatus,
}

impl Action {
    /// Whether it should have been done by `day` and was not.
    pub fn overdue(&self, day: Date) -> bool {
        self.due < day && !matches!(self.status, ActionStatus::Done | ActionStatus::Dropped)
    }
}

/// The acceptance of a finding's risk.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Why.
    pub because: String,
    /// By whom.
    pub by: String,
    /// When.
    pub date: Date,
}

/// What the trace alone does not show, such as an interview.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its id, unique in the audit.
    pub id: String,
    /// A headline.
    pub title: String,
    /// How much it weighs.
    pub rating: ObservationRating,
    /// What was observed (Markdown).
    pub body: String,
    /// The channels that it concerns, by id.
    pub channels: Vec<String>,
    /// The leads that it concerns, by id.
    pub leads: Vec<String>,
    /// What to do (Markdown).
    pub recommendation: Option<String>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
}

/// What must hold for the audit to pass, and what is worth a warning.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    /// Thresholds that fail the build.
    pub fail: Thresholds,
    /// Thresholds that warn.
    pub warn: Thresholds,
}

/// The thresholds of a gate; what is not given is not judged (format, "The gate").
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// The overall level must not be below this.
    pub overall_below: Option<i64>,
    /// No channel's level may be below this.
    pub channel_below: Option<i64>,
    /// The share of unproven verdicts must not be above this (0 to 1).
    pub unproven_above: Option<f64>,
    /// The share of leaked leads must not be above this (0 to 1).
    pub leaked_above: Option<f64>,
    /// No action may be overdue.
    pub overdue_actions: bool,
    /// No channel may have fewer counted leads.
    pub sample_below: Option<i64>,
    /// The overall level must not have dropped by this many levels or more.
    pub drop_from_previous: Option<i64>,
}
