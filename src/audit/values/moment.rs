//! Moments as written: a local time, or a time after the lead's arrival.

use jiff::civil::{DateTime, Time};
use serde_json::json;

use super::day::{DATE, DateFault, numbers, parse_date};
use super::reader::shortened;
use super::{Reader, Shape, duration_meant, parse_duration};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::Node;

/// A moment as written; what it means depends on the audit's time zone and the lead's arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) struct Written {
    /// When.
    pub(in crate::audit) time: WrittenTime,
    /// Whether a `~` stands in front.
    pub(in crate::audit) approximate: bool,
}

/// The two ways of writing a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) enum WrittenTime {
    /// `2026-03-04 10:00`, local time of the audit's zone.
    Local(DateTime),
    /// `+1h52m`: this many minutes of real time after the lead arrived.
    After(i64),
}

/// The time on a clock, as a pattern of JSON Schema.
const CLOCK: &str = "([01]\\d|2[0-3]):[0-5]\\d";

/// A moment: a local time, or a time after the lead's arrival.
pub(in crate::audit) struct When;

/// The moment of an arrival: a local time.
pub(in crate::audit) struct Arrival;

impl Shape for When {
    type Out = Written;
    const EXAMPLE: &'static str = "+12m";
    const FORM: &'static str = "A local time (`2026-03-04 10:00`), or the days, hours and minutes since the lead arrived (`+45m`, `+1d2h5m`); a `~` in front says that it is not exact.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Written> {
        let text = reader.scalar(node, name, "a moment", Self::EXAMPLE)?;
        let refused = |(code, help), reader: &mut Reader<'_>| {
            let (mark, exact) = text.strip_prefix('~').map_or(("", text), |exact| ("~", exact));
            let arrival = reader.arrived.as_deref().and_then(|arrived| parse_date(arrived.get(..10)?).ok());
            let help = match (clock(exact), arrival) {
                (Some(time), Some(date)) => {
                    format!("write date and time; if it was the day on which the lead arrived: `{name}: {mark}{date} {time}`")
                }
                _ => help,
            };
            refuse(code, text, help, node, reader);
        };
        parse(text).map_err(|fault| refused(fault, reader)).ok()
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": format!("^~?({DATE}[ T]{CLOCK}|\\+(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?)$")})
    }
}

impl Shape for Arrival {
    type Out = Written;
    const EXAMPLE: &'static str = "2026-03-04 10:00";
    const FORM: &'static str = "Year, month, day and the time on a clock of 24 hours; a `~` in front says that it is not exact.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Written> {
        let text = reader.scalar(node, name, "a local time", Self::EXAMPLE)?;
        let help = match parse(text) {
            Ok(written @ Written { time: WrittenTime::Local(_), .. }) => return Some(written),
            Ok(_) => (Code::BadTime, format!("an arrival is a local time, such as `{name}: {}`", Self::EXAMPLE)),
            Err(problem) => problem,
        };
        refuse(help.0, text, help.1, node, reader);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": format!("^~?{DATE}[ T]{CLOCK}$")})
    }
}

fn refuse(code: Code, text: &str, help: String, node: &Node, reader: &mut Reader<'_>) {
    let what = if code == Code::BadDuration { "duration" } else { "moment" };
    let problem = Diagnostic::new(code, reader.head(node), format!("`{}` is not a {what}", shortened(text))).help(help);
    reader.report(problem);
}

/// A moment; else how to mend it.
fn parse(text: &str) -> Result<Written, (Code, String)> {
    let (approximate, exact) = match text.strip_prefix('~') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some(duration) = exact.strip_prefix('+') {
        let after = |help| match duration_meant(duration) {
            Some(meant) => format!("write it as `+{meant}`"),
            None => help,
        };
        let minutes = parse_duration(duration).map_err(|help| (Code::BadDuration, after(help)))?.minutes;
        return Ok(Written { time: WrittenTime::After(minutes), approximate });
    }
    let time = parse_local(exact).map_err(|help| (Code::BadTime, help))?;
    Ok(Written { time: WrittenTime::Local(time), approximate })
}

fn parse_local(text: &str) -> Result<DateTime, String> {
    let general = "write date and time, such as `2026-03-04 10:00`, or the time since the lead arrived, such as `+1h52m`";
    let duration = if parse_duration(text).is_ok() { Some(text.to_owned()) } else { duration_meant(text) };
    if let Some(duration) = duration {
        return Err(format!("for the time since the lead arrived, put a plus in front: `+{duration}`"));
    }
    if text.starts_with(char::is_whitespace) {
        return Err("leave no space behind the `~`".into());
    }
    if text.starts_with('-') {
        return Err("what happened before the arrival cannot be written with a minus; write date and time".into());
    }
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return Err(match parse_date(text) {
            Ok(date) => format!("add the time of day: `{date} 10:00`"),
            Err(_) => general.into(),
        });
    };
    let time = parse_time(time.trim_start());
    let date = parse_date(date).map_err(|fault| match (&fault, &time) {
        (DateFault::Unclear, _) => general.to_owned(),
        (_, Ok(time)) => fault.advice(&format!(" {}", time.strftime("%H:%M"))),
        (_, Err(TimeFault::Write(time))) => fault.advice(&format!(" {time}")),
        (_, Err(TimeFault::Say(_))) => fault.advice(""),
    })?;
    let time = time.map_err(|fault| match fault {
        TimeFault::Say(help) => help,
        TimeFault::Write(time) => format!("write it as `{date} {time}`"),
    })?;
    Ok(date.to_datetime(time))
}

