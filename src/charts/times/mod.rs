//! Time to a step: a mark per lead on a log axis with the limit drawn in; from ten leads on also the share that got there.

mod draw;
mod survival;
mod swarm;

use std::collections::BTreeMap;

use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{Clock, Limit, Step, Verdict};
use crate::report::{ChannelReport, StepReport};
use crate::rules::{Case, State};
use crate::words::Words;
use crate::words::{count_text, duration_text, hours_text, leads_text, limit_text, of_text};
use survival::{Curve, Wait};

/// From so many leads on percentiles are shown (framework §7).
const CURVE_FROM: usize = 10;
/// So many leads have a row each in the table; of more, ranges of time have one.
const ROWS: usize = 40;

/// One lead that got there.
struct Arrived<'a> {
    id: &'a str,
    minutes: i64,
    verdict: Verdict,
    /// Whether it got through the step then, in time or not: an attempt that reached nobody has a time, and got nowhere.
    there: bool,
}

/// What is known of all leads at one step.
struct Waits<'a> {
    step: Step,
    limit: &'a Limit,
    /// Whether minutes of opening hours are counted.
    open_hours: bool,
    arrived: Vec<Arrived<'a>>,
    /// Leads that had not got there when watching ended, by verdict.
    never: BTreeMap<u8, (Verdict, usize)>,
    /// Leads of which nobody can tell.
    unknown: usize,
    not_applicable: usize,
    /// The estimate; from ten leads on.
    curve: Option<Curve>,
}

/// How long the leads of one channel waited at one step; made for Claim and Continue, and true of the others as well.
pub fn channel(_words: Words, audit: &Audit, channel: &Channel, report: &ChannelReport, step: Step) -> Chart {
    let waits = Waits::new(audit, channel, report, step);
    let mut left_out = Vec::new();
    for (count, what) in [(waits.unknown, "unknown"), (waits.not_applicable, "n/a")] {
        if count > 0 {
            left_out.push(format!("{} {what}", count_text(count)));
        }
    }
    let left_out = if left_out.is_empty() { String::new() } else { format!("; not in it: {}", left_out.join(", ")) };
    let clock = if waits.open_hours { "opening hours only" } else { "around the clock" };
    let from = match step {
        Step::Capture | Step::Claim | Step::Continue => "arrival",
        Step::Confirm => "Continue",
        Step::Close => "the confirmed slot",
    };
    let says = Says {
        id: format!("times-{}-{}", step.id(), report.id),
        title: waits.title(),
        subtitle: format!("Time from {from} to {}, {clock}, on a log scale{left_out}", step.name()),
        description: waits.description(),
        table: waits.table(),
    };
    says.draw(|form, says| draw::waits(form, says, &waits))
}

