//! How a line has to be written so that YAML takes a text for a text.

use std::ops::Range;

use super::{Entry, Value};

/// The advice for a `?` in place of a value.
pub const UNKNOWN: &str = "leave the field out where nobody knows it, or write `TODO` as long as it is to be found out";

/// How far a text is looked at, in bytes: keeps a line of a megabyte from being copied for each mistake in it.
const REACH: usize = 600;

/// What a value is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Lines: a text goes to the end of its line.
    Block,
    /// `[…]`: a text ends at a comma.
    List,
    /// `{…}`: a text ends at a comma with a name and a colon behind it.
    Map,
}

/// The quotes with which word processors open and close, English and German.
const TYPOGRAPHIC: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('„', '“'), ('‚', '‘')];

/// Where the typographic quotes end with which a text begins; `None` if it begins with none, or they do not end on its line.
fn typographic_end(text: &str) -> Option<usize> {
    let (open, close) = TYPOGRAPHIC.into_iter().find(|(open, _)| text.starts_with(*open))?;
    let line = &text[..text.find(['\n', '\r']).unwrap_or(text.len())];
    let behind = &line[open.len_utf8()..];
    // an apostrophe closes nothing: no letter follows on a quote that does
    let closes = |at: &usize| !behind[at + close.len_utf8()..].starts_with(char::is_alphanumeric);
    let at = behind.match_indices(close).map(|(at, _)| at).find(closes)?;
    Some(open.len_utf8() + at + close.len_utf8())
}

/// What stands between typographic quotes, if they are around the whole text: they mean nothing to YAML.
pub fn in_typographic_quotes(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = typographic_end(text).filter(|end| *end == text.len())?;
    let mut inner = text[..end].chars();
    inner.next();
    inner.next_back();
    Some(inner.as_str()).filter(|inner| !inner.trim().is_empty())
}

/// The text in quotes that keep it what it is.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// The stretch that the auditor takes for one text: from `start` to where it ends on its line.
pub(super) fn text_extent(source: &str, start: usize, within: Within) -> Range<usize> {
    let line = within_reach(&source[start..]);
    let mut depth = 0_usize;
    let end = line.char_indices().find(|(at, c)| match c {
        '\n' | '\r' => true,
        '#' => line[..*at].ends_with(' '),
        _ if within == Within::Block => false,
        '[' | '{' => {
            depth += 1;
            false
        }
        ']' | '}' => depth.checked_sub(1).map(|less| depth = less).is_none(),
        ',' => {
            let behind = line[at + 1..].trim_start_matches(' ');
            let last = behind.is_empty() || behind.starts_with(['\n', '\r']);
            depth == 0 && (within == Within::List || last || begins_with_name(behind))
        }
        _ => false,
    });
    let length = end.map_or(line.len(), |(at, _)| at);
    start..start + line[..length].trim_end().len()
}

/// The beginning of a text, as far as anybody would want to see it.
pub(super) fn within_reach(text: &str) -> &str {
    let end = (0..=REACH.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// How long the name is with which a field begins, where a bracket follows in the place of its colon: `claim {at: +3m}`.
pub(super) fn name_before_bracket(field: &str) -> Option<usize> {
    let name = field.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).filter(|length| *length > 0)?;
    field[name..].trim_start_matches(' ').starts_with(['{', '[']).then_some(name)
}

/// Whether a `name:` stands there.
pub(super) fn begins_with_name(text: &str) -> bool {
    let end = text.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).unwrap_or(text.len());
    end > 0 && (text[end..].starts_with(": ") || &text[end..] == ":")
}

/// The line around `range` with `with` in its place, without indentation and comment; `with` alone if the line is very long.
pub(super) fn line_with(source: &str, range: Range<usize>, with: &str) -> String {
    let behind = within_reach(&source[range.end..]);
    let near = (range.start.saturating_sub(REACH)..=range.start).find(|at| source.is_char_boundary(*at));
    let ahead = &source[near.unwrap_or(range.start)..range.start];
    let before = match ahead.rfind(['\n', '\r']) {
        Some(at) => &ahead[at + 1..],
        None => ahead,
    };
    let after = &behind[..behind.find(['\n', '\r']).unwrap_or(behind.len())];
    if before.len() + after.len() >= REACH {
        return with.trim().to_owned();
    }
    let after = after.find(" #").map_or(after, |at| &after[..at]).trim_end();
    format!("{}{with}{after}", before.trim_start_matches('\u{feff}').trim_start())
}

