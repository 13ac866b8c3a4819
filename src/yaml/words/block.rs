//! Mistakes in how lines are indented, and in lines without a colon.

use granit_parser::ErrorKind;

use super::super::fault::{Damage, Fault, Site, TokenKind, Told};
use super::super::hints::{Within, line_with, name_before_bracket, quote_advice, text_extent};
use super::super::lines::Head;
use super::super::traps;
use super::spoilt_value;

/// How many lines below the place where the parser stopped are searched for a tab.
const TAB_LINES: usize = 40;

/// The line whose indentation has a tab that the parser stumbled over.
pub(super) fn tab_line(site: &Site<'_>) -> Option<usize> {
    let here = site.lines.of(site.at);
    let far = matches!(
        site.kind,
        ErrorKind::TabInPlainScalar
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::InvalidBlockScalarIndent
    );
    let structural = matches!(
        site.kind,
        ErrorKind::MappingValueNotAllowed
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::InvalidIndentation
    );
    if !far && !structural {
        return None;
    }
    let last = here + if far { TAB_LINES } else { 1 };
    (site.lines.of(site.token).min(here)..=last.min(site.lines.count() - 1)).find(|line| has_tab(site, *line))
}

/// Whether a line that says something is indented with a tab.
fn has_tab(site: &Site<'_>, line: usize) -> bool {
    site.lines.head(site.text, line).is_some_and(|head| site.text[site.lines.range(line).start..head.text].contains('\t'))
}

/// Lines indented with tabs, told once.
pub(super) fn tabs(site: &Site<'_>, line: usize) -> Fault {
    let start = site.lines.range(line).start;
    let indentation = start..site.lines.head(site.text, line).map_or(start, |head| head.text);
    let tab = site.text[indentation.clone()].find('\t').map_or(start, |at| start + at);
    let tabs = site.text[tab..indentation.end].chars().take_while(|c| *c == '\t').count();
    let more = (line + 1..site.lines.count()).filter(|line| has_tab(site, *line)).count();
    let message = match more {
        0 => "this line is indented with a tab".to_owned(),
        1 => "this line is indented with a tab, and so is one more below".to_owned(),
        more => format!("this line is indented with a tab, and so are {more} more below"),
    };
    let told = Told { place: tab..tab + tabs, message, label: "a tab: write spaces".into(), ..Told::default() };
    let fault = Fault { start: indentation.start, end: indentation.end, damage: Damage::Tabs, told };
    fault.help("indent with spaces alone, two for each level; most editors can do it for the whole file")
}

/// A line that does not fit in with those above it.
pub(super) fn structure(site: &Site<'_>) -> Fault {
    let text = site.text;
    let line = site.lines.of(site.at);
    let Some(head) = site.lines.head(text, line) else { return nothing_fits(site) };
    if head.key.is_some() && head.value <= site.at && text[site.at..].starts_with(':') {
        return colon_in_text(site, head.value);
    }
    let last = site.trail.last.as_ref();
    // The words right before the place, if nothing stands between.
    let before = last.filter(|last| last.range.end <= site.at && text[last.range.end..site.at].trim().is_empty());
    if let Some(last) = before.filter(|_| text[site.at..].starts_with(':')) {
        let first = site.lines.of(last.range.start);
        if first == line {
            return colon_in_text(site, last.range.start.max(head.content));
        }
        return match site.lines.head(text, first) {
            Some(above) if above.key.is_some() && above.value <= last.range.start => indentation(site, line, &head),
            Some(above) => no_colon(site, first, &above),
            None => nothing_fits(site),
        };
    }
    let closed = |kind| matches!(kind, TokenKind::Close | TokenKind::Quoted);
    if let Some(last) =
        last.filter(|last| closed(last.kind) && site.lines.of(last.range.end - 1) == line && site.at >= last.range.end)
    {
        return behind_bracket(site, &head, last.range.end);
    }
    if matches!(site.kind, ErrorKind::ExpectedDocumentStart) {
        let first = (0..line).find_map(|line| Some((line, site.lines.head(text, line)?)));
        if let Some((first, above)) = first.filter(|(_, above)| site.lines.column(text, above.text) > 0) {
            return indentation(site, first, &above);
        }
    }
    let in_value = if head.key.is_some() { site.at >= head.value } else { site.at > head.content && !head.dashes.is_empty() };
    if in_value && head.value < head.end {
        return super::in_value(site, head.value);
    }
    match (&head.key, head.dashes.is_empty()) {
        (None, true) => no_colon(site, line, &head),
        (None, false) if text[head.text..].starts_with("---") => nothing_fits(site),
        _ => indentation(site, line, &head),
    }
}

/// `note: He said: wait`.
fn colon_in_text(site: &Site<'_>, start: usize) -> Fault {
    let value = text_extent(site.text, start, Within::Block);
    let place = site.at..site.at + 1;
    spoilt_value(site, start, place, "a `: ` stands inside a text", "a `:` with a space behind it ends a name")
        .help(quote_advice(site.text, value))
}

/// `note: [urgent] call back`.
fn behind_bracket(site: &Site<'_>, head: &Head, closed: usize) -> Fault {
    let place = text_extent(site.text, site.at, Within::Block);
    let start = head.value.min(closed);
    spoilt_value(site, start, place, "something stands behind the closing bracket", "outside the brackets")
        .help(quote_advice(site.text, start..head.end))
        .help("or delete what stands behind the bracket")
}

