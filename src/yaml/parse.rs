//! The way from a text to its tree: parse, and where that fails, put a placeholder over the mistake and parse again.

use std::collections::BTreeSet;
use std::ops::Range;

use super::fault;
use super::lines::Lines;
use super::patch::{Patch, Patched};
use super::repair::{self, Repair};
use super::traps;
use super::tree::{self, Built};
use super::{Node, Value};
use crate::diagnostic::{Code, Diagnostic, FileId, Place};

/// How many mistakes of syntax are looked for in a file, at most.
const ROUNDS: usize = 20;
/// How many bytes are parsed for a file with mistakes, at most: keeps a large file from being read 20 times.
const WORK: usize = 24 << 20;
/// How many characters that no text has are blanked out to read the rest; a file with more is none.
const ODD: usize = 1_000;

/// What was read.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree; [`Value::Null`] for an empty text.
    pub root: Node,
    /// What was wrong, in the order in which it stands in the file.
    pub problems: Vec<Diagnostic>,
}

/// Reads a text as YAML.
///
/// Places count the bytes of `text`, a byte-order mark included.
pub fn parse(file: FileId, text: &str) -> Parsed {
    parse_most(file, text, tree::MAX_NODES)
}

/// The same for a file of at most so many values.
pub(super) fn parse_most(file: FileId, text: &str, most: usize) -> Parsed {
    let lines = Lines::new(text);
    let (mut patches, mut problems) = characters(file, text);
    if patches.len() > ODD {
        return Parsed { root: Node { span: 0..text.len(), value: Value::Broken }, problems };
    }
    let mut work = WORK;
    let mut rounds = 0;
    // Where a second document begins.
    let mut second = None;
    // What was tried last: the patches before it, the repairs still to try, and how far a failure still speaks of them.
    let mut attempt: Option<Attempt> = None;
    loop {
        work = work.saturating_sub(text.len());
        let patched = Patched::new(text, &patches);
        let failure = match tree::build(file, text, &patched, most) {
            Built::Done { root, second: Some(marker), .. } if second.is_none() => {
                // What follows is read as if it belonged to the first document: it mostly does.
                problems.push(traps::second_document(file, text, marker.start));
                let patch = Patch { range: root.span.end.min(marker.start)..marker.end, with: "\n".into() };
                rounds += 1;
                attempt = Some(Attempt { before: patches.clone(), repairs: Vec::new().into_iter(), reach: usize::MAX });
                patches.retain(|old| apart(&old.range, &patch.range));
                patches.push(patch);
                second = Some(marker.start);
                continue;
            }
            Built::Done { mut root, problems: found, .. } => {
                let told = |problem: &Diagnostic| {
                    problem.code == Code::DuplicateKey && second.is_some_and(|second| problem.place.start >= second)
                };
                let found = found.into_iter().filter(|problem| !told(problem));
                if rounds > 0 && root.value == Value::Null {
                    // Nothing sound was left: the file is not empty.
                    root = Node { span: 0..text.len(), value: Value::Broken };
                }
                problems.extend(found);
                problems.sort_by_key(|problem| problem.place);
                return Parsed { root, problems };
            }
            Built::Failed(failure) => failure,
            Built::Full(place) => {
                problems.push(traps::full(file, place));
                problems.sort_by_key(|problem| problem.place);
                return Parsed { root: Node { span: 0..text.len(), value: Value::Broken }, problems };
            }
        };
        let fault = fault::locate(text, &lines, &patched, &failure);
        let escalate = attempt.as_mut().filter(|attempt| fault.start < attempt.reach);
        if let Some(attempt) = escalate {
            // The repair was too small: the same mistake shows again.
            patches.clone_from(&attempt.before);
        } else {
            problems.push(fault.diagnostic(file, text));
            rounds += 1;
            attempt = Some(Attempt {
                before: patches.clone(),
                repairs: repair::candidates(text, &lines, &fault).into_iter(),
                reach: 0,
            });
        }
        let next = attempt.as_mut().and_then(|attempt| {
            let repair = attempt.repairs.next()?;
            attempt.reach = repair.reach;
            Some(repair)
        });
        match next {
            Some(repair) if rounds < ROUNDS && work > text.len() => {
                patches.retain(|old| repair.patches.iter().all(|new| apart(&old.range, &new.range)));
                patches.extend(repair.patches);
            }
            _ => {
                problems.sort_by_key(|problem| problem.place);
                return Parsed { root: Node { span: 0..text.len(), value: Value::Broken }, problems };
            }
        }
    }
}

/// A mistake that is being repaired.
struct Attempt {
    /// The patches that stood before.
    before: Vec<Patch>,
    /// Repairs still to try, each larger than the one before.
    repairs: std::vec::IntoIter<Repair>,
    /// A failure that begins before this offset still speaks of the same mistake.
    reach: usize,
}

/// Whether two stretches have no byte in common.
fn apart(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.end <= b.start || b.end <= a.start
}

/// Skips a byte-order mark, and reports and blanks characters that a text file does not have.
fn characters(file: FileId, text: &str) -> (Vec<Patch>, Vec<Diagnostic>) {
    let mut patches = Vec::new();
    let mut problems = Vec::new();
    let mut told = BTreeSet::new();
    for (start, c) in text.char_indices() {
        let range = start..start + c.len_utf8();
        match c {
            '\u{feff}' if start == 0 => patches.push(Patch { range, with: String::new() }),
            '\t' | '\n' | '\r' | '\u{85}' => {}
            c if c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                patches.push(Patch { range: range.clone(), with: " ".into() });
                if patches.len() > ODD {
                    break;
                }
                // One diagnostic for each kind of character: a file that is not text at all would have thousands.
                if told.insert(c) {
                    let place = Place { file, start: range.start, end: range.end };
                    problems.push(
                        Diagnostic::new(Code::Syntax, place, format!("{} stands here, which no text has", character_name(c)))
                            .label("delete this character")
                            .help("delete it, or save the file again as plain text in UTF-8"),
                    );
                }
            }
            _ => {}
        }
    }
    (patches, problems)
}

/// What to call a character that cannot be seen.
fn character_name(c: char) -> String {
    match c {
        '\0' => "a NUL character".into(),
        '\u{1b}' => "an escape character".into(),
        '\u{feff}' => "a byte-order mark in the middle of the file".into(),
        c => format!("an invisible character (U+{:04X})", u32::from(c)),
    }
}
