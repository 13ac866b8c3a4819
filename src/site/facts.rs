//! What is known about each step of a lead, put into sentences and rows.

use serde::Serialize;

use super::subject::Subject;
use crate::audit::{
    Capture, Channel, Claim, Close, CloseStatus, Confirm, Continue, Known, Lead, Moment, OwnerKind, RecordedIn, ToldBy,
};
use crate::framework::{Clock, Step};
use crate::report::StepReport;
use crate::say;
use crate::words::{Time, Words, capital};

/// What is shown about one step.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Facts {
    /// The step in one sentence.
    pub(crate) statement: String,
    /// The details, each with its label.
    pub(crate) rows: Vec<Row>,
}

/// One detail of a step.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) label: &'static str,
    pub(crate) text: String,
    /// A moment that stands in front of the text.
    pub(crate) time: Option<Time>,
}

/// The facts of one step of a lead.
pub(crate) fn of(subject: &Subject<'_>, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) -> Facts {
    Facts {
        statement: statement(subject, channel, lead, step, report),
        rows: Rows { subject, words: subject.words, rows: Vec::with_capacity(8) }.of(channel, lead, step, report),
    }
}

/// One step of a lead in one sentence.
pub(crate) fn statement(subject: &Subject<'_>, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) -> String {
    let words = subject.words;
    match step {
        Step::Capture => said(words, step, &lead.capture.known, |fact| {
            let (when, time) = after(words, report);
            let missing = missing(channel, fact);
            match (fact.got.is_empty(), missing.len()) {
                (true, _) => say!(words, "facts-capture-empty", when = when, time = time),
                (_, 0) => say!(words, "facts-capture-complete", when = when, time = time),
                (_, count) => {
                    let missing = details(words, missing);
                    say!(words, "facts-capture-thin", when = when, time = time, missing = missing, count = count)
                }
            }
        }),
        Step::Claim => said(words, step, &lead.claim.known, |fact| {
            let (when, time) = after(words, report);
            let owner = subject.audit.owner_shown(&fact.owner);
            match fact.kind {
                OwnerKind::Shared => say!(words, "facts-claim-shared", when = when, time = time, owner = owner),
                _ => say!(words, "facts-claim", when = when, time = time, owner = capital(owner)),
            }
        }),
        Step::Continue => said(words, step, &lead.r#continue.known, |fact| {
            let (did, result) = (capital(&fact.did), words.about(fact.result, "said"));
            say!(words, "facts-continue", did = did, result = result, attempts = fact.touches)
        }),
        Step::Confirm => said(words, step, &lead.confirm.known, |fact| {
            let (what, by) = (capital(&fact.what), words.name(fact.told_by));
            let told = if fact.told_by == ToldBy::None { "no" } else { "yes" };
            match fact.slot.map(|slot| words.moment(slot.time, &subject.audit.zone).text) {
                Some(slot) => say!(words, "facts-confirm-dated", what = what, slot = slot, told = told, by = by),
                None => say!(words, "facts-confirm-undated", what = what, told = told, by = by),
            }
        }),
        Step::Close => said(words, step, &lead.close.known, |fact| {
            let outcome = match fact.status {
                CloseStatus::Open => words.get("facts-still-open").to_owned(),
                status => capital(&words.name(status)),
            };
            let agrees = if fact.agrees { "yes" } else { "no" };
            match fact.recorded_in {
                RecordedIn::Nowhere => say!(words, "facts-close-nowhere", agrees = agrees, outcome = outcome),
                RecordedIn::System(_) => {
                    let (system, _) = subject.recorded(&fact.recorded_in);
                    say!(words, "facts-close", agrees = agrees, outcome = outcome, system = system)
                }
            }
        }),
    }
}

/// The sentence on what is known of a step: that of its facts, or the one that there are none.
fn said<F>(words: Words, step: Step, known: &Known<F>, fact: impl FnOnce(&F) -> String) -> String {
    match known {
        Known::Fact(known) => fact(known),
        Known::Never(_) => words.about(step, "never"),
        Known::Unknown(_) => words.get("facts-unknown").to_owned(),
        Known::NotApplicable(_) => words.get("facts-not-applicable").to_owned(),
    }
}

/// How long a step took, as sentences choose by it: what it was, and the length of time.
fn after(words: Words, report: &StepReport) -> (&'static str, String) {
    match report.elapsed_minutes {
        None => ("unknown", String::new()),
        Some(0) => ("at-once", String::new()),
        Some(elapsed) => ("after", words.exact(elapsed)),
    }
}

