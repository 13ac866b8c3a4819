//! Everything the site may show, already worked out: from audits to reports.
//!
//! [`derive`] is the way in. Each file derives one part of the framework; numbers that are conventions stand in
//! [`crate::framework::scoring`].

mod channel;
mod checks;
mod findings;
mod fix_first;
mod gate;
mod lead;
mod mistakes;
mod model;
mod overall;
mod patterns;
mod score;
mod series;
mod wilson;

pub use checks::problems;
pub use mistakes::{MISTAKES, MistakeKind};
pub use model::*;
pub use patterns::{PATTERNS, PatternKind};
pub use series::{predecessors, series};
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
    format!("{:#}\n", schema().as_value())
}

/// Derives the report of every audit, in the order given.
pub fn derive_all(audits: &[Audit]) -> Vec<Report> {
    let mut reports: Vec<_> = audits.iter().map(derive).collect();
    let levels: Vec<_> = reports.iter().map(|report| report.overall.level).collect();
    for ((audit, report), previous) in audits.iter().zip(&mut reports).zip(predecessors(&audits.iter().collect::<Vec<_>>())) {
        let previous = previous.and_then(|previous| levels[previous]);
        report.gate = gate::derive(audit, &report.overall, &report.channels, previous);
    }
    reports
}

/// Derives the report of one audit; its gate does not know of a predecessor yet.
fn derive(audit: &Audit) -> Report {
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
