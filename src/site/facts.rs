//! What is known about each step of a lead, put into sentences and rows.

use serde::Serialize;

use super::subject::Subject;
use super::words::{self, Time};
use crate::audit::{Channel, CloseStatus, ContactResult, Known, Lead, Moment, OwnerKind, RecordedIn, ToldBy};
use crate::framework::{Clock, Step};
use crate::report::StepReport;
use crate::words::Words;

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

/// Collects the facts of one step.
struct Facter<'s, 'a> {
    subject: &'s Subject<'a>,
    rows: Vec<Row>,
}

/// The facts of one step of a lead.
pub(crate) fn of(subject: &Subject<'_>, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) -> Facts {
    let mut facter = Facter { subject, rows: Vec::new() };
    let after = report.elapsed_minutes.map(|elapsed| match elapsed {
        0 => " at once".to_owned(),
        _ => format!(" after {}", words::exact(elapsed)),
    });
    let after = after.unwrap_or_default();
    let statement = match step {
        Step::Capture => facter.capture(channel, lead, &after),
        Step::Claim => facter.claim(lead, &after),
        Step::Continue => facter.r#continue(lead),
        Step::Confirm => facter.confirm(lead),
        Step::Close => facter.close(lead),
    };
    facter.times(channel, lead, step, report);
    let note = match step {
        Step::Capture => &lead.capture.note,
        Step::Claim => &lead.claim.note,
        Step::Continue => &lead.r#continue.note,
        Step::Confirm => &lead.confirm.note,
        Step::Close => &lead.close.note,
    };
    if let Some(note) = note {
        facter.row("Note", note);
    }
    Facts { statement, rows: facter.rows }
}

impl Facter<'_, '_> {
    fn row(&mut self, label: &'static str, text: impl Into<String>) {
        self.rows.push(Row { label, text: text.into(), time: None });
    }

    fn when(&mut self, label: &'static str, moment: Moment) {
        let time = Some(words::moment(moment.time, &self.subject.audit.zone));
        let text = if moment.approximate { "(about)" } else { "" };
        self.rows.push(Row { label, text: text.to_owned(), time });
    }

    fn recorded(&mut self, place: &RecordedIn) {
        let (name, of_record) = self.subject.recorded(place);
        let text = match (place, of_record) {
            (RecordedIn::Nowhere, _) => "nowhere".to_owned(),
            (_, true) => format!("{name}, a system of record"),
            (_, false) => format!("{name}, not a system of record"),
        };
        self.row("Recorded in", text);
    }

    /// The sentence where there is no fact map; the file's reason becomes a row.
    fn without_facts<F>(&mut self, known: &Known<F>, never: &str) -> String {
        match known {
            Known::Never(place) => {
                if let Some(place) = place {
                    self.row("On looking", place);
                }
                never.to_owned()
            }
            Known::Unknown(why) => {
                if let Some(why) = why {
                    self.row("Why not", why);
                }
                "Nobody can tell whether this happened.".to_owned()
            }
            Known::NotApplicable(why) => {
                self.row("Because", why);
                "The step does not apply to this lead.".to_owned()
            }
            Known::Fact(_) => String::new(),
        }
    }

    fn capture(&mut self, channel: &Channel, lead: &Lead, after: &str) -> String {
        let Some(fact) = lead.capture.known.fact() else {
            return self.without_facts(&lead.capture.known, "Nothing was recorded.");
        };
        self.when("Recorded", fact.at);
        self.recorded(&fact.recorded_in);
        let missing: Vec<&String> = channel.must_capture.iter().filter(|detail| !fact.got.contains(detail)).collect();
        self.row("Captured", if fact.got.is_empty() { "nothing".to_owned() } else { words::list_text(&fact.got) });
        if !missing.is_empty() {
            self.row("Missing", words::list_text(&missing));
        }
        match (fact.got.is_empty(), missing.is_empty()) {
            (true, _) => format!("A record was made{after}, and it holds nothing."),
            (_, true) => format!("Recorded{after}, with every detail that is needed."),
            (_, false) => {
                let is = if missing.len() == 1 { "is" } else { "are" };
                format!("Recorded{after}; {} {is} missing.", words::list_text(&missing))
            }
        }
    }

    fn claim(&mut self, lead: &Lead, after: &str) -> String {
        let Some(fact) = lead.claim.known.fact() else {
            return self.without_facts(&lead.claim.known, "Nobody took it.");
        };
        let owner = self.subject.audit.owner_shown(&fact.owner);
        self.when("Taken", fact.at);
        self.row("Owner", format!("{owner} ({})", self.subject.words.name(fact.kind)));
        if let Some(on_duty) = &fact.on_duty {
            self.row("On duty", self.subject.audit.owner_shown(on_duty));
        }
        self.recorded(&fact.recorded_in);
        match fact.kind {
            OwnerKind::Shared => format!("It lay in a place that everybody shares ({owner}){after}."),
            _ => format!("{} took it{after}.", words::capital(owner)),
        }
    }

