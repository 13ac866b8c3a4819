//! What is said of what YAML allows although it is surely not meant.

use std::ops::Range;

use super::hints::{Within, begins_with_name, line_with, quote_advice, text_extent, within_reach};
use super::{Node, Value, words};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};

fn syntax(file: FileId, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::Syntax, Place { file, start: range.start, end: range.end }, message)
}

/// How many fields written twice in one item are taken for an item that lost its dash.
const LOST_DASH: usize = 3;

/// Keys that are written twice in one map; many of them in an item of a list are told as one mistake.
///
/// `doubles` are the first of `count` keys.
pub(super) fn duplicate_keys(
    file: FileId,
    doubles: &[(String, Range<usize>, Range<usize>)],
    count: usize,
    in_list: bool,
) -> Vec<Diagnostic> {
    let place = |range: &Range<usize>| Place { file, start: range.start, end: range.end };
    let told = |message: String, (_, range, first): &(String, Range<usize>, Range<usize>)| {
        Diagnostic::new(Code::DuplicateKey, place(range), message)
            .label("written again here")
            .second(place(first), "written here first")
    };
    match doubles {
        [first, ..] if in_list && count >= LOST_DASH => {
            let message = format!("`{}` and {} more fields are written twice", first.0, count - 1);
            vec![told(message, first).help("if a new item of the list begins here, write `- ` before its first field")]
        }
        _ => doubles
            .iter()
            .map(|double| told(format!("`{}` is written twice", double.0), double).help("keep one of the two"))
            .collect(),
    }
}

/// A key that is no text.
pub(super) fn bad_key(file: FileId, source: &str, node: &Node) -> Diagnostic {
    if node.value == Value::Null {
        let at = node.span.start;
        let colon = source[at..].find(':').filter(|skipped| source[at..at + skipped].trim().is_empty()).map_or(at, |by| at + by);
        let place = colon..colon + usize::from(source[colon..].starts_with(':'));
        return syntax(file, place, "a `:` stands here without a name before it")
            .label("the name of a field belongs before it")
            .help("write `name: value`, or put the text in quotes if the colon belongs to it");
    }
    let range = node.span.start..text_extent(source, node.span.start, Within::Block).end.min(node.span.end);
    syntax(file, range, "the name of a field has to be a text")
        .label("a list or a map stands where a name belongs")
        .help("write `name: value`; brackets that belong to a text need the text in quotes")
}

/// `&name text` that no `*name` asks for.
pub(super) fn lone_anchor(file: FileId, source: &str, anchor: Range<usize>, within: Within) -> Diagnostic {
    let text = text_extent(source, anchor.start, within);
    syntax(file, anchor, "a text that begins with `&` loses its first word")
        .label("`&` has a meaning of its own in YAML")
        .help(quote_advice(source, text))
}

/// `*name` that stands for nothing.
pub(super) fn unknown_alias(file: FileId, source: &str, range: Range<usize>, within: Within) -> Diagnostic {
    let text = text_extent(source, range.start, within);
    syntax(file, range, "a text cannot begin with `*`")
        .label("`*` has a meaning of its own in YAML")
        .help(quote_advice(source, text))
}

/// `&a [*a]`.
pub(super) fn alias_in_itself(file: FileId, source: &str, range: Range<usize>) -> Diagnostic {
    let name = source[range.clone()].to_owned();
    syntax(file, range, format!("`{name}` stands for something that it is itself a part of"))
        .label("this has no end")
        .help("write the value out here")
}

/// `!name text`.
pub(super) fn tag(file: FileId, source: &str, range: Range<usize>, within: Within) -> Diagnostic {
    let text = text_extent(source, range.start, within);
    let behind = source[range.end..text.end.max(range.end)].trim_start();
    if behind.starts_with(['"', '\'', '[', '{']) {
        let gap = text.end.max(range.end) - behind.len();
        return syntax(file, range.clone(), "a value begins with `!`, which has a meaning of its own in YAML")
            .label("no field needs it")
            .help(format!("delete it: `{}`", line_with(source, range.start..gap, "")));
    }
    syntax(file, range, "a text that begins with `!` loses its first word")
        .label("`!` has a meaning of its own in YAML")
        .help(quote_advice(source, text))
}

