//! What happened at a step, in a few words.

use jiff::{Timestamp, tz::TimeZone};

use crate::audit::{CloseStatus, ContactResult, Lead};
use crate::framework::{Step, Verdict};
use crate::report::{Class, LeadReport, StepReport};
use crate::rules::{Case, State};
use crate::words::{duration_text, hours_text, limit_text, list_text};

/// What happened, from the most to the fewest words: the drawing takes the first that fits.
pub(super) fn step(case: &Case, report: &StepReport) -> Vec<String> {
    let head = head(case, report);
    let limit = match case.state() {
        State::NotApplicable | State::Unknown => String::new(),
        _ => format!(" (limit {})", limit_text(case.limit())),
    };
    let open = match (report.elapsed_minutes, report.elapsed_open_minutes) {
        (Some(all), Some(0)) if all > 0 => ", none of it in opening hours".to_owned(),
        (Some(all), Some(open)) if all != open => format!(", {} of it in opening hours", hours_text(open)),
        _ => String::new(),
    };
    let slot = match (case.step, case.lead.slot()) {
        (Step::Confirm, Some(slot)) => format!(", for {}", day_and_time(slot.time, &case.audit.zone)),
        _ => String::new(),
    };
    let overridden = report.derived.map_or(String::new(), |derived| format!("; overridden, was {}", derived.id()));
    let mut texts = vec![
        format!("{head}{open}{slot}{limit}{overridden}"),
        format!("{head}{slot}{limit}{overridden}"),
        format!("{head}{limit}{overridden}"),
        format!("{head}{limit}"),
        head,
    ];
    texts.dedup();
    texts
}

fn head(case: &Case, report: &StepReport) -> String {
    let done = match case.step {
        Step::Capture => "recorded",
        Step::Claim => "claimed",
        Step::Continue => "taken further",
        Step::Confirm => "confirmed",
        Step::Close => "closed",
    };
    match case.state() {
        State::NotApplicable => "does not apply".to_owned(),
        State::Unknown => format!("nobody can tell whether it was {done}"),
        State::Never if report.verdict == Verdict::Pending => format!("not yet {done} when watching ended"),
        State::Never => format!("never {done}"),
        State::Fact => match case.step {
            Step::Close => closed(case, report),
            _ => format!("{} {}", did(case.lead, case.step), after(case, report)),
        },
    }
}

/// "claimed", "left a voicemail": what was done.
fn did(lead: &Lead, step: Step) -> &'static str {
    match step {
        Step::Capture => "recorded",
        Step::Claim => "claimed",
        Step::Continue => match lead.r#continue.known.fact().map(|fact| fact.result) {
            Some(ContactResult::Reached) => "reached the buyer",
            Some(ContactResult::Replied) => "the buyer replied",
            Some(ContactResult::Sent) => "sent something, nothing came back",
            Some(ContactResult::Voicemail) => "left a voicemail",
            Some(ContactResult::NoAnswer) => "called, no answer",
            Some(ContactResult::Bounced) => "sent something, it bounced",
            Some(ContactResult::AutoReply) => "sent an automatic reply",
            None => "taken further",
        },
        Step::Confirm if lead.slot().is_none() => "promised without a date",
        Step::Confirm => "confirmed",
        Step::Close => "closed",
    }
}

/// "at once", "after 12 h 40 min".
fn after(case: &Case, report: &StepReport) -> String {
    let about = if case.lead.at(case.step).is_some_and(|moment| moment.approximate) { "about " } else { "" };
    match report.elapsed_minutes {
        None => String::new(),
        Some(0) if about.is_empty() => "at once".to_owned(),
        Some(minutes) => format!("after {about}{}", duration_text(minutes)),
    }
}

fn closed(case: &Case, report: &StepReport) -> String {
    let Some(fact) = case.lead.close.known.fact() else { return String::new() };
    let status = fact.status.name();
    let Some(at) = fact.at else {
        return match report.verdict {
            Verdict::Pending => "still open when watching ended".to_owned(),
            _ => "still open, no outcome on record".to_owned(),
        };
    };
    if fact.status == CloseStatus::Open {
        return "still open, no outcome on record".to_owned();
    }
    match (case.lead.slot(), report.elapsed_minutes) {
        (Some(slot), _) if at.time < slot.time => format!("{status}, on record before the slot"),
        (Some(_), Some(0)) => format!("{status}, on record at once"),
        (Some(_), Some(minutes)) => format!("{status}, on record {} after the slot", duration_text(minutes)),
        (None, Some(minutes)) => format!("{status}, on record after {}", duration_text(minutes)),
        (_, None) => status.to_owned(),
    }
}

/// The result in a sentence; `stopped` says what happened at the step where the lead stopped.
pub(super) fn title(report: &LeadReport, stopped: impl Fn(Step) -> String) -> String {
    let name = if report.test { format!("Test lead {}", report.id) } else { format!("Lead {}", report.id) };
    match (report.class, report.stopped_at) {
        (Class::Clean, _) => format!("{name}: every step held"),
        (Class::Open, _) => format!("{name} is still under way"),
        (Class::Slipped, _) => format!("{name} came through; {}", wanting(report)),
        (Class::Unproven, _) => format!("{name}: nothing proves that it came through; {}", wanting(report)),
        (Class::Leaked, Some(step)) => format!("{name} stopped at {}: {}", step.name(), stopped(step)),
        (Class::Leaked, None) => format!("{name} was lost; {}", wanting(report)),
    }
}

/// "late at Claim and Continue, weak at Close the Loop"
fn wanting(report: &LeadReport) -> String {
    let groups = Verdict::ALL.into_iter().filter(|verdict| verdict.wanting()).filter_map(|verdict| {
        let steps: Vec<_> =
            report.steps.iter().filter(|(_, step)| step.verdict == verdict).map(|(step, _)| step.name()).collect();
        let word = if verdict == Verdict::Fail { "failed" } else { verdict.id() };
        (!steps.is_empty()).then(|| format!("{word} at {}", list_text(&steps)))
    });
    groups.collect::<Vec<_>>().join(", ")
}

/// `Wed 4 Mar`
pub(super) fn day(time: Timestamp, zone: &TimeZone) -> String {
    zone.to_datetime(time).strftime("%a %-d %b").to_string()
}

/// `19:47`
pub(super) fn clock(time: Timestamp, zone: &TimeZone) -> String {
    let time = zone.to_datetime(time);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `Wed 4 Mar 19:47`
pub(super) fn day_and_time(time: Timestamp, zone: &TimeZone) -> String {
    format!("{} {}", day(time, zone), clock(time, zone))
}
