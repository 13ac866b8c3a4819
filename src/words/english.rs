//! Numbers as people read them: durations, counts, shares. The same words on pages and in charts.

use std::borrow::Cow;

use crate::framework::Limit;

/// A time in days, hours and minutes of wall time: `27 min`, `3 h`, `12 h 40 min`, `2 d 4 h`; from a day on without minutes.
pub fn duration_text(minutes: i64) -> String {
    let minutes = minutes.max(0);
    let (days, hours) = (minutes / 1440, minutes / 60 % 24);
    match (days, hours) {
        (0, _) => hours_text(minutes),
        (_, 0) => format!("{days} d"),
        _ => format!("{days} d {hours} h"),
    }
}

/// A time in hours and minutes, however long: for opening hours, of which 24 are no day.
pub fn hours_text(minutes: i64) -> String {
    let minutes = minutes.max(0);
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{} h", count_text(hours.unsigned_abs() as usize)),
        (hours, rest) => format!("{} h {rest} min", count_text(hours.unsigned_abs() as usize)),
    }
}

/// A limit as it was meant: `15 min`, `24 h`, `3 d`.
pub fn limit_text(limit: &Limit) -> String {
    if limit.in_days() { format!("{} d", limit.length() / 1440) } else { hours_text(limit.length()) }
}

/// A count with its thousands set apart: `10,000`.
pub fn count_text(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 lead`, `4 leads`.
pub fn leads_text(count: usize) -> String {
    match count {
        1 => "1 lead".to_owned(),
        _ => format!("{} leads", count_text(count)),
    }
}

/// `2 of 4`.
pub fn of_text(count: usize, all: usize) -> String {
    format!("{} of {}", count_text(count), count_text(all))
}

/// A share in whole per cent, where "0 %" means none and "100 %" means all; none of none is "–".
pub fn percent_text(count: usize, all: usize) -> String {
    match percent(count, all) {
        Some(percent) => format!("{percent} %"),
        None => "–".to_owned(),
    }
}

/// A share in whole per cent, where 0 means none and 100 means all.
pub fn percent(count: usize, all: usize) -> Option<usize> {
    if all == 0 {
        return None;
    }
    let rounded = (count * 200 + all) / (all * 2);
    Some(match rounded {
        0 if count > 0 => 1,
        100 if count < all => 99,
        other => other,
    })
}

/// How many of the leads: `all leads`, `most leads`, `half of the leads`, `3 of 12 leads`, `1 lead`.
pub fn share_text(count: usize, all: usize) -> String {
    match count {
        _ if count == all && all == 1 => "the only lead".to_owned(),
        _ if count == all => "all leads".to_owned(),
        _ if count * 2 == all && all > 2 => "half of the leads".to_owned(),
        _ if count * 2 > all => "most leads".to_owned(),
        1 => "1 lead".to_owned(),
        _ => format!("{} leads", of_text(count, all)),
    }
}

/// The text with a capital at its beginning.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// A name as it stands within a sentence: one that runs from right to left stays apart from the words around it.
pub fn name_text(name: &str) -> Cow<'_, str> {
    let right_to_left = |char| matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if !name.chars().any(right_to_left) {
        return Cow::Borrowed(name);
    }
    // its own marks of direction could end the isolation early
    let plain = name.chars().filter(|char| !matches!(char, '\u{2066}'..='\u{2069}' | '\u{202a}'..='\u{202e}'));
    Cow::Owned(['\u{2068}'].into_iter().chain(plain).chain(['\u{2069}']).collect())
}

/// `a`, `a and b`, `a, b and c`.
pub fn list_text<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<_> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        let texts = [0, 27, 60, 760, 1440, 3120, 30_000].map(duration_text);
        assert_eq!(texts, ["0 min", "27 min", "1 h", "12 h 40 min", "1 d", "2 d 4 h", "20 d 20 h"]);
        assert_eq!(hours_text(1500), "25 h");
        assert_eq!(limit_text(&Limit::minutes(1440)), "24 h");
        assert_eq!(limit_text(&Limit::days(10)), "10 d");
    }

    #[test]
    fn only_none_is_0_percent_and_only_all_is_100() {
        assert_eq!(percent_text(0, 7), "0 %");
        assert_eq!(percent_text(1, 10_000), "1 %");
        assert_eq!(percent_text(9_999, 10_000), "99 %");
        assert_eq!(percent_text(2, 4), "50 %");
        assert_eq!(percent_text(0, 0), "–");
    }

    #[test]
    fn counts_and_shares_have_words() {
        assert_eq!(count_text(1_234_567), "1,234,567");
        assert_eq!(count_text(999), "999");
        assert_eq!(of_text(2, 4), "2 of 4");
        let shares = [(4, 4), (1, 1), (3, 4), (2, 4), (1, 4), (2, 9), (1, 2)].map(|(count, all)| share_text(count, all));
        assert_eq!(shares, ["all leads", "the only lead", "most leads", "half of the leads", "1 lead", "2 of 9 leads", "1 lead"]);
        assert_eq!(list_text(&["a", "b", "c"]), "a, b and c");
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(name_text("Phone"), "Phone");
        assert_eq!(name_text("טופס\u{2069}"), "\u{2068}טופס\u{2069}");
    }
}
