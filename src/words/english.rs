//! Numbers as people read them: durations, counts, shares. The same words on pages and in charts.

use std::borrow::Cow;

use crate::framework::Limit;

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
    fn counts_and_names_have_words() {
        assert_eq!(hours_text(1500), "25 h");
        assert_eq!(limit_text(&Limit::minutes(1440)), "24 h");
        assert_eq!(limit_text(&Limit::days(10)), "10 d");
        assert_eq!(count_text(1_234_567), "1,234,567");
        assert_eq!(count_text(999), "999");
        assert_eq!(list_text(&["a", "b", "c"]), "a, b and c");
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(name_text("Phone"), "Phone");
        assert_eq!(name_text("טופס\u{2069}"), "\u{2068}טופס\u{2069}");
    }
}
