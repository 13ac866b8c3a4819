//! Times in people's own words, and how they are to be written: `11/6 2pm`, `next day`, `2 hours later`, `Mon-Fri 9-5`.
//!
//! Nothing here is accepted as it stands: what can be understood is proposed, since two people may understand it differently.

mod date;
mod moment;
mod week;

pub(super) use date::{day, period};
pub(super) use moment::{Meant, after, arrival, moment};
pub(super) use week::{days, spans, week};

use jiff::civil::Date;

use crate::audit::Period;

/// What an audit says of its time, as far as that is known: what days without a year are taken from.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::audit) struct Calendar {
    /// The days on which its leads arrived.
    pub(in crate::audit) period: Option<Period>,
    /// The year it is about.
    pub(in crate::audit) year: Option<i16>,
}

impl Calendar {
    /// Takes in the period of the audit, as written or as meant.
    pub(super) fn tell(&mut self, period: Period) {
        *self = Calendar { period: Some(period), year: Some(period.from.year()) };
    }

    /// A day that an example may name.
    pub(super) fn example(self) -> Option<Date> {
        self.period.map(|period| period.from)
    }
}

/// Words in lower case, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    lower.split([' ', ',', ';', '(', ')', '\u{a0}']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The day of the week that a word names, Monday being 0: `tue`, `Tues.`, `Tuesdays`.
fn weekday(word: &str) -> Option<usize> {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_lowercase();
    let word = word.trim_end_matches('.');
    let one = |word: &str| DAYS.iter().position(|day| word.len() >= 3 && day.starts_with(word));
    one(word).or_else(|| one(word.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn odd_texts_are_not_understood_and_break_nothing() {
        let calendar = Calendar { period: None, year: Some(9999) };
        let arrived = Some(date(9999, 12, 31).at(23, 59, 0, 0));
        for text in [
            "",
            " ",
            "~",
            "~~",
            "+",
            "–",
            "é–é",
            "9–",
            "İ 3rd",
            "1/0/0",
            "99/99/9999",
            "٣ pm",
            "pm",
            "/",
            "...",
            "a",
            "next",
            "1e9 days later",
        ] {
            assert_eq!(day(text, calendar), None, "{text}");
            assert_eq!(period(text, calendar), None, "{text}");
            assert_eq!(week(text), None, "{text}");
            assert_eq!(arrival(text, calendar), None, "{text}");
            assert_eq!(after(text), None, "{text}");
            assert_eq!(moment(text, arrived, calendar), None, "{text}");
        }
        // the calendar ends here
        assert_eq!(moment("next day 9am", arrived, calendar), None);
        assert_eq!(moment("next Friday 9am", arrived, calendar), None);
    }
}
