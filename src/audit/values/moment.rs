//! Moments as written: a local time, or a time after the lead's arrival.

use jiff::civil::{Date, DateTime, Time, date};
use serde_json::json;

use super::day::{DATE, DateFault, numbers, parse_date};
use super::duration::unit_of;
use super::reader::shortened;
use super::spoken::{self, Meant};
use super::{Calendar, Reader, Shape, duration_meant, parse_duration};
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::listed;
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
        let fault = match parse(text) {
            Ok(written) => return Some(written),
            Err(fault) => fault,
        };
        let arrived = reader.arrived;
        let help = match spoken::after(text).filter(|_| !text.starts_with('+')) {
            Some(after) => Help::ready(format!("write the time since the lead arrived: `{after}`")),
            None => match spoken::moment(text, arrived, reader.known.calendar) {
                Some(Meant::Clock(time)) => {
                    let mark = if text.starts_with('~') { "~" } else { "" };
                    let day = arrived.map(|arrived| {
                        format!(
                            "write date and time; if it was the day on which the lead arrived: `{name}: {mark}{} {time}`",
                            arrived.date()
                        )
                    });
                    day.map_or(fault.help, Help::ready)
                }
                Some(meant) => Help::of(meant),
                None if unknown(text) => Help::plain(format!(
                    "where nobody can tell when, write `~` and the nearest time that is known, such as `{name}: ~+1d`, or the whole step as \
                     `{{unknown: why}}`"
                )),
                None => match arrived.map(DateTime::date).or(reader.known.calendar.example()).filter(|_| fault.help.general) {
                    Some(day) => Help::plain(general(day, true)),
                    None => fault.help,
                },
            },
        };
        refuse(fault.code, text, help, node, reader);
        None
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
        let fault = match parse(text) {
            Ok(written @ Written { time: WrittenTime::Local(_), .. }) => return Some(written),
            Ok(_) => None,
            Err(fault) => Some(fault),
        };
        let day = reader.known.calendar.example().unwrap_or(EXAMPLE_DAY);
        let help = match (spoken::arrival(text, reader.known.calendar), fault) {
            (Some(meant @ (Meant::Moments(_) | Meant::Day(_))), _) => Help::of(meant),
            // what is said of times since the arrival is of no use here
            (_, Some(fault)) if fault.code == Code::BadTime && !fault.help.general && !fault.help.since => fault.help,
            (_, None) => Help::plain(format!("an arrival is a local time, such as `{name}: {day} 10:00`")),
            _ => Help::plain(general(day, false)),
        };
        refuse(Code::BadTime, text, help, node, reader);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": format!("^~?{DATE}[ T]{CLOCK}$")})
    }
}

/// How to mend a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Help {
    words: String,
    /// Whether a value stands in it that can be copied.
    ready: bool,
    /// Whether it only tells how moments are written.
    general: bool,
    /// Whether it speaks of the time since the arrival.
    since: bool,
}

impl Help {
    fn plain(words: impl Into<String>) -> Self {
        Help { words: words.into(), ..Help::default() }
    }

    fn ready(words: impl Into<String>) -> Self {
        Help { ready: true, ..Help::plain(words) }
    }

    /// What was most likely meant.
    fn of(meant: Meant) -> Self {
        match meant {
            Meant::Moments(moments) => Help::ready(format!("write it as {}", listed(moments.iter().map(String::as_str), "or"))),
            Meant::Day(day) => Help::plain(format!("{}; put a `~` in front if it is not exact", add_time(day))),
            Meant::Clock(time) => Help::plain(format!("write the date before the time: `{EXAMPLE_DAY} {time}`")),
        }
    }
}

/// A moment that cannot be read, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    code: Code,
    help: Help,
}

/// The day of examples that know of no other.
const EXAMPLE_DAY: Date = date(2026, 3, 4);

/// Whether a text says that a time is not known.
fn unknown(text: &str) -> bool {
    matches!(
        text.trim().to_lowercase().as_str(),
        "?" | "??" | "unknown" | "not known" | "unclear" | "no idea" | "n/a" | "na" | "none"
    )
}

/// How moments are written, with a day that is near to the one that is meant.
fn general(day: Date, since: bool) -> String {
    let since = if since { ", or the time since the lead arrived, such as `+1h52m`" } else { "" };
    format!("write date and time, such as `{day} 10:00`{since}")
}

fn add_time(day: Date) -> String {
    format!("add the time of day: `{day} 10:00`")
}

