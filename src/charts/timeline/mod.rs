//! One lead through the five steps, over opening hours.

mod draw;
mod scale;
mod words;

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan, tz::TimeZone};

use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{Step, Verdict};
use crate::report::LeadReport;
use crate::rules::{Case, State};
use crate::say;
use crate::words::{Words, capital, clock};
use scale::{Stretched, deadline};

/// What is drawn of one step.
struct Row {
    step: Step,
    verdict: Verdict,
    /// The verdict with its mark: `✕ fail`.
    marked: String,
    state: State,
    start: Timestamp,
    at: Option<Event>,
    /// When its limit was used up; none where that says nothing.
    deadline: Option<Timestamp>,
    /// What happened, from the most to the fewest words, each with a capital at its beginning.
    texts: Vec<String>,
}

/// A moment at which something happened.
struct Event {
    time: Timestamp,
    local: DateTime,
    /// What its mark says: `Claim: Wed 4 Mar 10:00`.
    tooltip: String,
}

/// A day of which something is drawn.
struct Day {
    begin: Timestamp,
    name: String,
    /// Whether something happened on it.
    eventful: bool,
}

/// What is drawn of a lead, in either form.
struct Trace {
    rows: Vec<Row>,
    slot: Option<Event>,
    /// The end of watching, where a step was still pending then.
    watched_to: Option<Timestamp>,
    /// All times that are drawn.
    times: Vec<Timestamp>,
    /// The days between them.
    days: Vec<Day>,
    /// Arrival, events and slot with their time of day, the most telling first.
    clocks: Vec<(Timestamp, String)>,
    /// When the business was open; none where nobody knows.
    open: Option<Vec<(Timestamp, Timestamp)>>,
}

/// The timeline of one lead.
pub fn lead(words: Words, audit: &Audit, channel: &Channel, lead: &Lead, report: &LeadReport) -> Chart {
    let (terms, zone) = (Terms::of(words), &audit.zone);
    let end = audit.end_of_watching();
    let (mut rows, mut table, mut sentences) = (Vec::with_capacity(5), Vec::with_capacity(5), Vec::with_capacity(5));
    // what happened at the step where the lead stopped, in the fewest words
    let mut stopped = String::new();
    for step in Step::ALL {
        let case = Case::new(audit, channel, lead, step, end);
        let (state, said) = (case.state(), &report.steps[step]);
        let deadline = if matches!(state, State::NotApplicable | State::Unknown) { None } else { deadline(&case) };
        let (name, marked) = (terms.step(step), terms.marked(said.verdict));
        let mut happened = words::step(terms, &case, said);
        sentences.push(say!(words, "timeline-sentence", step = name, verdict = terms.verdict(said.verdict), what = happened[0]));
        let texts: Vec<_> = happened.iter().map(|text| capital(text)).collect();
        let moment = |time: Timestamp| {
            let local = zone.to_datetime(time);
            (local, words.short_moment(local))
        };
        let at = case.timing.at.map(|time| (time, moment(time)));
        let cells = [at.as_ref().map(|(_, (_, text))| text.clone()), deadline.map(|time| moment(time).1)];
        let [when, until] = cells.map(|cell| cell.unwrap_or_else(|| "–".to_owned()));
        table.push(vec![name.to_owned(), marked.clone(), texts[0].clone(), when, until]);
        if report.stopped_at == Some(step) {
            stopped = happened.pop().unwrap_or_default();
        }
        let event = |(time, (local, text)): (_, (_, String))| {
            let tooltip = say!(words, "timeline-step-at", step = name, time = text);
            Event { time, local, tooltip }
        };
        let (start, at) = (case.timing.start, at.map(event));
        rows.push(Row { step, verdict: said.verdict, marked, state, start, at, deadline, texts });
    }
    let slot = lead.slot().map(|slot| {
        let local = zone.to_datetime(slot.time);
        let tooltip = say!(words, "timeline-slot-at", time = words.short_moment(local));
        Event { time: slot.time, local, tooltip }
    });
    let trace = Trace::new(words, audit, lead.arrived.time, rows, slot);
    let says = Says {
        terms,
        id: format!("timeline-{}", lead.id),
        title: words::title(terms, report, &stopped),
        subtitle: trace.subtitle(words, zone, lead.arrived.time),
        description: sentences.join(" "),
        table: Table::new(
            words.get("timeline-caption"),
            [
                words.get("chart-column-step"),
                words.get("chart-column-verdict"),
                words.get("timeline-column-what"),
                words.get("timeline-column-when"),
                words.get("timeline-limit-used-up"),
            ],
            table,
        ),
    };
    says.draw(|form, says| draw::trace(form, says, &trace))
}

