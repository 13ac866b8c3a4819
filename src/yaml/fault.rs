//! Where a mistake really stands: the parser often stops some way behind it.

use std::ops::Range;

use granit_parser::{ErrorKind, ScalarStyle, Scanner, StrInput, TokenType};

use super::hints::Within;
use super::lines::Lines;
use super::patch::Patched;
use super::tree::{self, Failure};
use super::words;
use crate::diagnostic::{Code, Diagnostic, FileId, Place, whole_characters};

/// A mistake of syntax.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where the value or the line begins that the mistake spoils.
    pub(super) start: usize,
    /// How far the parser came.
    pub(super) end: usize,
    /// What is to be read in its place.
    pub(super) damage: Damage,
    /// What is told of it.
    pub(super) told: Told,
}

/// What a mistake spoils, and so what can be read in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Damage {
    /// A value: its key is sound.
    Value,
    /// The line at `start` begins in the wrong column; this would be the right one.
    Column(usize),
    /// A name without its colon; what follows the name.
    Colon(Range<usize>),
    /// Lines are indented with tabs.
    Tabs,
    /// This can be left out without missing anything.
    Stray(Range<usize>),
}

/// What is told of a mistake.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    /// The bytes to underline.
    pub(super) place: Range<usize>,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) second: Option<(Range<usize>, String)>,
    pub(super) help: Vec<String>,
    /// Whether it is a limit and not a mistake of syntax.
    pub(super) limit: bool,
}

impl Fault {
    /// What to tell the auditor.
    pub(super) fn diagnostic(&self, file: FileId, text: &str) -> Diagnostic {
        let Told { place, message, label, second, help, limit } = self.told.clone();
        let at = |range: Range<usize>| {
            let range = whole_characters(text, range);
            Place { file, start: range.start, end: range.end }
        };
        let second = second.map(|(range, label)| (at(range), label));
        let code = if limit { Code::Limits } else { Code::Syntax };
        // what ends in backquotes is the auditor's own line, mended
        let ready = help.iter().any(|help| help.ends_with('`') && help.contains(": `"));
        Diagnostic { label, second, help, ready, ..Diagnostic::new(code, at(place), message) }
    }
}

/// What was read before the parser stopped, in offsets of the file.
#[derive(Debug, Default)]
pub(super) struct Trail {
    /// The last token.
    pub(super) last: Option<Token>,
    /// The brackets that are open.
    pub(super) open: Vec<(usize, char)>,
}

/// A token that the parser has read.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: TokenKind,
}

/// What kind of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A text without quotes.
    Plain,
    /// A text in quotes.
    Quoted,
    /// A closing bracket.
    Close,
    /// Anything else.
    Other,
}

/// Everything known about where the parser stopped.
pub(super) struct Site<'t> {
    pub(super) text: &'t str,
    pub(super) lines: &'t Lines,
    pub(super) kind: &'t ErrorKind,
    /// Where the parser stopped.
    pub(super) at: usize,
    /// Where the token begins that it could not read.
    pub(super) token: usize,
    pub(super) trail: Trail,
}

impl Site<'_> {
    /// What the mistake stands in.
    pub(super) fn within(&self) -> Within {
        match self.trail.open.last() {
            None => Within::Block,
            Some((_, '[')) => Within::List,
            Some(_) => Within::Map,
        }
    }
}

/// Finds the mistake behind a failure.
pub(super) fn locate(text: &str, lines: &Lines, patched: &Patched, failure: &Failure) -> Fault {
    let at = patched.start(failure.offset);
    let at = whole_characters(text, at..at).start;
    let mut trail = trail(text, patched, failure);
    if let (Some(flow), []) = (failure.flow, trail.open.as_slice()) {
        trail.open.extend(text[flow..].chars().next().map(|bracket| (flow, bracket)));
    }
    let behind = trail.last.as_ref().map_or(0, |token| token.range.end);
    let token = next_content(text, behind).min(at);
    // A bracket that may still turn out to begin a key is kept back by the parser, and all that follows with it.
    if let (Some(bracket @ ('[' | '{')), []) = (text[token..].chars().next(), trail.open.as_slice())
        && token < at
        && words::closing_bracket(text, token).is_none_or(|closing| closing >= at)
    {
        trail.open.push((token, bracket));
    }
    let site = Site { text, lines, kind: &failure.kind, at, token, trail };
    let mut fault = words::fault(&site);
    let outermost = site.trail.open.first().map(|(offset, _)| *offset);
    if fault.damage == Damage::Value {
        fault.start = fault.start.min(outermost.unwrap_or(fault.start));
    }
    fault.end = fault.end.max(fault.start);
    fault
}

/// Reads the tokens before a failure once more.
fn trail(text: &str, patched: &Patched, failure: &Failure) -> Trail {
    let mut trail = Trail::default();
    for token in Scanner::with_options(StrInput::new(&patched.text), tree::options()) {
        let Ok((span, token)) = token.map(granit_parser::Token::into_parts) else { break };
        let range = span.byte_range().unwrap_or(0..0);
        if range.start >= failure.offset && range.end > failure.offset {
            break;
        }
        let kind = match token {
            // `[a: 1]` holds a map that no brackets stand around
            _ if range.is_empty() => continue,
            TokenType::Scalar(ScalarStyle::Plain, _) => TokenKind::Plain,
            TokenType::Scalar(ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted, _) => TokenKind::Quoted,
            TokenType::FlowSequenceStart | TokenType::FlowMappingStart => {
                let bracket = if matches!(token, TokenType::FlowSequenceStart) { '[' } else { '{' };
                trail.open.push((patched.start(range.start), bracket));
                TokenKind::Other
            }
            TokenType::FlowSequenceEnd | TokenType::FlowMappingEnd => {
                trail.open.pop();
                TokenKind::Close
            }
            _ => TokenKind::Other,
        };
        trail.last = Some(Token { range: whole_characters(text, patched.original(range)), kind });
    }
    trail
}

/// The first byte from `offset` on that is neither blank nor comment.
fn next_content(text: &str, offset: usize) -> usize {
    let mut at = offset;
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        if !text[at..].starts_with('#') {
            return at;
        }
        at += text[at..].find('\n').unwrap_or(text.len() - at);
    }
}
