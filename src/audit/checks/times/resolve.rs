//! From a moment as written to one on the time line; clock changes included.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset};
use jiff::{Timestamp, ToSpan};

use super::Frame;
use crate::audit::model::Moment;
use crate::audit::values::{At, Written, WrittenTime};
use crate::diagnostic::{Code, Diagnostic};

impl Frame<'_> {
    /// The moment that is meant; `after` counts from the arrival. None where it cannot be told, which is reported.
    pub(super) fn resolve(&self, at: &At<Written>, arrived: Option<Moment>, problems: &mut Vec<Diagnostic>) -> Option<Moment> {
        let approximate = at.value.approximate;
        let time = match at.value.time {
            WrittenTime::After(minutes) => {
                let time = arrived?.time.checked_add(minutes.minutes());
                if time.is_err() {
                    problems.push(
                        Diagnostic::new(Code::BadTime, at.place, "this lies beyond the year 9999").help("correct the time"),
                    );
                }
                time.ok()?
            }
            WrittenTime::Local(local) => match self.zone.to_ambiguous_timestamp(local).offset() {
                AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(local).ok()?,
                AmbiguousOffset::Gap { before, after } => {
                    problems.push(self.skipped(at, local, before, after, arrived));
                    return None;
                }
                AmbiguousOffset::Fold { before, after } => {
                    problems.push(self.repeated(at, local, before, after, arrived));
                    return None;
                }
            },
        };
        Some(Moment { time, approximate })
    }

    fn skipped(&self, at: &At<Written>, local: DateTime, before: Offset, after: Offset, arrived: Option<Moment>) -> Diagnostic {
        let moved = i64::from(after.seconds() - before.seconds()) / 60;
        let mut problem =
            Diagnostic::new(Code::BadTime, at.place, format!("{} does not exist in {}", shown(local), self.zone_name))
                .label(format!("the clocks went forward by {} then", span(moved)));
        if let Ok(shifted) = local.checked_add(moved.minutes()) {
            problem = problem.help(format!("if a clock had not been changed yet, the local time was `{}`", written(shifted)));
        }
        if let Some(after) = since(arrived, before.to_timestamp(local).ok()) {
            problem = problem.help(format!("or write the time since the lead arrived: `{after}`"));
        }
        problem
    }

    fn repeated(&self, at: &At<Written>, local: DateTime, before: Offset, after: Offset, arrived: Option<Moment>) -> Diagnostic {
        let problem = Diagnostic::new(Code::BadTime, at.place, format!("{} came twice in {}", shown(local), self.zone_name))
            .label(format!("the clocks went back by {} then", span(i64::from(before.seconds() - after.seconds()) / 60)));
        let first = since(arrived, before.to_timestamp(local).ok());
        let second = since(arrived, after.to_timestamp(local).ok());
        match (first, second, arrived) {
            (Some(first), Some(second), _) => {
                problem.help(format!("write the time since the lead arrived: `{first}` for the first, `{second}` for the second"))
            }
            (None, Some(second), _) => problem.help(format!("write the time since the lead arrived: `{second}`")),
            (None, None, Some(_)) => problem.help("both lie before the lead arrived: correct the date or the time"),
            _ => problem.help(format!(
                "write the nearest time that came once, with a `~` in front: `~{}` or `~{}`",
                written(self.nearest_once(local, -1)),
                written(self.nearest_once(local, 1)),
            )),
        }
    }

    /// The nearest local minute, in one direction, that a clock showed exactly once.
    fn nearest_once(&self, local: DateTime, step: i64) -> DateTime {
        let mut minute = local;
        // no clock change repeats more than a day
        for _ in 0..24 * 60 {
            if !self.zone.to_ambiguous_timestamp(minute).is_ambiguous() {
                break;
            }
            minute = minute.checked_add(step.minutes()).unwrap_or(minute);
        }
        minute
    }
}

fn shown(local: DateTime) -> String {
    format!("{} on {}", local.strftime("%H:%M"), local.date())
}

fn written(local: DateTime) -> String {
    local.strftime("%Y-%m-%d %H:%M").to_string()
}

/// How a moment is written after the arrival: `+1h52m`; none where it lies before.
fn since(arrived: Option<Moment>, time: Option<Timestamp>) -> Option<String> {
    let minutes = (time?.as_second() - arrived?.time.as_second()) / 60;
    (minutes >= 0).then(|| format!("+{}", span(minutes)))
}

/// Minutes as a duration: `1d2h5m`, `45m`.
pub(super) fn span(minutes: i64) -> String {
    let parts = [(minutes / 1440, 'd'), (minutes / 60 % 24, 'h'), (minutes % 60, 'm')];
    let written: String =
        parts.iter().filter(|(number, _)| *number > 0).map(|(number, unit)| format!("{number}{unit}")).collect();
    if written.is_empty() { "0m".into() } else { written }
}
