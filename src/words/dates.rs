//! Moments, days and periods as people read them, each language in its own order.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;

use super::Words;
use crate::audit::Period;
use crate::say;

/// A moment for a `<time>` element: the exact form for machines, the usual one for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Time {
    /// `2026-03-04T10:00:00-05:00`, or a date.
    pub iso: String,
    /// `Wed 4 March 2026, 10:00`.
    pub text: String,
}

impl Words {
    /// A moment with its weekday, in the given time zone: `Wed 4 March 2026, 10:00`.
    pub fn moment(self, time: Timestamp, zone: &TimeZone) -> Time {
        let local = time.to_zoned(zone.clone());
        let text = say!(
            self,
            "moment",
            weekday = self.weekday(local.date()),
            date = self.date_text(local.date()),
            time = self.clock(time, zone)
        );
        Time { iso: local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), text }
    }

    /// A day: `4 March 2026`.
    pub fn day(self, date: Date) -> Time {
        Time { iso: date.to_string(), text: self.date_text(date) }
    }

    /// A span of days without repeating what both ends share: `2 to 13 March 2026`.
    pub fn period(self, period: Period) -> String {
        let Period { from, to } = period;
        if from == to {
            return self.date_text(from);
        }
        let from = if from.year() != to.year() {
            self.date_text(from)
        } else if from.month() != to.month() {
            say!(self, "date-in-year", day = from.day(), month = self.month(from))
        } else {
            say!(self, "date-in-month", day = from.day())
        };
        say!(self, "span", from = from, to = self.date_text(to))
    }

    /// A day without its year, for charts: `Wed 4 Mar`.
    pub fn short_day(self, time: Timestamp, zone: &TimeZone) -> String {
        let date = zone.to_datetime(time).date();
        let month = self.find(&format!("month-short-{}", date.month()));
        say!(self, "short-day", weekday = self.weekday(date), day = date.day(), month = month)
    }

    /// A day and a time of day without the year, for charts: `Wed 4 Mar 19:47`.
    pub fn short_moment(self, time: Timestamp, zone: &TimeZone) -> String {
        say!(self, "short-moment", day = self.short_day(time, zone), time = self.clock(time, zone))
    }

    /// A month of a year, for charts: `Mar 2026`.
    pub fn short_month(self, date: Date) -> String {
        let month = self.find(&format!("month-short-{}", date.month()));
        say!(self, "short-month", month = month, year = date.year().to_string())
    }

    /// A time of day: `19:47`.
    pub fn clock(self, time: Timestamp, zone: &TimeZone) -> String {
        let time = zone.to_datetime(time);
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    fn date_text(self, date: Date) -> String {
        // a year has no thousands set apart
        say!(self, "date", day = date.day(), month = self.month(date), year = date.year().to_string())
    }

    fn month(self, date: Date) -> String {
        self.find(&format!("month-{}", date.month()))
    }

    fn weekday(self, date: Date) -> String {
        self.find(&format!("weekday-short-{}", date.weekday().to_monday_one_offset()))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::Language;

    #[test]
    fn days_and_moments_name_the_month() {
        let (english, german) = (Words::of(Language::English), Words::of(Language::German));
        let said = |from, to| english.period(Period { from, to });
        assert_eq!(said(date(2026, 3, 2), date(2026, 3, 13)), "2 to 13 March 2026");
        assert_eq!(said(date(2026, 2, 28), date(2026, 3, 13)), "28 February to 13 March 2026");
        assert_eq!(said(date(2025, 12, 28), date(2026, 1, 3)), "28 December 2025 to 3 January 2026");
        assert_eq!(said(date(2026, 3, 2), date(2026, 3, 2)), "2 March 2026");
        let period = Period { from: date(2026, 3, 2), to: date(2026, 3, 13) };
        assert_eq!(german.period(period), "2. bis 13. März 2026");
        let zone = TimeZone::get("America/New_York").unwrap();
        let time = zone.to_timestamp(date(2026, 3, 4).at(10, 0, 0, 0)).unwrap();
        let Time { iso, text } = english.moment(time, &zone);
        assert_eq!((iso.as_str(), text.as_str()), ("2026-03-04T10:00:00-05:00", "Wed 4 March 2026, 10:00"));
        assert_eq!(german.moment(time, &zone).text, "Mi. 4. März 2026, 10:00");
        assert_eq!(english.short_day(time, &zone), "Wed 4 Mar");
        assert_eq!(german.short_day(time, &zone), "Mi. 4. März");
        assert_eq!(english.short_moment(time, &zone), "Wed 4 Mar 10:00");
        assert_eq!(german.short_moment(time, &zone), "Mi. 4. März, 10:00");
        assert_eq!(english.short_month(date(2026, 10, 1)), "Oct 2026");
        assert_eq!(german.short_month(date(2026, 10, 1)), "Okt. 2026");
    }
}
