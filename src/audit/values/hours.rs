//! Opening hours of a week.

use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape, or_todo, spoken};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::suggest::nearest;
use crate::yaml::{Entry, Node, Value};

/// The open spans of each day from Monday on, in minutes from midnight.
pub(in crate::audit) type Week = [Vec<(u16, u16)>; 7];

/// The days as written.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const EXAMPLE: &str = "{mon-fri: \"08:00-18:00\", sat: \"09:00-13:00\"}";

/// The opening hours of a week: `{mon-fri: "08:00-18:00", sat: "09:00-13:00"}`.
pub(in crate::audit) struct WeekHours;

impl Shape for WeekHours {
    type Out = Week;
    const EXAMPLE: &'static str = EXAMPLE;
    const FORM: &'static str =
        "Days, or ranges of days, with their hours in quotes, or `closed`; several spans with a comma between them.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Week> {
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            Value::Scalar(scalar) => {
                let problem = reader.wrong(node, name, "days with their hours");
                // nobody writes a week of pages
                let week = Some(&scalar.text).filter(|text| text.len() <= 500).and_then(|text| spoken::week(text));
                reader.report(match week {
                    Some(week) => {
                        problem.label("write each day, or range of days, with its hours").mend(format!("write `{name}: {week}`"))
                    }
                    None => problem.help(format!("write it like this: `{name}: {EXAMPLE}`")),
                });
                return None;
            }
            _ => {
                reader.wrong_type(node, name, "days with their hours", EXAMPLE);
                return None;
            }
        };
        let mut week: Week = Default::default();
        let mut named: [Option<Place>; 7] = [None; 7];
        let mut sound = true;
        for entry in entries {
            let place = reader.place(&entry.key_span);
            let days = match parse_days(&entry.key) {
                Ok(days) => days,
                Err((message, help)) => {
                    let problem = Diagnostic::new(Code::BadValue, place, message);
                    reader.report(match day_meant(entry) {
                        Some(day) => problem.mend(format!("write `{day}`")),
                        None => problem.help(help),
                    });
                    sound = false;
                    continue;
                }
            };
            let spans = parse_entry(&entry.value, &entry.key, reader);
            sound &= spans.is_some();
            for day in days {
                if let Some(first) = named[day].replace(place) {
                    reader.report(
                        Diagnostic::new(Code::BadValue, place, format!("the hours of `{}` are given twice", DAYS[day]))
                            .label("given again here")
                            .second(first, "given here first")
                            .help("name each day once; several spans of a day stand in one text: `\"08:00-12:00, 13:00-17:00\"`"),
                    );
                    sound = false;
                    break;
                }
                if let Some(spans) = &spans {
                    week[day].clone_from(spans);
                }
            }
        }
        if sound && week.iter().all(Vec::is_empty) {
            let problem =
                Diagnostic::new(Code::BadValue, reader.head(node), format!("`{name}` name no day on which the business is open"))
                    .help(format!("name at least one day with its hours: `{name}: {EXAMPLE}`"));
            reader.report(problem);
            return None;
        }
        sound.then_some(week)
    }

    fn schema() -> serde_json::Value {
        let day = "(mon|tue|wed|thu|fri|sat|sun)";
        let time = "([01]\\d|2[0-3]):[0-5]\\d";
        let span = format!("{time}-({time}|24:00)");
        json!({
            "type": "object",
            "propertyNames": {"pattern": format!("^{day}(-{day})?$")},
            "additionalProperties": or_todo(json!({"type": "string", "pattern": format!("^(closed|{span}(, *{span})*)$")})),
        })
    }
}

/// A day or a range of days as it is meant, with its hours where these could be understood.
fn day_meant(entry: &Entry) -> Option<String> {
    let days = spoken::days(&entry.key)?;
    let Value::Scalar(hours) = &entry.value.value else { return Some(days) };
    Some(spoken::spans(&hours.text).map_or_else(|| days.clone(), |spans| format!("{days}: \"{spans}\"")))
}

/// The days that a key names, Monday being 0; else what is wrong and how to mend it.
pub(super) fn parse_days(key: &str) -> Result<std::ops::RangeInclusive<usize>, (String, String)> {
    let day = |name: &str| {
        DAYS.iter().position(|day| *day == name).ok_or_else(|| {
            let lower = name.to_lowercase();
            let meant = DAYS.iter().find(|day| lower.starts_with(**day)).copied().or_else(|| nearest(&lower, DAYS));
            let help = match meant {
                Some(meant) => format!("write `{}`", key.replacen(name, meant, 1)),
                None => "write `mon`, `tue`, `wed`, `thu`, `fri`, `sat`, `sun`, or a range such as `mon-fri`".to_owned(),
            };
            (format!("`{}` is not a day of the week", shortened(name)), help)
        })
    };
    let Some((from, to)) = key.split_once('-') else {
        let only = day(key)?;
        return Ok(only..=only);
    };
    let (from, to) = (day(from)?, day(to)?);
    if from == to {
        return Err((format!("`{key}` is one day"), format!("write `{}`", DAYS[from])));
    }
    if from > to {
        let range =
            |from: usize, to: usize| if from == to { DAYS[from].to_owned() } else { format!("{}-{}", DAYS[from], DAYS[to]) };
        let help =
            format!("a range runs from `mon` towards `sun`: give `{}` and `{}` each their hours", range(from, 6), range(0, to));
        return Err((format!("`{key}` runs past the end of the week"), help));
    }
    Ok(from..=to)
}

