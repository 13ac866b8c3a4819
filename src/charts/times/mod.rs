//! Time to a step: a mark per lead on a log axis with the limit drawn in; from ten leads on also the share that got there.

mod draw;
mod survival;
mod swarm;

use std::collections::BTreeMap;

use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::audit::{Audit, Channel, Lead};
use crate::framework::{Clock, Limit, Step, Verdict};
use crate::report::{ChannelReport, StepReport};
use crate::rules::{Case, State};
use crate::say;
use crate::words::Words;
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
    words: Words,
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
pub fn channel(words: Words, audit: &Audit, channel: &Channel, report: &ChannelReport, step: Step) -> Chart {
    let terms = Terms::of(words);
    let waits = Waits::new(words, audit, channel, report, step);
    let mut left_out = Vec::new();
    if waits.unknown > 0 {
        left_out.push(say!(words, "times-unknown", count = waits.unknown));
    }
    if waits.not_applicable > 0 {
        left_out.push(say!(words, "times-not-applicable", count = waits.not_applicable));
    }
    let says = Says {
        terms,
        id: format!("times-{}-{}", step.id(), report.id),
        title: waits.title(),
        subtitle: say!(
            words,
            "times-subtitle",
            step = step.id(),
            name = terms.step(step),
            clock = if waits.open_hours { "open" } else { "all" },
            out = or_none(left_out.join(", "))
        ),
        description: waits.description(),
        table: waits.table(terms),
    };
    says.draw(|form, says| draw::waits(form, says, &waits))
}

/// A text as messages choose by it: `none` where there is nothing to say.
fn or_none(text: String) -> String {
    if text.is_empty() { "none".to_owned() } else { text }
}

