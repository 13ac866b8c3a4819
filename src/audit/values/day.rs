//! Dates and periods.

use jiff::civil::Date;
use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape, spoken};
use crate::audit::Period;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::Node;

/// A date, as a pattern of JSON Schema.
pub(super) const DATE: &str = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

/// No year before this one is meant: its number was mistyped.
pub(super) const EARLIEST: i16 = 1900;

/// How many days from the beginning of its period an audit may look back or ahead: ten years, so that no wait takes long to work out.
pub(in crate::audit) const REACH: i64 = 3_653;

/// How many days lie between two dates; negative where the second is earlier.
pub(in crate::audit) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::MAX, |span| i64::from(span.get_days()))
}

/// A date: `2026-03-02`.
pub(in crate::audit) struct Day;

impl Shape for Day {
    type Out = Date;
    const EXAMPLE: &'static str = "2026-03-31";
    const FORM: &'static str = "A date: year, month and day.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Date> {
        let text = reader.scalar(node, name, "a date", Self::EXAMPLE)?;
        match parse_date(text) {
            Ok(date) => Some(date),
            Err(fault) => {
                let problem = Diagnostic::new(Code::BadTime, reader.head(node), format!("`{}` is not a date", shortened(text)));
                let meant = spoken::day(text, reader.known.calendar).filter(|_| !matches!(fault, DateFault::Say(_)));
                reader.report(match meant {
                    Some(date) => problem.mend(format!("write it as `{date}`")),
                    None => problem.help(fault.advice("")),
                });
                None
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": format!("^{DATE}$")})
    }
}

/// A period: `2026-03-02 to 2026-03-13`.
pub(in crate::audit) struct Days;

impl Shape for Days {
    type Out = Period;
    const EXAMPLE: &'static str = "2026-03-02 to 2026-03-13";
    const FORM: &'static str = "The first and the last day, with `to` between them.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Period> {
        let text = reader.scalar(node, name, "a period", Self::EXAMPLE)?;
        let halves = text.split_once(" to ").map(|(from, to)| (from.trim(), to.trim()));
        let (from, to) = match halves.map(|(from, to)| (parse_date(from), parse_date(to))) {
            Some((Ok(from), Ok(to))) => (from, to),
            days => {
                let mut problem =
                    Diagnostic::new(Code::BadTime, reader.head(node), format!("`{}` is not a period", shortened(text)));
                let said = days.into_iter().flat_map(|(from, to)| [from.err(), to.err()]).flatten();
                let said: Vec<String> =
                    said.filter_map(|fault| if let DateFault::Say(what) = fault { Some(what) } else { None }).collect();
                let mut periods = periods_meant(text);
                if periods.is_empty() {
                    periods.extend(spoken::period(text, reader.known.calendar));
                }
                periods.retain(|period| days_between(period.from, period.to) <= REACH);
                problem = match (periods.as_slice(), said.is_empty()) {
                    (_, false) => Diagnostic { help: said, ..problem },
                    ([], true) => problem.help(format!("write its first and last day: `{name}: {}`", Self::EXAMPLE)),
                    ([only], true) => {
                        // other days of the audit are understood by the period that is meant
                        reader.known.calendar.tell(*only);
                        problem.mend(format!("write `{name}: {}`", written(*only)))
                    }
                    ([one, other, ..], true) => problem.mend(format!(
                        "write `{name}: {}`, or `{}` if the days stand first",
                        written(*one),
                        written(*other)
                    )),
                };
                reader.report(problem);
                return None;
            }
        };
        if to < from {
            reader.bad(
                Code::BadValue,
                node,
                "the period ends before it begins",
                format!("write the earlier day first: `{name}: {to} to {from}`"),
            );
            return None;
        }
        let period = Period { from, to };
        reader.known.calendar.tell(period);
        Some(period)
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": format!("^{DATE} +to +{DATE}$")})
    }
}

/// What is wrong with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateFault {
    /// It is written in no way that could be understood.
    Unclear,
    /// This is wrong with it.
    Say(String),
    /// This date is meant.
    Meant(Date),
    /// One of these is meant: 3/4/2026 is a day in March for some and one in April for others.
    Either(Date, Date),
}

impl DateFault {
    /// How to mend it; `behind` is what belongs behind the date, such as ` 09:12`.
    pub(super) fn advice(&self, behind: &str) -> String {
        match self {
            DateFault::Unclear => "write year, month and day with four, two and two digits, such as `2026-03-02`".into(),
            DateFault::Say(what) => what.clone(),
            DateFault::Meant(date) => format!("write it as `{date}{behind}`"),
            DateFault::Either(one, other) => {
                let words = |date: &Date| format!("`{date}{behind}` for {} {}", date.day(), month(*date));
                format!("write year, month and day: {}, {}", words(one), words(other))
            }
        }
    }
}

