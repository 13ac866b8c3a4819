//! Moments: `11/6 2pm`, `next day`, `Tuesday noon`, `2 hours later`.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Weekday};

use super::super::duration_meant;
use super::super::moment::clock;
use super::date::Said;
use super::{Calendar, weekday, words};

/// What is most likely meant, as it is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Meant {
    /// One of these moments; often there is only one.
    Moments(Vec<String>),
    /// A day whose time is not told.
    Day(Date),
    /// A time whose day is not told.
    Clock(String),
}

/// What some words say of a moment.
#[derive(Debug, Default)]
struct Words {
    date: Said,
    /// So many days after the arrival.
    later: Option<i64>,
    weekday: Option<usize>,
    /// `next Tuesday`
    next: bool,
    /// `09:12`
    clock: Option<String>,
    approximate: bool,
}

/// Days after an arrival within which a day without a year is looked for.
const REACH: i64 = 75;

impl Words {
    /// What a text says; none if something else stands in it.
    fn of(text: &str) -> Option<Words> {
        let mut said = Words::default();
        let text = text.strip_prefix('~').inspect(|_| said.approximate = true).unwrap_or(text);
        let words = words(text);
        let mut rest = words.iter().map(String::as_str).peekable();
        while let Some(word) = rest.next() {
            match word {
                "at" | "on" | "the" | "of" | "in" | "same" | "that" | "by" => {}
                "about" | "around" | "approx" | "approx." | "approximately" | "roughly" | "ca" | "ca." | "circa" => {
                    said.approximate = true;
                }
                "today" => said.later = Some(0),
                "day" => {
                    let after = said.next || rest.next_if_eq(&"after").is_some();
                    said.later = Some(i64::from(after));
                }
                "tomorrow" => said.later = Some(1),
                "next" | "following" => said.next = true,
                "noon" | "midday" => said.clock = Some("12:00".into()),
                "morning" | "lunch" | "lunchtime" | "afternoon" | "evening" => said.part_of_day(word),
                _ => {
                    let half = rest.peek().copied().filter(|half| matches!(*half, "am" | "pm"));
                    if let Some(half) = half.filter(|_| word.starts_with(|c: char| c.is_ascii_digit())) {
                        rest.next();
                        said.clock = Some(clock(&format!("{word}{half}"))?);
                    } else if let Some(day) = weekday(word) {
                        said.weekday = Some(day);
                    } else if let Some(clock) = clock(word).filter(|_| !word.ends_with('.')) {
                        said.clock = Some(clock);
                    } else if !said.date.take(word) {
                        said.clock = Some(bare_hour(word).filter(|_| said.date.is_day() && said.clock.is_none())?);
                    }
                }
            }
        }
        Some(said)
    }

    /// `morning`, beside a time or in its place.
    fn part_of_day(&mut self, word: &str) {
        if self.next && self.later.is_none() && self.weekday.is_none() {
            self.later = Some(1);
        }
        if self.clock.is_none() {
            self.approximate = true;
            let hour = match word {
                "morning" => "09:00",
                "afternoon" => "15:00",
                "evening" => "18:00",
                _ => "12:00",
            };
            self.clock = Some(hour.into());
        }
    }

    /// Each of some days with the time that is told; the day alone where none is.
    fn meant(self, days: &[Date]) -> Option<Meant> {
        let mark = if self.approximate { "~" } else { "" };
        match (self.clock, days) {
            (_, []) => None,
            (Some(clock), days) => Some(Meant::Moments(days.iter().map(|day| format!("{mark}{day} {clock}")).collect())),
            (None, [day]) => Some(Meant::Day(*day)),
            (None, _) => None,
        }
    }
}

/// The hour in `Oct 6 around 9`, as a business that opens by day means it.
fn bare_hour(word: &str) -> Option<String> {
    let hour: u8 = word.parse().ok()?;
    match hour {
        1..=6 => Some(format!("{:02}:00", hour + 12)),
        7..=12 => Some(format!("{hour:02}:00")),
        _ => None,
    }
}

