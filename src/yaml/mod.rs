//! YAML as a tree that knows where everything stands.
//!
//! Every scalar stays the text that was written (`007` is `007`); what it means is decided by the field that it is read for.
//! [`parse`] never gives up: a mistake becomes a diagnostic and a [`Value::Broken`], and what is sound around it is still read.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "offsets are those of the parser, moved onto characters, or those at which something was found in the same text"
)]

mod fault;
mod hints;
mod lines;
mod parse;
mod patch;
mod repair;
#[cfg(test)]
mod tests;
mod traps;
mod tree;
mod words;

use std::ops::Range;

pub use hints::{UNKNOWN, in_typographic_quotes, split_text_hint};
pub use parse::{Parsed, parse};

/// A value with its place in the file (byte offsets of the file, a byte-order mark counted).
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The bytes that it takes; those of the alias where the value came through one.
    pub span: Range<usize>,
    /// What stands there.
    pub value: Value,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `~` or a bare `null`.
    Null,
    /// A text, not yet understood.
    Scalar(Scalar),
    /// `[a, b]` or lines with `- `.
    List(Vec<Node>),
    /// `{a: b}` or lines with `a: b`; keys in the order written, duplicates already reported and dropped.
    Map(Vec<Entry>),
    /// Something with a mistake in it that has been reported: nothing more is to be said of it, nor of the name of its field,
    /// which may be the first word of a line without a colon.
    Broken,
}

/// A scalar as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar {
    /// Its text, quotes and escapes resolved.
    pub text: String,
    /// Whether it was written without quotes and not as a block.
    pub plain: bool,
    /// The comment that begins on its line right behind it, `#` included.
    pub comment: Option<Box<Range<usize>>>,
}

/// One `key: value` of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The bytes of the key.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}
