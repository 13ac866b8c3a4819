//! The five failure patterns (framework §6, "Patterns").
//!
//! Those that name rules look at the rules that fired, whatever an override says; those that name verdicts look at the verdict that counts.

use super::model::{ChannelReport, LeadReport, Pattern};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{ChannelKind, Step, Verdict};

/// A failure pattern: which it is, and how a lead shows it. What it is called and what it means are words of the site.
#[derive(Debug)]
pub struct PatternKind {
    /// Its stable id.
    pub id: &'static str,
    /// The only kind of channel in which it can show; none where any will do.
    pub kind: Option<ChannelKind>,
    /// The step at which it shows; none where there are several.
    pub step: Option<Step>,
    shows: fn(&Lead, &LeadReport) -> bool,
}

/// All five, in order.
pub static PATTERNS: [PatternKind; 5] = [
    PatternKind {
        id: "answered-not-logged",
        kind: Some(ChannelKind::Phone),
        step: Some(Step::Capture),
        shows: |_, report| {
            fired(report, Step::Capture, &["capture-missing", "capture-empty", "capture-thin", "capture-off-record"])
        },
    },
    PatternKind {
        id: "unclear-ownership",
        kind: Some(ChannelKind::Form),
        step: Some(Step::Claim),
        shows: |_, report| fired(report, Step::Claim, &["claim-missing", "claim-shared", "claim-unstaffed", "claim-off-record"]),
    },
    PatternKind {
        id: "contacted-not-confirmed",
        kind: None,
        step: Some(Step::Confirm),
        shows: |_, report| report.steps.r#continue.verdict.moved() && report.steps.confirm.verdict == Verdict::Fail,
    },
    PatternKind {
        id: "believed-followed-up",
        kind: None,
        step: None,
        shows: |lead, report| {
            let wanting = |verdict| matches!(verdict, Verdict::Fail | Verdict::Unproven);
            lead.staff_says.is_some() && (wanting(report.steps.r#continue.verdict) || wanting(report.steps.confirm.verdict))
        },
    },
    PatternKind {
        id: "verbal-only",
        kind: None,
        step: Some(Step::Confirm),
        shows: |lead, report| lead.slot().is_some() && fired(report, Step::Confirm, &["confirm-off-record"]),
    },
];

fn fired(report: &LeadReport, step: Step, rules: &[&str]) -> bool {
    report.steps[step].rules.iter().any(|rule| rules.contains(rule))
}

/// Each pattern with the leads that show it, test leads aside.
pub(super) fn derive(audit: &Audit, channels: &[ChannelReport]) -> Vec<Pattern> {
    PATTERNS
        .iter()
        .map(|pattern| {
            let shows = |(channel, lead, report): &(&Channel, &Lead, &LeadReport)| {
                pattern.kind.is_none_or(|kind| kind == channel.kind) && (pattern.shows)(lead, report)
            };
            let mut leads: Vec<_> = traced(audit, channels).filter(shows).map(|(_, lead, _)| lead.id.clone()).collect();
            leads.sort();
            Pattern { id: pattern.id, leads }
        })
        .collect()
}

/// Every lead that is not a test lead, with its channel and its report.
pub(super) fn traced<'a>(
    audit: &'a Audit,
    channels: &'a [ChannelReport],
) -> impl Iterator<Item = (&'a Channel, &'a Lead, &'a LeadReport)> {
    audit.channels.iter().zip(channels).flat_map(|(channel, report)| {
        channel.leads.iter().zip(&report.leads).filter(|(lead, _)| !lead.test).map(move |(lead, report)| (channel, lead, report))
    })
}