/// The advice that shows the auditor's own line with the text at `range` in quotes.
pub(super) fn quote_advice(source: &str, range: Range<usize>) -> String {
    // such a text may go on behind what was taken for its end, and be followed by nothing that belongs to it
    let written = within_reach(&source[range.start..]);
    if let Some(end) = typographic_end(written).filter(|end| *end >= range.len())
        && let Some(inner) = in_typographic_quotes(&written[..end])
    {
        let mended = line_with(source, range.start..range.start + end, &quoted(inner));
        return format!("these are typographic quotes; use straight ones: `{mended}`");
    }
    format!("put the text in quotes: `{}`", line_with(source, range.clone(), &quoted(&source[range])))
}

/// The advice for a key without a value inside `{…}` that is really the second half of the text before it.
///
/// `{what: Drain, sink}` has a text `Drain` and a key `sink` without a value; the auditor meant one text, `Drain, sink`.
/// `entry` is the key without a value, `previous` the entry before it in the same map. `None` if it cannot be that.
pub fn split_text_hint(source: &str, entry: &Entry, previous: Option<&Entry>) -> Option<String> {
    let previous = previous?;
    let bare = entry.value.value == Value::Null && entry.value.span == (entry.key_span.end..entry.key_span.end);
    // The text before may itself be the second half of a text: then its own key has no value either.
    let from = match &previous.value.value {
        Value::Scalar(scalar) if scalar.plain => previous.value.span.clone(),
        _ => return None,
    };
    let between = source.get(from.end..entry.key_span.start)?;
    let typographic = typographic_end(within_reach(&source[from.start..])).is_some_and(|end| end > from.len());
    if !(bare || typographic) || between.trim() != "," {
        return None;
    }
    // `a, b, c` splits into two keys: the mended text takes all of them.
    let whole = text_extent(source, from.start, Within::Map);
    Some(quote_advice(source, from.start..whole.end.max(entry.key_span.end)))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::diagnostic::{SourceFile, Sources};

    #[test]
    fn quotes_keep_a_text_what_it_is() {
        for (text, expected) in [("a: b", "\"a: b\""), ("say \"a\"", "'say \"a\"'"), ("it's \\", "'it''s \\'")] {
            assert_eq!(quoted(text), expected);
        }
    }

    #[test]
    fn a_text_ends_where_the_auditor_thinks() {
        for (line, start, within, expected) in [
            ("a: b: c # d", 3, Within::Block, "b: c"),
            ("a: {b: c, d and e, f: g}", 7, Within::Map, "c, d and e"),
            ("a: {b: c (x, [y]), d}", 7, Within::Map, "c (x, [y]), d"),
            ("a: [b: c, d]", 4, Within::List, "b: c"),
            ("a: [b\nc]", 4, Within::List, "b"),
        ] {
            assert_eq!(&line[text_extent(line, start, within)], expected, "{line}");
        }
    }

    #[test]
    fn a_key_without_a_value_is_taken_for_the_rest_of_a_text() {
        for (text, expected) in [
            ("{what: Drain, sink}", Some("put the text in quotes: `{what: \"Drain, sink\"}`")),
            (
                "- {what: Drain, sink and \"u\", pii: true} # x",
                Some("put the text in quotes: `- {what: 'Drain, sink and \"u\"', pii: true}`"),
            ),
            ("{what: Drain, b, c}", Some("put the text in quotes: `{what: \"Drain, b, c\"}`")),
            ("{what: \"Drain\", sink}", None),
            ("{what: Drain, sink: }", None),
            ("{what, sink}", None),
        ] {
            let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
            let mut root = parse(file, text).root;
            if let Value::List(items) = root.value {
                root = items.into_iter().next().expect("an item");
            }
            let Value::Map(entries) = root.value else { panic!("{text}") };
            assert_eq!(split_text_hint(text, &entries[1], Some(&entries[0])).as_deref(), expected, "{text}");
        }
    }
}