/// What had to be captured and was not.
fn missing<'c>(channel: &'c Channel, fact: &Capture) -> Vec<&'c String> {
    channel.must_capture.iter().filter(|detail| !fact.got.contains(detail)).collect()
}

/// Details that are captured, as a list in words.
fn details<'d>(words: Words, details: impl IntoIterator<Item = &'d String>) -> String {
    words.list(&details.into_iter().map(|detail| words.detail(detail)).collect::<Vec<_>>())
}

/// Collects the details of one step.
struct Rows<'s, 'a> {
    subject: &'s Subject<'a>,
    words: Words,
    rows: Vec<Row>,
}

impl Rows<'_, '_> {
    fn of(mut self, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) -> Vec<Row> {
        let note = match step {
            Step::Capture => {
                self.known(&lead.capture.known, |rows, fact| rows.capture(channel, fact));
                &lead.capture.note
            }
            Step::Claim => {
                self.known(&lead.claim.known, Self::claim);
                &lead.claim.note
            }
            Step::Continue => {
                self.known(&lead.r#continue.known, Self::r#continue);
                &lead.r#continue.note
            }
            Step::Confirm => {
                self.known(&lead.confirm.known, Self::confirm);
                &lead.confirm.note
            }
            Step::Close => {
                self.known(&lead.close.known, Self::close);
                &lead.close.note
            }
        };
        self.times(channel, lead, step, report);
        if let Some(note) = note {
            self.row(self.words.get("facts-note"), note);
        }
        self.rows
    }

    fn row(&mut self, label: &'static str, text: impl Into<String>) {
        self.rows.push(Row { label, text: text.into(), time: None });
    }

    fn when(&mut self, label: &'static str, moment: Moment) {
        let time = Some(self.words.moment(moment.time, &self.subject.audit.zone));
        let text = if moment.approximate { self.words.get("facts-about") } else { "" };
        self.rows.push(Row { label, text: text.to_owned(), time });
    }

    fn recorded(&mut self, place: &RecordedIn) {
        let words = self.words;
        let (system, of_record) = self.subject.recorded(place);
        let text = match (place, of_record) {
            (RecordedIn::Nowhere, _) => system,
            (_, true) => say!(words, "facts-of-record", system = system),
            (_, false) => say!(words, "facts-not-of-record", system = system),
        };
        self.row(words.get("facts-recorded-in"), text);
    }

    /// The rows of a fact map, or the file's reason why there is none.
    fn known<F>(&mut self, known: &Known<F>, fact: impl FnOnce(&mut Self, &F)) {
        let words = self.words;
        match known {
            Known::Fact(known) => fact(self, known),
            Known::Never(Some(place)) => self.row(words.get("facts-on-looking"), place),
            Known::Unknown(Some(why)) => self.row(words.get("facts-why-not"), why),
            Known::NotApplicable(why) => self.row(words.get("facts-because"), why),
            Known::Never(None) | Known::Unknown(None) => {}
        }
    }

    fn capture(&mut self, channel: &Channel, fact: &Capture) {
        let words = self.words;
        self.when(words.get("facts-recorded"), fact.at);
        self.recorded(&fact.recorded_in);
        match fact.got.is_empty() {
            true => self.row(words.get("facts-captured"), words.get("facts-captured-nothing")),
            false => self.row(words.get("facts-captured"), details(words, &fact.got)),
        }
        let missing = missing(channel, fact);
        if !missing.is_empty() {
            self.row(words.get("facts-missing"), details(words, missing));
        }
    }

    fn claim(&mut self, fact: &Claim) {
        let words = self.words;
        let owner = self.subject.audit.owner_shown(&fact.owner);
        self.when(words.get("facts-taken"), fact.at);
        self.row(words.get("facts-owner"), format!("{owner} ({})", words.name(fact.kind)));
        if let Some(on_duty) = &fact.on_duty {
            self.row(words.get("facts-on-duty"), self.subject.audit.owner_shown(on_duty));
        }
        self.recorded(&fact.recorded_in);
    }

    fn r#continue(&mut self, fact: &Continue) {
        let words = self.words;
        self.when(words.get("facts-done"), fact.at);
        self.row(words.get("facts-what"), format!("{} ({})", fact.did, words.name(fact.fit)));
        self.row(words.get("facts-result"), words.name(fact.result));
        self.row(words.get("facts-attempts"), fact.touches.to_string());
        if let Some(next) = &fact.next_step {
            self.row(words.get("facts-next-step"), next);
        }
    }

