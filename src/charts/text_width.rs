//! How wide a text will be, from a table: the same answer on every machine, whatever fonts it has.
//!
//! The table holds the advances of DejaVu Sans, the widest of the usual sans-serif fonts; what fits in it fits in Arial, Helvetica,
//! Segoe UI, Roboto and Inter too.

use std::borrow::Cow;

/// Advances of U+0020 to U+007E in thousandths of the font size.
const ASCII: [u16; 95] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637, 637, 637, 637, 637,
    637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632, 576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788,
    695, 635, 611, 732, 685, 989, 686, 611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278,
    580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
];

/// The same in bold.
const ASCII_BOLD: [u16; 95] = [
    349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696, 696, 696, 696, 696, 696, 696,
    696, 400, 400, 838, 838, 838, 581, 1000, 774, 763, 734, 831, 684, 684, 821, 837, 373, 373, 775, 638, 996, 837, 851, 733, 851,
    771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 366, 458, 838, 500, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343,
    666, 343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 366, 712, 838,
];

/// Room for kerning, hinting and fonts a little wider than the table.
const MARGIN: f64 = 1.02;

/// How far the tallest letters reach above the base line, as a share of the font size; a little more than fonts say.
pub(super) const ASCENT: f64 = 1.0;
/// How far the deepest letters reach below it.
pub(super) const DESCENT: f64 = 0.29;

/// The width of a text at this font size, in the same unit; never too small for the usual fonts.
pub(super) fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    let thousandths: u64 = text.chars().map(|char| u64::from(advance(char, bold))).sum();
    thousandths as f64 / 1000.0 * size * MARGIN
}

/// The text where it fits into `room`, else its beginning with "…"; characters that belong together stay together.
pub(super) fn shorten(text: &str, room: f64, size: f64, bold: bool) -> String {
    if text_width(text, size, bold) <= room {
        return text.to_owned();
    }
    let room = room - text_width("…", size, bold);
    let (mut used, mut end, mut joined) = (0.0, 0, false);
    for (at, char) in text.char_indices() {
        if !(joined || advance(char, bold) == 0 || matches!(char, '\u{1f3fb}'..='\u{1f3ff}')) {
            if used > room {
                break;
            }
            end = at;
        }
        joined = char == '\u{200d}';
        used += f64::from(advance(char, bold)) / 1000.0 * size * MARGIN;
    }
    format!("{}…", text[..end].trim_end())
}

/// What stays with the number behind it: units of time within a length of time, and the limit's name, in every language.
const BEFORE_NUMBERS: [&str; 6] = [" h", " d", "(limit", " Std.", " Tg.", "(Frist"];

/// The text in lines that fit; a word that is too long is shortened, and a number stays with what it counts.
pub(super) fn wrap(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    let text = one_space(text);
    if text_width(&text, size, bold) <= room && !text.is_empty() {
        return vec![text.into_owned()];
    }
    let space = text_width(" ", size, bold);
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    for word in words(&text) {
        let mut width = text_width(word, size, bold);
        let word = if width <= room { Cow::Borrowed(word) } else { Cow::Owned(shorten(word, room, size, bold)) };
        if let Cow::Owned(short) = &word {
            width = text_width(short, size, bold);
        }
        match lines.last_mut() {
            Some(line) if used + space + width <= room => {
                line.push(' ');
                line.push_str(&word);
                used += space + width;
            }
            _ => {
                lines.push(word.into_owned());
                used = width;
            }
        }
    }
    lines
}

/// The text with one space wherever it has some, which it mostly has already.
fn one_space(text: &str) -> Cow<'_, str> {
    let mut before = ' ';
    let odd = |char: char| {
        let odd = char.is_whitespace() && (char != ' ' || before == ' ');
        before = char;
        odd
    };
    if text.contains(odd) || before == ' ' {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

/// The parts between which a text may be broken.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let digit = |char: char| char.is_ascii_digit();
    let belongs = move |before: &str, word: &str| {
        // of a day, German says the ordinal: "4. März"
        before.trim_end_matches('.').ends_with(digit)
            || word.starts_with(digit) && BEFORE_NUMBERS.iter().any(|end| before.ends_with(end))
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut spaces = rest.match_indices(' ').map(|(at, _)| at);
        let end = spaces.find(|at| !belongs(&rest[..*at], &rest[at + 1..])).unwrap_or(rest.len());
        let word = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or("");
        (!word.is_empty()).then_some(word)
    })
}

