//! From byte offsets to lines and columns as an editor counts them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{FileId, Place, Sources};
use crate::task::{self, Begun, Doing};

/// The stretch moved into the text and widened to whole characters.
pub(crate) fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Lines of more bytes than this are shown in part: a file of one huge line may have a problem at every step.
const LONG_LINE: usize = 10_000;
/// Bytes of a long line that are shown on either side of a place.
const EXCERPT: usize = 30;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A point in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// Counted from 1.
    pub(crate) line: usize,
    /// Characters from the beginning of the line, counted from 1; a byte-order mark is none.
    pub(crate) column: usize,
}

/// Looks places up, and finds the lines of each file once.
#[derive(Debug)]
pub(crate) struct Positions<'s> {
    sources: &'s Sources,
    starts: BTreeMap<FileId, Vec<u32>>,
    /// The last offset that was looked up, and its position: places come in order, so the next one is counted from there.
    last: Option<(FileId, usize, Position)>,
}

impl<'s> Positions<'s> {
    pub(crate) fn new(sources: &'s Sources) -> Self {
        Positions { sources, starts: BTreeMap::new(), last: None }
    }

    /// Says which file is spoken of, until what this gives is dropped.
    #[must_use = "the task ends when this is dropped"]
    pub(crate) fn telling(&self, place: Place) -> Begun {
        task::begin(Doing::Telling, self.path(place.file))
    }

    /// The bytes of a place, moved into the text and onto the beginnings of characters; `None` if it speaks of the whole file.
    pub(crate) fn bytes(&self, place: Place) -> Option<Range<usize>> {
        let text = self.text(place.file);
        if place.start == 0 && place.end == 0 {
            return None;
        }
        Some(whole_characters(text, place.range()))
    }

    /// The line (counted from 0) that an offset of a file lies on.
    pub(crate) fn line(&mut self, file: FileId, offset: usize) -> usize {
        self.starts(file).partition_point(|start| *start as usize <= offset).saturating_sub(1)
    }

    /// The bytes of a line (counted from 0), without a byte-order mark and its line break.
    pub(crate) fn line_bytes(&mut self, file: FileId, line: usize) -> Range<usize> {
        let text = self.text(file);
        let starts = self.starts(file);
        let at = |line: usize| starts.get(line).map_or(text.len(), |start| *start as usize);
        let (start, end) = (at(line), at(line + 1));
        let content = text[start..end].trim_end_matches(['\n', '\r']);
        let mark = if line == 0 && content.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        start + mark..start + content.len()
    }

    /// Where an offset lies.
    pub(crate) fn of(&mut self, file: FileId, offset: usize) -> Position {
        let line = self.line(file, offset);
        let bytes = self.line_bytes(file, line);
        let offset = offset.clamp(bytes.start, bytes.end);
        let (from, counted) = match self.last {
            Some((last_file, last, position)) if last_file == file && position.line == line + 1 && last <= offset => {
                (last, position.column)
            }
            _ => (bytes.start, 1),
        };
        let position = Position { line: line + 1, column: counted + self.text(file)[from..offset].chars().count() };
        self.last = Some((file, offset, position));
        position
    }

    /// Whether the line of a place is shown in part alone.
    pub(crate) fn on_long_line(&mut self, place: Place) -> bool {
        let line = self.line(place.file, place.start);
        self.line_bytes(place.file, line).len() > LONG_LINE
    }

    /// A stretch of a long line with a little of what stands around it.
    pub(crate) fn excerpt(&self, file: FileId, bytes: Range<usize>) -> String {
        let text = self.text(file);
        let end = bytes.end.min(bytes.start + EXCERPT);
        let around = whole_characters(text, bytes.start.saturating_sub(EXCERPT)..(end + EXCERPT).min(text.len()));
        format!("…{}…", text[around].replace(['\n', '\r'], " "))
    }

    pub(crate) fn text(&self, file: FileId) -> &'s str {
        &self.sources.get(file).text
    }

    pub(crate) fn path(&self, file: FileId) -> &'s str {
        &self.sources.get(file).path
    }

    fn starts(&mut self, file: FileId) -> &[u32] {
        let text = self.text(file);
        let breaks = text.match_indices('\n').filter_map(|(at, _)| u32::try_from(at + 1).ok());
        self.starts.entry(file).or_insert_with(|| std::iter::once(0).chain(breaks).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::SourceFile;
    use super::*;

    #[test]
    fn columns_are_those_of_an_editor() {
        let mut sources = Sources::default();
        let text = "\u{feff}caf\u{e9}: x\r\n\u{1f600}b\n".to_owned();
        let file = sources.add(SourceFile { path: "a.yml".into(), text });
        let mut positions = Positions::new(&sources);
        for (offset, line, column) in
            [(0, 1, 1), (3, 1, 1), (8, 1, 5), (10, 1, 7), (11, 1, 8), (12, 1, 8), (13, 2, 1), (17, 2, 2), (19, 3, 1)]
        {
            assert_eq!(positions.of(file, offset), Position { line, column }, "offset {offset}");
        }
        let place = |start, end| Place { file, start, end };
        assert_eq!(positions.bytes(place(0, 0)), None);
        assert_eq!(positions.bytes(place(15, 16)), Some(13..17));
        assert_eq!(positions.bytes(place(90, 99)), Some(19..19));
        assert_eq!(positions.bytes(place(9, 4)), Some(9..9));
    }
}
