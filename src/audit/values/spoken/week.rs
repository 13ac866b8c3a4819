//! Opening hours: `Mon-Fri 9-5, Sat 10am to 1pm`.

use super::super::hours::{DAYS, minute, parse_days, parse_spans};
use super::weekday;

/// The hours of a week that a text means, as they are to be written; of hours without days, those of a working week.
pub(in super::super) fn week(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace(['\u{2013}', '\u{2014}'], "-");
    if lower.trim() == "24/7" {
        return Some("{mon-sun: \"00:00-24:00\"}".into());
    }
    let mut entries: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for word in joined(&lower) {
        let (named, spans) = match entries.last_mut() {
            Some(last) => last,
            None => {
                entries.push(Default::default());
                entries.last_mut()?
            }
        };
        match days(&word) {
            Some(range) if spans.is_empty() => named.push(range),
            Some(range) => entries.push((vec![range], Vec::new())),
            None if word == "closed" => spans.push(word),
            None => spans.push(self::spans(&word)?),
        }
    }
    let (mut named, mut open) = ([false; 7], false);
    let mut of = |(days, spans): (Vec<String>, Vec<String>)| {
        let days = if days.is_empty() { vec!["mon-fri".to_owned()] } else { days };
        let hours = spans.join(", ");
        let hours = if hours == "closed" { hours } else { format!("\"{}\"", parse_spans(&hours).ok().map(|_| hours)?) };
        open |= hours != "closed";
        for day in days.iter().map(|day| parse_days(day).ok()).collect::<Option<Vec<_>>>()?.into_iter().flatten() {
            if std::mem::replace(named.get_mut(day)?, true) {
                return None;
            }
        }
        Some(days.iter().map(|day| format!("{day}: {hours}")).collect::<Vec<_>>().join(", "))
    };
    let entries = entries.into_iter().map(&mut of).collect::<Option<Vec<_>>>()?;
    // hours of a day that is told twice, or of no day, are no hours of a week
    open.then(|| format!("{{{}}}", entries.join(", ")))
}

/// The words of a text, each range one of them: `9 am to 5 pm` is `9am-5pm`.
fn joined(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for (between, as_written) in [
        (" am", "am"),
        (" pm", "pm"),
        (" a.m.", "am"),
        (" p.m.", "pm"),
        ("a.m.", "am"),
        ("p.m.", "pm"),
        (" to ", "-"),
        (" until ", "-"),
        (" till ", "-"),
        (" through ", "-"),
        (" - ", "-"),
        ("- ", "-"),
        (" -", "-"),
        (":  ", " "),
        (": ", " "),
        ("from ", ""),
        (" and ", " "),
        (" & ", " "),
        ("noon", "12:00"),
        ("every day", "daily"),
        ("all week", "daily"),
    ] {
        text = text.replace(between, as_written);
    }
    text.split([' ', ',', ';', '\n']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The days that a word names, as they are to be written.
pub(in super::super) fn days(word: &str) -> Option<String> {
    match word.trim_end_matches(':') {
        "weekdays" | "weekday" => Some("mon-fri".into()),
        "weekends" | "weekend" => Some("sat-sun".into()),
        "daily" => Some("mon-sun".into()),
        word => match word.split_once('-') {
            None => weekday(word).map(|day| DAYS[day].to_owned()),
            Some((from, to)) => {
                let (from, to) = (weekday(from)?, weekday(to)?);
                (from < to).then(|| format!("{}-{}", DAYS[from], DAYS[to]))
            }
        },
    }
}

/// The spans as they are meant in `9:00-17:30`, `9-5` or `9am to 5pm`, where that makes spans.
pub(in super::super) fn spans(text: &str) -> Option<String> {
    let clock = |text: &str| {
        let text = text.trim();
        match minute(text) {
            Some(_) => Some(text.to_owned()),
            None if text.len() <= 2 => Some(format!("{:02}:00", text.parse::<u8>().ok()?)),
            None => super::super::moment::clock(text),
        }
    };
    let span = |part: &str| {
        let (open, close) = part.split_once(" to ").or_else(|| part.split_once(['-', '–', '—']))?;
        let (open, close) = (clock(open)?, clock(close)?);
        // `9-5` ends in the afternoon
        let noon = 12 * 60;
        let close = match (minute(&open)?, minute(&close)?) {
            (from, to) if from < noon && to <= from && (60..noon).contains(&to) => format!("{:02}:{:02}", to / 60 + 12, to % 60),
            _ => close,
        };
        Some(format!("{open}-{close}"))
    };
    let spans = text.split([',', ';']).map(|part| span(part.trim())).collect::<Option<Vec<_>>>()?.join(", ");
    (spans != text && parse_spans(&spans).is_ok()).then_some(spans).or_else(|| parse_spans(text).ok().map(|_| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_understood_or_not() {
        for (text, expected) in [
            ("Mon-Fri 9-5", Some("{mon-fri: \"09:00-17:00\"}")),
            ("9am to 5pm", Some("{mon-fri: \"09:00-17:00\"}")),
            ("Monday to Friday 8:30 am - 6 pm, Saturdays 10-2", Some("{mon-fri: \"08:30-18:00\", sat: \"10:00-14:00\"}")),
            ("closed", None),
            ("Mon 9-5, Tue closed, Mon closed", None),
            ("weekdays 8-12, 1pm-5pm; Sat closed", Some("{mon-fri: \"08:00-12:00, 13:00-17:00\", sat: closed}")),
            ("Mon, Wed: 9-17", Some("{mon: \"09:00-17:00\", wed: \"09:00-17:00\"}")),
            ("daily 08:00-18:00", Some("{mon-sun: \"08:00-18:00\"}")),
            ("Sat 8-noon", Some("{sat: \"08:00-12:00\"}")),
            ("24/7", Some("{mon-sun: \"00:00-24:00\"}")),
            ("Mon-Fri", None),
            ("by appointment", None),
            ("Fri-Mon 9-5", None),
        ] {
            assert_eq!(week(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn spans_written_otherwise_are_mended() {
        for (text, expected) in [
            ("9:00-17:30", Some("09:00-17:30")),
            ("9-12", Some("09:00-12:00")),
            ("8-12; 13.30 - 17", Some("08:00-12:00, 13:30-17:00")),
            ("9am to 5:30 pm", Some("09:00-17:30")),
            ("9-5", Some("09:00-17:00")),
            ("9-24", Some("09:00-24:00")),
            ("08:00-18:00", Some("08:00-18:00")),
            ("17-9", None),
            ("8-25", None),
            ("open", None),
            ("08:60-18:00", None),
        ] {
            assert_eq!(spans(text).as_deref(), expected, "{text}");
        }
    }
}
