//! One lead through the five steps, over opening hours.

mod draw;
mod scale;
mod words;

use jiff::Timestamp;

use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{Step, Verdict};
use crate::report::LeadReport;
use crate::rules::{Case, State};
use crate::words::Words;
use crate::words::capital;
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
pub fn lead(_words: Words, audit: &Audit, channel: &Channel, lead: &Lead, report: &LeadReport) -> Chart {
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
                words: words::step(&case, &report.steps[step]),
            }
        })
        .collect();
    let pending = rows.iter().any(|row| row.verdict == Verdict::Pending);
    let trace = Trace { audit, slot: lead.slot().map(|slot| slot.time), watched_to: pending.then_some(end), rows };
    let scale = trace.scale(0.02);
    let zone = &audit.zone;
    let arrived = lead.arrived.time;
    let mut notes = vec![format!("Arrived {} {}", words::day(arrived, zone), zone.to_datetime(arrived).strftime("%Y, %H:%M"))];
    if !scale.to_scale() {
        notes.push("long quiet stretches are drawn shorter".to_owned());
    }
    let last = trace.rows.iter().filter_map(|row| row.at).chain(trace.slot).max().unwrap_or(arrived);
    if let Some(change) = zone.following(arrived).next().map(|change| change.timestamp()).filter(|time| *time <= last) {
        notes.push(format!("the clocks change on {}", words::day(change, zone)));
    }
    let description = trace.rows.iter().map(|row| format!("{}: {}, {}.", row.step.name(), row.verdict.id(), row.words[0]));
    let rows = trace
        .rows
        .iter()
        .map(|row| {
            let time = |time: Option<Timestamp>| time.map_or("–".to_owned(), |time| words::day_and_time(time, zone));
            let words = capital(&row.words[0]);
            vec![
                row.step.name().to_owned(),
                format!("{} {}", row.verdict.mark(), row.verdict.id()),
                words,
                time(row.at),
                time(row.deadline),
            ]
        })
        .collect();
    let title = words::title(report, |step| trace.rows[usize::from(step.number()) - 1].words.last().cloned().unwrap_or_default());
    let says = Says {
        id: format!("timeline-{}", lead.id),
        title,
        subtitle: notes.join("; "),
        description: description.collect::<Vec<_>>().join(" "),
        table: Table::new("The five steps", ["step", "verdict", "what happened", "when", "limit used up"], rows),
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