/// A date as `2026-03-02`.
pub(super) fn parse_date(text: &str) -> Result<Date, DateFault> {
    let parts = numbers(text, '-', &[4, 2, 2]);
    let Some([year, month, day]) = parts.as_deref() else {
        return Err(meant(text));
    };
    if *year < EARLIEST {
        return Err(DateFault::Say("write the year with four digits, such as 2026".into()));
    }
    let small = |number: &i16| i8::try_from(*number).unwrap_or(0);
    let first = Date::new(*year, small(month), 1)
        .map_err(|_| DateFault::Say(format!("there is no month {month:02}; write year, month, day, such as `2026-03-02`")))?;
    let fault = |_| DateFault::Say(format!("{} has {} days", month_and_year(first), first.days_in_month()));
    first.with().day(small(day)).build().map_err(fault)
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

/// A period as it should be written.
fn written(Period { from, to }: Period) -> String {
    format!("{from} to {to}")
}

/// The periods that may be meant by another way of writing one: months first, then days first.
fn periods_meant(text: &str) -> Vec<Period> {
    let between = [" to ", " - ", " \u{2013} ", " \u{2014} ", " until ", " till ", " through ", "\u{2013}", "\u{2014}", "/", "-"];
    let halves = between.into_iter().flat_map(|between| text.match_indices(between)).map(|(at, found)| {
        let (from, to) = (&text[..at], &text[at + found.len()..]);
        (readings(from.trim()), readings(to.trim()))
    });
    let mut periods = Vec::new();
    for (from, to) in halves {
        for (from, to) in from.into_iter().zip(to) {
            let period = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| Period { from, to });
            periods.extend(period.filter(|period| !periods.contains(period)));
        }
    }
    periods
}

/// A date if its month stands first, and if its day does.
fn readings(text: &str) -> [Option<Date>; 2] {
    match parse_date(text) {
        Ok(date) => [Some(date); 2],
        Err(DateFault::Either(month_first, day_first)) => [Some(month_first), Some(day_first)],
        Err(DateFault::Meant(date)) => {
            let first: u8 = text.split(['-', '/', '.']).next().and_then(|part| part.parse().ok()).unwrap_or(0);
            match first {
                13.. => [None, Some(date)],
                1.. if i8::try_from(first).is_ok_and(|first| first == date.month() && first != date.day()) => [Some(date), None],
                _ => [Some(date); 2],
            }
        }
        Err(DateFault::Unclear | DateFault::Say(_)) => [None; 2],
    }
}

/// The date that is meant by another way of writing it.
fn meant(text: &str) -> DateFault {
    let parts: Vec<&str> = text.trim().split(['-', '/', '.']).collect();
    let numbers: Option<Vec<i16>> = parts.iter().map(|part| part.parse().ok()).collect();
    let Some([first, second, third]) = numbers.as_deref() else { return DateFault::Unclear };
    let date = |year: i16, month: i16, day: i16| {
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        date.ok().filter(|date| date.year() >= EARLIEST)
    };
    let (one, other) = match (parts[0].len(), parts[2].len()) {
        (4, _) => (date(*first, *second, *third), None),
        (_, 4) => (date(*third, *first, *second), date(*third, *second, *first)),
        _ => (None, None),
    };
    match (one, other) {
        (Some(one), Some(other)) if one != other => DateFault::Either(one, other),
        (Some(date), _) | (None, Some(date)) => DateFault::Meant(date),
        (None, None) => DateFault::Unclear,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_written_otherwise_are_mended() {
        let cases: [(&str, &[&str]); 9] = [
            ("2026-10-05 - 2026-10-16", &["2026-10-05 to 2026-10-16"]),
            ("2026-10-05/2026-10-16", &["2026-10-05 to 2026-10-16"]),
            ("2026-10-05-2026-10-16", &["2026-10-05 to 2026-10-16"]),
            ("10/5/2026 - 10/16/2026", &["2026-10-05 to 2026-10-16"]),
            ("5.10.2026 to 16.10.2026", &["2026-10-05 to 2026-10-16"]),
            ("2026-10-5 until 2026-10-16", &["2026-10-05 to 2026-10-16"]),
            ("05/10/2026 to 06/10/2026", &["2026-05-10 to 2026-06-10", "2026-10-05 to 2026-10-06"]),
            ("2026-10-16 - 2026-10-05", &[]),
            ("October", &[]),
        ];
        for (text, expected) in cases {
            let periods: Vec<_> = periods_meant(text).into_iter().map(written).collect();
            assert_eq!(periods, expected, "{text}");
        }
    }

    #[test]
    fn dates_that_are_none_get_advice() {
        let cases = [
            ("2026-02-30", "February 2026 has 28 days"),
            ("2026-13-01", "there is no month 13; write year, month, day, such as `2026-03-02`"),
            ("2026-3-2", "write it as `2026-03-02`"),
            ("2026/03/02", "write it as `2026-03-02`"),
            ("03/02/2026", "write year, month and day: `2026-03-02` for 2 March, `2026-02-03` for 3 February"),
            ("3/13/2026", "write it as `2026-03-13`"),
            ("13.3.2026", "write it as `2026-03-13`"),
            ("3/3/2026", "write it as `2026-03-03`"),
            ("13/13/2026", "write year, month and day with four, two and two digits, such as `2026-03-02`"),
            ("2 March", "write year, month and day with four, two and two digits, such as `2026-03-02`"),
            ("1126-3-4", "write year, month and day with four, two and two digits, such as `2026-03-02`"),
            ("0026-03-02", "write the year with four digits, such as 2026"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_date(text).map_err(|fault| fault.advice("")), Err(expected.to_owned()), "{text}");
        }
    }
}
