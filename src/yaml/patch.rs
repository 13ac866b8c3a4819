//! A text with stretches replaced, and the way back to the offsets of the file.

use std::ops::Range;

/// What stands where a mistake was.
pub(super) const PLACEHOLDER: &str = "~";

/// One stretch of the file, and what is read in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    /// The bytes of the file that are replaced.
    pub(super) range: Range<usize>,
    /// What is read instead; where it ends with [`PLACEHOLDER`], a [`Broken`](super::Value::Broken) stands in the tree.
    pub(super) with: String,
}

impl Patch {
    /// A stretch that becomes a broken value.
    pub(super) fn broken(source: &str, range: Range<usize>) -> Self {
        let touches = source[..range.start].ends_with([':', '-']);
        Patch { with: format!("{}{PLACEHOLDER}", if touches { " " } else { "" }), range }
    }
}

/// The text that the parser sees.
#[derive(Debug)]
pub(super) struct Patched {
    /// The text with every patch applied.
    pub(super) text: String,
    /// Each patch as (where in the patched text, where in the file).
    pieces: Vec<(Range<usize>, Range<usize>)>,
    /// Where placeholders stand in the patched text, ascending.
    broken: Vec<usize>,
}

impl Patched {
    /// Applies patches; one that overlaps an earlier one of the list is left out.
    pub(super) fn new(source: &str, patches: &[Patch]) -> Self {
        let mut sorted: Vec<&Patch> = patches.iter().collect();
        sorted.sort_by_key(|patch| patch.range.start);
        let mut patched =
            Patched { text: String::with_capacity(source.len()), pieces: Vec::with_capacity(sorted.len()), broken: Vec::new() };
        let mut done = 0;
        for patch in sorted {
            if patch.range.start < done {
                continue;
            }
            patched.text.push_str(&source[done..patch.range.start]);
            let start = patched.text.len();
            patched.text.push_str(&patch.with);
            let end = patched.text.len();
            if patch.with.ends_with(PLACEHOLDER) {
                patched.broken.push(end - PLACEHOLDER.len());
            }
            patched.pieces.push((start..end, patch.range.clone()));
            done = patch.range.end;
        }
        patched.text.push_str(&source[done..]);
        patched
    }

    /// The place in the file of a stretch of the patched text.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = self.start(range.start);
        let end = if range.is_empty() { start } else { self.end(range.end) };
        start..end.max(start)
    }

    /// Whether a placeholder stands there.
    pub(super) fn is_broken(&self, offset: usize) -> bool {
        self.broken.binary_search(&offset).is_ok()
    }

    /// Where in the file something begins that begins here; inside a replacement, where the replaced stretch begins.
    pub(super) fn start(&self, offset: usize) -> usize {
        match self.pieces.partition_point(|(new, _)| new.start <= offset).checked_sub(1).map(|i| &self.pieces[i]) {
            Some((new, old)) if offset < new.end => old.start,
            Some((new, old)) => offset - new.end + old.end,
            None => offset,
        }
    }

    /// Where in the file something ends that ends here.
    fn end(&self, offset: usize) -> usize {
        match self.pieces.partition_point(|(new, _)| new.start < offset).checked_sub(1).map(|i| &self.pieces[i]) {
            Some((new, old)) if offset < new.end => old.end,
            Some((new, old)) => offset - new.end + old.end,
            None => offset,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_find_their_way_back() {
        let source = "a: {x\nb: 1\nc d\n";
        let patched = Patched::new(source, &[Patch { range: 12..14, with: ": ~".into() }, Patch::broken(source, 3..5)]);
        assert_eq!(patched.text, "a: ~\nb: 1\nc: ~\n");
        assert_eq!(patched.original(3..4), 3..5);
        assert_eq!(patched.original(5..6), 6..7);
        assert_eq!(patched.original(10..11), 11..12);
        assert_eq!(patched.original(13..14), 12..14);
        assert!(patched.is_broken(3) && patched.is_broken(13) && !patched.is_broken(5));
    }

    #[test]
    fn a_deletion_moves_what_follows() {
        let patched = Patched::new("\u{feff}a: b", &[Patch { range: 0..3, with: String::new() }]);
        assert_eq!(patched.text, "a: b");
        assert_eq!(patched.original(0..1), 3..4);
        assert_eq!(patched.original(0..0), 3..3);
    }
}