/// The same in so many lines at most; the last one is shortened.
pub(super) fn wrap_to(text: &str, most: usize, room: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines = wrap(text, room, size, bold);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        let short = shorten(&rest, room, size, bold);
        // the end of a line may already have been shortened
        lines.push(if short == rest { short } else { format!("{}…", short.trim_end_matches('…')) });
    }
    lines
}

/// The advance of one character in thousandths of the font size.
#[inline]
fn advance(char: char, bold: bool) -> u16 {
    let table = if bold { &ASCII_BOLD } else { &ASCII };
    let place = (char as usize).wrapping_sub(0x20);
    table.get(place).copied().unwrap_or_else(|| advance_beyond(char, bold))
}

/// The same of a character that is not in the tables.
fn advance_beyond(char: char, bold: bool) -> u16 {
    match char {
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 0,
        // marks that stand on the letter before, joiners, signs of direction
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => 0,
        '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}' => 0,
        '\u{a0}' | '·' | '‘' | '’' => 380,
        '–' => 500,
        '“' | '”' | '„' => 570,
        '−' | '×' | '≤' | '≥' | '→' => 838,
        'æ' | 'œ' | 'Æ' | 'Œ' | '—' | '…' | '½' => 1100,
        // Latin with accents, as wide as its widest capital
        '\u{a1}'..='\u{24f}' => {
            if bold {
                860
            } else {
                790
            }
        }
        // Greek, Hebrew, Arabic
        '\u{370}'..='\u{3ff}' | '\u{590}'..='\u{6ff}' => {
            if bold {
                950
            } else {
                850
            }
        }
        '\u{400}'..='\u{52f}' => {
            if bold {
                1100
            } else {
                1000
            }
        }
        '\u{250}'..='\u{10ff}' | '\u{2000}'..='\u{25ff}' => 1050,
        // emoji and everything unheard of
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => 1300,
        _ => 1100,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_are_those_of_the_widest_usual_font() {
        // "Continue" is 4.497 em in DejaVu Sans
        let width = text_width("Continue", 10.0, false);
        assert!((44.9..46.5).contains(&width), "{width}");
        assert!(text_width("Continue", 10.0, true) > width);
        assert_eq!(text_width("e\u{301}", 10.0, false), text_width("e", 10.0, false));
    }

    #[test]
    fn long_texts_end_in_an_ellipsis_and_fit() {
        assert_eq!(shorten("Phone", 100.0, 10.0, false), "Phone");
        let short = shorten("Website contact form of the branch in the north", 100.0, 12.0, false);
        assert!(short.ends_with('…') && text_width(&short, 12.0, false) <= 100.0, "{short}");
        assert_eq!(shorten("Phone", 0.0, 10.0, false), "…");
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        let words = "claimed after 12 h 40 min (limit 15 min)";
        assert_eq!(wrap(words, 100.0, 10.0, false), ["claimed after", "12 h 40 min", "(limit 15 min)"]);
        assert_eq!(wrap_to(words, 2, 100.0, 10.0, false), ["claimed after", "12 h 40 min (limi…"]);
        let words = "nach 12 Std. 40 Min. übernommen, für Mi. 4. März (Frist 15 Min.)";
        let lines = ["nach", "12 Std. 40 Min.", "übernommen, für", "Mi. 4. März", "(Frist 15 Min.)"];
        assert_eq!(wrap(words, 100.0, 10.0, false), lines);
    }

    proptest! {
        #[test]
        fn lines_fit_and_hold_all_words(text in "([a-zäß0-9.(]{1,9}[ \u{a0}]{1,2}){0,12}", room in 90.0..300.0) {
            let lines = wrap(&text, room, 12.0, false);
            prop_assert!(lines.iter().all(|line| text_width(line, 12.0, false) <= room + 1e-9), "{lines:?}");
            if lines.iter().all(|line| !line.contains('…')) {
                let words: Vec<_> = lines.iter().flat_map(|line| line.split(' ')).collect();
                prop_assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn what_belongs_together_is_not_cut_apart() {
        let family = "👩\u{200d}👩\u{200d}👧";
        for room in 10..80 {
            let short = shorten(&format!("ab{family}cd"), f64::from(room), 12.0, false);
            assert!(short.contains(family) || !short.contains('👩'), "{room}: {short}");
        }
    }
}
