//! Mistakes inside `{…}` and `[…]`.

use std::ops::Range;

use granit_parser::ErrorKind;

use super::super::fault::{Damage, Fault, Site, TokenKind};
use super::super::hints::{Within, line_with, quote_advice, text_extent};
use super::{quotes, spoilt_value};

/// A comma, a colon or a bracket is missing or too many.
pub(super) fn separator(site: &Site<'_>) -> Fault {
    let text = site.text;
    match text[site.at..].chars().next() {
        Some(':') => colon(site),
        Some(',') => {
            let place = site.at..site.at + 1;
            let mended = line_with(text, place.clone(), "");
            spoilt_value(site, site.at, place, "a `,` stands here without a value before it", "one comma too many")
                .help(format!("delete it: `{mended}`"))
        }
        None => unclosed(site),
        _ => match site.trail.last.as_ref().filter(|last| matches!(last.kind, TokenKind::Quoted | TokenKind::Close)) {
            Some(last) => quotes::missing_comma(site, last.range.end)
                .unwrap_or_else(|| behind_value(site, opening_bracket(text, last.range.clone())..last.range.end)),
            None => behind_value(site, site.token..site.at),
        },
    }
}

/// Something stands behind a finished value.
fn behind_value(site: &Site<'_>, before: Range<usize>) -> Fault {
    let place = text_extent(site.text, site.at, site.within());
    let start = before.start.min(site.at);
    let whole = start..place.end.max(site.at);
    let label = "neither a `,` nor a closing bracket comes first";
    spoilt_value(site, start, place, "the text goes on where its value has ended", label)
        .help(quote_advice(site.text, whole))
        .help("or write a `,` before it if a new value begins here")
}

/// A second `: ` behind a name.
fn colon(site: &Site<'_>) -> Fault {
    let text = site.text;
    let place = site.at..site.at + 1;
    let before = match site.trail.last.as_ref() {
        Some(last) if last.range.end <= site.at && text[last.range.end..site.at].trim().is_empty() => last.range.clone(),
        _ => site.token..site.at,
    };
    let start = before.start;
    let value = text_extent(text, start, site.within());
    let message = "a `: ` stands inside a text";
    let fault = spoilt_value(site, start, place, message, "a `:` with a space behind it ends a name");
    // `{at: +3m in: crm}` and `{in: crm got: [a]}`: such a text is none, so that the word before the colon begins a field.
    let words = &text[before];
    let surely = words.starts_with('+') || text[site.at + 1..].trim_start_matches(' ').starts_with(['[', '{']);
    match words.rsplit_once(' ').filter(|(rest, name)| surely && !rest.contains(' ') && !name.is_empty()) {
        Some((rest, _)) => {
            let gap = start + rest.len()..start + rest.len() + 1;
            fault.help(format!("write a `,` where the new field begins: `{}`", line_with(text, gap, ", ")))
        }
        None if value.end > site.at => {
            let quotes = quote_advice(text, value);
            match new_field(site, words, start) {
                Some(comma) => fault.help(comma).help(format!("if it is all one text, {quotes}")),
                None => fault.help(quotes),
            }
        }
        None => fault.help("put the text in quotes"),
    }
}

/// The advice to write a comma in `owner: nurse kind: person`: the word before the colon begins fields elsewhere in the file as well.
fn new_field(site: &Site<'_>, words: &str, start: usize) -> Option<String> {
    let (rest, name) = words.rsplit_once(' ').filter(|(_, name)| site.within() == Within::Map && !name.is_empty())?;
    let own = start + words.len() - name.len();
    let begins = |before: &str| before.is_empty() || before.ends_with(['\n', '{', ',']) || before.ends_with("\n-");
    let elsewhere =
        site.text.match_indices(&format!("{name}:")).any(|(at, _)| at != own && begins(site.text[..at].trim_end_matches(' ')));
    let gap = start + rest.trim_end().len()..own;
    elsewhere.then(|| format!("if `{name}` begins a new field, write a `,` before it: `{}`", line_with(site.text, gap, ", ")))
}

/// The bracket that an earlier line opened, if a new field or item begins where the parser stopped.
pub(super) fn forgotten(site: &Site<'_>) -> Option<usize> {
    let (outermost, _) = *site.trail.open.first()?;
    let (line, opened) = (site.lines.of(site.at), site.lines.of(outermost));
    let here = site.lines.head(site.text, line)?;
    let there = site.lines.head(site.text, opened)?;
    let column = |offset| site.lines.column(site.text, offset);
    let sibling = line > opened && column(here.text) <= column(there.content);
    // Neither a field of the same level nor an item with a dash can stand inside brackets.
    let forgotten = if here.dashes.is_empty() { sibling && here.key.is_some() } else { line > opened };
    (forgotten && *site.kind != ErrorKind::RecursionLimitExceeded).then(|| {
        let on_line = site.trail.open.iter().rev().find(|(offset, _)| site.lines.of(*offset) < line);
        on_line.map_or(outermost, |(offset, _)| *offset)
    })
}