fn parse_entry(node: &Node, key: &str, reader: &mut Reader<'_>) -> Option<Vec<(u16, u16)>> {
    let text = reader.scalar(node, key, "hours, or `closed`", "\"08:00-18:00\"")?;
    if text == "closed" {
        return Some(Vec::new());
    }
    match parse_spans(text) {
        Ok(spans) => Some(spans),
        Err((message, help)) => {
            let help = match spoken::spans(text).filter(|mended| mended != text) {
                Some(mended) => format!("hours have two digits, and so have minutes: write `{key}: \"{mended}\"`"),
                None => help,
            };
            reader.bad(Code::BadValue, node, message, help);
            None
        }
    }
}

/// How many spans of hours a day may have: every wait is worked out from them.
const MOST_SPANS: usize = 24;

/// Spans of one day, sorted; else what is wrong and how to mend it.
pub(super) fn parse_spans(text: &str) -> Result<Vec<(u16, u16)>, (String, String)> {
    let shape = "write `\"08:00-18:00\"`, or several spans: `\"08:00-12:00, 13:00-17:00\"`, or `closed`";
    let mut spans = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let span = part.split_once(['-', '–']).and_then(|(open, close)| Some((minute(open.trim())?, minute(close.trim())?)));
        let Some((open, close)) = span else {
            return Err((format!("`{}` is not a span of hours", shortened(part)), shape.into()));
        };
        if close <= open {
            let (opens, closes) = part.split_once(['-', '–']).unwrap_or_default();
            let help = match close {
                0 => format!("write `{}-24:00`", opens.trim()),
                _ => format!(
                    "past midnight is the next day: write `{}-24:00`, and `00:00-{}` for the day after",
                    opens.trim(),
                    closes.trim()
                ),
            };
            return Err((format!("`{part}` ends before it begins"), help));
        }
        spans.push((open, close));
    }
    if spans.len() > MOST_SPANS {
        return Err((
            format!("a day has {} spans of hours, and no more than {MOST_SPANS} are read", spans.len()),
            "write when the business opens and closes, not each appointment".into(),
        ));
    }
    spans.sort_unstable();
    if spans.windows(2).any(|pair| pair[1].0 < pair[0].1) {
        return Err((
            format!("the spans `{}` overlap", shortened(text)),
            "let each span begin where the one before it has ended".into(),
        ));
    }
    Ok(spans)
}

pub(super) fn minute(text: &str) -> Option<u16> {
    let parts = super::day::numbers(text, ':', &[2, 2])?;
    let (hour, minute) = (u16::try_from(parts[0]).ok()?, u16::try_from(parts[1]).ok()?);
    let total = hour * 60 + minute;
    (minute < 60 && total <= 1440).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_or_refused() {
        let cases = [
            ("08:00-18:00", Ok(vec![(480, 1080)])),
            ("13:00-17:00, 08:00-12:00", Ok(vec![(480, 720), (780, 1020)])),
            ("08:00-12:00,12:00-17:00", Ok(vec![(480, 720), (720, 1020)])),
            ("00:00-24:00", Ok(vec![(0, 1440)])),
            ("22:00-06:00", Err("`22:00-06:00` ends before it begins")),
            ("08:00-08:00", Err("`08:00-08:00` ends before it begins")),
            ("08:00-12:00, 11:00-17:00", Err("the spans `08:00-12:00, 11:00-17:00` overlap")),
            ("8-18", Err("`8-18` is not a span of hours")),
            ("08:00-24:01", Err("`08:00-24:01` is not a span of hours")),
            ("08:60-18:00", Err("`08:60-18:00` is not a span of hours")),
            ("open", Err("`open` is not a span of hours")),
        ];
        for (text, expected) in cases {
            assert_eq!(parse_spans(text).map_err(|(message, _)| message), expected.map_err(str::to_owned), "{text}");
        }
    }

    #[test]
    fn days_are_read_or_refused() {
        assert_eq!(parse_days("mon-fri"), Ok(0..=4));
        assert_eq!(parse_days("sun"), Ok(6..=6));
        let refused = [
            ("Monday", "`Monday` is not a day of the week", "write `mon`"),
            ("tues-fri", "`tues` is not a day of the week", "write `tue-fri`"),
            ("fri-fri", "`fri-fri` is one day", "write `fri`"),
            (
                "sat-tue",
                "`sat-tue` runs past the end of the week",
                "a range runs from `mon` towards `sun`: give `sat-sun` and `mon-tue` each their hours",
            ),
        ];
        for (key, message, help) in refused {
            assert_eq!(parse_days(key), Err((message.to_owned(), help.to_owned())), "{key}");
        }
    }
}
