//! Headlines: what was found, in one sentence.

use crate::framework::{Step, Verdict};
use crate::report::{ChannelReport, Class, Classes, Finding, FixFirst, LeadReport, Overall, Rating};
use crate::say;
use crate::words::Words;

/// What became of an audit's leads, for the head of its overview.
pub(crate) fn audit(words: Words, overall: &Overall, unaccounted: &[FixFirst]) -> String {
    classes(words, &overall.classes, unaccounted.iter().map(|row| row.leaks).sum())
}

/// What became of leads, of which so many leaked at Close the Loop: those are not lost before a booking, nobody can account for them.
fn classes(words: Words, classes: &Classes, unaccounted: usize) -> String {
    let counted = classes.total() - classes.open;
    let how = |number: usize| match counted {
        1 => "one",
        _ if number == counted => "all",
        _ => "some",
    };
    let said = |key: &str, number: usize| say!(words, key, how = how(number), number = number, counted = counted);
    match (classes.leaked - unaccounted, unaccounted) {
        _ if counted == 0 => words.get("headline-nothing-counted").to_owned(),
        (0, 0) if classes.unproven > 0 => said("headline-unproven", classes.unproven),
        (0, 0) if classes.slipped > 0 => said("headline-slipped", classes.slipped),
        (0, 0) => said("headline-clean", counted),
        (0, _) => said("headline-unaccounted", unaccounted),
        (lost, more) => with_unaccounted(words, said("headline-lost", lost), more),
    }
}

/// What was lost, and how many more nobody can account for.
fn with_unaccounted(words: Words, lost: String, more: usize) -> String {
    if more == 0 { lost } else { say!(words, "headline-more-unaccounted", lost = lost, count = more) }
}

/// Where a channel's leads are lost, for the head of its page.
pub(crate) fn channel(words: Words, channel: &ChannelReport) -> String {
    let leaks = |step: Step| channel.leads.iter().filter(|lead| leaked_at(lead, step)).count();
    let unaccounted = leaks(Step::Close);
    let places: Vec<Step> = Step::ALL.into_iter().filter(|step| *step != Step::Close && leaks(*step) > 0).collect();
    let (lost, counted) = (channel.classes.leaked - unaccounted, channel.counted);
    let most = places.iter().find(|step| leaks(**step) * 2 > lost);
    let said = match (places.as_slice(), most) {
        ([], _) => return classes(words, &channel.classes, unaccounted),
        ([step], _) => say!(words, "headline-lost-at", number = lost, counted = counted, step = words.name(*step)),
        (_, Some(step)) => say!(words, "headline-lost-most-at", number = lost, counted = counted, step = words.name(*step)),
        _ => {
            let steps: Vec<String> = places.iter().map(|step| words.name(*step)).collect();
            say!(words, "headline-lost-at-steps", number = lost, counted = counted, steps = words.list(&steps))
        }
    };
    with_unaccounted(words, said, unaccounted)
}

/// Whether a lead was lost at a step, or, at Close the Loop, cannot be accounted for.
pub(super) fn leaked_at(lead: &LeadReport, step: Step) -> bool {
    !lead.test && lead.class == Class::Leaked && lead.stopped_at == Some(step)
}

/// What became of one lead.
pub(crate) fn lead(words: Words, lead: &LeadReport) -> String {
    let verdicts = || lead.steps.iter().map(|(_, step)| step.verdict);
    match (lead.class, lead.stopped_at) {
        (Class::Clean, _) if verdicts().any(|verdict| verdict == Verdict::NotApplicable) => {
            words.get("lead-every-step").to_owned()
        }
        (Class::Clean | Class::Open, _) => words.about(lead.class, "meaning"),
        (Class::Slipped, _) => {
            let slips = verdicts().filter(|verdict| !verdict.clean()).count();
            let first = lead.slipped_at.map_or_else(String::new, |step| words.name(step));
            match lead.proven_booking {
                true => say!(words, "lead-booked", slips = slips, step = first),
                false => say!(words, "lead-came-through", slips = slips, step = first),
            }
        }
        (Class::Leaked, Some(Step::Close)) => words.get("lead-unaccounted").to_owned(),
        (Class::Leaked, Some(step)) => say!(words, "lead-lost-at", step = words.name(step)),
        (Class::Leaked, None) => words.get("lead-lost").to_owned(),
        (Class::Unproven, _) => match lead.steps.iter().find(|(_, step)| step.verdict == Verdict::Unproven) {
            Some((Step::Close, _)) | None => words.get("lead-unproven").to_owned(),
            Some((step, _)) => say!(words, "lead-unproven-at", step = words.name(step)),
        },
    }
}

/// A finding in a few words, where the auditor gave it no title.
pub(crate) fn finding(words: Words, step: Step) -> String {
    words.about(step, "finding")
}