/// The file ends before the bracket is closed.
pub(super) fn unclosed(site: &Site<'_>) -> Fault {
    let bracket = site.trail.open.last().map_or(site.at, |(offset, _)| *offset);
    never_closed(site, bracket)
}

pub(super) fn never_closed(site: &Site<'_>, bracket: usize) -> Fault {
    let text = site.text;
    let open = if text[bracket..].starts_with('[') { '[' } else { '{' };
    let message = format!("a `{open}` is never closed");
    let fault = spoilt_value(site, bracket, bracket..bracket + 1, message, "opens here");
    let line = site.lines.of(bracket);
    let end = text_extent(text, bracket, super::Within::Block).end;
    let closing: String = site
        .trail
        .open
        .iter()
        .rev()
        .filter(|(offset, _)| site.lines.of(*offset) == line)
        .map(|(_, open)| if *open == '[' { ']' } else { '}' })
        .collect();
    // A list or a map over several lines ends on none that can be known.
    if text[bracket + 1..end.max(bracket + 1)].trim().is_empty() || closing.is_empty() {
        let close = if open == '[' { ']' } else { '}' };
        return fault.help(format!("write a `{close}` where it ends"));
    }
    fault.help(format!("close it: `{}`", line_with(text, end..end, &closing)))
}

/// `{…]`.
pub(super) fn mismatched(site: &Site<'_>, open: char, close: char) -> Fault {
    let text = site.text;
    let bracket = if text[site.at..].starts_with(open) { site.at } else { site.token };
    let right = if open == '[' { ']' } else { '}' };
    let message = format!("a `{open}` is closed by a `{close}`");
    let fault = spoilt_value(site, bracket, bracket..bracket + 1, message, "opens here");
    let Some(closing) = closing_bracket(text, bracket) else { return fault.help(format!("write a `{right}` where it ends")) };
    if site.lines.of(closing) != site.lines.of(bracket) {
        return fault.second(closing..closing + 1, "closed here").help(format!("write a `{right}` where it ends"));
    }
    if text[closing + 1..].trim_start_matches(' ').starts_with(right) {
        let mended = line_with(text, closing..closing + 1, "");
        return fault.second(closing..closing + 1, "closed here").help(format!("delete the `{close}`: `{mended}`"));
    }
    let opened_before =
        text[site.lines.range(site.lines.of(bracket)).start..bracket].contains(if close == ']' { '[' } else { '{' });
    let (range, with) =
        if opened_before { (closing..closing, right.to_string()) } else { (closing..closing + 1, right.to_string()) };
    let mended = line_with(text, range, &with);
    fault.second(closing..closing + 1, "closed here").help(format!("write a `{right}`: `{mended}`"))
}

/// The bracket that closes the one at `open`, whichever it is.
pub(in super::super) fn closing_bracket(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    for (at, c) in text[open..].char_indices() {
        match (quote, c) {
            (Some(q), c) if q == c => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some('"'),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(open + at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Where the value begins that ends here: at the bracket that this one closes, where it is one, as in a link of Markdown without quotes.
fn opening_bracket(text: &str, last: Range<usize>) -> usize {
    let line = text[..last.start].rfind('\n').map_or(0, |end| end + 1);
    let brackets = text[line..last.start].rmatch_indices(['[', '{']).map(|(at, _)| line + at);
    let near = brackets.take(MOST_BRACKETS).take_while(|at| last.start - at < LONGEST_LINK);
    near.into_iter().find(|at| closing_bracket(&text[..last.end], *at) == Some(last.start)).unwrap_or(last.start)
}

/// How far back such a bracket is looked for, in bytes and in brackets.
const LONGEST_LINK: usize = 1_000;
const MOST_BRACKETS: usize = 64;

/// A closing bracket without its partner.
pub(super) fn stray_bracket(site: &Site<'_>) -> Fault {
    let text = site.text;
    let place = site.at..site.at + text[site.at..].chars().next().map_or(0, char::len_utf8);
    let message = format!("a `{}` closes nothing", &text[place.clone()]);
    let mended = line_with(text, place.clone(), "");
    let fault = spoilt_value(site, site.at, place.clone(), message, "no bracket is open here");
    let alone = site.lines.head(text, site.lines.of(site.at)).is_none_or(|head| head.content == site.at);
    if alone {
        return fault.help("delete it, or look above for the opening bracket that is missing").damage(Damage::Stray(place));
    }
    let start = site.lines.head(text, site.lines.of(site.at)).map_or(site.at, |head| head.value.min(site.at));
    let fault = Fault { start, ..fault }.help(format!("delete it: `{mended}`"));
    if start < site.at { fault } else { fault.help(quote_advice(text, text_extent(text, start, super::Within::Block))) }
}
