//! Findings of the audits as the formats tell them: by channel and step, and lead by lead.

use super::Run;
use crate::audit::{Audit, Channel, Lead, Override};
use crate::diagnostic::Place;
use crate::framework::Step;
use crate::report::{ChannelReport, Finding, Report, StepReport};
use crate::rules::Rule;
use crate::site::headlines;
use crate::words::Words;

/// A finding with its audit.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) audit: &'a Audit,
    pub(super) report: &'a Report,
    pub(super) finding: &'a Finding,
    pub(super) channel: &'a str,
    pub(super) step: Step,
}

impl Found<'_> {
    /// What it is called: in the auditor's words, or else in the framework's.
    pub(super) fn title(&self) -> String {
        let written = self.audit.findings.get(&(self.channel.to_owned(), self.step));
        written.and_then(|words| words.title.clone()).unwrap_or_else(|| headlines::finding(Words::english(), self.step))
    }

    /// Where it is seen first: the step of the first lead concerned.
    pub(super) fn place(&self) -> Option<Place> {
        let channel = self.audit.channels.iter().find(|channel| channel.id == self.channel)?;
        let first = self.finding.leads.first()?;
        Some(channel.leads.iter().find(|lead| lead.id == *first)?.step_place(self.step))
    }

    /// How many leads leaked there, of how many counted, and which are concerned: `2 of 4 leads leaked here; P-02, P-03`.
    pub(super) fn extent(&self) -> String {
        const NAMED: usize = 8;
        let counted = self.report.channels.iter().find(|channel| channel.id == self.channel).map_or(0, |channel| channel.counted);
        let leads = &self.finding.leads;
        let named = leads[..leads.len().min(NAMED)].join(", ");
        let more = leads.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let leaked = match self.finding.leaks {
            0 => String::new(),
            leaks => format!("{leaks} of {} leaked here; ", super::counted(counted, "lead")),
        };
        format!("{leaked}concerned: {named}{more}")
    }
}

/// The findings of an audit, the weightiest first.
pub(super) fn of<'a>(audit: &'a Audit, report: &'a Report) -> Vec<Found<'a>> {
    let found = report.findings.iter().filter_map(move |finding| {
        let (channel, step) = finding.place()?;
        Some(Found { audit, report, finding, channel, step })
    });
    sorted(found.collect())
}

/// All findings of a run, the weightiest first.
pub(super) fn all<'a>(run: &Run<'a>) -> Vec<Found<'a>> {
    sorted(run.audits().iter().flat_map(|(audit, report)| of(audit, report)).collect())
}

fn sorted(mut found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    found.sort_by_key(|found| (found.finding.rating, std::cmp::Reverse(found.finding.leaks)));
    found
}

/// One step of one lead, with what was judged of it.
#[derive(Clone, Copy)]
pub(super) struct Judged<'a> {
    pub(super) channel: &'a Channel,
    pub(super) lead: &'a Lead,
    pub(super) step: Step,
    pub(super) told: &'a StepReport,
}

impl<'a> Judged<'a> {
    /// The rules that fired.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<'a> {
        self.told.rules.iter().filter_map(|id| Rule::from_id(id))
    }

    /// The override that made the verdict, where there is one.
    pub(super) fn overridden(&self) -> Option<&'a Override> {
        self.told.derived?;
        self.lead.overrides.iter().find(|change| change.step == self.step)
    }

    /// How long it took and what was allowed; none where there is no time.
    pub(super) fn time(&self) -> Option<String> {
        let words = Words::english();
        let limit = words.limit(&self.channel.within[self.step]);
        Some(format!("took {}, limit {limit}", words.exact(self.told.elapsed_on_clock_minutes?)))
    }
}

/// The steps of all leads of an audit that count, channel by channel. Leads that the auditor planted count in nothing.
pub(super) fn steps<'a>(audit: &'a Audit, report: &'a Report) -> impl Iterator<Item = Judged<'a>> {
    let channels = audit.channels.iter().zip(&report.channels);
    channels.flat_map(|(channel, judged): (&Channel, &ChannelReport)| {
        let leads = channel.leads.iter().zip(&judged.leads).filter(|(lead, _)| !lead.test);
        leads.flat_map(move |(lead, judged)| judged.steps.iter().map(move |(step, told)| Judged { channel, lead, step, told }))
    })
}