    fn r#continue(&mut self, lead: &Lead) -> String {
        let Some(fact) = lead.r#continue.known.fact() else {
            return self.without_facts(&lead.r#continue.known, "No next action was taken.");
        };
        self.when("Done", fact.at);
        self.row("What", format!("{} ({})", fact.did, fact.fit.name()));
        self.row("Result", fact.result.name());
        self.row("Attempts", fact.touches.to_string());
        if let Some(next) = &fact.next_step {
            self.row("Next step", next);
        }
        let attempts = if fact.touches > 1 { format!(", after {} attempts", fact.touches) } else { String::new() };
        let result = match fact.result {
            ContactResult::Reached => "the buyer was reached",
            ContactResult::Replied => "the buyer replied",
            ContactResult::Sent => "sent, and no answer seen",
            ContactResult::Voicemail => "it ended in a voicemail",
            ContactResult::NoAnswer => "no answer",
            ContactResult::Bounced => "it bounced",
            ContactResult::AutoReply => "an automatic reply came back",
        };
        format!("{}: {result}{attempts}.", words::capital(&fact.did))
    }

    fn confirm(&mut self, lead: &Lead) -> String {
        let Some(fact) = lead.confirm.known.fact() else {
            return self.without_facts(&lead.confirm.known, "Nothing was confirmed to the buyer.");
        };
        self.when("Confirmed", fact.at);
        self.row("What", &fact.what);
        match fact.slot {
            Some(slot) => self.when("For", slot),
            None => self.row("For", "no date"),
        }
        self.row("Buyer told by", fact.told_by.name());
        self.recorded(&fact.recorded_in);
        let what = words::capital(&fact.what);
        let slot = fact.slot.map_or_else(
            || " without a date".to_owned(),
            |slot| format!(" for {}", words::moment(slot.time, &self.subject.audit.zone).text),
        );
        match fact.told_by {
            ToldBy::None => format!("{what}{slot}; the buyer was not told."),
            told_by => format!("{what}{slot}; the buyer was told ({}).", told_by.name()),
        }
    }

    fn close(&mut self, lead: &Lead) -> String {
        let Some(fact) = lead.close.known.fact() else {
            return self.without_facts(&lead.close.known, "No outcome was recorded.");
        };
        self.row("Outcome", fact.status.name());
        if let Some(at) = fact.at {
            self.when("Recorded", at);
        }
        self.recorded(&fact.recorded_in);
        if let Some(reason) = &fact.reason {
            self.row("Reason", reason);
        }
        if !fact.agrees {
            self.row("Systems", "they tell different stories");
        }
        let (place, _) = self.subject.recorded(&fact.recorded_in);
        let disagree = if fact.agrees { "" } else { "; another system tells another story" };
        let outcome = if fact.status == CloseStatus::Open { "Still open".to_owned() } else { words::capital(fact.status.name()) };
        let recorded = match fact.recorded_in {
            RecordedIn::Nowhere => "recorded nowhere".to_owned(),
            RecordedIn::System(_) => format!("recorded in {place}"),
        };
        format!("{outcome}, {recorded}{disagree}.")
    }

    /// How long the step took and how long it may take, on both clocks where they differ.
    fn times(&mut self, channel: &Channel, lead: &Lead, step: Step, report: &StepReport) {
        if let Some(elapsed) = report.elapsed_minutes {
            let since = match step {
                Step::Confirm if lead.r#continue.known.fact().is_some() => "after Continue",
                Step::Close if lead.slot().is_some() => AFTER_SLOT,
                _ => "after arrival",
            };
            self.row("Took", took(elapsed, report.elapsed_open_minutes, since));
        }
        self.row("Limit", limit(self.subject.words, channel, step));
    }
}

/// Whose a limit is that a channel sets without naming a source.
const SET: &str = "set for this channel";

/// Whose the limits of a channel are, in a sentence without a full stop.
pub(crate) fn whose_limits(_words: Words, channel: &Channel) -> String {
    let own: Vec<&str> = channel.own_limits.iter().filter(|(_, own)| **own).map(|(step, _)| step.name()).collect();
    let source = words::capital(channel.within_source.as_deref().unwrap_or("set for this channel, without a source"));
    match own.len() {
        0 => "Default of the framework".to_owned(),
        5 => source,
        _ => format!("{source} for {}; the rest by default of the framework", words::list_text(&own)),
    }
}

/// How long a step may take, on which clock, and who says so: `15 min of opening hours (default of the framework)`.
pub(crate) fn limit(_words: Words, channel: &Channel, step: Step) -> String {
    let limit = &channel.within[step];
    let clock = if channel.clock == Clock::Business && !limit.in_days() { " of opening hours" } else { "" };
    let whose = match (&channel.within_source, channel.own_limits[step]) {
        (Some(source), true) => source.as_str(),
        (None, true) => SET,
        (_, false) => "default of the framework",
    };
    format!("{}{clock} ({whose})", words::limit_text(limit))
}

/// Since when Close the Loop is timed where there is a slot.
const AFTER_SLOT: &str = "after the confirmed slot";

/// A length of time on both clocks: `12 h 40 min after arrival, 27 min of it in opening hours`.
pub(crate) fn took(elapsed: i64, open: Option<i64>, since: &str) -> String {
    if elapsed == 0 {
        return match since {
            AFTER_SLOT => "0 min: on record by the time of the slot".to_owned(),
            _ => "0 min: at once".to_owned(),
        };
    }
    let wall = format!("{} {since}", words::exact(elapsed));
    match open {
        None => wall,
        Some(open) if open == elapsed => format!("{wall}, all of it in opening hours"),
        Some(0) => format!("{wall}, none of it in opening hours"),
        Some(open) => format!("{wall}, {} of it in opening hours", words::hours_text(open)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_clocks_are_named_where_they_differ() {
        assert_eq!(took(760, Some(27), "after arrival"), "12 h 40 min after arrival, 27 min of it in opening hours");
        assert_eq!(took(6, Some(6), "after arrival"), "6 min after arrival, all of it in opening hours");
        assert_eq!(took(600, Some(0), "after arrival"), "10 h after arrival, none of it in opening hours");
        assert_eq!(took(6, None, "after arrival"), "6 min after arrival");
        assert_eq!(took(0, Some(0), "after arrival"), "0 min: at once");
        assert_eq!(took(0, None, AFTER_SLOT), "0 min: on record by the time of the slot");
    }
}
