//! Phone numbers in texts.
//!
//! A text is cut into groups of digits with what stands between them; dates and times are set aside first. Shapes that nothing else
//! has (`+44 20 7946 0958`, `512-555-0123`) count everywhere; those that record numbers share (`5125550123`, `555-0123`,
//! `030 123456`) count unless a `#`, letters glued to them or a word such as `order` say otherwise.

use super::context::{Context, context, names_record};
use super::groups::{Group, groups};
use super::{Find, Kind};

/// No phone number that is looked for has fewer digits.
pub(super) const FEWEST_DIGITS: usize = 7;
/// No phone number has more groups: keeps a long list of numbers from being read over and over.
const MOST_GROUPS: usize = 16;

/// All phone numbers in a text.
pub(super) fn find(text: &str) -> Vec<Find> {
    let groups = groups(text);
    let mut found = Vec::new();
    let mut next = 0;
    while next < groups.len() {
        match number_at(text, &groups, next) {
            Some((count, kind)) => {
                let start = opening(text, groups[next].start);
                found.push(Find { range: start..groups[next + count - 1].end, kind });
                next += count;
            }
            None => next += 1,
        }
    }
    found
}

/// The beginning of a number, its `+` and its bracket included.
fn opening(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end_matches(['+', '(']);
    before.len()
}

/// How many groups, from this one on, make a phone number, and how surely.
fn number_at(text: &str, groups: &[Group], first: usize) -> Option<(usize, Kind)> {
    if groups[first].dated {
        return None;
    }
    let mut last = first + 1;
    while last < groups.len().min(first + MOST_GROUPS) && groups[last].joined && !groups[last].dated {
        last += 1;
    }
    let run = &groups[first..last];
    let digits = |group: &Group| &text[group.start..group.end];
    let before = &text[..groups[first].start];
    let glued = before.ends_with(char::is_alphanumeric) || (groups[first].joined && is_tight(text, groups, first));

    // +44 20 7946 0958
    if before.trim_end_matches('(').ends_with('+') {
        let plus = before.trim_end_matches('(').len() - 1;
        let count = longest(run, |count| (8..=15).contains(&total(&run[..count])) && ends(text, &run[..count], run.get(count)));
        return count.filter(|_| !text[..plus].ends_with(char::is_alphanumeric)).map(|count| (count, Kind::Phone));
    }
    if glued && !before.ends_with('_') {
        return None;
    }

    // 512-555-0123, (512) 555-0123, 1 512 555 0123
    let skip = usize::from(run.len() > 3 && digits(&run[0]) == "1");
    if let Some(three) = run.get(skip..skip + 3) {
        let (area, exchange) = (digits(&three[0]), digits(&three[1]));
        let shape = area.len() == 3 && exchange.len() == 3 && three[2].end - three[2].start == 4;
        let spaced = text[three[0].end..three[1].start].trim().is_empty();
        let valid = begins_2_to_9(area) && begins_2_to_9(exchange);
        if shape && (valid || !spaced) && ends(text, &run[..skip + 3], run.get(skip + 3)) {
            // 943 476 5919 may be the number of a patient; with a dash, a point or a bracket it is a phone number
            let bare = spaced && text[three[1].end..three[2].start].trim().is_empty() && !before.ends_with('(');
            if !bare {
                return Some((skip + 3, Kind::Phone));
            }
            return (!names_record(text, groups[first].start)).then_some((skip + 3, Kind::Digits));
        }
    }
    // only these may begin a shape that record numbers share: what stands before them need not be read for others
    let only = digits(&run[0]);
    if !matches!(only.len(), 3 | FEWEST_DIGITS..=15) && !only.starts_with('0') {
        return None;
    }
    match context(text, groups[first].start) {
        Context::Record => None,
        context => digits_at(text, run, context == Context::Phone).map(|count| (count, Kind::Digits)),
    }
}

