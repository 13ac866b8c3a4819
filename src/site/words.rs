//! How numbers, times and lists are put into words on a page.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use crate::audit::Period;
pub(crate) use crate::words::{Time, capital, count_text, hours_text, leads_text, limit_text, list_text};

/// A moment with its weekday, in the audit's time zone.
pub(crate) fn moment(time: Timestamp, zone: &TimeZone) -> Time {
    let local = time.to_zoned(zone.clone());
    Time { iso: local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), text: local.strftime("%a %-d %B %Y, %H:%M").to_string() }
}

/// A day: `4 March 2026`.
pub(crate) fn day(date: Date) -> Time {
    Time { iso: date.to_string(), text: date.strftime("%-d %B %Y").to_string() }
}

/// A span of days without repeating what both ends share: `2 to 13 March 2026`.
pub(crate) fn period(period: Period) -> String {
    let Period { from, to } = period;
    if from == to {
        return day(from).text;
    }
    let shape = if from.year() != to.year() {
        "%-d %B %Y"
    } else if from.month() != to.month() {
        "%-d %B"
    } else {
        "%-d"
    };
    format!("{} to {}", from.strftime(shape), day(to).text)
}

/// A length of time to the minute: `22 min`, `12 h 40 min`, `1 d 3 h 5 min`.
pub(crate) fn exact(minutes: i64) -> String {
    match (minutes / 1440, minutes % 1440) {
        (0, rest) => hours_text(rest),
        (days, 0) => format!("{days} d"),
        (days, rest) => format!("{days} d {}", hours_text(rest)),
    }
}

/// A count with its noun: `1 lead`, `2 leads`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count_text(number), if number == 1 { one } else { many })
}

/// A whole number, negative ones too, with commas between thousands.
fn integer(number: f64) -> String {
    let text = count_text(number.abs().round() as usize);
    if number <= -0.5 { format!("-{text}") } else { text }
}

/// A quantity as exact as it is worth: one decimal below 10 (and none where that is 0), whole from there on.
pub(crate) fn quantity(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.abs() < 10.0 && tenths.fract() != 0.0 { format!("{tenths:.1}") } else { integer(number.round()) }
}

/// A range of quantities, both ends equally exact: `0.4 to 7.1`, `4 to 67`.
pub(crate) fn range(low: f64, high: f64) -> String {
    let shown = |number: f64| if high >= 10.0 { integer(number) } else { quantity(number) };
    let (low, high) = (shown(low), shown(high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// A share (0 to 1) in whole per cent: `15 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// The two ends of a share's range: `15 to 85 %`.
pub(crate) fn percents(low: f64, high: f64) -> String {
    format!("{:.0} to {:.0} %", low * 100.0, high * 100.0)
}

/// An estimated amount of money, to two digits: `USD 1,300`.
pub(crate) fn money_about(currency: &str, amount: f64) -> String {
    let unit = 10_f64.powf((amount.abs().max(1.0).log10().floor() - 1.0).max(0.0));
    money(currency, (amount / unit).round() * unit)
}

/// An amount of money, as exact as it is worth: `USD 1,250`.
pub(crate) fn money(currency: &str, amount: f64) -> String {
    format!("{currency} {}", quantity(amount))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn durations_are_exact_to_the_minute() {
        let said = [0, 22, 760, 1440, 1441, 1620, 17_545].map(exact);
        assert_eq!(said, ["0 min", "22 min", "12 h 40 min", "1 d", "1 d 1 min", "1 d 3 h", "12 d 4 h 25 min"]);
        assert_eq!((count(1, "day", "days"), count(2, "day", "days")), ("1 day".into(), "2 days".into()));
    }

    #[test]
    fn days_and_moments_name_the_month() {
        let said = |from, to| period(Period { from, to });
        assert_eq!(said(date(2026, 3, 2), date(2026, 3, 13)), "2 to 13 March 2026");
        assert_eq!(said(date(2026, 2, 28), date(2026, 3, 13)), "28 February to 13 March 2026");
        assert_eq!(said(date(2025, 12, 28), date(2026, 1, 3)), "28 December 2025 to 3 January 2026");
        assert_eq!(said(date(2026, 3, 2), date(2026, 3, 2)), "2 March 2026");
        let zone = TimeZone::get("America/New_York").unwrap();
        let time = zone.to_timestamp(date(2026, 3, 4).at(10, 0, 0, 0)).unwrap();
        let Time { iso, text } = moment(time, &zone);
        assert_eq!((iso.as_str(), text.as_str()), ("2026-03-04T10:00:00-05:00", "Wed 4 March 2026, 10:00"));
    }

    #[test]
    fn numbers_are_as_exact_as_they_are_worth() {
        for (number, said) in
            [(0.0, "0"), (0.04, "0"), (7.5, "7.5"), (9.96, "10"), (18.857, "19"), (24.0, "24"), (2241.3, "2,241"), (3.0, "3")]
        {
            assert_eq!(quantity(number), said);
        }
        assert_eq!(range(4.4, 67.1), "4 to 67");
        assert_eq!(range(0.44, 6.71), "0.4 to 6.7");
        assert_eq!(range(4.0, 4.04), "4");
        assert_eq!(percents(0.15, 0.85), "15 to 85 %");
        assert_eq!(money("USD", 1_234_567.8), "USD 1,234,568");
        let about = [35_949.0, 1_260.0, 96.0, 7.24].map(|amount| money_about("SEK", amount));
        assert_eq!(about, ["SEK 36,000", "SEK 1,300", "SEK 96", "SEK 7"]);
    }
}