impl<'a> Waits<'a> {
    fn new(words: Words, audit: &'a Audit, channel: &'a Channel, report: &'a ChannelReport, step: Step) -> Waits<'a> {
        let limit = &channel.within[step];
        let end = audit.end_of_watching();
        let mut waits = Waits {
            words,
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
        if self.open_hours { self.words.hours(minutes) } else { self.words.duration(minutes) }
    }

    /// What is done to a lead at this step: `claimed`.
    fn done(&self) -> &'static str {
        let words = self.words;
        match self.step {
            Step::Capture => words.get("times-done-capture"),
            Step::Claim => words.get("times-done-claim"),
            Step::Continue => words.get("times-done-continue"),
            Step::Confirm => words.get("times-done-confirm"),
            Step::Close => words.get("times-done-close"),
        }
    }

    fn title(&self) -> String {
        let (words, done, limit) = (self.words, self.done(), self.words.limit(self.limit));
        let (in_time, all) = (self.in_time(), self.all());
        let never: usize = self.never.values().filter(|(verdict, _)| *verdict != Verdict::Pending).map(|(_, count)| count).sum();
        // a voicemail has its time, and its own dot, and did not get the lead on
        let failed = self.arrived.iter().filter(|lead| !lead.there && lead.verdict == Verdict::Fail).count();
        let mut rest = Vec::new();
        if never > 0 {
            rest.push(say!(words, "times-never", count = never));
        }
        if failed > 0 {
            rest.push(say!(words, "times-failed", count = failed));
        }
        match (in_time, all) {
            (_, 0) => words.get("times-none").to_owned(),
            (1, 1) => say!(words, "times-one-in-time", done = done, limit = limit),
            (0, 1) if rest.is_empty() => say!(words, "times-one-late", done = done, limit = limit),
            (0, 1) => say!(words, "times-one-never", done = done),
            _ if in_time == all => say!(words, "times-all", done = done, limit = limit),
            _ => {
                let rest = or_none(rest.join(", "));
                say!(words, "times-some", there = in_time, all = all, done = done, limit = limit, rest = rest)
            }
        }
    }

    /// What is said of the leads at the right edge: how many, what of them, and as which verdict.
    fn edge(&self) -> Vec<(Verdict, String)> {
        let says = |verdict: Verdict, count: usize| match verdict {
            Verdict::Pending => say!(self.words, "times-edge-pending", count = count, done = self.done()),
            _ => say!(self.words, "times-edge", count = count, done = self.done()),
        };
        self.never.values().map(|(verdict, count)| (*verdict, says(*verdict, *count))).collect()
    }

    /// When so many had got there.
    fn reached(&self, curve: &Curve, share: f64) -> String {
        curve.reaches(share).map_or(self.words.get("chart-not-reached").to_owned(), |minutes| self.time(minutes))
    }

    fn description(&self) -> String {
        let words = self.words;
        let (there, all, limit) = (self.in_time(), self.all(), words.limit(self.limit));
        let mut sentences = vec![say!(words, "times-in-time", there = there, all = all, limit = limit)];
        let minutes = || self.arrived.iter().map(|lead| lead.minutes);
        if let (Some(first), Some(last)) = (minutes().min(), minutes().max()) {
            sentences.push(say!(words, "times-range", first = self.time(first), last = self.time(last)));
        }
        let stuck = self.arrived.iter().filter(|lead| !lead.there).count();
        if stuck > 0 {
            sentences.push(say!(words, "times-stuck", leads = stuck));
        }
        sentences.extend(self.edge().into_iter().map(|(_, text)| say!(words, "chart-sentence", what = text)));
        if let Some(curve) = &self.curve {
            let time = |share| curve.reaches(share).map_or("none".to_owned(), |minutes| self.time(minutes));
            sentences.push(say!(words, "times-median-is", time = time(0.5)));
            sentences.push(say!(words, "times-percentile-is", time = time(0.9)));
        }
        sentences.join(" ")
    }

    fn table(&self, terms: &Terms) -> Table {
        let words = self.words;
        let caption = say!(words, "times-caption", step = terms.step(self.step));
        let never = words.get("times-cell-never");
        if self.all() <= ROWS {
            let mut arrived: Vec<_> = self.arrived.iter().collect();
            arrived.sort_by_key(|lead| lead.minutes);
            let there = arrived.into_iter().map(|lead| (lead.id.to_owned(), self.time(lead.minutes), lead.verdict));
            let nowhere = self.never.values().map(|(verdict, count)| (words.leads(*count), never.to_owned(), *verdict));
            let rows = there.chain(nowhere).map(|(lead, time, verdict)| vec![lead, time, terms.verdict(verdict).to_owned()]);
            let head = [words.get("chart-column-lead"), words.get("chart-column-time"), words.get("chart-column-verdict")];
            return Table::new(caption, head, rows.collect());
        }
        let mut rows = Vec::new();
        let mut from = -1;
        for to in TICKS.into_iter().chain([i64::MAX]) {
            let count = self.arrived.iter().filter(|lead| from < lead.minutes && lead.minutes <= to).count();
            if count > 0 {
                let range = match to {
                    i64::MAX => say!(words, "times-over", time = self.time(from)),
                    _ => say!(words, "times-up-to", time = self.time(to)),
                };
                rows.push(vec![range, words.count(count)]);
            }
            from = to;
        }
        rows.extend(self.never.values().map(|(verdict, count)| {
            let when = if *verdict == Verdict::Pending { words.get("times-cell-pending") } else { never };
            vec![when.to_owned(), words.count(*count)]
        }));
        Table::new(caption, [words.get("chart-column-time"), words.get("chart-column-leads")], rows)
    }
}

/// Times in minutes at which the axis may carry a label.
const TICKS: [i64; 14] = [1, 5, 15, 60, 240, 720, 1440, 4320, 10_080, 20_160, 43_200, 86_400, 172_800, 525_600];

/// Whether a step that has a time got the lead on: it moved, or it came so late that the lead was dead.
fn got_there(report: &StepReport) -> bool {
    let dead = report.rules.iter().any(|rule| rule.ends_with("-dead"));
    report.verdict.moved() || report.verdict == Verdict::Fail && dead && !report.rules.contains(&"continue-no-contact")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::samples;
    use crate::framework::ChannelKind;
    use crate::words::Language;

    #[test]
    fn a_voicemail_in_time_takes_nobody_further() {
        let steps = |continued| ["+0m", "+1m", continued, "never", "open"];
        let leads = ["+5m", "+5m voicemail", "+6m said", "+2d", "never"].into_iter().enumerate();
        let leads = leads.map(|(number, continued)| samples::lead(&format!("P-{number}"), "2026-03-03 10:00", steps(continued)));
        let audit = samples::with([samples::channel("phone", "Phone", ChannelKind::Phone, leads.collect())]);
        let report = samples::report(&audit);
        let title = |words| {
            let waits = Waits::new(words, &audit, &audit.channels[0], &report.channels[0], Step::Continue);
            assert_eq!(waits.arrived.iter().map(|lead| lead.there).collect::<Vec<_>>(), [true, false, false, true]);
            waits.title()
        };
        let english = "1 of 5 leads was taken further within 15 min; 1 never was, 1 try did not count";
        let german = "1 von 5 Anfragen wurde innerhalb von 15 Min. fortgeführt; 1 nie, 1 Versuch zählte nicht";
        assert_eq!([Words::english(), Words::of(Language::German)].map(title), [english, german]);
    }
}
