//! What happened at a step, in a few words.

use crate::audit::{CloseStatus, RecordedIn};
use crate::charts::terms::Terms;
use crate::framework::{Step, Verdict};
use crate::report::{Class, LeadReport, StepReport};
use crate::rules::{Case, State};
use crate::say;

/// What happened, from the most to the fewest words: the drawing takes the first that fits.
pub(super) fn step(terms: &Terms, case: &Case, report: &StepReport) -> Vec<String> {
    let words = terms.words;
    let what = what(terms, case, report);
    let none = || "none".to_owned();
    let limit = match case.state() {
        State::NotApplicable | State::Unknown => none(),
        _ => words.limit(case.limit()),
    };
    let open = match (report.elapsed_minutes, report.elapsed_open_minutes) {
        (Some(all), Some(0)) if all > 0 => none(),
        (Some(all), Some(open)) if all != open => words.hours(open),
        _ => "same".to_owned(),
    };
    let slot = match (case.step, case.lead.slot()) {
        (Step::Confirm, Some(slot)) => words.short_moment(case.audit.zone.to_datetime(slot.time)),
        _ => none(),
    };
    let was = report.derived.map_or_else(none, |derived| terms.verdict(derived).to_owned());
    let mut around = vec![
        [open.as_str(), &slot, &limit, &was],
        ["same", &slot, &limit, &was],
        ["same", "none", &limit, &was],
        ["same", "none", &limit, "none"],
    ];
    around.dedup();
    let text = |[open, slot, limit, was]: [&str; 4]| {
        say!(words, "timeline-words", what = &what, open = open, slot = slot, limit = limit, was = was)
    };
    let mut texts: Vec<_> = around.into_iter().map(text).collect();
    texts.push(what.clone());
    texts.dedup();
    texts
}

/// "claimed after 12 h 40 min"
fn what(terms: &Terms, case: &Case, report: &StepReport) -> String {
    let (words, step) = (terms.words, case.step.id());
    match case.state() {
        State::NotApplicable => words.get("timeline-not-applicable").to_owned(),
        State::Unknown => say!(words, "timeline-unknown", step = step),
        State::Never if report.verdict == Verdict::Pending => say!(words, "timeline-pending", step = step),
        State::Never => say!(words, "timeline-never", step = step),
        State::Fact if case.step == Step::Close => closed(terms, case, report),
        State::Fact => {
            let about = case.lead.at(case.step).is_some_and(|moment| moment.approximate);
            let minutes = report.elapsed_minutes.unwrap_or(0);
            let when = match minutes {
                0 if !about => "at-once",
                _ if about => "about",
                _ => "after",
            };
            say!(words, "timeline-done", did = did(case), when = when, time = words.duration(minutes))
        }
    }
}

/// What was done, as messages choose by it: the step, or what came of it.
fn did(case: &Case) -> &'static str {
    match case.step {
        Step::Continue => case.lead.r#continue.known.fact().map_or(case.step.id(), |fact| fact.result.id()),
        Step::Confirm if case.lead.slot().is_none() => "undated",
        step => step.id(),
    }
}

fn closed(terms: &Terms, case: &Case, report: &StepReport) -> String {
    let words = terms.words;
    let Some(fact) = case.lead.close.known.fact() else { return String::new() };
    let Some(at) = fact.at.filter(|_| fact.status != CloseStatus::Open) else {
        return match report.verdict {
            Verdict::Pending if fact.at.is_none() => words.get("timeline-still-open").to_owned(),
            _ => words.get("timeline-no-outcome").to_owned(),
        };
    };
    let status = words.name(fact.status);
    let (when, minutes) = match (case.lead.slot(), report.elapsed_minutes) {
        (Some(slot), _) if at.time < slot.time => ("before-slot", 0),
        (Some(_), Some(0)) => ("at-once", 0),
        (Some(_), Some(minutes)) => ("after-slot", minutes),
        (None, Some(minutes)) => ("after", minutes),
        (_, None) => return status,
    };
    let key = if fact.recorded_in == RecordedIn::Nowhere { "timeline-ended" } else { "timeline-closed" };
    say!(words, key, when = when, status = status, time = words.duration(minutes))
}

/// The result in a sentence; `stopped` says what happened at the step where the lead stopped.
pub(super) fn title(terms: &Terms, report: &LeadReport, stopped: &str) -> String {
    let words = terms.words;
    let lead = match report.test {
        true => say!(words, "timeline-test-lead", id = &report.id),
        false => say!(words, "timeline-lead", id = &report.id),
    };
    match (report.class, report.stopped_at) {
        (Class::Clean, _) => say!(words, "timeline-clean", lead = lead),
        (Class::Open, _) => say!(words, "timeline-open", lead = lead),
        (Class::Slipped, _) => say!(words, "timeline-slipped", lead = lead, wanting = wanting(terms, report)),
        (Class::Unproven, _) => say!(words, "timeline-unproven", lead = lead, wanting = wanting(terms, report)),
        (Class::Leaked, Some(step)) => {
            say!(words, "timeline-leaked", lead = lead, step = terms.step(step), what = stopped)
        }
        (Class::Leaked, None) => say!(words, "timeline-lost", lead = lead, wanting = wanting(terms, report)),
    }
}

/// "late at Claim and Continue, weak at Close the Loop"
fn wanting(terms: &Terms, report: &LeadReport) -> String {
    let groups = Verdict::ALL.into_iter().filter(|verdict| verdict.wanting()).filter_map(|verdict| {
        let steps: Vec<_> = report.steps.iter().filter(|(_, step)| step.verdict == verdict).map(|(step, _)| step).collect();
        let say = |steps| {
            let (id, name) = (verdict.css(), terms.verdict(verdict));
            say!(terms.words, "timeline-wanting", verdict = id, name = name, steps = terms.list(steps))
        };
        (!steps.is_empty()).then(|| say(steps))
    });
    groups.collect::<Vec<_>>().join(", ")
}