impl Trace {
    fn new(words: Words, audit: &Audit, arrived: Timestamp, rows: Vec<Row>, slot: Option<Event>) -> Trace {
        let zone = &audit.zone;
        let pending = rows.iter().any(|row| row.verdict == Verdict::Pending);
        let watched_to = pending.then(|| audit.end_of_watching());
        let time = |event: &Event| event.time;
        let times = rows
            .iter()
            .filter(|row| row.state != State::NotApplicable)
            .flat_map(|row| [Some(row.start), row.at.as_ref().map(time), row.deadline])
            .chain([slot.as_ref().map(time), watched_to])
            .flatten()
            .collect();
        let events = rows.iter().rev().filter_map(|row| row.at.as_ref()).chain(&slot);
        let arrival = (arrived, zone.to_datetime(arrived));
        let moments: Vec<_> = [arrival].into_iter().chain(events.map(|event| (event.time, event.local))).collect();
        let mut trace = Trace { rows, slot, watched_to, times, days: Vec::new(), clocks: Vec::new(), open: None };
        let scale = trace.scale(0.0);
        let eventful: Vec<_> = moments.iter().map(|(_, local)| local.date()).collect();
        trace.days = days(words, zone, (scale.start(), scale.end()), &eventful);
        trace.clocks = moments.into_iter().map(|(time, local)| (time, clock(local))).collect();
        trace.open = audit.hours.as_ref().map(|hours| hours.spans(zone, scale.start(), scale.end()));
        trace
    }

    /// The scale over all that is drawn.
    fn scale(&self, least: f64) -> Stretched {
        Stretched::new(self.times.iter().copied(), least)
    }

    /// When the lead arrived, and what one has to know of the axis.
    fn subtitle(&self, words: Words, zone: &TimeZone, arrived: Timestamp) -> String {
        let local = zone.to_datetime(arrived);
        let (day, year) = (words.short_day(local.date()), local.year().to_string());
        let mut notes = vec![say!(words, "timeline-arrived", day = day, year = year, time = clock(local))];
        if !self.scale(0.02).to_scale() {
            notes.push(words.get("timeline-shorter").to_owned());
        }
        let last = self.clocks.iter().map(|(time, _)| *time).max().unwrap_or(arrived);
        if let Some(change) = zone.following(arrived).next().map(|change| change.timestamp()).filter(|time| *time <= last) {
            notes.push(say!(words, "timeline-clocks", day = words.short_day(zone.to_datetime(change).date())));
        }
        notes.join("; ")
    }
}

/// The days from one moment to another.
fn days(words: Words, zone: &TimeZone, (start, end): (Timestamp, Timestamp), eventful: &[Date]) -> Vec<Day> {
    let day = |begin: Timestamp, date: Date| Day { begin, name: words.short_day(date), eventful: eventful.contains(&date) };
    let mut date = zone.to_datetime(start).date();
    let mut days = vec![Day { eventful: true, ..day(start, date) }];
    while let Some(midnight) =
        date.checked_add(1.day()).ok().and_then(|next| zone.to_ambiguous_timestamp(next.at(0, 0, 0, 0)).compatible().ok())
    {
        if midnight > end || days.len() > 500 {
            break;
        }
        date = zone.to_datetime(midnight).date();
        days.push(day(midnight, date));
    }
    days
}