/// How many groups make a phone number of a shape that record numbers share; `named` where a word before says that it is one.
fn digits_at(text: &str, run: &[Group], named: bool) -> Option<usize> {
    let digits = |group: &Group| &text[group.start..group.end];
    // 5125550123, 15125550123, 07911123456
    let only = digits(&run[0]);
    if ends(text, &run[..1], run.get(1)) {
        let national = match only.len() {
            10 => Some(only),
            11 => only.strip_prefix('1'),
            _ => None,
        };
        let american = national.is_some_and(|number| begins_2_to_9(number) && begins_2_to_9(&number[3..]));
        let zero = matches!(only.len(), 10 | 11) && only.starts_with('0') && !only.starts_with("00");
        if american || zero || (named && (FEWEST_DIGITS..=15).contains(&only.len())) {
            return Some(1);
        }
    }
    // 512 5550123, (512)5550123
    if run.len() >= 2 && only.len() == 3 && digits(&run[1]).len() == 7 && begins_2_to_9(only) && ends(text, &run[..2], run.get(2))
    {
        return Some(2);
    }
    // 020 7946 0958, 030 123456, 01 23 45 67 89, 0044 20 7946 0958
    if only.len() >= 2 && only.starts_with('0') && run.len() >= 2 {
        let count = longest(run, |count| national(text, &run[..count]) && ends(text, &run[..count], run.get(count)));
        if count.is_some() {
            return count;
        }
    }
    // 555-0123
    if run.len() >= 2 && only.len() == 3 && digits(&run[1]).len() == 4 && begins_2_to_9(only) {
        let between = &text[run[0].end..run[1].start];
        let dashed = between == "-" || between == "\u{2011}";
        let range = is_range(text, run[0].start, only, digits(&run[1]), run[1].end);
        if (named || (dashed && !range)) && ends(text, &run[..2], run.get(2)) {
            return Some(2);
        }
    }
    None
}

/// Whether a group hangs on the one before by more than a space, so that no number begins with it.
fn is_tight(text: &str, groups: &[Group], index: usize) -> bool {
    let before = &groups[index - 1];
    !before.dated && !text[before.end..groups[index].start].contains([' ', '\u{a0}', '('])
}

fn begins_2_to_9(digits: &str) -> bool {
    digits.starts_with(|c: char| ('2'..='9').contains(&c))
}

fn total(groups: &[Group]) -> usize {
    groups.iter().map(|group| group.end - group.start).sum()
}

/// The most groups that fit.
fn longest(run: &[Group], fits: impl Fn(usize) -> bool) -> Option<usize> {
    (1..=run.len()).rev().find(|count| fits(*count))
}

/// Whether a number may end behind these groups: no letter glued to it (an extension `x12` aside), no group hanging on it.
fn ends(text: &str, number: &[Group], next: Option<&Group>) -> bool {
    let Some(last) = number.last() else { return false };
    let behind = &text[last.end..];
    let extension = behind.strip_prefix('x').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let hangs = next.is_some_and(|next| !text[last.end..next.start].contains([' ', '\u{a0}', '/']));
    let unit = behind.starts_with('%') || behind.starts_with(',') && behind[1..].starts_with(|c: char| c.is_ascii_digit());
    (extension || !behind.starts_with(char::is_alphanumeric)) && !hangs && !unit
}

/// A national number with its leading 0, or an international one with 00.
fn national(text: &str, groups: &[Group]) -> bool {
    let digits = |group: &Group| &text[group.start..group.end];
    let length = total(groups);
    let first = digits(&groups[0]);
    let abroad = first.starts_with("00");
    if abroad {
        return (10..=15).contains(&length) && !digits(&groups[0]).starts_with("000");
    }
    // opening hours such as `0900-1700` and `0900 1230 1700`
    let clocks = groups.iter().all(|group| {
        let digits = digits(group);
        digits.len() == 4 && digits[..2] < *"25" && digits[2..] < *"60"
    });
    let fewest = if groups.len() == 2 && first.len() >= 3 { 8 } else { 9 };
    !clocks && (fewest..=12).contains(&length)
}

