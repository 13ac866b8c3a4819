//! Moments: what they are on the time line, and whether they can be so.

mod resolve;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::given;
use crate::audit::model::{Moment, Period};
use crate::audit::raw::{LeadEntry, Told};
use crate::audit::read::RawAudit;
use crate::audit::values::{At, REACH, Written, WrittenTime, days_between};
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::{PerStep, Step};

/// Clocks of two systems may differ by this many seconds before an order is doubted.
const TOLERANCE: i64 = 120;

/// The moments of one lead; none where they could not be told.
#[derive(Clone, Debug, Default)]
pub(in crate::audit) struct LeadTimes {
    /// The arrival.
    pub(in crate::audit) arrived: Option<Moment>,
    /// Of each step.
    pub(in crate::audit) at: PerStep<Option<Moment>>,
    /// The confirmed slot.
    pub(in crate::audit) slot: Option<Moment>,
}

/// What the audit says of time.
struct Frame<'a> {
    zone: &'a TimeZone,
    zone_name: &'a str,
    period: Option<&'a At<Period>>,
    watched: Option<&'a At<Date>>,
}

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Vec<LeadTimes>> {
    let main = audit.main.as_ref();
    let frame = main.and_then(|main| main.timezone.get().map(|zone| (main, zone))).map(|(main, (zone, zone_name))| Frame {
        zone,
        zone_name,
        period: main.period.at(),
        watched: main.observed_through.at(),
    });
    if let Some((period, watched)) = frame.as_ref().and_then(|frame| frame.period.zip(frame.watched)) {
        for (at, last, name) in [(period.place, period.value.to, "period"), (watched.place, watched.value, "observed_through")] {
            if days_between(period.value.from, last) > REACH {
                let message = format!("`{name}` goes on until {last}, more than ten years after the period began");
                problems.push(Diagnostic::new(Code::BadTime, at, message).help("correct the year"));
            }
        }
    }
    let times = |lead: &LeadEntry, problems: &mut Vec<Diagnostic>| match &frame {
        Some(frame) => frame.lead(lead, problems),
        None => LeadTimes::default(),
    };
    let channels = audit.channels.iter().map(|channel| channel.record.as_ref());
    channels
        .map(|record| {
            record.into_iter().flat_map(|record| given(&record.leads)).map(|lead| times(&lead.value, problems)).collect()
        })
        .collect()
}

