//! Numbers as people read them: counts, shares, lengths of time, amounts, lists.

use super::{Language, Words};
use crate::framework::Limit;
use crate::say;

/// Writes a whole number with its thousands set apart: `10,000`.
pub(super) fn write_grouped(number: impl itoa::Integer, language: Language, out: &mut String) {
    group(itoa::Buffer::new().format(number), language, out);
}

/// Writes digits with their thousands set apart.
fn group(digits: &str, language: Language, out: &mut String) {
    let digits = match digits.strip_prefix('-') {
        Some(digits) => {
            out.push('-');
            digits
        }
        None => digits,
    };
    let (first, rest) = digits.split_at((digits.len() + 2) % 3 + 1);
    out.push_str(first);
    for at in (0..rest.len()).step_by(3) {
        out.push(language.thousands());
        out.push_str(&rest[at..at + 3]);
    }
}

/// How many of the leads, as messages choose by it: `only`, `all`, `most`, `half`, `one` or `some`.
pub fn share_id(count: usize, all: usize) -> &'static str {
    match count {
        _ if count == all && all == 1 => "only",
        _ if count == all => "all",
        _ if count * 2 == all && all > 2 => "half",
        _ if count * 2 > all => "most",
        1 => "one",
        _ => "some",
    }
}

impl Words {
    /// A count with its thousands set apart: `10,000`.
    pub fn count(self, count: usize) -> String {
        let mut text = String::with_capacity(12);
        write_grouped(count, self.language(), &mut text);
        text
    }

    /// `1 lead`, `4 leads`.
    pub fn leads(self, count: usize) -> String {
        say!(self, "leads", count = count)
    }

    /// `2 of 4`.
    pub fn of_all(self, count: usize, all: usize) -> String {
        say!(self, "of-all", count = count, all = all)
    }

    /// How many of the leads: `all leads`, `most leads`, `half of the leads`, `3 of 12 leads`, `1 lead`.
    pub fn share(self, count: usize, all: usize) -> String {
        match share_id(count, all) {
            "only" => self.get("share-only").to_owned(),
            "all" => self.get("share-all").to_owned(),
            "half" => self.get("share-half").to_owned(),
            "most" => self.get("share-most").to_owned(),
            "one" => self.leads(1),
            _ => say!(self, "leads-of-all", count = count, all = all),
        }
    }

    /// A share in whole per cent, where "0 %" means none and "100 %" means all; none of none is "–".
    pub fn percent_of(self, count: usize, all: usize) -> String {
        super::percent(count, all).map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
    }

    /// A share (0 to 1) in whole per cent: `15 %`.
    pub fn percent(self, share: f64) -> String {
        format!("{:.0} %", share * 100.0)
    }

    /// The two ends of a share's range: `15 to 85 %`.
    pub fn percents(self, low: f64, high: f64) -> String {
        say!(self, "span", from = format!("{:.0}", low * 100.0), to = format!("{:.0} %", high * 100.0))
    }

    /// A quantity as exact as it is worth: one decimal below 10 (and none where that is 0), whole from there on.
    pub fn quantity(self, number: f64) -> String {
        let tenths = (number * 10.0).round() / 10.0;
        if tenths.abs() < 10.0 && tenths.fract() != 0.0 { self.decimal(&format!("{tenths:.1}")) } else { self.whole(number) }
    }

    /// A number in digits with the language's decimal mark: `30.4375`, `30,4375`.
    pub fn decimal(self, digits: &str) -> String {
        digits.replace('.', self.language().decimal().encode_utf8(&mut [0; 4]))
    }

    /// An estimate as exact as the range that reaches up to `high`.
    pub fn estimate(self, number: f64, high: f64) -> String {
        if high >= 10.0 { self.whole(number) } else { self.quantity(number) }
    }

    /// A range of quantities, both ends equally exact: `0.4 to 7.1`, `4 to 67`.
    pub fn range(self, low: f64, high: f64) -> String {
        let (low, high) = (self.estimate(low, high), self.estimate(high, high));
        if low == high { low } else { say!(self, "span", from = low, to = high) }
    }

    /// An amount of money, as exact as it is worth: `USD 1,250`.
    pub fn money(self, currency: &str, amount: f64) -> String {
        say!(self, "money", currency = currency, amount = self.quantity(amount))
    }

    /// An estimated amount of money, to two digits: `USD 1,300`.
    pub fn money_about(self, currency: &str, amount: f64) -> String {
        let unit = 10_f64.powf((amount.abs().max(1.0).log10().floor() - 1.0).max(0.0));
        self.money(currency, (amount / unit).round() * unit)
    }

    fn whole(self, number: f64) -> String {
        let mut text = String::with_capacity(12);
        // an amount may be larger than any integer; and what is rounded to nothing has no sign
        group(&format!("{:.0}", number.round() + 0.0), self.language(), &mut text);
        text
    }

