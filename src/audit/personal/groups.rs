//! The runs of digits in a text, dates and times among them set aside.

/// A run of digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether it continues the group before it, with nothing but a separator between.
    pub(super) joined: bool,
    /// Whether it is part of a date or a time.
    pub(super) dated: bool,
}

/// All runs of digits, in order.
pub(super) fn groups(text: &str) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let joined = groups.last().is_some_and(|before| is_separator(&text[before.end..at]));
        groups.push(Group { start: at, end, joined, dated: false });
        at = end;
    }
    mark_dates(text, &mut groups);
    groups
}

/// What may stand between the groups of one number.
fn is_separator(between: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '.' | '/' | '\u{2010}'..='\u{2013}');
    let space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}');
    let mut chars = between.chars();
    match (chars.next(), chars.next(), chars.next(), chars.next()) {
        (Some(only), None, ..) => dash(only) || space(only) || matches!(only, ')' | '('),
        // `) `, `)-`, ` (`, ` - ` and ` / `
        (Some(')'), Some(second), None, _) => dash(second) || space(second),
        (Some(first), Some('('), None, _) => dash(first) || space(first),
        (Some(first), Some(second), Some(third), None) => space(first) && dash(second) && space(third),
        _ => false,
    }
}

/// Sets dates and times aside: `2026-03-04`, `04.03.2026`, `3/4/26`, `20260304`, `10:30`.
fn mark_dates(text: &str, groups: &mut [Group]) {
    for index in 0..groups.len() {
        let Group { start, end, .. } = groups[index];
        let digits = &text[start..end];
        let clock = text[end..].starts_with(':') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
            || text[..start].ends_with(':') && text[..start - 1].ends_with(|c: char| c.is_ascii_digit());
        if clock || (digits.len() == 8 && is_date(&digits[..4], &digits[4..6], &digits[6..])) {
            groups[index].dated = true;
            continue;
        }
        let Some([first, second, third]) = groups.get(index..index + 3) else { continue };
        let between = &text[first.end..second.start];
        let whole = matches!(between, "-" | "." | "/") && between == &text[second.end..third.start];
        let continues = groups.get(index + 3).is_some_and(|next| &text[third.end..next.start] == between);
        let continued = index > 0 && !groups[index - 1].dated && &text[groups[index - 1].end..first.start] == between;
        if !whole || continues || continued {
            continue;
        }
        let part = |group: &Group| &text[group.start..group.end];
        let (a, b, c) = (part(first), part(second), part(third));
        if is_date(a, b, c) || is_date(c, b, a) || is_date(c, a, b) {
            for group in &mut groups[index..index + 3] {
                group.dated = true;
            }
        }
    }
}

fn is_date(year: &str, month: &str, day: &str) -> bool {
    let within = |text: &str, longest: usize, from: u32, to: u32| {
        text.len() <= longest && text.parse::<u32>().is_ok_and(|number| (from..=to).contains(&number))
    };
    let year = if year.len() == 4 { within(year, 4, 1900, 2199) } else { year.len() == 2 };
    year && within(month, 2, 1, 12) && within(day, 2, 1, 31)
}
