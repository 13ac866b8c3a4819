//! Headlines: what was found, in one sentence.

use super::subject::Subject;
use super::words::{self, leads_text as leads};
use crate::framework::{Step, Verdict};
use crate::report::{ChannelReport, Class, Classes, Finding, FixFirst, LeadReport, Rating};

/// What became of the leads, for the head of an overview or a channel.
pub(crate) fn classes(classes: &Classes) -> String {
    let counted = classes.total() - classes.open;
    let of = |number: usize| match counted {
        1 => "The one lead".to_owned(),
        _ if number == counted => format!("All {}", leads(counted)),
        _ => format!("{number} of {}", leads(counted)),
    };
    let was = |number| if number == 1 { "was" } else { "were" };
    if counted == 0 {
        return "No lead can be counted yet".to_owned();
    }
    if classes.leaked > 0 {
        return format!("{} {} lost between first contact and booking", of(classes.leaked), was(classes.leaked));
    }
    if classes.unproven > 0 {
        return match counted {
            1 => "Nothing shows what became of the one lead".to_owned(),
            _ => format!("No lead was seen to leak, and nothing shows what became of {} of {}", classes.unproven, leads(counted)),
        };
    }
    if classes.slipped > 0 {
        return match counted {
            1 => "The one lead came through, not cleanly".to_owned(),
            _ => format!("Every lead came through, {} of {} not cleanly", classes.slipped, counted),
        };
    }
    format!("{} came through without a slip", of(counted))
}

/// Where a channel's leads are lost, for the head of its page.
pub(crate) fn channel(channel: &ChannelReport) -> String {
    let leaks = |step: Step| channel.leads.iter().filter(|lead| leaked_at(lead, step)).count();
    let places: Vec<Step> = Step::ALL.into_iter().filter(|step| leaks(*step) > 0).collect();
    let lost = format!("{} of {} lost", channel.classes.leaked, leads(channel.counted));
    let names: Vec<&str> = places.iter().map(|step| step.name()).collect();
    match places.iter().find(|step| leaks(**step) * 2 > channel.classes.leaked) {
        _ if places.is_empty() => classes(&channel.classes),
        Some(step) if places.len() > 1 => format!("{lost}, most of them at {}", step.name()),
        _ => format!("{lost}, at {}", words::list_text(&names)),
    }
}

fn leaked_at(lead: &LeadReport, step: Step) -> bool {
    !lead.test && lead.class == Class::Leaked && lead.stopped_at == Some(step)
}

/// What became of one lead.
pub(crate) fn lead(lead: &LeadReport) -> String {
    let slipped = lead.slipped_at.map_or("", |step| step.name());
    let verdicts = || lead.steps.iter().map(|(_, step)| step.verdict);
    let slips = match verdicts().filter(|verdict| !matches!(verdict, Verdict::Pass | Verdict::NotApplicable)).count() {
        1 => "a slip at",
        _ => "slips from",
    };
    let after = if slips == "slips from" { " on" } else { "" };
    match (lead.class, lead.stopped_at) {
        (Class::Clean, _) if verdicts().any(|verdict| verdict == Verdict::NotApplicable) => {
            "every step that applies held".to_owned()
        }
        (Class::Clean, _) => "every step held".to_owned(),
        (Class::Slipped, _) if lead.proven_booking => format!("booked, with {slips} {slipped}{after}"),
        (Class::Slipped, _) => format!("came through, with {slips} {slipped}{after}"),
        (Class::Leaked, Some(step)) => format!("lost at {}", step.name()),
        (Class::Leaked, None) => "lost".to_owned(),
        (Class::Unproven, _) => format!("nothing shows what came of it from {slipped} on"),
        (Class::Open, _) => "still under way when watching ended".to_owned(),
    }
}

/// A finding in a few words, where the auditor gave it no title.
pub(crate) fn finding(step: Step) -> &'static str {
    match step {
        Step::Capture => "The record lacks what the next person needs",
        Step::Claim => "Leads wait for an owner",
        Step::Continue => "The next action comes late, or does not reach the buyer",
        Step::Confirm => "The next step is not made clear to the buyer",
        Step::Close => "Nobody can show how leads ended",
    }
}

/// How many leads were lost at a place, and what that comes to a month.
pub(crate) fn effect(row: &FixFirst) -> String {
    let was = if row.leaks == 1 { "was" } else { "were" };
    let lost = match row.step {
        Step::Close => "cannot be accounted for".to_owned(),
        _ => format!("{was} lost here"),
    };
    format!("{} of {} {lost}{}", row.leaks, leads(row.of), a_month(row))
}

fn a_month(row: &FixFirst) -> String {
    match row.volume_known {
        true => format!(", about {} a month ({})", words::quantity(row.affected_per_month), words::range(row.low, row.high)),
        false => "; how many a month is not known".to_owned(),
    }
}

/// What an estimate by bookings rests on, said wherever one stands.
pub(crate) const AT_STAKE: &str = "In brackets: the range that the sample allows (95 %). Bookings at stake are an estimate, not a promise: as many as if the lost leads had gone on like the traced leads that got past the step.";

/// How many bookings are at stake at a place; none for Close the Loop, which adds no bookings.
pub(crate) fn recoverable(row: &FixFirst, currency: Option<&str>) -> Option<String> {
    let bookings = row.recoverable_per_month?;
    let time = if row.volume_known { "a month" } else { "in a sample like this" };
    let worth = row
        .recoverable_value_per_month
        .zip(currency)
        .map_or_else(String::new, |(value, currency)| format!(", worth about {} {time}", words::money_about(currency, value)));
    let bookings = words::quantity(bookings);
    let noun = if bookings == "1" { "booking" } else { "bookings" };
    Some(format!("about {bookings} {noun} {time} at stake{worth}"))
}

/// The first of the things to mend, as the place where it happens.
pub(crate) fn biggest_leak(subject: &Subject<'_>) -> Option<String> {
    let report = subject.report;
    let row = report.fix_first.iter().chain(&report.unaccounted).next()?;
    let lost = if row.step == Step::Close { "without an account" } else { "lost" };
    let (step, channel) = (row.step.name(), subject.title(&row.channel));
    Some(format!("{step} in {channel}: {} of {} {lost}{}", row.leaks, leads(row.of), a_month(row)))
}

/// How many findings there are, and how many of them weigh most.
pub(crate) fn findings(findings: &[Finding]) -> String {
    let rated = |rating| findings.iter().filter(|finding| finding.rating == rating).count();
    let (critical, high) = (rated(Rating::Critical), rated(Rating::High));
    let all = words::count(findings.len(), "finding", "findings");
    match (findings.len(), critical, high) {
        (0, ..) => "No finding: every step held".to_owned(),
        (1, 0, 0) => "1 finding, without a lead lost".to_owned(),
        (_, 0, 0) => format!("{all}, none of them with leads lost"),
        (1, 0, _) => "1 finding, with leads lost".to_owned(),
        (_, 0, high) => format!("{all}, {high} of them with leads lost"),
        (1, ..) => "1 finding, and it is critical".to_owned(),
        (_, critical, _) => format!("{all}, {critical} of them critical"),
    }
}