    /// A time in days, hours and minutes of wall time: `27 min`, `3 h`, `12 h 40 min`, `2 d 4 h`; from a day on without minutes.
    pub fn duration(self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        let (days, hours) = (minutes / 1440, minutes / 60 % 24);
        match (days, hours) {
            (0, _) => self.hours(minutes),
            (_, 0) => say!(self, "days-short", days = days),
            _ => say!(self, "days-hours-short", days = days, hours = hours),
        }
    }

    /// A length of time to the minute: `22 min`, `12 h 40 min`, `1 d 3 h 5 min`.
    pub fn exact(self, minutes: i64) -> String {
        match (minutes / 1440, minutes % 1440) {
            (0, rest) => self.hours(rest),
            (days, 0) => say!(self, "days-short", days = days),
            (days, rest) => format!("{} {}", say!(self, "days-short", days = days), self.hours(rest)),
        }
    }

    /// A time in hours and minutes, however long: for opening hours, of which 24 are no day.
    pub fn hours(self, minutes: i64) -> String {
        let minutes = minutes.max(0);
        match (minutes / 60, minutes % 60) {
            (0, rest) => say!(self, "minutes-short", minutes = rest),
            (hours, 0) => say!(self, "hours-short", hours = hours),
            (hours, rest) => say!(self, "hours-minutes-short", hours = hours, minutes = rest),
        }
    }

    /// A limit as it was meant: `15 min`, `24 h`, `3 d`.
    pub fn limit(self, limit: &Limit) -> String {
        if limit.in_days() { say!(self, "days-short", days = limit.length() / 1440) } else { self.hours(limit.length()) }
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [head @ .., last] => {
                let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
                say!(self, "list-and", head = head.join(", "), last = last.as_ref())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let texts = [0, 27, 60, 760, 1440, 3120, 30_000].map(|minutes| Words::english().duration(minutes));
        assert_eq!(texts, ["0 min", "27 min", "1 h", "12 h 40 min", "1 d", "2 d 4 h", "20 d 20 h"]);
        assert_eq!(Words::english().hours(1500), "25 h");
        assert_eq!(Words::english().limit(&Limit::minutes(1440)), "24 h");
        assert_eq!(Words::english().limit(&Limit::days(10)), "10 d");
        let exact = [0, 22, 760, 1440, 1441, 1620, 17_545].map(|minutes| Words::english().exact(minutes));
        assert_eq!(exact, ["0 min", "22 min", "12 h 40 min", "1 d", "1 d 1 min", "1 d 3 h", "12 d 4 h 25 min"]);
        assert_eq!(Words::of(Language::German).duration(3120), "2 Tg. 4 Std.");
    }

    #[test]
    fn only_none_is_0_percent_and_only_all_is_100() {
        let texts =
            [(0, 7), (1, 10_000), (9_999, 10_000), (2, 4), (0, 0)].map(|(count, all)| Words::english().percent_of(count, all));
        assert_eq!(texts, ["0 %", "1 %", "99 %", "50 %", "–"]);
    }

    #[test]
    fn counts_and_shares_have_words() {
        assert_eq!(Words::english().count(1_234_567), "1,234,567");
        assert_eq!(Words::of(Language::German).leads(1_234), "1.234 Anfragen");
        assert_eq!(Words::english().of_all(2, 4), "2 of 4");
        let shares =
            [(4, 4), (1, 1), (3, 4), (2, 4), (1, 4), (2, 9), (1, 2)].map(|(count, all)| Words::english().share(count, all));
        assert_eq!(shares, ["all leads", "the only lead", "most leads", "half of the leads", "1 lead", "2 of 9 leads", "1 lead"]);
        assert_eq!(Words::english().list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn numbers_are_as_exact_as_they_are_worth() {
        for (number, said) in
            [(0.0, "0"), (0.04, "0"), (7.5, "7.5"), (9.96, "10"), (18.857, "19"), (24.0, "24"), (2241.3, "2,241"), (-3.0, "-3")]
        {
            assert_eq!(Words::english().quantity(number), said);
        }
        assert_eq!(Words::of(Language::German).quantity(7.5), "7,5");
        assert_eq!(Words::english().estimate(6.8, 21.4), "7");
        assert_eq!(Words::english().estimate(1.84, 7.1), "1.8");
        assert_eq!(Words::english().range(4.4, 67.1), "4 to 67");
        assert_eq!(Words::english().range(0.44, 6.71), "0.4 to 6.7");
        assert_eq!(Words::english().range(4.0, 4.04), "4");
        assert_eq!(Words::english().percents(0.15, 0.85), "15 to 85 %");
        assert_eq!(Words::english().money("USD", 1_234_567.8), "USD 1,234,568");
        let about = [35_949.0, 1_260.0, 96.0, 7.24].map(|amount| Words::english().money_about("SEK", amount));
        assert_eq!(about, ["SEK 36,000", "SEK 1,300", "SEK 96", "SEK 7"]);
    }
}
