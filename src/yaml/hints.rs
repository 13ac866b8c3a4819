//! How a line has to be written so that YAML takes a text for a text.

use std::ops::Range;

use super::{Entry, Value};

/// The text in quotes that keep it what it is.
pub(super) fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "''")) }
}

/// The line of `range` with the text there in quotes, without indentation and comment.
pub(super) fn mended_line(source: &str, range: Range<usize>) -> String {
    let start = source[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = source[range.end..].find('\n').map_or(source.len(), |at| range.end + at);
    let (before, text, after) = (&source[start..range.start], &source[range.clone()], &source[range.end..end]);
    let after = after.split(" #").next().unwrap_or_default().trim_end();
    format!("{}{}{after}", before.trim_start_matches('\u{feff}').trim_start(), quoted(text))
}

/// The advice that shows the auditor's own line with the text at `range` in quotes.
pub(super) fn quote_advice(source: &str, range: Range<usize>) -> String {
    format!("put the text in quotes: `{}`", mended_line(source, range))
}

/// The advice for a key without a value inside `{…}` that is really the second half of the text before it.
///
/// `{what: Drain, sink}` has a text `Drain` and a key `sink` without a value; the auditor meant one text, `Drain, sink`.
/// `entry` is the key without a value, `previous` the entry before it in the same map. `None` if it cannot be that.
pub fn split_text_hint(source: &str, entry: &Entry, previous: Option<&Entry>) -> Option<String> {
    let previous = previous?;
    let Value::Scalar(scalar) = &previous.value.value else { return None };
    let bare = entry.value.value == Value::Null && entry.value.span.is_empty() && entry.value.span.start == entry.key_span.end;
    let (from, to) = (previous.value.span.clone(), entry.key_span.clone());
    let between = source.get(from.end..to.start)?;
    if !bare || !scalar.plain || between.trim() != "," {
        return None;
    }
    Some(quote_advice(source, from.start..to.end))
}
