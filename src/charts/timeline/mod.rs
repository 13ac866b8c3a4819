//! One lead through the five steps, over opening hours.

mod draw;
mod scale;
mod words;

use jiff::Timestamp;

use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{Step, Verdict};
use crate::report::LeadReport;
use crate::rules::{Case, State};
use crate::say;
use crate::words::{Words, capital};
use scale::{Stretched, deadline};

/// What is drawn of one step.
struct Row {
    step: Step,
    verdict: Verdict,
    state: State,
    start: Timestamp,
    at: Option<Timestamp>,
    /// When its limit was used up; none where that says nothing.
    deadline: Option<Timestamp>,
    /// What happened, from the most to the fewest words.
    words: Vec<String>,
}

/// What is drawn of a lead.
struct Trace<'a> {
    audit: &'a Audit,
    rows: Vec<Row>,
    slot: Option<Timestamp>,
    /// The end of watching, where a step was still pending then.
    watched_to: Option<Timestamp>,
}

/// The timeline of one lead.
pub fn lead(words: Words, audit: &Audit, channel: &Channel, lead: &Lead, report: &LeadReport) -> Chart {
    let terms = Terms::new(words);
    let end = audit.end_of_watching();
    let rows: Vec<_> = Step::ALL
        .into_iter()
        .map(|step| {
            let case = Case::new(audit, channel, lead, step, end);
            let state = case.state();
            let silent = matches!(state, State::NotApplicable | State::Unknown);
            Row {
                step,
                verdict: report.steps[step].verdict,
                state,
                start: case.timing.start,
                at: case.timing.at,
                deadline: if silent { None } else { deadline(&case) },
                words: words::step(&terms, &case, &report.steps[step]),
            }
        })
        .collect();
    let pending = rows.iter().any(|row| row.verdict == Verdict::Pending);
    let trace = Trace { audit, slot: lead.slot().map(|slot| slot.time), watched_to: pending.then_some(end), rows };
    let scale = trace.scale(0.02);
    let zone = &audit.zone;
    let arrived = lead.arrived.time;
    let (day, year) = (words.short_day(arrived, zone), zone.to_datetime(arrived).year().to_string());
    let mut notes = vec![say!(words, "timeline-arrived", day = day, year = year, time = words.clock(arrived, zone))];
    if !scale.to_scale() {
        notes.push(words.get("timeline-shorter").to_owned());
    }
    let last = trace.rows.iter().filter_map(|row| row.at).chain(trace.slot).max().unwrap_or(arrived);
    if let Some(change) = zone.following(arrived).next().map(|change| change.timestamp()).filter(|time| *time <= last) {
        notes.push(say!(words, "timeline-clocks", day = words.short_day(change, zone)));
    }
    let description = trace.rows.iter().map(|row| {
        let (step, verdict) = (terms.step(row.step), terms.verdict(row.verdict));
        say!(words, "timeline-sentence", step = step, verdict = verdict, what = &row.words[0])
    });
    let time = |time: Option<Timestamp>| time.map_or("–".to_owned(), |time| words.short_moment(time, zone));
    let rows = trace.rows.iter().map(|row| {
        let (step, what) = (terms.step(row.step).to_owned(), capital(&row.words[0]));
        vec![step, terms.marked(row.verdict), what, time(row.at), time(row.deadline)]
    });
    let head = [
        words.get("chart-column-step"),
        words.get("chart-column-verdict"),
        words.get("timeline-column-what"),
        words.get("timeline-column-when"),
        words.get("timeline-limit-used-up"),
    ];
    let stopped = |step: Step| trace.rows[usize::from(step.number()) - 1].words.last().cloned().unwrap_or_default();
    let says = Says {
        terms: &terms,
        id: format!("timeline-{}", lead.id),
        title: words::title(&terms, report, stopped),
        subtitle: notes.join("; "),
        description: description.collect::<Vec<_>>().join(" "),
        table: Table::new(words.get("timeline-caption"), head, rows.collect()),
    };
    says.draw(|form, says| draw::trace(form, says, &trace))
}

impl Trace<'_> {
    /// The scale over all that is drawn.
    fn scale(&self, least: f64) -> Stretched {
        let of_rows = self
            .rows
            .iter()
            .filter(|row| row.state != State::NotApplicable)
            .flat_map(|row| [Some(row.start), row.at, row.deadline]);
        Stretched::new(of_rows.chain([self.slot, self.watched_to]).flatten(), least)
    }
}