/// The moment, of something that came after an arrival, that is meant.
pub(in super::super) fn moment(text: &str, arrived: Option<DateTime>, calendar: Calendar) -> Option<Meant> {
    let said = Words::of(text)?;
    let arrival = arrived.map(DateTime::date);
    let days = match (arrival, said.later, said.weekday) {
        _ if said.date.is_day() => near(&said.date, arrival, calendar),
        (Some(arrival), Some(later), _) => vec![arrival.checked_add(later.days()).ok()?],
        (Some(arrival), None, Some(day)) => {
            let from = if said.next { arrival.tomorrow().ok()? } else { arrival };
            days_from(from).find(|date| is(*date, day)).into_iter().collect()
        }
        (_, None, None) => return Some(Meant::Clock(said.clock?)),
        (None, ..) => return None,
    };
    said.meant(&days)
}

/// The moment at which a lead arrived that is meant: one of the audit's period.
pub(in super::super) fn arrival(text: &str, calendar: Calendar) -> Option<Meant> {
    let said = Words::of(text)?;
    let days = match (said.weekday, calendar.period) {
        _ if said.date.is_day() => near(&said.date, None, calendar),
        (Some(day), Some(period)) if said.later.is_none() => {
            days_from(period.from).take_while(|date| *date <= period.to).filter(|date| is(*date, day)).collect()
        }
        _ => return None,
    };
    // of the Mondays of a quarter none is likelier than another
    said.meant(&days).filter(|_| days.len() <= 3)
}

/// The days that are meant: of several, those that come soon after the arrival, or lie in the period.
fn near(said: &Said, arrival: Option<Date>, calendar: Calendar) -> Vec<Date> {
    let year = arrival.map(Date::year).or(calendar.year);
    let mut days = said.dates(year);
    let turn_of_the_year = said.year.is_none().then(|| said.dates(year.map(|year| year + 1)));
    let fits = |day: &Date| match (arrival, calendar.period) {
        (Some(arrival), _) => *day >= arrival && arrival.checked_add(REACH.days()).is_ok_and(|last| *day <= last),
        (None, Some(period)) => period.contains(*day),
        (None, None) => false,
    };
    let fitting: Vec<Date> = days.iter().copied().chain(turn_of_the_year.into_iter().flatten()).filter(fits).collect();
    if !fitting.is_empty() {
        days = fitting;
    }
    days
}

/// A year of days.
fn days_from(first: Date) -> impl Iterator<Item = Date> {
    (0..366).filter_map(move |days: i64| first.checked_add(days.days()).ok())
}

fn is(date: Date, weekday: usize) -> bool {
    usize::try_from(Weekday::to_monday_zero_offset(date.weekday())) == Ok(weekday)
}

/// The time since the arrival that is meant: `+2h`, `~+2h`, `+0m`.
pub(in super::super) fn after(text: &str) -> Option<String> {
    const AT_ONCE: [&str; 8] =
        ["immediately", "at once", "right away", "straight away", "instantly", "same time", "at the same time", "same minute"];
    let lower = text.trim().to_lowercase();
    if AT_ONCE.contains(&lower.as_str()) {
        return Some("+0m".into());
    }
    let mut approximate = lower.starts_with('~');
    let mut amount = Vec::new();
    for word in words(lower.trim_start_matches(['~', '+', ' '])) {
        match word.as_str() {
            "later" | "after" | "afterwards" | "in" | "arrival" | "the" | "call" | "that" => {}
            "about" | "around" | "approx" | "approximately" | "roughly" | "within" | "ca." => approximate = true,
            _ => amount.push(figures(&word).map_or(word, str::to_owned)),
        }
    }
    let amount = amount.join(" ").replace("half 1 hour", "30 minutes");
    let duration = duration_meant(&amount)?;
    Some(format!("{}+{duration}", if approximate { "~" } else { "" }))
}

