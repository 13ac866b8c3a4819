//! The lines of a text and what opens on them: `- `, `key:`.

use std::ops::Range;

/// How many `- ` are looked at on one line: more lie deeper than is read.
const MAX_DASHES: usize = 64;

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Lines {
    /// Where each line begins; a file of empty lines has millions.
    starts: Vec<u32>,
    length: usize,
}

/// What opens on a line: `  - - key: value`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Where the text of the line begins, behind its indentation.
    pub(super) text: usize,
    /// Where each leading `-` stands.
    pub(super) dashes: Vec<usize>,
    /// Where the text behind the dashes begins.
    pub(super) content: usize,
    /// The bytes of the key, its quotes included.
    pub(super) key: Option<Range<usize>>,
    /// Where the value begins on this line: behind the key and its colon, or behind the dashes.
    pub(super) value: usize,
    /// Where the line ends, without its line break and the blanks before it.
    pub(super) end: usize,
}

impl Lines {
    /// Finds the lines of a text.
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let breaks =
            (0..bytes.len()).filter(|at| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = [0].into_iter().chain(breaks.filter_map(|at| u32::try_from(at + 1).ok())).collect();
        Lines { starts, length: text.len() }
    }

    /// The line that an offset lies on.
    pub(super) fn of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line, its line break included.
    pub(super) fn range(&self, line: usize) -> Range<usize> {
        let start = |line: usize| self.starts.get(line).map_or(self.length, |start| *start as usize);
        start(line)..start(line + 1)
    }

    /// The column of an offset: bytes from the beginning of its line, a byte-order mark not counted.
    pub(super) fn column(&self, text: &str, offset: usize) -> usize {
        offset.saturating_sub(self.begin(text, self.of(offset)))
    }

    /// Where a line begins, behind a byte-order mark.
    fn begin(&self, text: &str, line: usize) -> usize {
        let start = self.range(line).start;
        start + if line == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// What opens on a line; `None` if it is empty or a comment.
    pub(super) fn head(&self, text: &str, line: usize) -> Option<Head> {
        let start = self.begin(text, line);
        let whole = &text[start..self.range(line).end.max(start)];
        let end = start + whole.trim_end().len();
        let indent = whole.len() - whole.trim_start_matches([' ', '\t']).len();
        let first = start + indent;
        if first >= end || text[first..].starts_with('#') {
            return None;
        }
        let mut head = Head { text: first, content: first, value: first, end, ..Head::default() };
        while head.dashes.len() < MAX_DASHES {
            let rest = &text[head.content..end];
            let Some(behind) = rest.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])) else {
                break;
            };
            head.dashes.push(head.content);
            head.content += 1 + behind.len() - behind.trim_start_matches([' ', '\t']).len();
        }
        head.value = head.content;
        if let Some(colon) = key_end(&text[head.content..end]) {
            let colon = head.content + colon;
            head.key = Some(head.content..head.content + text[head.content..colon].trim_end().len());
            let rest = &text[colon + 1..end];
            head.value = colon + 1 + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        }
        if text[head.value..end].starts_with('#') {
            // Nothing stands behind the key or the dashes but a comment.
            let before = text[..head.value].trim_end().len();
            (head.value, head.end) = (before, before);
            head.content = head.content.min(before);
        }
        Some(head)
    }

    /// The last line of what is opened by `line` at a column: every following line that is indented more, or empty.
    ///
    /// A line that begins with a closing bracket belongs to it as well.
    pub(super) fn block_end(&self, text: &str, line: usize, column: usize) -> usize {
        let mut last = line;
        for next in line + 1..self.count() {
            let Some(head) = self.head_start(text, next) else { continue };
            let closes = text[head..].starts_with(['}', ']']);
            if self.column(text, head) <= column && !closes {
                break;
            }
            last = next;
        }
        last
    }

    /// The last line of the fields or items that follow each other from `line` on in a column or right of it.
    pub(super) fn run_end(&self, text: &str, line: usize, column: usize) -> usize {
        let left = |next: &usize| self.head_start(text, *next).is_some_and(|start| self.column(text, start) < column);
        (line + 1..self.count()).find(left).map_or(self.count(), |next| next) - 1
    }

    /// The column nearest to `own` in which a line could begin, and what stands there above it.
    pub(super) fn right_column(&self, text: &str, line: usize, head: &Head, own: usize) -> Option<(usize, Option<Range<usize>>)> {
        let is_item = !head.dashes.is_empty();
        let mut options = Vec::new();
        let mut limit = usize::MAX;
        for above in (0..line).rev() {
            let Some(there) = self.head(text, above) else { continue };
            let (text_column, content) = (self.column(text, there.text), self.column(text, there.content));
            if limit == usize::MAX && there.value >= there.end && there.key.is_some() {
                options.push((content + 2, None));
            }
            if text_column < limit {
                if there.key.is_some() && !is_item && content < limit {
                    options.push((content, there.key.clone()));
                }
                if let Some(dash) = there.dashes.first().filter(|_| is_item) {
                    options.push((text_column, Some(*dash..*dash + 1)));
                }
                limit = text_column;
            }
            if limit == 0 {
                break;
            }
        }
        if options.is_empty() && own > 0 && !is_item {
            options.push((0, None));
        }
        options.into_iter().filter(|(column, _)| *column != own).min_by_key(|(column, _)| column.abs_diff(own))
    }

    /// Where the text of a line begins; `None` if it is empty or a comment.
    fn head_start(&self, text: &str, line: usize) -> Option<usize> {
        let start = self.begin(text, line);
        let whole = &text[start..self.range(line).end.max(start)];
        let indent = whole.len() - whole.trim_start_matches([' ', '\t']).len();
        let rest = whole[indent..].trim_end();
        (!rest.is_empty() && !rest.starts_with('#')).then_some(start + indent)
    }
}

/// Where the colon stands that ends the key of a line's text.
fn key_end(rest: &str) -> Option<usize> {
    let from = match rest.chars().next()? {
        quote @ ('"' | '\'') => 1 + rest[1..].find(quote)? + 1,
        '{' | '[' | '#' | '|' | '>' => return None,
        _ => 0,
    };
    let at = from + rest[from..].find(": ").or_else(|| rest[from..].strip_suffix(':').map(str::len))?;
    let blank_between = from > 0 && !rest[from..at].trim().is_empty();
    (!blank_between && !rest[..at].contains(" #")).then_some(at)
}