fn refuse(code: Code, text: &str, help: Help, node: &Node, reader: &mut Reader<'_>) {
    let what = if code == Code::BadDuration { "duration" } else { "moment" };
    let problem = Diagnostic::new(code, reader.head(node), format!("`{}` is not a {what}", shortened(text)));
    reader.report(if help.ready { problem.mend(help.words) } else { problem.help(help.words) });
}

/// A moment; else how to mend it.
fn parse(text: &str) -> Result<Written, Fault> {
    let (approximate, exact) = match text.strip_prefix('~') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some(duration) = exact.strip_prefix('+') {
        let minutes = parse_duration(duration).map_err(|help| {
            let help = match duration_meant(duration) {
                Some(meant) => Help::ready(format!("write it as `+{meant}`")),
                None if !duration.is_empty() && duration.bytes().all(|byte| byte == b'0') => Help::ready("write it as `+0m`"),
                None => unit_of(duration, "+").map_or(Help::plain(help), Help::ready),
            };
            Fault { code: Code::BadDuration, help }
        })?;
        return Ok(Written { time: WrittenTime::After(minutes.minutes), approximate });
    }
    let time = parse_local(exact).map_err(|help| Fault { code: Code::BadTime, help })?;
    Ok(Written { time: WrittenTime::Local(time), approximate })
}

/// The local time that a text states or is taken to mean: the one arrival that `at` of its steps may be counted from.
pub(super) fn arrival_meant(text: &str, calendar: Calendar) -> Option<DateTime> {
    let exact = |text: &str| parse_local(text.strip_prefix('~').unwrap_or(text)).ok();
    exact(text).or_else(|| match spoken::arrival(text, calendar)? {
        Meant::Moments(moments) => match moments.as_slice() {
            [only] => exact(only),
            _ => None,
        },
        Meant::Day(day) => Some(day.at(0, 0, 0, 0)),
        Meant::Clock(_) => None,
    })
}

fn parse_local(text: &str) -> Result<DateTime, Help> {
    let unclear = || Help { general: true, ..Help::plain(general(EXAMPLE_DAY, true)) };
    let duration = if parse_duration(text).is_ok() { Some(text.to_owned()) } else { duration_meant(text) };
    if let Some(duration) = duration {
        let words = format!("for the time since the lead arrived, put a plus in front: `+{duration}`");
        return Err(Help { since: true, ..Help::ready(words) });
    }
    if text.starts_with(char::is_whitespace) {
        return Err(Help::plain("leave no space behind the `~`"));
    }
    if text.starts_with('-') {
        return Err(Help::plain("what happened before the arrival cannot be written with a minus; write date and time"));
    }
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return Err(parse_date(text).map_or_else(|_| unclear(), |date| Help::plain(add_time(date))));
    };
    let time = parse_time(time.trim_start());
    let date = parse_date(date).map_err(|fault| match (&fault, &time) {
        (DateFault::Unclear, _) => unclear(),
        (DateFault::Say(what), _) => Help::plain(what.clone()),
        (_, Ok(time)) => Help::ready(fault.advice(&format!(" {}", time.strftime("%H:%M")))),
        (_, Err(TimeFault::Write(time))) => Help::ready(fault.advice(&format!(" {time}"))),
        (_, Err(TimeFault::Say(_))) => Help::plain(fault.advice("")),
    })?;
    let time = time.map_err(|fault| match fault {
        TimeFault::Say(help) => Help::plain(help),
        TimeFault::Write(time) => Help::ready(format!("write it as `{date} {time}`")),
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
    let (hour, minute) = (parts.next().flatten(), parts.next());
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
    Err(if hour < 24 && minute < 60 {
        TimeFault::Write(format!("{hour:02}:{minute:02}"))
    } else {
        TimeFault::Say("hours run from 00 to 23 and minutes from 00 to 59".into())
    })
}

#[cfg(test)]
mod tests {
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
            ("+90", Code::BadDuration, "say which unit: `+90m` for minutes, `+90h` for hours, `+90d` for days"),
            ("+230040", Code::BadDuration, "say which unit: `+230040m` for minutes, `+230040h` for hours"),
            ("+99999999", Code::BadDuration, "no duration is longer than 100 years"),
            ("+0", Code::BadDuration, "write it as `+0m`"),
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
            ("2026-03-04 25:00:00", Code::BadTime, "hours run from 00 to 23 and minutes from 00 to 59"),
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
            let fault = parse(text).map_err(|fault| (fault.code, fault.help.words));
            assert_eq!(fault, Err((code, help.to_owned())), "{text}");
        }
    }
}
