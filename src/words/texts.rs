//! Texts that are the same in every language: names, and how a sentence begins.

use std::borrow::Cow;

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
    let mut capital = String::with_capacity(text.len() + 2);
    capital.extend(chars.next().into_iter().flat_map(char::to_uppercase));
    capital.push_str(chars.as_str());
    capital
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_none_is_0_percent_and_only_all_is_100() {
        let shares = [(0, 7), (1, 10_000), (9_999, 10_000), (2, 4), (0, 0)].map(|(count, all)| percent(count, all));
        assert_eq!(shares, [Some(0), Some(1), Some(99), Some(50), None]);
    }

    #[test]
    fn names_stay_what_they_are() {
        assert_eq!(capital("élan"), "Élan");
        assert_eq!(["", "ß", "ok"].map(capital), ["", "SS", "Ok"]);
        assert_eq!(name_text("Phone"), "Phone");
        assert_eq!(name_text("טופס\u{2069}"), "\u{2068}טופס\u{2069}");
    }
}
