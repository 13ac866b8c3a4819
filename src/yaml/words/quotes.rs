//! Quotes that do not close, or close too early.

use granit_parser::ErrorKind;

use super::super::fault::{Fault, Site};
use super::super::hints::{Within, line_with, quote_advice, quoted, text_extent};
use super::{block, spoilt_value};

/// A text in quotes that does not end with its quote.
pub(super) fn unbalanced(site: &Site<'_>) -> Fault {
    let text = site.text;
    let Some(start) = opening_quote(site) else { return block::structure(site) };
    let quote = if text[start..].starts_with('"') { '"' } else { '\'' };
    let whole = text_extent(text, start, site.within());
    let same_line = site.lines.of(start) == site.lines.of(site.at);
    let closed = text.get(start + 1..site.at).and_then(|inner| inner.rfind(quote)).filter(|_| same_line && start < site.at);
    let Some(closing) = closed.map(|at| start + 1 + at) else { return unclosed(site, start, quote) };
    // `"x, b: "y"`: what looks like the end of the text is the beginning of the next one.
    if text[start + 1..closing].trim_end().ends_with([':', ',', '[', '{']) {
        return unclosed(site, start, quote);
    }
    if let Some(comma) = missing_comma(site, closing + 1) {
        return comma;
    }
    let behind = site.at..whole.end.max(site.at);
    let fault = spoilt_value(site, start, behind, "the text goes on behind its closing quote", "outside the quotes")
        .second(start..closing + 1, "the text in quotes");
    if quote == '\'' && text[closing + 1..].starts_with(char::is_alphanumeric) {
        let inner = text[start + 1..whole.end].strip_suffix('\'').unwrap_or(&text[start + 1..whole.end]);
        return fault.help(format!("put the text in double quotes: `{}`", line_with(text, whole, &quoted(inner))));
    }
    fault.help(quote_advice(text, whole))
}

/// `["a" "b"]` and `{a: "b" c: d}`: a second value right behind one in quotes.
pub(super) fn missing_comma(site: &Site<'_>, behind: usize) -> Option<Fault> {
    let rest = text_extent(site.text, site.at, Within::Block);
    let next = &site.text[rest];
    let begins_value = match site.within() {
        Within::Block => false,
        Within::List => next.starts_with(['"', '\'']),
        Within::Map => {
            next.split_once(": ").is_some_and(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || "_-".contains(c)))
        }
    };
    begins_value.then(|| {
        let mended = line_with(site.text, behind..site.at, ", ");
        spoilt_value(site, site.token, behind..site.at, "a `,` is missing between two values", "here")
            .help(format!("write a `,`: `{mended}`"))
    })
}

/// A quote without its partner.
fn unclosed(site: &Site<'_>, start: usize, quote: char) -> Fault {
    let text = site.text;
    let line = text_extent(text, start, site.within());
    let place = start..start + 1;
    let fault = spoilt_value(site, start, place, "a text begins with a quote that is not closed on its line", "opens here");
    let inner = &text[start + 1..line.end];
    if inner.is_empty() && text[..start].ends_with([']', '}']) {
        let mended = line_with(text, start..start + 1, "");
        return fault.help(format!("delete it: `{mended}`"));
    }
    if quote == '\'' && !inner.is_empty() {
        return fault
            .help(format!("if the quote belongs to the text: `{}`", line_with(text, line.clone(), &quoted(&text[line.clone()]))))
            .help(format!("if not: `{}`", line_with(text, line.clone(), &quoted(inner))));
    }
    let inner = inner.trim_end_matches(quote);
    if inner.contains(quote) {
        return fault.help(format!("write a second `{quote}` where the text ends"));
    }
    fault.help(format!("close it: `{}`", line_with(text, line, &format!("{quote}{inner}{quote}"))))
}

/// `\q` in double quotes.
pub(super) fn escape(site: &Site<'_>) -> Fault {
    let text = site.text;
    let Some(start) = opening_quote(site) else { return block::structure(site) };
    let whole = text_extent(text, start, site.within());
    let inner = &text[start..whole.end];
    let at = unknown_escape(inner).map_or(site.at, |at| start + at);
    let place = at..at + text[at..].chars().take(2).map(char::len_utf8).sum::<usize>();
    let message = format!("`{}` means nothing in a text in double quotes", &text[place.clone()]);
    let fault = spoilt_value(site, start, place, message, "a `\\` changes the character behind it");
    match inner.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).filter(|inner| !inner.contains(['\'', '"'])) {
        Some(inner) => fault.help(format!("use single quotes: `{}`", line_with(text, whole, &format!("'{inner}'")))),
        None => fault.help("write `\\\\` for a `\\`, or use single quotes"),
    }
}

/// The first `\` whose next character YAML does not know.
fn unknown_escape(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && characters.next().is_none_or(|(_, c)| !"0abt\tnvfre \"/\\N_LP".contains(c)) {
            return Some(at);
        }
    }
    None
}

/// Where the quote opens that the parser stumbled over.
fn opening_quote(site: &Site<'_>) -> Option<usize> {
    let trailing =
        matches!(site.kind, ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar);
    if !trailing && site.text[site.at..].starts_with(['"', '\'']) {
        return Some(site.at);
    }
    // The parser reads ahead, so the quote lies somewhere between the last token it gave and the place where it stopped.
    let mut from = site.lines.range(site.lines.of(site.token)).start;
    while let Some(open) = next_quote(site.text, from, site.at) {
        match closing_quote(site.text, open) {
            Some(close) if !site.text.get(close + 1..site.at).is_none_or(|between| between.trim().is_empty()) => from = close + 1,
            _ => return Some(open),
        }
    }
    None
}

/// The first quote that a value can begin with.
fn next_quote(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut before = '\n';
    let mut blank = true;
    let mut comment = false;
    for (at, c) in text[from..to.max(from)].char_indices() {
        match c {
            '\n' => (before, blank, comment) = ('\n', true, false),
            '#' if blank => comment = true,
            _ if comment => {}
            '"' | '\'' if matches!(before, '\n' | '[' | '{' | ',' | ']' | '}') || blank && matches!(before, ':' | '-') => {
                return Some(from + at);
            }
            c if c.is_whitespace() => blank = true,
            c => (before, blank) = (c, false),
        }
    }
    None
}

/// Where a text in quotes ends.
fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let quote = text[open..].chars().next()?;
    let mut characters = text[open + 1..].char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && quote == '"' {
            characters.next();
        } else if c == quote {
            if quote == '\'' && characters.next_if(|(_, c)| *c == quote).is_some() {
                continue;
            }
            return Some(open + 1 + at);
        }
    }
    None
}