/// Whether `200-1500` names a range: an amount, or two round numbers that ascend.
fn is_range(text: &str, start: usize, first: &str, second: &str, end: usize) -> bool {
    let number = |digits: &str| digits.parse::<u32>().unwrap_or(0);
    let round = number(first) % 50 == 0 && number(second) % 50 == 0 && !second.starts_with('0');
    let behind = text[end..].trim_start();
    let money = text[..start].trim_end().ends_with(['$', '€', '£']) || behind.starts_with(['%', '$', '€', '£', '°']);
    round || money
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|find| &text[find.range]).collect()
    }

    #[test]
    fn phone_numbers_are_found() {
        let cases = [
            ("call 512-555-0123 back", "512-555-0123"),
            ("(512) 555-0123", "(512) 555-0123"),
            ("(512)555-0123.", "(512)555-0123"),
            ("512.555.0123", "512.555.0123"),
            ("512 555 0123", "512 555 0123"),
            ("512/555-0123", "512/555-0123"),
            ("512\u{2011}555\u{2011}0123", "512\u{2011}555\u{2011}0123"),
            ("123-456-7890", "123-456-7890"),
            ("1-512-555-0123", "1-512-555-0123"),
            ("1 (512) 555-0123", "1 (512) 555-0123"),
            ("+1 512 555 0123", "+1 512 555 0123"),
            ("+15125550123", "+15125550123"),
            ("+1 (512) 555-0123", "+1 (512) 555-0123"),
            ("+44 (0)20 7946 0958", "+44 (0)20 7946 0958"),
            ("+49 30 123456", "+49 30 123456"),
            ("+33 1 23 45 67 89", "+33 1 23 45 67 89"),
            ("+352 621 123 456", "+352 621 123 456"),
            ("tel:+1-512-555-0123", "+1-512-555-0123"),
            ("5125550123", "5125550123"),
            ("her number is 5125550123", "5125550123"),
            ("15125550123", "15125550123"),
            ("phone no. 5125550123", "5125550123"),
            ("512-555-0123 x12", "512-555-0123"),
            ("512-555-0123x12", "512-555-0123"),
            ("020 7946 0958", "020 7946 0958"),
            ("(020) 7946 0958", "(020) 7946 0958"),
            ("030 123456", "030 123456"),
            ("0711/1234567", "0711/1234567"),
            ("01 23 45 67 89", "01 23 45 67 89"),
            ("01.23.45.67.89", "01.23.45.67.89"),
            ("08-123 456 78", "08-123 456 78"),
            ("07911 123456", "07911 123456"),
            ("07911123456", "07911123456"),
            ("0044 20 7946 0958", "0044 20 7946 0958"),
            ("555-0123", "555-0123"),
            ("he left 555-0123 as his number", "555-0123"),
            ("call 555 0123", "555 0123"),
            ("phone: 5550123", "5550123"),
            ("On 2026-03-04 10:30 she called 512-555-0123", "512-555-0123"),
            ("2026-03-04 512-555-0123", "512-555-0123"),
            ("recordings/512-555-0123.mp3", "512-555-0123"),
            ("recordings/call_5125550123.mp3", "5125550123"),
            ("recordings/call-512-555-0123.mp3", "512-555-0123"),
            ("https://wa.me/15125550123", "15125550123"),
            ("B2 512-555-0123", "512-555-0123"),
            ("the client 512 555 0123", "512 555 0123"),
            ("policy 512-555-0123", "512-555-0123"),
            ("caller ID 5125550123", "5125550123"),
            ("back\u{a0}\u{3000}5125550123", "5125550123"),
            ("two of them: 512-555-0123", "512-555-0123"),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), [expected], "{text}");
        }
        assert_eq!(found("512-555-0123 or 512-555-0199"), ["512-555-0123", "512-555-0199"]);
    }

    #[test]
    fn other_numbers_are_left_alone() {
        let cases = [
            "2026-03-04",
            "2026-03-02 to 2026-03-13",
            "2026-03-02-2026-03-13",
            "04.03.2026",
            "02.03.-13.03.2026",
            "03/04/2026 10:30",
            "3/4/26, 5/4/26 and 6/4/26",
            "20260304 and 20260304_101500",
            "IMG_20260304_101500.jpg",
            "10:30-11:45, 13:00",
            "08:00-18:00",
            "0900-1700",
            "from 0900 1230 1700 on",
            "2026-03-04T10:30:00Z",
            "1,250,000 dollars",
            "$1,200.50",
            "1 200 000",
            "12 500 000 leads",
            "1.200.000",
            "$200-1500",
            "500-1000 calls",
            "450-1200 €",
            "200-1500",
            "#4512345678",
            "# 4512345678",
            "INV-2026-00123",
            "INV-4512345678",
            "order 4512345678",
            "order\u{a0}4512345678",
            "order no. 4512345678",
            "order number 4512345678",
            "no. 4512345678",
            "No 4512345678",
            "ticket 4512345678",
            "ticket 204-1187",
            "invoice 555-0123",
            "job #555-0123",
            "case id: 4512345678",
            "order 030 123456",
            "1772000000",
            "a4512345678f",
            "550e8400-e29b-41d4-a716-446655440000",
            "https://crm.example.com/leads/4512345678",
            "version 10.12.2026.1",
            "192.168.100.200",
            "4 of 44 calls, 53 % for 4, 26 % for 10",
            "30.2672, -97.7431",
            "+1h52m and +13h05m",
            "24/7 on 365 days",
            "5 10 15 20",
            "P-01, W-04 and Q-0003",
            "2 to 13 March 2026",
            "78701-1234",
            "120000-150000",
            "3.14159265",
            "NHS 943 476 5919",
            "NHS no. 943 476 5919",
            "the patient 943 476 5919",
            "claim number is 943 476 5919",
            "policy 943 476 5919, invoice 943 476 5919",
            "0.00012345",
        ];
        for text in cases {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