    fn confirm(&mut self, fact: &Confirm) {
        let words = self.words;
        self.when(words.get("facts-confirmed"), fact.at);
        self.row(words.get("facts-what"), &fact.what);
        match fact.slot {
            Some(slot) => self.when(words.get("facts-for"), slot),
            None => self.row(words.get("facts-for"), words.get("facts-no-date")),
        }
        self.row(words.get("facts-told-by"), words.name(fact.told_by));
        self.recorded(&fact.recorded_in);
    }

    fn close(&mut self, fact: &Close) {
        let words = self.words;
        self.row(words.get("facts-outcome"), words.name(fact.status));
        if let Some(at) = fact.at {
            let label = if fact.recorded_in == RecordedIn::Nowhere { "facts-ended" } else { "facts-recorded" };
            self.when(words.get(label), at);
        }
        self.recorded(&fact.recorded_in);
        if let Some(reason) = &fact.reason {
            self.row(words.get("facts-reason"), reason);
        }
        if !fact.agrees {
            self.row(words.get("facts-systems"), words.get("facts-disagree"));
        }
    }

    /// How long the step took and how long it may take, on both clocks where they differ.
    fn times(&mut self, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) {
        let words = self.words;
        if let Some(elapsed) = report.elapsed_minutes {
            let since = match step {
                Step::Confirm if lead.r#continue.known.fact().is_some() => Since::Continue,
                Step::Close if lead.slot().is_some() => Since::Slot,
                _ => Since::Arrival,
            };
            self.row(words.get("facts-took"), took(words, elapsed, report.elapsed_open_minutes, since));
        }
        self.row(words.get("facts-limit"), limit(words, channel, step));
    }
}

/// Whose the limits of a channel are, in a sentence without a full stop.
pub(crate) fn whose_limits(words: Words, channel: &Channel) -> String {
    let own: Vec<String> = channel.own_limits.iter().filter(|(_, own)| **own).map(|(step, _)| words.name(step)).collect();
    let source = channel.within_source.as_deref().map_or_else(|| words.get("limits-set").to_owned(), capital);
    match own.len() {
        0 => words.get("limits-default").to_owned(),
        5 => source,
        _ => say!(words, "limits-mixed", source = source, steps = words.list(&own)),
    }
}

/// How long a step may take, on which clock, and who says so: `15 min of opening hours (default of the framework)`.
pub(crate) fn limit(words: Words, channel: &Channel, step: Step) -> String {
    let limit = &channel.within[step];
    let clock = if limit.in_days() { Clock::Always } else { channel.clock };
    let whose = match (&channel.within_source, channel.own_limits[step]) {
        (Some(source), true) => source.as_str(),
        (None, true) => words.get("limit-set"),
        (_, false) => words.get("limit-default"),
    };
    say!(words, "limit-on-clock", clock = clock.id(), limit = words.limit(limit), whose = whose)
}

/// From what a step's time is counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Since {
    Arrival,
    Continue,
    /// The confirmed slot.
    Slot,
}

/// A length of time on both clocks: `12 h 40 min after arrival, 27 min of it in opening hours`.
fn took(words: Words, elapsed: i64, open: Option<i64>, since: Since) -> String {
    let time = words.exact(elapsed);
    let since = match since {
        Since::Slot if elapsed == 0 => return say!(words, "took-by-slot", time = time),
        _ if elapsed == 0 => return say!(words, "took-at-once", time = time),
        Since::Arrival => "arrival",
        Since::Continue => "continue",
        Since::Slot => "slot",
    };
    let took = say!(words, "took-since", time = time, since = since);
    let Some(open) = open else { return took };
    let share = match open {
        0 => "none",
        _ if open == elapsed => "all",
        _ => "some",
    };
    say!(words, "took-open", took = took, share = share, open = words.hours(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_are_named_where_they_differ() {
        let said = |elapsed, open, since| took(Words::english(), elapsed, open, since);
        assert_eq!(said(760, Some(27), Since::Arrival), "12 h 40 min after arrival, 27 min of it in opening hours");
        assert_eq!(said(6, Some(6), Since::Continue), "6 min after Continue, all of it in opening hours");
        assert_eq!(said(600, Some(0), Since::Slot), "10 h after the confirmed slot, none of it in opening hours");
        assert_eq!(said(6, None, Since::Arrival), "6 min after arrival");
        assert_eq!(said(0, Some(0), Since::Arrival), "0 min: at once");
        assert_eq!(said(0, None, Since::Slot), "0 min: on record by the time of the slot");
    }
}
