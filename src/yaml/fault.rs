//! Where a mistake really stands: the parser often stops some way behind it.

use std::ops::Range;

use super::lines::Lines;
use super::patch::Patched;
use super::tree::Failure;
use crate::diagnostic::{Code, Diagnostic, FileId, Place};

/// A mistake of syntax.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where what is wrong begins.
    pub(super) start: usize,
    /// How far the parser came with it.
    pub(super) end: usize,
    /// The bytes to underline.
    pub(super) place: Range<usize>,
    pub(super) message: String,
}

impl Fault {
    /// What to tell the auditor.
    pub(super) fn diagnostic(&self, file: FileId) -> Diagnostic {
        Diagnostic::new(Code::Syntax, Place { file, start: self.place.start, end: self.place.end }, self.message.clone())
    }
}

/// Finds the mistake behind a failure.
pub(super) fn locate(text: &str, _lines: &Lines, patched: &Patched, failure: &Failure) -> Fault {
    let at = patched.start(failure.offset).min(text.len());
    Fault { start: at, end: at, place: at..at, message: failure.kind.to_string() }
}
