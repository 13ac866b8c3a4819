//! Days and periods: `Nov 30`, `3rd of November`, `11/3`, `September 2026`, `Sept 1 - Sept 30`.

use jiff::civil::Date;

use super::super::day::EARLIEST;
use super::{Calendar, words};
use crate::audit::Period;

/// What some words say of a day: of a month and a day in figures, each order that makes sense.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) year: Option<i16>,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) figures: Vec<(i8, i8)>,
}

impl Said {
    /// Takes one more word in; false if it says nothing of a day.
    pub(super) fn take(&mut self, word: &str) -> bool {
        if let Some(month) = month(word) {
            return first(&mut self.month, month);
        }
        if let Some((year, figures)) = in_figures(word) {
            self.year = year.or(self.year);
            self.figures = figures;
            return true;
        }
        let digits = ["st", "nd", "rd", "th", "."].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
        match (digits.len(), digits.parse::<i16>()) {
            (4, Ok(year @ 1900..=2999)) => first(&mut self.year, year),
            (1 | 2, Ok(day @ 1..=31)) => i8::try_from(day).is_ok_and(|day| first(&mut self.day, day)),
            _ => false,
        }
    }

    /// Whether a day of a month is named.
    pub(super) fn is_day(&self) -> bool {
        !self.figures.is_empty() || (self.month.is_some() && self.day.is_some())
    }

    /// The days that may be meant, in a year that is written or else in this one.
    pub(super) fn dates(&self, year: Option<i16>) -> Vec<Date> {
        let named = self.month.zip(self.day);
        let figures = if named.is_some() { &[] } else { self.figures.as_slice() };
        let Some(year) = self.year.or(year) else { return Vec::new() };
        named.iter().chain(figures).filter_map(|(month, day)| Date::new(year, *month, *day).ok()).collect()
    }
}

/// Fills what is not told yet; false if it is.
fn first<T>(place: &mut Option<T>, value: T) -> bool {
    let free = place.is_none();
    place.get_or_insert(value);
    free
}

/// The month that a word names: `nov`, `Sept.`, `march`.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word))?;
    i8::try_from(at + 1).ok()
}

/// A year, where one is written, and month and day.
type Figures = (Option<i16>, Vec<(i8, i8)>);

/// Year, and month and day in each order that makes sense: `11/3`, `3.11.`, `3/11/26`.
fn in_figures(word: &str) -> Option<Figures> {
    let parts: Vec<&str> = word.trim_end_matches('.').split(['/', '.', '-']).collect();
    let number = |at: usize| parts.get(at).filter(|part| part.len() <= 4)?.parse::<i16>().ok();
    let (year, one, other) = match (parts.as_slice(), number(0), number(1), number(2)) {
        // `3.11` may be a time
        ([_, _], Some(one), Some(other), _) if word.contains('/') || word.ends_with('.') => (None, one, other),
        ([first, _, _], Some(year), Some(one), Some(other)) if first.len() == 4 => (Some(year), one, other),
        ([_, _, last], Some(one), Some(other), Some(year)) if last.len() == 4 => (Some(year), one, other),
        ([_, _, last], Some(one), Some(other), Some(year)) if last.len() == 2 => (Some(2000 + year), one, other),
        _ => return None,
    };
    if year.is_some_and(|year| year < EARLIEST) {
        return None;
    }
    let pair = |month: i16, day: i16| {
        let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
        Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?)).filter(|_| fits)
    };
    let month_first = pair(one, other).filter(|_| word.contains('/') || parts[0].len() == 4 || word.contains('-'));
    let day_first = pair(other, one).filter(|_| parts[0].len() < 4);
    let mut figures: Vec<_> = month_first.into_iter().chain(day_first).collect();
    figures.dedup();
    (!figures.is_empty()).then_some((year, figures))
}

