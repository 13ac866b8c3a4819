//! Everything the site may show, already worked out: from audits to reports.
//!
//! [`derive_all`] is the way in. Each file derives one part of the framework; numbers that are conventions stand in
//! [`crate::framework::scoring`].
#![expect(clippy::indexing_slicing, reason = "places in a list come from going through it")]

mod channel;
mod checks;
mod findings;
mod fix_first;
mod gate;
#[cfg(test)]
mod golden;
mod lead;
mod mistakes;
mod model;
mod overall;
mod patterns;
mod score;
mod series;
mod summary;
#[cfg(test)]
mod tests;
mod wilson;

pub use checks::problems;
pub use mistakes::{MISTAKES, MistakeKind};
pub use model::*;
pub use patterns::{PATTERNS, PatternKind};
pub(crate) use series::parent;
pub use series::{predecessors, series};
pub use summary::{ChannelSummary, Summary};
pub use wilson::{most_unseen, range as wilson_range};

use crate::audit::Audit;
use crate::framework::scoring;
use lead::Overrides;

/// The program and its version, as data names them.
pub const GENERATOR: &str = concat!("handoff-audit ", env!("CARGO_PKG_VERSION"));

/// The version of the data in `report.json`.
const FORMAT: u32 = 1;

/// The JSON Schema (2020-12) of `report.json`.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}

/// The same as a text.
pub fn schema_text() -> String {
    serde_json::to_string_pretty(&schema()).map_or_else(|_| String::new(), |text| text + "\n")
}

/// Derives the report of every audit, in the order given.
pub fn derive_all(audits: &[Audit]) -> Vec<Report> {
    let mut reports: Vec<_> = audits.iter().map(derive).collect();
    judge_all(audits.iter().zip(&mut reports));
    reports
}

/// Judges the gates of all audits, each with the one before it in its series.
pub fn judge_all<'a>(audits: impl Iterator<Item = (&'a Audit, &'a mut Report)>) {
    let audits: Vec<_> = audits.collect();
    let levels: Vec<_> = audits.iter().map(|(_, report)| report.overall.level).collect();
    let before = predecessors(audits.iter().map(|(audit, _)| audit.dated()));
    for ((audit, report), before) in audits.into_iter().zip(before) {
        judge(audit, report, before.and_then(|before| levels[before]));
    }
}

/// Judges the gate of an audit, whose predecessor has this level.
pub fn judge(audit: &Audit, report: &mut Report, previous: Option<u8>) {
    report.gate = gate::derive(audit, &report.overall, &report.channels, previous);
}

/// Derives the report of one audit; its gate does not know of a predecessor yet, see [`judge`].
pub fn derive(audit: &Audit) -> Report {
    let end = audit.end_of_watching();
    let volumes: Vec<_> = audit
        .channels
        .iter()
        .map(|channel| channel.volume.as_ref().map(|volume| channel::per_month(volume, &audit.period)))
        .collect();
    let with = |overrides| -> Vec<ChannelReport> {
        audit.channels.iter().map(|channel| channel::derive(audit, channel, overrides, end)).collect()
    };
    let channels = with(Overrides::Applied);
    let measured: Vec<_> = channels.iter().zip(volumes.iter().copied()).collect();
    let mut overall = overall::derive(&measured);
    if audit.channels.iter().any(|channel| channel.leads.iter().any(|lead| !lead.overrides.is_empty())) {
        let plain = with(Overrides::Ignored);
        let measured: Vec<_> = plain.iter().zip(volumes.iter().copied()).collect();
        overall.level_without_overrides = overall::derive(&measured).level;
    }
    let (fix_first, unaccounted) = fix_first::derive(&measured, audit.value_per_booking);
    Report {
        format: FORMAT,
        scoring: scoring::VERSION,
        generator: GENERATOR.to_owned(),
        audit: AuditHead {
            id: audit.id.clone(),
            client: audit.client.clone(),
            title: audit.title.clone(),
            auditor: audit.auditor.clone(),
            status: audit.status.id().to_owned(),
            period: Days { from: audit.period.from, to: audit.period.to },
            observed_through: audit.observed_through,
            timezone: audit.zone_name.clone(),
            language: audit.language.id().to_owned(),
        },
        fix_first,
        unaccounted,
        patterns: patterns::derive(audit, &channels),
        mistakes: mistakes::derive(audit, &channels),
        findings: findings::derive(audit, &channels),
        gate: gate::derive(audit, &overall, &channels, None),
        overall,
        channels,
    }
}
