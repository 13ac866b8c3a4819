//! Opening hours, and the minutes of them between two moments (framework §3, "The clock").

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

/// When the business is open, week by week, holidays closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    /// Spans of each weekday from Monday on, as minutes from midnight (`540..1080`), sorted, without overlap; 1440 ends a day.
    pub week: [Vec<(u16, u16)>; 7],
    /// Days on which the business stays closed.
    pub holidays: BTreeSet<Date>,
}

impl OpeningHours {
    /// The spans of one day, as minutes from local midnight; empty on a holiday.
    #[expect(clippy::indexing_slicing, reason = "a week has seven days")]
    pub fn of(&self, day: Date) -> &[(u16, u16)] {
        if self.holidays.contains(&day) {
            return &[];
        }
        &self.week[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
    }

    /// The open spans that overlap the time between two moments, clipped to it, in order.
    ///
    /// Opening and closing times are local: a minute is open when the clock then shows a time within a span. So of a clock change, an
    /// hour that is repeated counts twice, one that is skipped not at all.
    pub fn spans(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<(Timestamp, Timestamp)> {
        let mut spans = Vec::new();
        for (offset, begin, end) in stretches(zone, from, to) {
            self.add_spans(offset, begin, end, &mut spans);
        }
        spans
    }

    /// Adds the open spans between two moments without a clock change between them.
    fn add_spans(&self, offset: Offset, begin: Timestamp, end: Timestamp, spans: &mut Vec<(Timestamp, Timestamp)>) {
        let mut day = offset.to_datetime(begin).date();
        let Ok(mut midnight) = offset.to_timestamp(day.at(0, 0, 0, 0)) else { return };
        while midnight < end {
            for &(opens, closes) in self.of(day) {
                let at = |minute: u16| midnight + SignedDuration::from_mins(i64::from(minute));
                let (start, stop) = (at(opens).max(begin), at(closes).min(end));
                if start < stop {
                    spans.push((start, stop));
                }
            }
            let (Ok(next), Ok(later)) = (day.tomorrow(), midnight.checked_add(SignedDuration::from_hours(24))) else { return };
            (day, midnight) = (next, later);
        }
    }

    /// How many open minutes lie between two moments; 0 where the second is not later.
    pub fn minutes_between(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> i64 {
        stretches(zone, from, to).map(|(offset, begin, end)| self.minutes_of(offset, begin, end)).sum()
    }

    /// The open minutes between two moments without a clock change between them: whole days by the week, so that years take no longer.
    fn minutes_of(&self, offset: Offset, begin: Timestamp, end: Timestamp) -> i64 {
        let first = offset.to_datetime(begin).date().tomorrow().unwrap_or(Date::MAX);
        let behind = offset.to_datetime(end).date();
        let days = (first.until(behind)).map_or(0, |span| i64::from(span.get_days()));
        let (weeks, days) = (days / 7, days % 7);
        let midnight = |day: Date| offset.to_timestamp(day.at(0, 0, 0, 0));
        let (Ok(from), Ok(to)) = (midnight(first), midnight(behind)) else { return self.minutes_by_day(offset, begin, end) };
        if weeks == 0 {
            return self.minutes_by_day(offset, begin, end);
        }
        let weekday = |day: Date| usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        let spans = |weekday: usize| self.week.get(weekday).into_iter().flatten();
        let open = |weekday: usize| spans(weekday).map(|(opens, closes)| i64::from(closes - opens)).sum::<i64>();
        let whole = weeks * (0..7).map(open).sum::<i64>();
        let rest: i64 = (weekday(first)..).take(usize::try_from(days).unwrap_or(0)).map(|day| open(day % 7)).sum();
        let closed: i64 = self.holidays.range(first..behind).map(|day| open(weekday(*day))).sum();
        self.minutes_by_day(offset, begin, from) + whole + rest - closed + self.minutes_by_day(offset, to, end)
    }

    /// The same, day by day.
    fn minutes_by_day(&self, offset: Offset, begin: Timestamp, end: Timestamp) -> i64 {
        let mut spans = Vec::new();
        self.add_spans(offset, begin, end, &mut spans);
        spans.iter().map(|(start, end)| (end.as_second() - start.as_second()) / 60).sum()
    }
}

/// The time between two moments, cut where clocks change: within a stretch, every day is as long as the next.
fn stretches(zone: &TimeZone, from: Timestamp, to: Timestamp) -> impl Iterator<Item = (Offset, Timestamp, Timestamp)> {
    let mut begin = from;
    let mut changes = zone.following(from);
    std::iter::from_fn(move || {
        (begin < to).then(|| {
            let end = changes.next().map_or(to, |change| change.timestamp().min(to));
            (zone.to_offset(begin), std::mem::replace(&mut begin, end), end)
        })
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn hours() -> OpeningHours {
        let day = vec![(8 * 60, 12 * 60), (13 * 60, 18 * 60)];
        OpeningHours {
            week: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![(9 * 60, 13 * 60)], vec![(0, 1440)]],
            holidays: BTreeSet::from([date(2026, 3, 4)]),
        }
    }

    fn minutes(from: (i8, i8, i8), to: (i8, i8, i8)) -> i64 {
        let zone = TimeZone::get("America/New_York").unwrap();
        let at = |(day, hour, minute)| zone.to_timestamp(date(2026, 3, day).at(hour, minute, 0, 0)).unwrap();
        hours().minutes_between(&zone, at(from), at(to))
    }

    #[test]
    fn only_open_minutes_count() {
        assert_eq!(minutes((2, 11, 30), (2, 13, 30)), 60, "lunch is closed");
        assert_eq!(minutes((2, 17, 0), (3, 9, 0)), 120, "the night is closed");
        assert_eq!(minutes((3, 17, 0), (5, 9, 0)), 120, "the holiday is closed");
        assert_eq!(minutes((3, 17, 0), (3, 16, 0)), 0, "time does not run backwards");
    }

    #[test]
    fn a_sunday_open_all_day_loses_the_hour_of_the_clock_change() {
        assert_eq!(minutes((8, 0, 0), (9, 0, 0)), 23 * 60);
    }

    #[test]
    fn spans_are_cut_to_the_time_asked_for_and_never_empty() {
        let at = |hour, minute| date(2026, 3, 2).at(hour, minute, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
        let spans = |from, to| hours().spans(&TimeZone::UTC, from, to);
        assert_eq!(spans(at(11, 30), at(13, 30)), [(at(11, 30), at(12, 0)), (at(13, 0), at(13, 30))]);
        assert_eq!(spans(at(12, 0), at(13, 0)), [], "from closing to opening");
    }

    proptest! {
        /// The clock of the zone, minute by minute, knows best.
        #[test]
        fn spans_hold_the_minutes_at_which_the_clock_shows_an_open_time(
            zone in proptest::sample::select(vec!["America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kolkata"]),
            start in 0..525_600_i64,
            length in 0..60_000_i64,
        ) {
            let zone = TimeZone::get(zone).unwrap();
            let from = "2026-01-01T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(start);
            let open = |minute: &i64| {
                let local = zone.to_datetime(from + SignedDuration::from_mins(*minute));
                let shown = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
                hours().of(local.date()).iter().any(|(opens, closes)| (*opens..*closes).contains(&shown))
            };
            let to = from + SignedDuration::from_mins(length);
            let spans = hours().spans(&zone, from, to);
            prop_assert!(spans.iter().all(|(start, end)| start < end), "no span is empty");
            let counted = hours().minutes_between(&zone, from, to);
            prop_assert_eq!(counted, spans.iter().map(|(start, end)| (end.as_second() - start.as_second()) / 60).sum::<i64>());
            prop_assert_eq!(counted, (0..length).filter(open).count() as i64);
        }
    }

    #[test]
    fn a_repeated_hour_is_open_twice_as_far_as_the_clock_says_so() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let mut hours = hours();
        hours.week[6] = vec![(90, 180)];
        let at = |hour| zone.to_timestamp(date(2026, 11, 1).at(hour, 0, 0, 0)).unwrap();
        assert_eq!(hours.minutes_between(&zone, at(0), at(4)), 30 + 30 + 60, "1:30 to 2:00 comes twice");
    }
}
