//! What is wrong in an auditor's files: where, what, and how to mend it.
//!
//! A diagnostic is a value; `human` and `json` show it. Its code is documented in `code`, in the words that `explain` and the
//! site's rule pages print.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "offsets are moved onto characters before anything is cut there; files are known by numbers that only Sources gives"
)]

mod code;
pub mod human;
pub mod json;
mod position;
mod shown;
mod source;
mod todo;

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;

pub use code::{Code, Severity};
pub(crate) use human::Counts;
pub(crate) use position::{Position, Positions, whole_characters};
pub use shown::Shown;
pub use source::{FileId, SourceFile, Sources};

/// A stretch of bytes in one of the files that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which file.
    pub file: FileId,
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

/// Facts are hashed for what they say, which is the same wherever they stand.
impl Hash for Place {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Place {
    /// The bytes as a range.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// How many problems of one kind are told of a file: nobody reads more.
pub(crate) const MOST_TOLD: usize = 500;

/// Puts diagnostics in the order in which they are shown: by path, place and code; the same one twice is kept once, and of very many of
/// one kind in a file the first.
pub fn sort(diagnostics: &mut Vec<Diagnostic>, sources: &Sources) {
    let key = |diagnostic: &Diagnostic| (diagnostic.place.start, diagnostic.place.end, diagnostic.code);
    diagnostics.sort_by(|a, b| {
        let path = |diagnostic: &Diagnostic| sources.get(diagnostic.place.file).path.as_str();
        path(a)
            .cmp(path(b))
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| (&a.message, &a.label).cmp(&(&b.message, &b.label)))
            .then_with(|| (&a.second, &a.help).cmp(&(&b.second, &b.help)))
    });
    diagnostics.dedup();
    let mut told: BTreeMap<(FileId, Code), usize> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        *told.entry((diagnostic.place.file, diagnostic.code)).or_default() += 1;
    }
    if told.values().all(|count| *count <= MOST_TOLD) {
        return;
    }
    let mut kept: BTreeMap<(FileId, Code), usize> = BTreeMap::new();
    diagnostics.retain_mut(|diagnostic| {
        let key = (diagnostic.place.file, diagnostic.code);
        let kept = kept.entry(key).or_default();
        *kept += 1;
        if *kept == MOST_TOLD && told[&key] > MOST_TOLD {
            let more = format!("the file has more of this kind than the {MOST_TOLD} that are told: mend these first");
            diagnostic.help.push(more);
        }
        *kept <= MOST_TOLD
    });
}

/// One thing that is wrong in the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its stable code.
    pub code: Code,
    /// Whether it stops the build: as its code says, or less where the edition does not mind.
    pub severity: Severity,
    /// What is wrong, in the auditor's words; one sentence, lower case, no full stop.
    pub message: String,
    /// Where. A place of no length at offset 0 speaks of the file or folder as a whole.
    pub place: Place,
    /// A few words at the underlined value; empty for none.
    pub label: String,
    /// Another place that the first disagrees with, and what stands there.
    pub second: Option<(Place, String)>,
    /// How to mend it, one sentence each.
    pub help: Vec<String>,
    /// Whether what mends it stands in the label or the help, ready to be copied.
    pub ready: bool,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity(),
            message: message.into(),
            place,
            label: String::new(),
            second: None,
            help: Vec::new(),
            ready: false,
        }
    }

    /// The same with a few words at the underlined value.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with the word that was most likely meant.
    #[must_use]
    pub fn meant(self, word: impl std::fmt::Display) -> Self {
        Diagnostic { ready: true, ..self.label(format!("did you mean `{word}`?")) }
    }

    /// The same with a second place.
    #[must_use]
    pub fn second(mut self, place: Place, label: impl Into<String>) -> Self {
        self.second = Some((place, label.into()));
        self
    }

    /// The same with one more way to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// The same with one more way to mend it, of which the value in backquotes can be copied as it is.
    #[must_use]
    pub fn mend(self, help: impl Into<String>) -> Self {
        Diagnostic { ready: true, ..self.help(help) }
    }
}
