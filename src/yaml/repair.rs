//! What is read in place of a mistake, so that the rest of the file can be checked.
//!
//! The smallest repair comes first: the value alone, so that its field is not called missing; then the item or field around it,
//! and so on outwards.

use std::ops::Range;

use super::fault::{Damage, Fault};
use super::lines::{Head, Lines};
use super::patch::{PLACEHOLDER, Patch};

/// How many levels around a mistake are tried, from the inside, before the outermost.
const LEVELS: usize = 6;

/// How many lines are moved to another column, at most.
const MOVED: usize = 50_000;

/// One way to go on reading.
#[derive(Debug)]
pub(super) struct Repair {
    /// What is replaced.
    pub(super) patches: Vec<Patch>,
    /// A mistake found before this offset is the same one again.
    pub(super) reach: usize,
}

/// The repairs to try, the smallest first.
pub(super) fn candidates(text: &str, lines: &Lines, fault: &Fault) -> Vec<Repair> {
    let line = lines.of(fault.start);
    let mut repairs = Vec::new();
    match &fault.damage {
        Damage::Value => {}
        Damage::Column(right) => repairs.push(shift(text, lines, line, *right)),
        Damage::Colon(rest) => {
            let end = lines.range(lines.of(rest.start)).end;
            let patch = Patch { range: rest.clone(), with: format!(": {PLACEHOLDER}") };
            repairs.push(Repair { patches: vec![patch], reach: end });
            repairs.push(dropped(text, lines, line));
        }
        Damage::Tabs => {
            repairs.extend([2, 4, 8].map(|width| untabbed(text, lines, line, width)));
            repairs.extend(beside(text, lines, line));
        }
        Damage::Stray(range) => {
            let range = range.start..range.start + text[range.clone()].trim_end().len();
            let with = " ".repeat(range.len());
            repairs.push(Repair { reach: range.end, patches: vec![Patch { range, with }] });
        }
    }
    let around = around(text, lines, fault, line);
    if around.is_empty() && fault.damage == Damage::Value {
        repairs.push(dropped(text, lines, line));
    }
    repairs.extend(around.into_iter().map(|range| {
        let reach = range.end.max(fault.end);
        Repair { patches: vec![Patch::broken(text, range)], reach }
    }));
    repairs
}

/// Leaves out a line and what is indented below it.
fn dropped(text: &str, lines: &Lines, line: usize) -> Repair {
    let start = lines.head(text, line).map_or(lines.range(line).start, |head| head.text);
    let end = trimmed_end(text, lines, lines.block_end(text, line, lines.column(text, start))).max(start);
    Repair { patches: vec![Patch { range: start..end, with: String::new() }], reach: end }
}

/// Puts a line with tabs beside the nearest one above it.
fn beside(text: &str, lines: &Lines, line: usize) -> Option<Repair> {
    let head = lines.head(text, line)?;
    let range = lines.range(line).start..head.text;
    let width = text[range.clone()].chars().map(|c| if c == '\t' { 2 } else { 1 }).sum();
    let (right, _) = lines.right_column(text, line, &head, width)?;
    Some(Repair { patches: vec![Patch { range, with: " ".repeat(right) }], reach: head.end })
}

/// The values that lie around a mistake, from the inside outwards.
fn around(text: &str, lines: &Lines, fault: &Fault, line: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // What lies around has to open left of these columns; the field of a list may stand right above its dashes.
    let (mut item_limit, mut key_limit) = (usize::MAX, usize::MAX);
    for above in (0..=line).rev() {
        let Some(head) = lines.head(text, above) else { continue };
        for Open { column, value, item } in opens(text, lines, &head).into_iter().rev() {
            let holds = match (item, above == line) {
                (true, _) => column < item_limit,
                (false, true) => value <= fault.start,
                // A field with its value on its own line holds nothing below.
                (false, false) => column < key_limit && value >= head.end,
            };
            if holds {
                let last = if above == line && !item && fault.damage == Damage::Value {
                    value_end(text, lines, line, column, &head)
                } else {
                    lines.block_end(text, above, column)
                };
                let end = trimmed_end(text, lines, last);
                found.push(value..end.max(value));
                (item_limit, key_limit) = (column, column + usize::from(item));
            }
        }
        if above == line {
            let column = lines.column(text, head.text);
            item_limit = item_limit.min(column);
            key_limit = key_limit.min(column + usize::from(!head.dashes.is_empty()));
        }
        if key_limit == 0 {
            break;
        }
    }
    if found.len() > LEVELS {
        let outermost = found.len() - 1;
        found.drain(LEVELS - 1..outermost);
    }
    found
}

/// The last line of a value that begins on the line of its key.
///
/// Fields that follow too far to the right are no part of it, unless a bracket or a block of text is open.
fn value_end(text: &str, lines: &Lines, line: usize, column: usize, head: &Head) -> usize {
    let value = &text[head.value..head.end];
    let opened = value.matches(['[', '{']).count() > value.matches([']', '}']).count();
    let last = lines.block_end(text, line, column);
    if opened || value.is_empty() || value.starts_with(['|', '>']) {
        return last;
    }
    let more = (line + 1..=last)
        .take_while(|line| lines.head(text, *line).is_none_or(|head| head.key.is_none() && head.dashes.is_empty()));
    more.last().unwrap_or(line)
}

/// A dash or a key that opens something.
struct Open {
    column: usize,
    /// Where its value begins.
    value: usize,
    /// Whether it is a dash.
    item: bool,
}

/// What opens on a line, from the left.
fn opens(text: &str, lines: &Lines, head: &Head) -> Vec<Open> {
    let values = head.dashes.iter().skip(1).copied().chain([head.content]);
    let dashes =
        head.dashes.iter().zip(values).map(|(dash, value)| Open { column: lines.column(text, *dash), value, item: true });
    let key = head.key.as_ref().map(|_| Open { column: lines.column(text, head.content), value: head.value, item: false });
    dashes.chain(key).collect()
}

/// Where the text of a line ends.
fn trimmed_end(text: &str, lines: &Lines, line: usize) -> usize {
    let range = lines.range(line);
    range.start + text[range].trim_end().len()
}

/// Moves a line, and those that stand like it below, to another column.
fn shift(text: &str, lines: &Lines, line: usize, right: usize) -> Repair {
    let column_of = |line| lines.head(text, line).map(|head| (lines.column(text, head.text), head));
    let wrong = column_of(line).map_or(right, |(column, _)| column);
    let mut patches = Vec::new();
    let mut reach = lines.range(line).end;
    for next in (line..lines.count()).take(MOVED) {
        let Some((column, head)) = column_of(next) else { continue };
        if column < wrong || column == right && next > line {
            break;
        }
        if column > wrong && right > wrong {
            continue;
        }
        let range = head.text - column..head.text;
        patches.push(Patch { range, with: " ".repeat((column + right).saturating_sub(wrong)) });
        if next == line {
            reach = head.end;
        }
    }
    Repair { patches, reach }
}

/// Replaces every tab of the file's indentation from a line on.
fn untabbed(text: &str, lines: &Lines, line: usize, width: usize) -> Repair {
    let mut patches = Vec::new();
    let mut reach = 0;
    for next in (line..lines.count()).take(MOVED) {
        let Some(head) = lines.head(text, next) else { continue };
        let range = lines.range(next).start..head.text;
        if text[range.clone()].contains('\t') {
            reach = head.end;
            patches.push(Patch { with: text[range.clone()].replace('\t', &" ".repeat(width)), range });
        }
    }
    Repair { patches, reach }
}