/// `[a: b]`.
pub(super) fn pair_in_list(file: FileId, source: &str, start: usize) -> Diagnostic {
    let text = text_extent(source, start, Within::List);
    syntax(file, text.clone(), "a text with `: ` in a list becomes a field with a value")
        .label("a `:` with a space behind it ends a name")
        .help(quote_advice(source, text))
}

/// `[at: +2m, in: crm]`: fields, several and nothing else, that stand in the brackets of a list; `open` is where these begin.
pub(super) fn fields_in_brackets(file: FileId, source: &str, open: usize) -> Option<Diagnostic> {
    let near = within_reach(&source[open..]);
    let close = open + words::closing_bracket(near, 0)?;
    let inner = source.get(open + 1..close)?;
    let mut depth = 0_usize;
    let items = inner.split(|c| {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    });
    let (fields, others): (Vec<&str>, Vec<&str>) = items.map(str::trim_start).partition(|item| begins_with_name(item));
    if fields.len() < 2 || !others.is_empty() || inner.contains('\n') {
        return None;
    }
    let mended = line_with(source, open..close + 1, &format!("{{{inner}}}"));
    let problem = syntax(file, open..close + 1, "fields stand in square brackets, which hold a list")
        .label("each of them has a name and a value")
        .help(format!("a group of fields stands in braces: `{mended}`"));
    Some(problem.help("where the field takes a list of such groups, braces stand inside the brackets: `[{…}]`"))
}

/// `claim {never: No call}`, which YAML reads as a field of the name `claim {never`; what is told, and the line mended.
pub(super) fn no_colon_before_bracket(source: &str, start: usize, name: usize) -> (&'static str, &'static str, String) {
    let whole = start..text_extent(source, start, Within::Block).end;
    let (name, value) = source[whole.clone()].split_at(name);
    let mended = line_with(source, whole, &format!("{name}: {}", value.trim_start()));
    let help = format!("write it behind the name: `{mended}`");
    ("this line has no `:` behind the name of a field", "a bracket follows on the name", help)
}

/// The same where YAML finds nothing wrong.
pub(super) fn no_colon(file: FileId, source: &str, start: usize, name: usize) -> Diagnostic {
    let (message, label, help) = no_colon_before_bracket(source, start, name);
    syntax(file, text_extent(source, start, Within::Block), message).label(label).help(help)
}

/// `---` or text behind `...`.
pub(super) fn second_document(file: FileId, source: &str, start: usize) -> Diagnostic {
    let place = text_extent(source, start, Within::Block);
    syntax(file, place, "a second document begins here, and a file holds one alone")
        .label("one document ends and another begins")
        .help("delete this line of `---` or `...`, or move what follows into a file of its own")
}

/// Lists and maps too deep in each other.
pub(super) fn too_deep() -> (String, &'static str, &'static str) {
    (
        format!("lists and maps lie in each other more than {} deep", super::tree::MAX_DEPTH),
        "too deep from here on",
        "an audit needs six levels at most: look for an opening bracket that is never closed",
    )
}

/// Too many values behind aliases.
pub(super) fn too_many_nodes() -> (String, &'static str, &'static str) {
    (
        "the file grows to more than 1,000,000 values once every `*` is written out".into(),
        "this `*` is one too many",
        "write the values out instead of repeating them by `&` and `*`",
    )
}

/// More values than are read.
pub(super) fn full(file: FileId, range: Range<usize>) -> Diagnostic {
    Diagnostic::new(
        Code::Limits,
        Place { file, start: range.start, end: range.end },
        "the file holds more than 1,000,000 values, or more than 10,000 with a name (`&name`), and none of it is read",
    )
    .label("this one is one too many")
    .help("a channel of 30,000 leads has as many: keep what is no fact of the audit in files of its own")
}

/// Too much text behind aliases.
pub(super) fn too_much_text() -> (String, &'static str, &'static str) {
    (
        "the texts that stand behind `*` have more than 16 MiB once each is written out".into(),
        "this `*` is one too many",
        "write the texts out instead of repeating them by `&` and `*`",
    )
}
