//! Everything derived about one channel (framework §5).

use jiff::Timestamp;

use super::lead::{self, Overrides};
use super::model::{ChannelReport, Class, Classes, Funnel, LeadReport};
use super::score::Tally;
use super::wilson::round4;
use crate::audit::{Audit, Channel, Period, SampleMethod, Volume, VolumePer};
use crate::framework::{PerStep, Step, Verdict, scoring};

/// Derives one channel.
pub(super) fn derive(audit: &Audit, channel: &Channel, overrides: Overrides, end_of_watching: Timestamp) -> ChannelReport {
    let leads: Vec<_> = channel.leads.iter().map(|lead| lead::derive(audit, channel, lead, overrides, end_of_watching)).collect();
    let mut classes = Classes::default();
    leads.iter().filter(|lead| !lead.test).for_each(|lead| classes.count(lead.class));
    let counted = classes.total() - classes.open;
    let tally = tally(&leads, &classes, counted);
    let score = tally.score();
    ChannelReport {
        id: channel.id.clone(),
        title: channel.title.clone(),
        kind: channel.kind,
        traced: classes.total(),
        counted,
        volume_per_month: channel.volume.as_ref().map(|volume| round4(per_month(volume, &audit.period))),
        level: score.as_ref().map(|score| score.level),
        points: score.as_ref().map(|score| score.points),
        range: score.as_ref().map(|score| score.range),
        provisional: counted < scoring::PROVISIONAL_BELOW || channel.sample.method == SampleMethod::Judgement,
        checks: tally.checks(),
        limits: tally.limits(),
        funnel: funnel(&leads),
        classes,
        leads,
    }
}

/// Leads a month, unrounded (framework §6, "Volume per month").
pub(super) fn per_month(volume: &Volume, period: &Period) -> f64 {
    match volume.per {
        VolumePer::Month => volume.leads,
        VolumePer::Week => volume.leads * scoring::DAYS_PER_MONTH / 7.0,
        VolumePer::Period => volume.leads * scoring::DAYS_PER_MONTH / period.days() as f64,
    }
}

/// The leads that count: neither test leads nor still open.
pub(super) fn counted(leads: &[LeadReport]) -> impl Iterator<Item = &LeadReport> {
    leads.iter().filter(|lead| !lead.test && lead.class != Class::Open)
}

fn tally(leads: &[LeadReport], classes: &Classes, counted: usize) -> Tally {
    let mut held = PerStep::from_fn(|_| (0, 0));
    let mut unproven = 0;
    for lead in leads.iter().filter(|lead| !lead.test) {
        for (step, report) in lead.steps.iter().filter(|(_, report)| report.verdict.judged()) {
            held[step].0 += usize::from(report.verdict == Verdict::Pass);
            held[step].1 += 1;
            unproven += usize::from(report.verdict == Verdict::Unproven);
        }
    }
    let judged = held.iter().map(|(_, (_, of))| of).sum();
    Tally { held, unproven, judged, clean: classes.clean, counted }
}

fn funnel(leads: &[LeadReport]) -> Funnel {
    let mut funnel = Funnel { moved: [0; 6], clean: [0; 6] };
    for lead in counted(leads) {
        let mut clean = true;
        funnel.moved[0] += 1;
        funnel.clean[0] += 1;
        for (step, report) in lead.steps.iter() {
            let reached = lead.furthest >= step.number();
            clean &= report.verdict.clean();
            funnel.moved[usize::from(step.number())] += usize::from(reached);
            funnel.clean[usize::from(step.number())] += usize::from(reached && clean);
        }
    }
    funnel
}

/// Whether a smaller share of a step's judged verdicts passed; no share of nothing is smaller.
pub(super) fn held_below(channel: &ChannelReport, step: Step, share: f64) -> bool {
    channel.checks.iter().any(|check| check.step == step && (check.held as f64) < share * check.of as f64)
}
