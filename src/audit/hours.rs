//! Opening hours, and the minutes of them between two moments (framework §3, "The clock").

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

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
    pub fn of(&self, day: Date) -> &[(u16, u16)] {
        if self.holidays.contains(&day) {
            return &[];
        }
        &self.week[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())]
    }

    /// The open spans that overlap the time between two moments, clipped to it, in order.
    ///
    /// Opening and closing times are local, so that a day of a clock change has an hour more or less where the change falls into them.
    pub fn spans(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> Vec<(Timestamp, Timestamp)> {
        let mut spans = Vec::new();
        if to <= from {
            return spans;
        }
        let mut day = zone.to_datetime(from).date();
        let last = zone.to_datetime(to).date();
        while day <= last {
            let open = self.of(day);
            if !open.is_empty() {
                for (begin, end, midnight) in stretches(zone, day) {
                    for &(opens, closes) in open {
                        let at = |minute: u16| midnight + SignedDuration::from_mins(i64::from(minute));
                        let start = at(opens).max(begin).max(from);
                        let stop = at(closes).min(end).min(to);
                        if start < stop {
                            spans.push((start, stop));
                        }
                    }
                }
            }
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => break,
            }
        }
        spans
    }

    /// How many open minutes lie between two moments; 0 where the second is not later.
    pub fn minutes_between(&self, zone: &TimeZone, from: Timestamp, to: Timestamp) -> i64 {
        self.spans(zone, from, to).iter().map(|(start, end)| (end.as_second() - start.as_second()) / 60).sum()
    }
}

/// The parts of a local day between clock changes: begin, end, and where midnight would lie on the clock of that part.
///
/// A minute is open when the clock then shows a time within a span: an hour that is repeated counts twice, one that is skipped not at all.
fn stretches(zone: &TimeZone, day: Date) -> Vec<(Timestamp, Timestamp, Timestamp)> {
    let midnight = |day: Date| zone.to_ambiguous_timestamp(day.at(0, 0, 0, 0)).compatible().unwrap_or(Timestamp::MAX);
    let (mut begin, end) = (midnight(day), day.tomorrow().map_or(Timestamp::MAX, midnight));
    let mut parts = Vec::with_capacity(1);
    for change in zone.following(begin).map(|change| change.timestamp()).take_while(|change| *change < end).chain([end]) {
        let shown = zone.to_offset(begin).to_timestamp(day.at(0, 0, 0, 0)).unwrap_or(begin);
        parts.push((begin, change, shown));
        begin = change;
    }
    parts
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

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
    fn a_repeated_hour_is_open_twice_as_far_as_the_clock_says_so() {
        let zone = TimeZone::get("America/New_York").unwrap();
        let mut hours = hours();
        hours.week[6] = vec![(90, 180)];
        let at = |hour| zone.to_timestamp(date(2026, 11, 1).at(hour, 0, 0, 0)).unwrap();
        assert_eq!(hours.minutes_between(&zone, at(0), at(4)), 30 + 30 + 60, "1:30 to 2:00 comes twice");
    }
}
