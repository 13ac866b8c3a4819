//! Moments, days and periods as people read them, each language in its own order.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
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
        let offset = zone.to_offset(time);
        let local = offset.to_datetime(time);
        let (weekday, date) = (self.weekday(local.date()), self.date_text(local.date()));
        Time { iso: iso(local, offset), text: say!(self, "moment", weekday = weekday, date = date, time = clock(local)) }
    }

    /// A day: `4 March 2026`.
    pub fn day(self, date: Date) -> Time {
        Time { iso: date.to_string(), text: self.date_text(date) }
    }

    /// A day with its weekday, for what is to be done by then: `Tue 15 December 2026`.
    pub fn weekday_and_day(self, date: Date) -> Time {
        let (weekday, day) = (self.weekday(date), self.date_text(date));
        Time { iso: date.to_string(), text: say!(self, "weekday-and-day", weekday = weekday, date = day) }
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
    pub fn short_day(self, date: Date) -> String {
        let month = self.get(SHORT_MONTHS[place(date.month())]);
        say!(self, "short-day", weekday = self.weekday(date), day = date.day(), month = month)
    }

    /// A day and a time of day without the year, for charts: `Wed 4 Mar 19:47`.
    pub fn short_moment(self, local: DateTime) -> String {
        say!(self, "short-moment", day = self.short_day(local.date()), time = clock(local))
    }

    /// A month of a year, for charts: `Mar 2026`.
    pub fn short_month(self, date: Date) -> String {
        let month = self.get(SHORT_MONTHS[place(date.month())]);
        say!(self, "short-month", month = month, year = itoa::Buffer::new().format(date.year()))
    }

    fn date_text(self, date: Date) -> String {
        // a year has no thousands set apart
        say!(self, "date", day = date.day(), month = self.month(date), year = itoa::Buffer::new().format(date.year()))
    }

    fn month(self, date: Date) -> &'static str {
        self.get(MONTHS[place(date.month())])
    }

    fn weekday(self, date: Date) -> &'static str {
        self.get(WEEKDAYS[place(date.weekday().to_monday_one_offset())])
    }
}

/// A time of day: `19:47`.
pub fn clock(local: DateTime) -> String {
    let mut text = String::with_capacity(5);
    two_digits(local.hour(), &mut text);
    text.push(':');
    two_digits(local.minute(), &mut text);
    text
}

#[expect(clippy::cast_possible_truncation, reason = "years have four figures, and offsets are less than 26 hours")]
/// The exact form: `2026-03-04T10:00:00-05:00`.
fn iso(local: DateTime, offset: Offset) -> String {
    let mut text = String::with_capacity(25);
    two_digits((local.year() / 100) as i8, &mut text);
    two_digits((local.year() % 100) as i8, &mut text);
    for (before, number) in
        [('-', local.month()), ('-', local.day()), ('T', local.hour()), (':', local.minute()), (':', local.second())]
    {
        text.push(before);
        two_digits(number, &mut text);
    }
    let minutes = offset.seconds() / 60;
    text.push(if minutes < 0 { '-' } else { '+' });
    two_digits((minutes.abs() / 60) as i8, &mut text);
    text.push(':');
    two_digits((minutes.abs() % 60) as i8, &mut text);
    text
}

fn two_digits(number: i8, out: &mut String) {
    if number < 10 {
        out.push('0');
    }
    out.push_str(itoa::Buffer::new().format(number));
}

/// Where the first of something lies, which is counted from 1.
fn place(number: i8) -> usize {
    usize::from(number.unsigned_abs()) - 1
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10", "month-11",
    "month-12",
];
const SHORT_MONTHS: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];
const WEEKDAYS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::words::Language;

    proptest! {
        #[test]
        fn the_exact_form_is_that_of_the_standard(
            zone in proptest::sample::select(vec!["UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"]),
            second in 0..4_102_444_800_i64,
        ) {
            let (time, zone) = (Timestamp::from_second(second).unwrap(), TimeZone::get(zone).unwrap());
            let exact = time.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
            prop_assert_eq!(Words::english().moment(time, &zone).iso, exact);
        }
    }

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
        let local = date(2026, 3, 4).at(10, 0, 0, 0);
        assert_eq!(english.short_day(local.date()), "Wed 4 Mar");
        assert_eq!(german.short_day(local.date()), "Mi. 4. März");
        assert_eq!(english.short_moment(local), "Wed 4 Mar 10:00");
        assert_eq!(german.short_moment(local), "Mi. 4. März, 10:00");
        assert_eq!(english.weekday_and_day(local.date()).text, "Wed 4 March 2026");
        assert_eq!(german.weekday_and_day(local.date()).text, "Mi. 4. März 2026");
        assert_eq!(clock(date(2026, 3, 4).at(0, 7, 59, 0)), "00:07");
        assert_eq!(english.short_month(date(2026, 10, 1)), "Oct 2026");
        assert_eq!(german.short_month(date(2026, 10, 1)), "Okt. 2026");
    }
}