/// `claim {at: +3m}`: a bracket stands in the place of a colon.
pub(super) fn no_colon_before_bracket(site: &Site<'_>) -> Option<Fault> {
    let head = site.lines.head(site.text, site.lines.of(site.at)).filter(|_| site.trail.open.is_empty())?;
    let name = name_before_bracket(&site.text[head.content..head.end])?;
    let whole = head.content..text_extent(site.text, head.content, Within::Block).end;
    let (message, label, help) = traps::no_colon_before_bracket(site.text, head.content, name);
    let damage = Damage::Colon(head.content + name..whole.end);
    Some(spoilt_value(site, whole.start, whole, message, label).help(help).damage(damage))
}

/// `client Blue Heron`.
fn no_colon(site: &Site<'_>, line: usize, head: &Head) -> Fault {
    let text = site.text;
    let whole = head.content..text_extent(text, head.content, Within::Block).end;
    let words = &text[whole.clone()];
    let fault = |message, label| spoilt_value(site, whole.start, whole.clone(), message, label);
    let name = words.find(|c: char| !(c.is_alphanumeric() || "_-/.".contains(c))).unwrap_or(words.len());
    let stray =
        Damage::Stray(whole.start..site.lines.range(site.lines.block_end(text, line, site.lines.column(text, whole.start))).end);
    if let Some(item) = words.strip_prefix('-').filter(|item| !item.is_empty()) {
        let mended = line_with(text, whole.clone(), &format!("- {item}"));
        return fault("a space is missing behind the `-`", "read as one word")
            .help(format!("write `{mended}`"))
            .damage(Damage::Stray(whole.clone()));
    }
    let plausible = name > 0 && words.starts_with(char::is_lowercase);
    let rest = &words[name..];
    if plausible && rest.starts_with(':') {
        let mended = line_with(text, whole.clone(), &format!("{}: {}", &words[..name], &rest[1..]));
        return fault("a space is missing behind the `:`", "read as one word")
            .help(format!("write `{mended}`"))
            .damage(Damage::Colon(whole.start + name..whole.end));
    }
    let fault = fault("this line has no `:` behind the name of a field", "no field, and no item of a list");
    if plausible && rest.starts_with(' ') {
        let mended = line_with(text, whole.clone(), &format!("{}:{rest}", &words[..name]));
        return fault
            .help(format!("a field is written `{mended}`"))
            .help("a text that goes on from the line above is indented more than its field")
            .damage(Damage::Colon(whole.start + name..whole.end));
    }
    let damage = if plausible && rest.is_empty() { Damage::Colon(whole.end..whole.end) } else { stray };
    fault
        .help("a field is written `name: value`; a text that goes on from the line above is indented more than its field")
        .damage(damage)
}

/// A field or an item in a column where none can be.
fn indentation(site: &Site<'_>, line: usize, head: &Head) -> Fault {
    let text = site.text;
    let column = site.lines.column(text, head.text);
    let place = head.text..head.key.as_ref().map_or(head.text + 1, |key| key.end).max(head.text + 1);
    let start = site.lines.range(line).start;
    let spaces = |count: usize| if count == 1 { "1 space".to_owned() } else { format!("{count} spaces") };
    let told = |message: &str, label: String| Told { place: place.clone(), message: message.into(), label, ..Told::default() };
    let Some((right, like)) = site.lines.right_column(text, line, head, column) else {
        let told = told("this line does not belong to those above it", format!("indented by {}", spaces(column)));
        // Those that follow belong to nothing for the same reason.
        let end = site.lines.range(site.lines.run_end(text, line, column)).end;
        let fault = Fault { start, end: head.end, damage: Damage::Stray(head.text..end), told };
        return match head.dashes.is_empty() {
            true => fault.help("give it the same indentation as the other fields around it"),
            false => fault.help("an item of a list (`- `) stands below the name of its field: `name:`"),
        };
    };
    let label = format!("indented by {} instead of {right}", spaces(column));
    let told = told("this line is not indented like those it belongs to", label);
    let fault = Fault { start, end: head.end, damage: Damage::Column(right), told };
    let dash = like.as_ref().and_then(|like| lone_dash(site, site.lines.of(like.start), line, column));
    let fault = match right {
        0 => fault.help("begin the line without spaces, like the others of its kind"),
        right => fault.help(format!("begin the line with {}, like the others of its kind", spaces(right))),
    };
    let fault = match dash {
        Some(above) => fault.help(format!("or take the `- ` of line {} away, if no list begins there", above + 1)),
        None => fault,
    };
    match like {
        Some(like) => fault.second(like, "like this one"),
        None => fault,
    }
}

/// The line, this one, that begins the only item of a list in the column of a line below it: then that may be no list.
fn lone_dash(site: &Site<'_>, above: usize, line: usize, column: usize) -> Option<usize> {
    let dashed = |line: usize| {
        let head = site.lines.head(site.text, line)?;
        let dash = *head.dashes.first()?;
        (site.lines.column(site.text, dash) == column).then_some(())
    };
    dashed(above)?;
    let last = site.lines.run_end(site.text, line, column);
    (line..=last).all(|below| dashed(below).is_none()).then_some(above)
}

/// A mistake of which nothing more is known than its place.
fn nothing_fits(site: &Site<'_>) -> Fault {
    let start = site.token.min(site.at);
    let place = text_extent(site.text, site.at, Within::Block);
    spoilt_value(site, start, place, "this cannot be understood as YAML", "unclear from here on")
        .help("look at the quotes, the brackets and the indentation of this line and the one above it")
}