/// What to do about a time of day.
enum TimeFault {
    /// A piece of advice.
    Say(String),
    /// The time as it should be written.
    Write(String),
}

/// A time of day as it should be written, where it is clear which one is meant.
pub(super) fn clock(text: &str) -> Option<String> {
    match parse_time(text.trim()) {
        Ok(time) => Some(time.strftime("%H:%M").to_string()),
        Err(TimeFault::Write(time)) => Some(time),
        Err(TimeFault::Say(_)) => None,
    }
}

fn parse_time(text: &str) -> Result<Time, TimeFault> {
    if let Some([hour, minute]) = numbers(text, ':', &[2, 2]).as_deref() {
        let (hour, minute) = (i8::try_from(*hour).unwrap_or(-1), i8::try_from(*minute).unwrap_or(-1));
        return Time::new(hour, minute, 0, 0).map_err(|_| {
            TimeFault::Say("hours run from 00 to 23 and minutes from 00 to 59; midnight is `00:00` of the day that begins".into())
        });
    }
    let lower = text.trim().to_ascii_lowercase();
    if lower.ends_with('z') || lower.contains('+') || lower.rfind('-').is_some() {
        return Err(TimeFault::Say("write the local time of the audit's `timezone`, without an offset behind it".into()));
    }
    let (clock, half) = match lower.strip_suffix("am").or(lower.strip_suffix("a.m.")) {
        Some(clock) => (clock, Some(0)),
        None => match lower.strip_suffix("pm").or(lower.strip_suffix("p.m.")) {
            Some(clock) => (clock, Some(12)),
            None => (lower.as_str(), None),
        },
    };
    let mut parts = clock.trim().split([':', '.']).map(|part| part.parse::<u8>().ok());
    let (hour, minute, seconds) = (parts.next().flatten(), parts.next(), parts.next());
    let minute = match (minute, half) {
        (Some(minute), _) => minute,
        (None, Some(_)) => Some(0),
        (None, None) => None,
    };
    let (Some(hour), Some(minute)) = (hour, minute) else {
        return Err(TimeFault::Say("write the time of day with two digits each for hour and minute, such as `09:05`".into()));
    };
    let hour = match half {
        Some(half) if hour <= 12 => hour % 12 + half,
        _ => hour,
    };
    if seconds.is_some() && half.is_none() {
        return Err(TimeFault::Write(format!("{hour:02}:{minute:02}")));
    }
    Err(if hour < 24 && minute < 60 {
        TimeFault::Write(format!("{hour:02}:{minute:02}"))
    } else {
        TimeFault::Say("hours run from 00 to 23 and minutes from 00 to 59".into())
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn moments_are_read_exactly() {
        let ten = WrittenTime::Local(date(2026, 3, 4).at(10, 0, 0, 0));
        let cases = [
            ("2026-03-04 10:00", ten, false),
            ("2026-03-04T10:00", ten, false),
            ("~2026-03-04 10:00", ten, true),
            ("+1h52m", WrittenTime::After(112), false),
            ("~+2h", WrittenTime::After(120), true),
            ("+1d", WrittenTime::After(1440), false),
        ];
        for (text, time, approximate) in cases {
            assert_eq!(parse(text), Ok(Written { time, approximate }), "{text}");
        }
    }

    #[test]
    fn other_ways_of_writing_get_a_proposal() {
        let cases = [
            ("+90", Code::BadDuration, "say which unit: `90m` for minutes, `90h` for hours, `90d` for days"),
            ("+2 min", Code::BadDuration, "write it as `+2m`"),
            ("+2 minutes", Code::BadDuration, "write it as `+2m`"),
            ("+ 2m", Code::BadDuration, "write it as `+2m`"),
            ("2 min", Code::BadTime, "for the time since the lead arrived, put a plus in front: `+2m`"),
            ("1h52m", Code::BadTime, "for the time since the lead arrived, put a plus in front: `+1h52m`"),
            ("2026-03-04", Code::BadTime, "add the time of day: `2026-03-04 10:00`"),
            ("2026-03-04 9:05", Code::BadTime, "write it as `2026-03-04 09:05`"),
            ("2026-03-04 2:05 pm", Code::BadTime, "write it as `2026-03-04 14:05`"),
            ("2026-03-04 12am", Code::BadTime, "write it as `2026-03-04 00:00`"),
            ("2026-03-04 10:00:00", Code::BadTime, "write it as `2026-03-04 10:00`"),
            ("2026-03-04 10:00Z", Code::BadTime, "write the local time of the audit's `timezone`, without an offset behind it"),
            (
                "2026-03-04 10:00+01:00",
                Code::BadTime,
                "write the local time of the audit's `timezone`, without an offset behind it",
            ),
            ("2026-02-30 10:00", Code::BadTime, "February 2026 has 28 days"),
            ("~ +2h", Code::BadTime, "leave no space behind the `~`"),
            (
                "2026-03-04 24:00",
                Code::BadTime,
                "hours run from 00 to 23 and minutes from 00 to 59; midnight is `00:00` of the day that begins",
            ),
            (
                "4 March 10:00",
                Code::BadTime,
                "write date and time, such as `2026-03-04 10:00`, or the time since the lead arrived, such as `+1h52m`",
            ),
            (
                "10:00",
                Code::BadTime,
                "write date and time, such as `2026-03-04 10:00`, or the time since the lead arrived, such as `+1h52m`",
            ),
        ];
        for (text, code, help) in cases {
            assert_eq!(parse(text), Err((code, help.to_owned())), "{text}");
        }
    }
}