/// What a whole text says of a day; none if something else stands in it.
fn said(text: &str) -> Option<Said> {
    let mut said = Said::default();
    let all = words(text).iter().all(|word| matches!(word.as_str(), "the" | "of" | "on") || said.take(word));
    all.then_some(said)
}

/// The day that is meant, where it can only be one.
pub(in super::super) fn day(text: &str, calendar: Calendar) -> Option<Date> {
    let lower = text.trim().to_lowercase();
    if let Some(month) = lower.strip_prefix("end of ") {
        return period(month, calendar).map(|month| month.to);
    }
    match said(text)?.dates(calendar.year).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The period that is meant: a month, or two days of which one may leave out what the other says.
pub(in super::super) fn period(text: &str, calendar: Calendar) -> Option<Period> {
    if let Some(Said { month: Some(month), day: None, year, figures }) = said(text)
        && figures.is_empty()
    {
        let from = Date::new(year.or(calendar.year)?, month, 1).ok()?;
        return Some(Period { from, to: from.last_of_month() });
    }
    const BETWEEN: [&str; 9] = [" to ", " - ", " \u{2013} ", " until ", " till ", " through ", " and ", "\u{2013}", "-"];
    BETWEEN.into_iter().find_map(|between| {
        let (from, to) = text.split_once(between)?;
        let (mut from, mut to) = (said(from.trim().trim_start_matches("from "))?, said(to)?);
        if !from.is_day() && !to.is_day() && from.month.is_none() && to.month.is_none() {
            return None;
        }
        to.year = to.year.or(from.year).or(calendar.year);
        from.year = from.year.or(to.year);
        (from.month, to.month) = (from.month.or(to.month), to.month.or(from.month));
        // months alone: the first day of one, the last of the other
        let ends = |said: &Said, last: bool| match (said.day, said.dates(None).as_slice()) {
            (_, [only]) => Some(*only),
            (None, []) => Date::new(said.year?, said.month?, 1).ok().map(|day| if last { day.last_of_month() } else { day }),
            _ => None,
        };
        let period = Period { from: ends(&from, false)?, to: ends(&to, true)? };
        (period.from <= period.to).then_some(period)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_or_not() {
        let calendar = Calendar { year: Some(2026), period: None };
        for (text, expected) in [
            ("Nov 30", Some("2026-11-30")),
            ("30 November", Some("2026-11-30")),
            ("the 3rd of Sept. 2025", Some("2025-09-03")),
            ("11/30", Some("2026-11-30")),
            ("30.11.", Some("2026-11-30")),
            ("11/30/26", Some("2026-11-30")),
            ("11/3", None),
            ("Feb 30", None),
            ("November", None),
            ("end of November", Some("2026-11-30")),
            ("late November", None),
        ] {
            assert_eq!(day(text, calendar).map(|day| day.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(day("Nov 30", Calendar::default()), None);
    }

    #[test]
    fn periods_are_understood_or_not() {
        let calendar = Calendar { year: Some(2026), period: None };
        for (text, expected) in [
            ("September 2025", Some("2025-09-01 to 2025-09-30")),
            ("Feb", Some("2026-02-01 to 2026-02-28")),
            ("Sept 1 - Sept 30", Some("2026-09-01 to 2026-09-30")),
            ("Sept 1-30, 2025", Some("2025-09-01 to 2025-09-30")),
            ("1-30 September", Some("2026-09-01 to 2026-09-30")),
            ("from Nov 2 to Nov 13", Some("2026-11-02 to 2026-11-13")),
            ("Sept - Oct 2025", Some("2025-09-01 to 2025-10-31")),
            ("11/2 to 11/13", None),
            ("11/14 to 11/25", Some("2026-11-14 to 2026-11-25")),
            ("Nov 13 - Nov 2", None),
            ("two weeks in May", None),
        ] {
            let period = period(text, calendar).map(|period| format!("{} to {}", period.from, period.to));
            assert_eq!(period.as_deref(), expected, "{text}");
        }
    }
}
