//! Dates and periods.

use jiff::civil::Date;
use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::audit::Period;
use crate::diagnostic::Code;
use crate::yaml::Node;

/// A date: `2026-03-02`.
pub(in crate::audit) struct Day;

impl Shape for Day {
    type Out = Date;
    const EXAMPLE: &'static str = "2026-03-31";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Date> {
        let text = reader.scalar(node, name, "a date", Self::EXAMPLE)?;
        match parse_date(text) {
            Ok(date) => Some(date),
            Err(help) => {
                reader.bad(Code::BadTime, node, format!("`{}` is not a date", shortened(text)), help);
                None
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "format": "date"})
    }
}

/// A period: `2026-03-02 to 2026-03-13`.
pub(in crate::audit) struct Days;

impl Shape for Days {
    type Out = Period;
    const EXAMPLE: &'static str = "2026-03-02 to 2026-03-13";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Period> {
        let text = reader.scalar(node, name, "a period", Self::EXAMPLE)?;
        let Some((from, to)) = text.split_once(" to ") else {
            let message = format!("`{}` is not a period", shortened(text));
            reader.bad(Code::BadTime, node, message, format!("write its first and last day: `{name}: {}`", Self::EXAMPLE));
            return None;
        };
        let mut day = |part: &str| match parse_date(part.trim()) {
            Ok(date) => Some(date),
            Err(help) => {
                reader.bad(Code::BadTime, node, format!("`{}` is not a date", shortened(part)), help);
                None
            }
        };
        let (from, to) = (day(from), day(to));
        let (from, to) = (from?, to?);
        if to < from {
            reader.bad(
                Code::BadValue,
                node,
                "the period ends before it begins",
                format!("write the earlier day first: `{name}: {to} to {from}`"),
            );
            return None;
        }
        Some(Period { from, to })
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2} to \\d{4}-\\d{2}-\\d{2}$"})
    }
}

/// A date as `2026-03-02`; else how to mend it.
pub(super) fn parse_date(text: &str) -> Result<Date, String> {
    let parts = numbers(text, '-', &[4, 2, 2]);
    let Some([year, month, day]) = parts.as_deref() else {
        return Err(proposal(text));
    };
    if *year < 1900 {
        return Err("write the year with four digits, such as 2026".into());
    }
    let first = Date::new(*year, i8::try_from(*month).unwrap_or(0), 1)
        .map_err(|_| format!("there is no month {month:02}; write year, month, day, such as `2026-03-02`"))?;
    first
        .with()
        .day(i8::try_from(*day).unwrap_or(0))
        .build()
        .map_err(|_| format!("{} has {} days", month_and_year(first), first.days_in_month()))
}

/// Digits of exactly these lengths between separators.
pub(super) fn numbers(text: &str, separator: char, lengths: &[usize]) -> Option<Vec<i16>> {
    let parts: Vec<&str> = text.split(separator).collect();
    let fits = parts.len() == lengths.len()
        && parts
            .iter()
            .zip(lengths)
            .all(|(part, length)| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()));
    if fits { parts.iter().map(|part| part.parse().ok()).collect() } else { None }
}

fn proposal(text: &str) -> String {
    let general = "write year, month and day with four, two and two digits, such as `2026-03-02`".to_owned();
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return general };
    let (Ok(year_number), Ok(month), Ok(day)) = (year.parse::<u16>(), month.parse::<u8>(), day.parse::<u8>()) else {
        return general;
    };
    // only where the year comes first is it plain which number is the month
    if year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day) {
        format!("write it as `{year_number}-{month:02}-{day:02}`")
    } else {
        general
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs().clamp(1, 12)) - 1]
}

fn month_and_year(date: Date) -> String {
    format!("{} {}", month(date), date.year())
}

/// A period for readers: `2 to 13 March 2026`, `28 February to 13 March 2026`.
pub(in crate::audit) fn period_in_words(period: Period) -> String {
    let Period { from, to } = period;
    let last = format!("{} {}", to.day(), month_and_year(to));
    if from == to {
        last
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{} to {last}", from.day())
    } else if from.year() == to.year() {
        format!("{} {} to {last}", from.day(), month(from))
    } else {
        format!("{} {} to {last}", from.day(), month_and_year(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_one_would_say_them() {
        let cases = [
            ("2026-03-02", "2026-03-13", "2 to 13 March 2026"),
            ("2026-02-28", "2026-03-13", "28 February to 13 March 2026"),
            ("2025-12-28", "2026-01-03", "28 December 2025 to 3 January 2026"),
            ("2026-03-02", "2026-03-02", "2 March 2026"),
        ];
        for (from, to, expected) in cases {
            let period = Period { from: parse_date(from).unwrap(), to: parse_date(to).unwrap() };
            assert_eq!(period_in_words(period), expected);
        }
    }

    #[test]
    fn dates_that_are_none_get_advice() {
        let cases = [
            ("2026-02-30", "February 2026 has 28 days"),
            ("2026-13-01", "there is no month 13; write year, month, day, such as `2026-03-02`"),
            ("2026-3-2", "write it as `2026-03-02`"),
            ("2026/03/02", "write it as `2026-03-02`"),
            ("03/02/2026", "write year, month and day with four, two and two digits, such as `2026-03-02`"),
            ("2 March", "write year, month and day with four, two and two digits, such as `2026-03-02`"),
            ("0026-03-02", "write the year with four digits, such as 2026"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_date(text), Err(expected.to_owned()), "{text}");
        }
    }
}
