//! Headlines: what was found, in one sentence.

use super::subject::Subject;
use super::words::{self, leads_text as leads};
use crate::framework::{Step, Verdict};
use crate::report::{ChannelReport, Class, Classes, Finding, FixFirst, LeadReport, Rating, Report};
use crate::say;
use crate::words::Words;

/// What became of an audit's leads, for the head of its overview.
pub(crate) fn audit(_words: Words, report: &Report) -> String {
    let leads = report.channels.iter().flat_map(|channel| &channel.leads);
    let unaccounted = leads.filter(|lead| leaked_at(lead, Step::Close)).count();
    classes(&report.overall.classes, unaccounted)
}

/// What became of leads, of which so many leaked at Close the Loop: those are not lost before a booking, nobody can account for them.
fn classes(classes: &Classes, unaccounted: usize) -> String {
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
    let lost = classes.leaked - unaccounted;
    match (lost, unaccounted) {
        (0, 0) => {}
        (0, _) => return format!("Nobody can account for {}", lower(&of(unaccounted))),
        (_, 0) => return format!("{} {} lost between first contact and booking", of(lost), was(lost)),
        _ => {
            let lost = format!("{} {} lost between first contact and booking", of(lost), was(lost));
            return format!("{lost}; nobody can account for {unaccounted} more");
        }
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
pub(crate) fn channel(_words: Words, channel: &ChannelReport) -> String {
    let leaks = |step: Step| channel.leads.iter().filter(|lead| leaked_at(lead, step)).count();
    let unaccounted = leaks(Step::Close);
    let places: Vec<Step> = Step::ALL.into_iter().filter(|step| *step != Step::Close && leaks(*step) > 0).collect();
    let all = channel.classes.leaked - unaccounted;
    let lost = format!("{all} of {} lost", leads(channel.counted));
    let names: Vec<&str> = places.iter().map(|step| step.name()).collect();
    let lost = match places.iter().find(|step| leaks(**step) * 2 > all) {
        _ if places.is_empty() => return classes(&channel.classes, unaccounted),
        Some(step) if places.len() > 1 => format!("{lost}, most of them at {}", step.name()),
        _ => format!("{lost}, at {}", words::list_text(&names)),
    };
    if unaccounted == 0 { lost } else { format!("{lost}; nobody can account for {unaccounted} more") }
}

/// The same with a small letter at its beginning.
fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn leaked_at(lead: &LeadReport, step: Step) -> bool {
    !lead.test && lead.class == Class::Leaked && lead.stopped_at == Some(step)
}

/// What became of one lead.
pub(crate) fn lead(_words: Words, lead: &LeadReport) -> String {
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
        (Class::Leaked, Some(Step::Close)) => "nobody can show how it ended".to_owned(),
        (Class::Leaked, Some(step)) => format!("lost at {}", step.name()),
        (Class::Leaked, None) => "lost".to_owned(),
        (Class::Unproven, _) => {
            let unproven = lead.steps.iter().find(|(_, step)| step.verdict == Verdict::Unproven);
            match unproven.map(|(step, _)| step) {
                Some(Step::Close) | None => "nothing shows how it ended".to_owned(),
                Some(step) => format!("nothing shows what came of it at {}", step.name()),
            }
        }
        (Class::Open, _) => "still under way when watching ended".to_owned(),
    }
}

/// A finding in a few words, where the auditor gave it no title.
pub(crate) fn finding(words: Words, step: Step) -> String {
    words.about(step, "finding")
}

/// How many leads were lost at a place, and what that comes to a month.
pub(crate) fn effect(_words: Words, row: &FixFirst) -> String {
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
pub(crate) fn at_stake(words: Words) -> &'static str {
    words.get("at-stake-note")
}

/// What is lost at a place and what is at stake there, as a whole sentence: for a place that has room for one.
pub(crate) fn stakes(words: Words, row: &FixFirst, currency: Option<&str>) -> String {
    let effect = effect(words, row);
    match recoverable(words, row, currency) {
        Some(recoverable) => say!(words, "effect-and-stake", effect = effect, stake = recoverable),
        None => say!(words, "effect-alone", effect = effect),
    }
}

/// How many bookings are at stake at a place; none for Close the Loop, which adds no bookings.
pub(crate) fn recoverable(_words: Words, row: &FixFirst, currency: Option<&str>) -> Option<String> {
    let bookings = row.recoverable_per_month?;
    let time = if row.volume_known { "a month" } else { "in a sample like this" };
    let worth = row
        .recoverable_value_per_month
        .zip(currency)
        .map_or_else(String::new, |(value, currency)| format!(", worth about {} {time}", words::money_about(currency, value)));
    let bookings = words::quantity(bookings);
    let noun = if bookings == "1" { "booking" } else { "bookings" };
    Some(format!("at stake: about {bookings} {noun} {time}{worth}"))
}

/// The first of the things to mend, as the place where it happens.
pub(crate) fn biggest_leak(_words: Words, subject: &Subject<'_>) -> Option<String> {
    let report = subject.report;
    let row = report.fix_first.iter().chain(&report.unaccounted).next()?;
    let lost = if row.step == Step::Close { "without an account" } else { "lost" };
    let (step, channel) = (row.step.name(), subject.title(&row.channel));
    Some(format!("{step} in {channel}: {} of {} {lost}{}", row.leaks, leads(row.of), a_month(row)))
}

/// How many findings there are, and how many of them weigh most.
pub(crate) fn findings(_words: Words, findings: &[Finding]) -> String {
    let rated = |rating| findings.iter().filter(|finding| finding.rating == rating).count();
    let (critical, high) = (rated(Rating::Critical), rated(Rating::High));
    let all = words::count(findings.len(), "finding", "findings");
    match (findings.len(), critical, high) {
        (0, ..) => "No finding: every step held".to_owned(),
        (1, 0, 0) => "1 finding, without a leaked lead".to_owned(),
        (_, 0, 0) => format!("{all}, none of them with leaked leads"),
        (1, 0, _) => "1 finding, with leaked leads".to_owned(),
        (_, 0, high) => format!("{all}, {high} of them with leaked leads"),
        (1, ..) => "1 finding, and it is critical".to_owned(),
        (_, critical, _) => format!("{all}, {critical} of them critical"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_that_nobody_can_account_for_was_not_lost_before_a_booking() {
        let said = |clean, slipped, leaked, unproven, unaccounted| {
            classes(&Classes { clean, slipped, leaked, unproven, open: 1 }, unaccounted)
        };
        assert_eq!(said(0, 0, 0, 0, 0), "No lead can be counted yet");
        assert_eq!(said(1, 0, 1, 0, 0), "1 of 2 leads was lost between first contact and booking");
        assert_eq!(said(0, 0, 3, 0, 0), "All 3 leads were lost between first contact and booking");
        assert_eq!(
            said(1, 0, 3, 0, 1),
            "2 of 4 leads were lost between first contact and booking; nobody can account for 1 more"
        );
        assert_eq!(said(1, 0, 2, 0, 2), "Nobody can account for 2 of 3 leads");
        assert_eq!(said(0, 0, 1, 0, 1), "Nobody can account for the one lead");
        assert_eq!(said(2, 1, 0, 1, 0), "No lead was seen to leak, and nothing shows what became of 1 of 4 leads");
        assert_eq!(said(2, 1, 0, 0, 0), "Every lead came through, 1 of 3 not cleanly");
        assert_eq!(said(0, 1, 0, 0, 0), "The one lead came through, not cleanly");
        assert_eq!(said(2, 0, 0, 0, 0), "All 2 leads came through without a slip");
    }
}