impl<'a> Waits<'a> {
    fn new(audit: &'a Audit, channel: &'a Channel, report: &'a ChannelReport, step: Step) -> Waits<'a> {
        let limit = &channel.within[step];
        let end = audit.end_of_watching();
        let mut waits = Waits {
            step,
            limit,
            open_hours: channel.clock == Clock::Business && !limit.in_days() && audit.hours.is_some(),
            arrived: Vec::new(),
            never: BTreeMap::new(),
            unknown: 0,
            not_applicable: 0,
            curve: None,
        };
        let traced: BTreeMap<&str, &Lead> = channel.leads.iter().map(|lead| (lead.id.as_str(), lead)).collect();
        let mut watched = Vec::new();
        for lead in report.leads.iter().filter(|lead| !lead.test) {
            let derived = &lead.steps[step];
            let Some(trace) = traced.get(lead.id.as_str()) else { continue };
            let state = trace.state(step);
            if derived.verdict == Verdict::NotApplicable || state == State::NotApplicable {
                waits.not_applicable += 1;
                continue;
            }
            if state == State::Unknown {
                waits.unknown += 1;
                continue;
            }
            if let Some(minutes) = derived.elapsed_on_clock_minutes.or(derived.elapsed_minutes) {
                let there = got_there(derived);
                waits.arrived.push(Arrived { id: &lead.id, minutes, verdict: derived.verdict, there });
                // of what is only said, nothing is known from then on
                if there || derived.verdict == Verdict::Unproven {
                    watched.push(Wait { minutes, ended: there });
                    continue;
                }
            } else {
                waits.never.entry(derived.verdict as u8).or_insert((derived.verdict, 0)).1 += 1;
            }
            let start = Case::new(audit, channel, trace, step, end).timing.start;
            let minutes = match &audit.hours {
                Some(hours) if waits.open_hours => hours.minutes_between(&audit.zone, start, end),
                _ => (end.as_second() - start.as_second()).max(0) / 60,
            };
            watched.push(Wait { minutes, ended: false });
        }
        if watched.len() >= CURVE_FROM {
            waits.curve = Some(Curve::of(&watched));
        }
        waits
    }

    /// How many leads are in it.
    fn all(&self) -> usize {
        self.arrived.len() + self.never.values().map(|(_, count)| count).sum::<usize>()
    }

    /// How many got there within the limit.
    fn in_time(&self) -> usize {
        self.arrived.iter().filter(|lead| lead.there && lead.minutes <= self.limit.length()).count()
    }

    /// A time in the words of the clock.
    fn time(&self, minutes: i64) -> String {
        if self.open_hours { hours_text(minutes) } else { duration_text(minutes) }
    }

    fn title(&self) -> String {
        let (done, limit, in_time, all) = (done(self.step), limit_text(self.limit), self.in_time(), self.all());
        let never: usize = self.never.values().filter(|(verdict, _)| *verdict != Verdict::Pending).map(|(_, count)| count).sum();
        let failed = self.arrived.iter().filter(|lead| !lead.there && lead.verdict == Verdict::Fail).count();
        let never = match never {
            0 => None,
            1 => Some("1 never was".to_owned()),
            more => Some(format!("{} never were", count_text(more))),
        };
        // a voicemail has its time, and its own dot, and did not get the lead on
        let failed = match failed {
            0 => None,
            1 => Some("1 try did not count".to_owned()),
            more => Some(format!("{} tries did not count", count_text(more))),
        };
        let never: Vec<_> = never.into_iter().chain(failed).collect();
        let never = if never.is_empty() { String::new() } else { format!("; {}", never.join(", ")) };
        match (in_time, all) {
            (_, 0) => "There is no time to show yet".to_owned(),
            (1, 1) => format!("The one lead was {done} within {limit}"),
            (0, 1) if never.is_empty() => format!("The one lead was not {done} within {limit}"),
            (0, 1) => format!("The one lead was never {done}"),
            _ if in_time == all => format!("Every lead was {done} within {limit}"),
            (0, _) => format!("No lead was {done} within {limit}{never}"),
            (1, _) => format!("{} leads was {done} within {limit}{never}", of_text(1, all)),
            _ => format!("{} leads were {done} within {limit}{never}", of_text(in_time, all)),
        }
    }

    /// What is said of the leads at the right edge: how many, what of them, and as which verdict.
    fn edge(&self) -> Vec<(Verdict, String)> {
        self.never
            .values()
            .map(|(verdict, count)| {
                let what = if *verdict == Verdict::Pending { "not yet" } else { "never" };
                (*verdict, format!("{} {what} {}", count_text(*count), done(self.step)))
            })
            .collect()
    }

    fn description(&self) -> String {
        let mut sentences =
            vec![format!("{} within the limit of {}.", of_text(self.in_time(), self.all()), limit_text(self.limit))];
        let mut minutes: Vec<_> = self.arrived.iter().map(|lead| lead.minutes).collect();
        minutes.sort_unstable();
        if let (Some(first), Some(last)) = (minutes.first(), minutes.last()) {
            sentences.push(format!("Shortest {}, longest {}.", self.time(*first), self.time(*last)));
        }
        let stuck = self.arrived.iter().filter(|lead| !lead.there).count();
        if stuck > 0 {
            sentences.push(format!("{} have a time and did not get on, or are only said to have.", leads_text(stuck)));
        }
        sentences.extend(self.edge().into_iter().map(|(_, text)| format!("{text}.")));
        for (share, name) in [(0.5, "Median"), (0.9, "90th percentile")] {
            if let Some(curve) = &self.curve {
                let time = curve.reaches(share).map_or("not reached".to_owned(), |minutes| self.time(minutes));
                sentences.push(format!("{name}: {time}."));
            }
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        let caption = format!("Time to {}", self.step.name());
        if self.all() <= ROWS {
            let mut rows: Vec<_> = self
                .arrived
                .iter()
                .map(|lead| (lead.minutes, vec![lead.id.to_owned(), self.time(lead.minutes), lead.verdict.id().to_owned()]))
                .collect();
            rows.sort_by_key(|(minutes, _)| *minutes);
            let mut rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
            rows.extend(
                self.never.values().map(|(verdict, count)| vec![leads_text(*count), "never".to_owned(), verdict.id().to_owned()]),
            );
            return Table::new(caption, ["lead", "time", "verdict"], rows);
        }
        let mut rows = Vec::new();
        let mut from = -1;
        for to in TICKS.into_iter().chain([i64::MAX]) {
            let count = self.arrived.iter().filter(|lead| from < lead.minutes && lead.minutes <= to).count();
            if count > 0 {
                let range = if to == i64::MAX { format!("over {}", self.time(from)) } else { format!("up to {}", self.time(to)) };
                rows.push(vec![range, count_text(count)]);
            }
            from = to;
        }
        rows.extend(self.edge().into_iter().zip(self.never.values()).map(|((_, _), (verdict, count))| {
            vec![if *verdict == Verdict::Pending { "not yet" } else { "never" }.to_owned(), count_text(*count)]
        }));
        Table::new(caption, ["time", "leads"], rows)
    }
}

/// Times in minutes at which the axis may carry a label.
const TICKS: [i64; 14] = [1, 5, 15, 60, 240, 720, 1440, 4320, 10_080, 20_160, 43_200, 86_400, 172_800, 525_600];

/// Whether a step that has a time got the lead on: it moved, or it came so late that the lead was dead.
fn got_there(report: &StepReport) -> bool {
    let dead = report.rules.iter().any(|rule| rule.ends_with("-dead"));
    report.verdict.moved() || report.verdict == Verdict::Fail && dead && !report.rules.contains(&"continue-no-contact")
}

const fn done(step: Step) -> &'static str {
    match step {
        Step::Capture => "recorded",
        Step::Claim => "claimed",
        Step::Continue => "taken further",
        Step::Confirm => "confirmed",
        Step::Close => "closed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::samples;
    use crate::framework::ChannelKind;

    #[test]
    fn a_voicemail_in_time_takes_nobody_further() {
        let steps = |continued| ["+0m", "+1m", continued, "never", "open"];
        let leads = ["+5m", "+5m voicemail", "+6m said", "+2d", "never"].into_iter().enumerate();
        let leads = leads.map(|(number, continued)| samples::lead(&format!("P-{number}"), "2026-03-03 10:00", steps(continued)));
        let audit = samples::with([samples::channel("phone", "Phone", ChannelKind::Phone, leads.collect())]);
        let report = samples::report(&audit);
        let waits = Waits::new(&audit, &audit.channels[0], &report.channels[0], Step::Continue);
        assert_eq!(waits.arrived.iter().map(|lead| lead.there).collect::<Vec<_>>(), [true, false, false, true]);
        assert_eq!(waits.title(), "1 of 5 leads was taken further within 15 min; 1 never was, 1 try did not count");
    }
}