fn figures(word: &str) -> Option<&'static str> {
    Some(match word {
        "a" | "an" | "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "fifteen" => "15",
        "twenty" => "20",
        "thirty" => "30",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::audit::Period;

    fn shown(meant: Option<Meant>) -> String {
        match meant {
            None => "?".into(),
            Some(Meant::Moments(moments)) => moments.join(" or "),
            Some(Meant::Day(day)) => format!("on {day}"),
            Some(Meant::Clock(clock)) => format!("at {clock}"),
        }
    }

    #[test]
    fn moments_are_counted_from_the_arrival() {
        // a Tuesday
        let arrived = date(2026, 11, 3).at(9, 12, 0, 0);
        for (text, expected) in [
            ("11/6 2pm", "2026-11-06 14:00"),
            ("6.11. 14:00", "2026-11-06 14:00"),
            ("Nov 6, 2 pm", "2026-11-06 14:00"),
            ("6th of November around 2:30pm", "~2026-11-06 14:30"),
            ("~11/6 2pm", "~2026-11-06 14:00"),
            ("1/4 9am", "2027-01-04 09:00"),
            ("12/11 9am", "2026-12-11 09:00 or 2026-11-12 09:00"),
            ("11/6", "on 2026-11-06"),
            ("next day", "on 2026-11-04"),
            ("the day after", "on 2026-11-04"),
            ("the next morning", "~2026-11-04 09:00"),
            ("same day 3pm", "2026-11-03 15:00"),
            ("tomorrow at 10am", "2026-11-04 10:00"),
            ("Tuesday noon", "2026-11-03 12:00"),
            ("next Tuesday 12:30", "2026-11-10 12:30"),
            ("Thu. afternoon", "~2026-11-05 15:00"),
            ("2pm", "at 14:00"),
            ("noon", "at 12:00"),
            ("after lunch some day", "?"),
            ("when she had time", "?"),
            ("2026-02-30 10:00", "?"),
        ] {
            assert_eq!(shown(moment(text, Some(arrived), Calendar::default())), expected, "{text}");
        }
        for (text, expected) in
            [("Tuesday noon", "?"), ("next day", "?"), ("11/6/2026 2pm", "2026-11-06 14:00 or 2026-06-11 14:00")]
        {
            assert_eq!(shown(moment(text, None, Calendar::default())), expected, "{text}");
        }
    }

    #[test]
    fn arrivals_lie_in_the_period() {
        let period = Some(Period { from: date(2026, 11, 2), to: date(2026, 11, 13) });
        let calendar = Calendar { period, year: Some(2026) };
        for (text, expected) in [
            ("11/3 9:12am", "2026-11-03 09:12"),
            ("Nov 10 2026, 4pm", "2026-11-10 16:00"),
            ("Tuesday noon", "2026-11-03 12:00 or 2026-11-10 12:00"),
            ("Nov 3 around 9", "~2026-11-03 09:00"),
            ("Nov 3 4 5", "?"),
            ("11/3", "on 2026-11-03"),
            ("Tuesday", "?"),
            ("next day 9am", "?"),
            ("9am", "?"),
        ] {
            assert_eq!(shown(arrival(text, calendar)), expected, "{text}");
        }
    }

    #[test]
    fn the_time_since_an_arrival_is_understood() {
        for (text, expected) in [
            ("2 days later", Some("+2d")),
            ("10 min later", Some("+10m")),
            ("about an hour later", Some("~+1h")),
            ("within five minutes", Some("~+5m")),
            ("half an hour after the call", Some("+30m")),
            ("right away", Some("+0m")),
            ("later", None),
            ("later that day", None),
            ("a while later", None),
        ] {
            assert_eq!(after(text).as_deref(), expected, "{text}");
        }
    }
}