/// How many leads were lost at a place, and what that comes to a month.
pub(crate) fn effect(words: Words, row: &FixFirst) -> String {
    let lost = match row.step {
        Step::Close => say!(words, "effect-unaccounted", leaks = row.leaks, of = row.of),
        _ => say!(words, "effect-lost", leaks = row.leaks, of = row.of),
    };
    a_month(words, row, lost)
}

/// What was lost in the sample, and what that comes to a month.
fn a_month(words: Words, row: &FixFirst, lost: String) -> String {
    if !row.volume_known {
        return say!(words, "effect-sample", lost = lost);
    }
    let (affected, range) = (words.estimate(row.affected_per_month, row.high), words.range(row.low, row.high));
    say!(words, "effect-a-month", lost = lost, affected = affected, range = range)
}

/// What an estimate by bookings rests on, said wherever one stands.
pub(crate) fn at_stake(words: Words) -> &'static str {
    words.get("at-stake-note")
}

/// What is lost at a place and what is at stake there, as a whole sentence.
pub(crate) fn stakes(words: Words, row: &FixFirst, currency: Option<&str>) -> String {
    let effect = effect(words, row);
    match recoverable(words, row, currency) {
        Some(recoverable) => say!(words, "effect-and-stake", effect = effect, stake = recoverable),
        None => say!(words, "effect-alone", effect = effect),
    }
}

/// How many bookings are at stake at a place; none for Close the Loop, which adds no bookings.
pub(crate) fn recoverable(words: Words, row: &FixFirst, currency: Option<&str>) -> Option<String> {
    let count = bookings(row)?;
    let worth = row.recoverable_value_per_month.zip(currency).map(|(value, currency)| words.money_about(currency, value));
    let stake = match row.volume_known {
        true => say!(words, "stake-a-month", count = count),
        false => say!(words, "stake-sample", count = count),
    };
    Some(match worth {
        None => stake,
        Some(worth) if row.volume_known => say!(words, "stake-a-month-worth", stake = stake, worth = worth),
        Some(worth) => say!(words, "stake-sample-worth", stake = stake, worth = worth),
    })
}

/// How many bookings those are in whole ones, since no sample supports more; what is nearer to none than to one is 0.
pub(crate) fn bookings(row: &FixFirst) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "what is beyond any integer stays at its end")]
    row.recoverable_per_month.map(|bookings| bookings.round() as i64)
}

/// The first of the things to mend: at which step of which channel, and what is lost there.
pub(crate) fn biggest_leak(words: Words, row: &FixFirst, channel: &str) -> String {
    let key = if row.step == Step::Close { "leak-unaccounted" } else { "leak-lost" };
    let lost = say!(words, key, step = words.name(row.step), channel = channel, leaks = row.leaks, of = row.of);
    a_month(words, row, lost)
}

/// How many findings there are, and how many of them weigh most.
pub(crate) fn findings(words: Words, findings: &[Finding]) -> String {
    let rated = |rating| findings.iter().filter(|finding| finding.rating == rating).count();
    let count = findings.len();
    match (count, rated(Rating::Critical), rated(Rating::High)) {
        (0, ..) => words.get("headline-findings-none").to_owned(),
        (_, 0, 0) => say!(words, "headline-findings-without-leaks", count = count),
        (_, 0, high) => say!(words, "headline-findings-with-leaks", count = count, high = high),
        (_, critical, _) => say!(words, "headline-findings-critical", count = count, critical = critical),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn bookings_at_stake_are_whole_ones() {
        let said = |words: Words, bookings: f64, volume_known: bool| {
            let row = FixFirst {
                channel: "phone".into(),
                step: Step::Claim,
                leaks: 1,
                of: 4,
                affected_per_month: 10.0,
                low: 2.0,
                high: 28.0,
                volume_known,
                recoverable_per_month: Some(bookings),
                recoverable_value_per_month: None,
            };
            recoverable(words, &row, None).unwrap()
        };
        assert_eq!(said(Words::english(), 8.75, true), "at stake: about 9 bookings a month");
        assert_eq!(said(Words::english(), 1.4, true), "at stake: about 1 booking a month");
        assert_eq!(said(Words::english(), 0.4, false), "at stake: less than 1 booking in a sample like this");
        assert_eq!(said(Words::of(Language::German), 0.4, true), "auf dem Spiel steht weniger als 1 Buchung im Monat");
        assert_eq!(said(Words::of(Language::German), 1234.4, true), "auf dem Spiel stehen etwa 1.234 Buchungen im Monat");
    }

    #[test]
    fn a_lead_that_nobody_can_account_for_was_not_lost_before_a_booking() {
        let said = |clean, slipped, leaked, unproven, unaccounted| {
            classes(Words::english(), &Classes { clean, slipped, leaked, unproven, open: 1 }, unaccounted)
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
