//! Headlines: what was found, in one sentence.

use super::subject::Subject;
use super::words::{self, leads_text as leads};
use crate::framework::Step;
use crate::report::{ChannelReport, Class, Classes, Finding, FixFirst, LeadReport};

/// What became of the leads, for the head of an overview or a channel.
pub(crate) fn classes(classes: &Classes) -> String {
    let counted = classes.total() - classes.open;
    let of = |number: usize| {
        if number == counted { format!("All {}", leads(counted)) } else { format!("{number} of {}", leads(counted)) }
    };
    let was = |number| if number == 1 { "was" } else { "were" };
    if counted == 0 {
        return "No lead can be counted yet".to_owned();
    }
    if classes.leaked > 0 {
        return format!("{} {} lost between first contact and booking", of(classes.leaked), was(classes.leaked));
    }
    if classes.unproven > 0 {
        return format!("No lead was seen to leak, and nothing shows what became of {} of {}", classes.unproven, leads(counted));
    }
    if classes.slipped > 0 {
        return format!("Every lead came through, {} of {} not cleanly", classes.slipped, counted);
    }
    format!("{} came through without a slip", of(counted))
}

/// Where a channel's leads are lost, for the head of its page.
pub(crate) fn channel(channel: &ChannelReport) -> String {
    let leaks = |step: Step| channel.leads.iter().filter(|lead| leaked_at(lead, step)).count();
    let worst = Step::ALL.into_iter().rev().max_by_key(|step| leaks(*step)).filter(|step| leaks(*step) > 0);
    match worst {
        Some(step) if leaks(step) == channel.classes.leaked => {
            format!("{} of {} lost, at {}", channel.classes.leaked, leads(channel.counted), step.name())
        }
        Some(step) => format!("{} of {} lost, most of them at {}", channel.classes.leaked, leads(channel.counted), step.name()),
        None => classes(&channel.classes),
    }
}

fn leaked_at(lead: &LeadReport, step: Step) -> bool {
    !lead.test && lead.class == Class::Leaked && lead.stopped_at == Some(step)
}

/// What became of one lead.
pub(crate) fn lead(lead: &LeadReport) -> String {
    let slipped = lead.slipped_at.map_or("", |step| step.name());
    match (lead.class, lead.stopped_at) {
        (Class::Clean, _) => "every step held".to_owned(),
        (Class::Slipped, _) if lead.proven_booking => format!("booked, with a slip at {slipped}"),
        (Class::Slipped, _) => format!("came through, with a slip at {slipped}"),
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

/// How many leads stop at a place, and what that comes to a month.
pub(crate) fn effect(row: &FixFirst) -> String {
    let stop = format!(
        "{} of {} {} here and {} lost",
        row.leaks,
        leads(row.of),
        if row.leaks == 1 { "stops" } else { "stop" },
        if row.leaks == 1 { "is" } else { "are" }
    );
    if row.volume_known {
        format!("{stop}: about {} a month ({})", words::quantity(row.affected_per_month), words::range(row.low, row.high))
    } else {
        format!("{stop}; how many that is a month is not known")
    }
}

/// What could be won back at a place; none for Close the Loop, which adds no bookings.
pub(crate) fn recoverable(row: &FixFirst, currency: Option<&str>) -> Option<String> {
    let bookings = row.recoverable_per_month?;
    let time = if row.volume_known { "a month" } else { "in a sample like this" };
    let worth = row
        .recoverable_value_per_month
        .zip(currency)
        .map_or_else(String::new, |(value, currency)| format!(", worth {} {time}", words::money(currency, value)));
    Some(format!("about {} bookings {time} to win back{worth}", words::quantity(bookings)))
}

/// The step and channel at which most is lost.
pub(crate) fn biggest_leak(subject: &Subject<'_>) -> Option<String> {
    let report = subject.report;
    let row = report.fix_first.iter().chain(&report.unaccounted).max_by(|one, other| {
        one.affected_per_month.total_cmp(&other.affected_per_month).then_with(|| other.channel.cmp(&one.channel))
    })?;
    Some(format!("{} at {}: {}", subject.title(&row.channel), row.step.name(), effect(row)))
}

/// How many findings there are, and how many of them weigh most.
pub(crate) fn findings(findings: &[Finding]) -> String {
    let rated = |rating| findings.iter().filter(|finding| finding.rating == rating).count();
    let (critical, high) = (rated(crate::report::Rating::Critical), rated(crate::report::Rating::High));
    let all = words::count(findings.len(), "finding", "findings");
    match (findings.len(), critical, high) {
        (0, ..) => "No finding: every step held".to_owned(),
        (_, 0, 0) => format!("{all}, none of them with leads lost"),
        (_, 0, high) => format!("{all}, {high} with leads lost"),
        (_, critical, _) => format!("{all}, {critical} of them critical"),
    }
}