impl Frame<'_> {
    fn lead(&self, lead: &LeadEntry, problems: &mut Vec<Diagnostic>) -> LeadTimes {
        let mut times = LeadTimes::default();
        let arrived = lead.arrived.at();
        times.arrived = arrived.and_then(|at| self.near(at, None, problems));
        let arrived = arrived.zip(times.arrived);
        let late_arrival = arrived.is_some_and(|(at, moment)| self.arrival(at, moment, problems));
        for view in lead.steps() {
            let Some(at) = view.at.and_then(|field| field.at()) else { continue };
            let Some(moment) = self.near(at, times.arrived, problems) else { continue };
            times.at[view.step] = Some(moment);
            if let Some((arrival, start)) = arrived {
                before_arrival(view.step, at, moment, arrival, start, problems);
            }
            // a lead that arrived too late has been reported, and so have all its steps
            if !late_arrival || matches!(at.value.time, WrittenTime::Local(_)) {
                self.after_observation(view.step, at, moment, problems);
            }
        }
        if let Some(Told::Fact(confirm)) = lead.confirm.get() {
            times.slot = confirm.slot.at().and_then(|at| self.near(at, times.arrived, problems));
        }
        out_of_order(lead, &times, problems);
        times
    }

    /// The moment that is meant, where it lies within reach of the audit; else it is reported.
    fn near(&self, at: &At<Written>, arrived: Option<Moment>, problems: &mut Vec<Diagnostic>) -> Option<Moment> {
        let moment = self.resolve(at, arrived, problems)?;
        let day = self.day(moment);
        let period = self.period.filter(|period| days_between(period.value.from, day).abs() > REACH);
        if let Some(period) = period {
            let side = if day < period.value.from { "before" } else { "after" };
            problems.push(
                Diagnostic::new(
                    Code::BadTime,
                    at.place,
                    format!("{day} lies more than ten years {side} the period of the audit"),
                )
                .second(period.place, "the period")
                .help("correct the year, or the length of time"),
            );
            return None;
        }
        Some(moment)
    }

    fn day(&self, moment: Moment) -> Date {
        self.zone.to_datetime(moment.time).date()
    }

    /// Checks the arrival; whether it lies behind the last day watched.
    fn arrival(&self, at: &At<Written>, moment: Moment, problems: &mut Vec<Diagnostic>) -> bool {
        let day = self.day(moment);
        if let Some(period) = self.period.filter(|period| !period.value.contains(day)) {
            let side = if day < period.value.from { "before it begins" } else { "after it ends" };
            problems.push(
                Diagnostic::new(Code::ArrivalOutsidePeriod, at.place, format!("the lead arrived on {day}, outside the period"))
                    .label(side)
                    .second(period.place, "the period")
                    .help("correct the date, or take the lead out: only arrivals of the period were sampled"),
            );
        }
        let late = self.watched.filter(|watched| day > watched.value);
        if let Some(watched) = late {
            problems.push(
                Diagnostic::new(
                    Code::AfterObservation,
                    at.place,
                    format!("the lead arrived on {day}, after the last day watched"),
                )
                .second(watched.place, "watching ended with this day")
                .help("correct the date, or `observed_through` if the leads were watched for longer"),
            );
        }
        late.is_some()
    }

    fn after_observation(&self, step: Step, at: &At<Written>, moment: Moment, problems: &mut Vec<Diagnostic>) {
        let day = self.day(moment);
        let Some(watched) = self.watched.filter(|watched| day > watched.value) else { return };
        problems.push(
            Diagnostic::new(Code::AfterObservation, at.place, format!("`{}` is dated {day}, after the last day watched", step.id()))
                .second(watched.place, "watching ended with this day")
                .help("say what was known by then, such as `never` or `status: open`; or correct `observed_through` if the leads were watched for longer"),
        );
    }
}

fn before_arrival(
    step: Step,
    at: &At<Written>,
    moment: Moment,
    arrival: &At<Written>,
    start: Moment,
    problems: &mut Vec<Diagnostic>,
) {
    let early = start.time.as_second() - moment.time.as_second();
    if early > TOLERANCE {
        problems.push(
            Diagnostic::new(
                Code::BeforeArrival,
                at.place,
                format!("`{}` lies {} before the lead arrived", step.id(), resolve::span(early / 60)),
            )
            .label("too early")
            .second(arrival.place, "the lead arrived then")
            .help("correct one of the two dates or times"),
        );
    }
}

/// Warns where a later step is dated before an earlier one.
fn out_of_order(lead: &LeadEntry, times: &LeadTimes, problems: &mut Vec<Diagnostic>) {
    let views = lead.steps();
    for (earlier, later) in [(Step::Continue, Step::Confirm), (Step::Confirm, Step::Close)] {
        let (Some(first), Some(then)) = (times.at[earlier], times.at[later]) else { continue };
        let ahead = first.time.as_second() - then.time.as_second();
        let place = |step: Step| {
            views.get(usize::from(step.number()) - 1).and_then(|view| view.at).and_then(|field| field.at()).map(|at| at.place)
        };
        if let (true, Some(first), Some(then)) = (ahead > TOLERANCE, place(earlier), place(later)) {
            problems.push(
                Diagnostic::new(
                    Code::OutOfOrder,
                    then,
                    format!("`{}` is dated {} before `{}`", later.id(), resolve::span(ahead / 60), earlier.id()),
                )
                .second(first, format!("`{}`", earlier.id()))
                .help("check both times in the evidence; leave them if it really went that way"),
            );
        }
    }
}
