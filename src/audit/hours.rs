//! Opening hours, and the minutes of them between two moments (framework §3, "The clock").

use std::collections::BTreeSet;

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

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
            for &(open, close) in self.of(day) {
                let start = local_minute(zone, day, open).max(from);
                let end = local_minute(zone, day, close).min(to);
                if start < end {
                    spans.push((start, end));
                }
            }
            match day.checked_add(1.day()) {
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

/// The moment of a local minute of a day; one that a clock change skips or repeats counts as what the clock showed before the change.
fn local_minute(zone: &TimeZone, day: Date, minute: u16) -> Timestamp {
    let (day, minute) = match minute {
        1440 => (day.checked_add(1.day()).unwrap_or(day), 0),
        other => (day, other),
    };
    let time = day.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
    zone.to_ambiguous_timestamp(time).compatible().unwrap_or(Timestamp::MAX)
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
}
