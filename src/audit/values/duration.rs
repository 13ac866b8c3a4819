//! Durations and limits.

use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::Limit;
use crate::yaml::Node;

/// The longest duration in minutes: 100 years, so that no calculation overflows.
pub(super) const LONGEST: i64 = 100 * 366 * 24 * 60;

/// A duration, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) struct Duration {
    /// Its length in minutes, a day being 24 hours.
    pub(in crate::audit) minutes: i64,
    /// Whether days are named.
    days: bool,
    /// Whether hours or minutes are named.
    hours_or_minutes: bool,
}

/// A duration such as `1d`, `1h52m`, `12d4h`; else how to mend it.
pub(in crate::audit) fn parse_duration(text: &str) -> Result<Duration, String> {
    let general = || "write whole numbers with `d`, `h` or `m` behind them, such as `45m`, `4h`, `1d` or `1h30m`".to_owned();
    let otherwise = |text: &str| meant(text).map_or_else(general, |meant| format!("write it as `{meant}`"));
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unit_of(text, "").unwrap_or_else(|| TOO_LONG.to_owned()));
    }
    let mut duration = Duration { minutes: 0, days: false, hours_or_minutes: false };
    let mut rest = text;
    let mut last = i64::MAX;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = rest.split_at(digits);
        let (unit, minutes) = match behind.bytes().next() {
            _ if digits == 0 => return Err(otherwise(text)),
            Some(b'd') => ('d', 24 * 60),
            Some(b'h') => ('h', 60),
            Some(b'm') => ('m', 1),
            _ => return Err(otherwise(text)),
        };
        if minutes >= last {
            return Err(if minutes == last {
                format!("name each unit once: `{unit}` stands here twice")
            } else {
                "write the largest unit first: days, hours, minutes".into()
            });
        }
        last = minutes;
        let part = number.parse::<i64>().ok().and_then(|number| number.checked_mul(minutes));
        duration.minutes = part
            .and_then(|part| duration.minutes.checked_add(part))
            .filter(|sum| *sum <= LONGEST)
            .ok_or_else(|| TOO_LONG.to_owned())?;
        duration.days |= unit == 'd';
        duration.hours_or_minutes |= unit != 'd';
        rest = &behind[1..];
    }
    if text.is_empty() { Err(general()) } else { Ok(duration) }
}

const TOO_LONG: &str = "no duration is longer than 100 years";

/// How to mend a bare number behind a sign: with a unit that does not make it too long, where there is one.
pub(super) fn unit_of(number: &str, sign: &str) -> Option<String> {
    let units = [("m", 1, "minutes"), ("h", 60, "hours"), ("d", 24 * 60, "days")];
    let fits = |minutes: i64| number.parse::<i64>().is_ok_and(|number| number <= LONGEST / minutes);
    let offered =
        units.iter().filter(|(_, minutes, _)| fits(*minutes)).map(|(unit, _, name)| format!("`{sign}{number}{unit}` for {name}"));
    let offered: Vec<String> = offered.collect();
    (!offered.is_empty()).then(|| format!("say which unit: {}", offered.join(", ")))
}

/// The duration that is meant by `30 min`, `1.5h`, `2 days`, `1h 30m` and the like, as it should be written.
pub(in crate::audit) fn meant(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase().replace([' ', ',', '\u{a0}'], "").replace("and", "");
    let mut minutes = 0.0;
    let mut rest = lower.as_str();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let number = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let amount: f64 = rest[..number].parse().ok()?;
        rest = &rest[number..];
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        minutes += amount
            * match &rest[..end] {
                "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
                "h" | "hr" | "hrs" | "hour" | "hours" => 60.0,
                "d" | "day" | "days" => 1440.0,
                "w" | "week" | "weeks" => 10080.0,
                _ => return None,
            };
        rest = &rest[end..];
    }
    if !(0.0..1e7).contains(&minutes) || minutes.fract() != 0.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded just above")]
    let whole = minutes as i64;
    // days alone stay days: a limit of a day is not one of 24 hours
    Some(if whole % 1440 == 0 && whole > 0 && !lower.contains('h') { format!("{}d", whole / 1440) } else { in_hours(whole) })
}

pub(super) fn in_hours(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}m"),
        (hours, 0) => format!("{hours}h"),
        (hours, rest) => format!("{hours}h{rest}m"),
    }
}

/// A limit: a duration in days alone, or in hours and minutes.
pub(in crate::audit) struct LimitOf;

impl Shape for LimitOf {
    type Out = Limit;
    const EXAMPLE: &'static str = "4h";
    const FORM: &'static str =
        "In days alone (`3d`, around the clock), or in hours and minutes (`1h30m`, on the channel's clock).";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Limit> {
        let text = reader.scalar(node, name, "a duration", Self::EXAMPLE)?;
        let (message, label, help) = match parse_duration(text) {
            Ok(duration) if duration.days && duration.hours_or_minutes => (
                "a limit is in days alone, or in hours and minutes".to_owned(),
                "both in one",
                format!(
                    "days count around the clock, hours and minutes on the channel's clock: write `{}`, or whole days such as `{}d`",
                    in_hours(duration.minutes),
                    (duration.minutes + 1439) / 1440
                ),
            ),
            Ok(duration) => return Some(Limit::as_written(text, duration.minutes, duration.days)),
            Err(help) => (format!("`{}` is not a duration", shortened(text)), "", help),
        };
        let problem = Diagnostic::new(Code::BadDuration, reader.head(node), message).label(label).help(help);
        reader.report(problem);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": "^(\\d+d|(?=\\d)(\\d+h)?(\\d+m)?)$"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_exactly() {
        let cases = [
            ("0m", Some(0)),
            ("10m", Some(10)),
            ("90m", Some(90)),
            ("1h52m", Some(112)),
            ("13h05m", Some(785)),
            ("12d4h", Some(12 * 1440 + 240)),
            ("1d1h1m", Some(1501)),
            ("36600d", Some(36600 * 1440)),
            ("36601d", None),
            ("99999999", None),
            ("99999999999999999999d", None),
            ("10", None),
            ("", None),
            ("h", None),
            ("1h2", None),
            ("4m1h", None),
            ("1h2h", None),
            ("1.5h", None),
            ("-4h", None),
            ("٣h", None),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_duration(text).ok().map(|duration| duration.minutes), expected, "{text}");
        }
    }

    #[test]
    fn other_ways_of_writing_get_a_proposal() {
        let cases = [
            ("10", "say which unit: `10m` for minutes, `10h` for hours, `10d` for days"),
            ("30 min", "write it as `30m`"),
            ("1.5h", "write it as `1h30m`"),
            ("1h 30m", "write it as `1h30m`"),
            ("2 days", "write it as `2d`"),
            ("24 hours", "write it as `24h`"),
            ("1 week", "write it as `7d`"),
            ("soon", "write whole numbers with `d`, `h` or `m` behind them, such as `45m`, `4h`, `1d` or `1h30m`"),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_duration(text), Err(expected.to_owned()), "{text}");
        }
    }
}
