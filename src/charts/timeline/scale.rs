//! Time along the axis: to scale where that can be read, else with long quiet stretches drawn shorter.

use std::ops::Range;

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

use crate::audit::OpeningHours;
use crate::framework::Clock;
use crate::rules::Case;

/// A scale on which every moment of interest keeps some room of its own.
///
/// Between two such moments time runs evenly. A stretch's length grows with its time where that leaves enough room for all, else with
/// the logarithm of its time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretched {
    /// Seconds since the epoch, in order.
    knots: Vec<i64>,
    /// Where each knot lies, from 0 to 1.
    at: Vec<f64>,
    to_scale: bool,
}

impl Stretched {
    /// A scale over these moments, each of which needs at least this share of the axis for itself.
    pub(super) fn new(moments: impl IntoIterator<Item = Timestamp>, least: f64) -> Stretched {
        let mut knots: Vec<_> = moments.into_iter().map(Timestamp::as_second).collect();
        knots.sort_unstable();
        knots.dedup();
        if knots.len() < 2 {
            let first = knots.first().copied().unwrap_or(0);
            knots = vec![first, first + 3600];
        }
        let lengths: Vec<_> = knots.windows(2).map(|pair| (pair[1] - pair[0]) as f64).collect();
        let total: f64 = lengths.iter().sum();
        let to_scale = lengths.iter().all(|length| length / total >= least);
        let logs: f64 = lengths.iter().map(|length| (1.0 + length / 60.0).ln()).sum();
        let spare = (1.0 - least * lengths.len() as f64).max(0.2);
        let share = |length: f64| match to_scale {
            true => length / total,
            false => (1.0 - spare) / lengths.len() as f64 + spare * (1.0 + length / 60.0).ln() / logs,
        };
        let mut at = vec![0.0];
        for length in &lengths {
            at.push((at[at.len() - 1] + share(*length)).min(1.0));
        }
        at[lengths.len()] = 1.0;
        Stretched { knots, at, to_scale }
    }

    /// Whether equal lengths are equal times all along.
    pub(super) fn to_scale(&self) -> bool {
        self.to_scale
    }

    pub(super) fn start(&self) -> Timestamp {
        second(self.knots[0])
    }

    pub(super) fn end(&self) -> Timestamp {
        second(self.knots[self.knots.len() - 1])
    }

    /// The middles of stretches in which time runs more than 20 times as fast as where it runs slowest.
    pub(super) fn breaks(&self) -> Vec<Timestamp> {
        let stretches: Vec<_> = self
            .knots
            .windows(2)
            .zip(self.at.windows(2))
            .map(|(time, at)| ((time[0] + time[1]) / 2, (time[1] - time[0]) as f64 / (at[1] - at[0]).max(1e-9)))
            .collect();
        let slowest = stretches.iter().map(|(_, pace)| *pace).fold(f64::INFINITY, f64::min);
        stretches.into_iter().filter(|(_, pace)| *pace > slowest * 20.0).map(|(middle, _)| second(middle)).collect()
    }

    /// From 0 to 1; what lies outside lies at the end.
    fn share(&self, time: i64) -> f64 {
        let after = self.knots.partition_point(|knot| *knot <= time);
        if after == 0 {
            return 0.0;
        }
        if after == self.knots.len() {
            return 1.0;
        }
        let (from, to) = (self.knots[after - 1], self.knots[after]);
        self.at[after - 1] + (self.at[after] - self.at[after - 1]) * (time - from) as f64 / (to - from) as f64
    }
}

impl Ranged for Stretched {
    type FormatOption = DefaultFormatting;
    type ValueType = i64;

    fn map(&self, time: &i64, pixels: (i32, i32)) -> i32 {
        pixels.0 + (self.share(*time) * f64::from(pixels.1 - pixels.0)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<i64> {
        self.knots.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<i64> {
        self.knots[0]..self.knots[self.knots.len() - 1]
    }
}

fn second(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
}

/// When the limit of a step is used up on its clock; none where the business never opens long enough.
pub(super) fn deadline(case: &Case) -> Option<Timestamp> {
    let (start, limit) = (case.timing.start, case.limit());
    match &case.audit.hours {
        Some(hours) if case.channel.clock == Clock::Business && !limit.in_days() => {
            after_open_minutes(hours, &case.audit.zone, start, limit.length())
        }
        _ => start.checked_add(limit.length().minutes()).ok(),
    }
}

/// The moment at which so many minutes of opening hours have passed.
fn after_open_minutes(hours: &OpeningHours, zone: &TimeZone, start: Timestamp, minutes: i64) -> Option<Timestamp> {
    let mut left = minutes * 60;
    if left <= 0 {
        return Some(start);
    }
    let mut from = start;
    // two weeks at a time, for a year at most
    for _ in 0..27 {
        let to = from.checked_add((14 * 24).hours()).ok()?;
        for (open, close) in hours.spans(zone, from, to) {
            let length = close.as_second() - open.as_second();
            if length >= left {
                return open.checked_add(left.seconds()).ok();
            }
            left -= length;
        }
        from = to;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::samples;

    fn at(text: &str) -> Timestamp {
        samples::audit().zone.to_timestamp(text.parse::<jiff::civil::DateTime>().unwrap()).unwrap()
    }

    #[test]
    fn even_times_run_to_scale() {
        let scale = Stretched::new(["2026-03-02 10:00", "2026-03-02 11:00", "2026-03-02 14:00"].map(at), 0.02);
        assert!(scale.to_scale() && scale.breaks().is_empty());
        assert_eq!(scale.map(&at("2026-03-02 11:00").as_second(), (0, 1000)), 250);
        assert_eq!(scale.map(&at("2026-03-02 12:30").as_second(), (0, 1000)), 625);
    }

    #[test]
    fn minutes_stay_apart_beside_weeks() {
        let times = ["2026-03-02 10:00", "2026-03-02 10:01", "2026-03-02 10:04", "2026-03-22 10:00"].map(at);
        let scale = Stretched::new(times, 0.03);
        let places = times.map(|time| scale.map(&time.as_second(), (0, 1000)));
        assert!(!scale.to_scale());
        assert_eq!(scale.breaks().len(), 1, "the weeks are drawn shorter");
        assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 30), "{places:?}");
        assert_eq!((places[0], places[3]), (0, 1000));
    }

    #[test]
    fn deadlines_count_open_minutes() {
        let audit = samples::audit();
        let hours = audit.hours.unwrap();
        let after = |start, minutes| after_open_minutes(&hours, &audit.zone, at(start), minutes);
        assert_eq!(after("2026-03-04 19:47", 15), Some(at("2026-03-05 08:15")));
        assert_eq!(after("2026-03-06 17:50", 60), Some(at("2026-03-07 09:50")), "Saturday opens at nine");
        assert_eq!(after("2026-03-07 12:00", 120), Some(at("2026-03-09 09:00")), "Sunday is closed, and the clocks change");
        assert_eq!(after("2026-03-04 10:00", 0), Some(at("2026-03-04 10:00")));
        let never = OpeningHours { week: Default::default(), holidays: Default::default() };
        assert_eq!(after_open_minutes(&never, &audit.zone, at("2026-03-04 10:00"), 1), None);
    }
}
