//! What reading a file needs: its text, and where problems go.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::DateTime;

use super::{Calendar, Need, RecordSpec, Shape, quoted};
use crate::diagnostic::{self, Code, Diagnostic, FileId, Place};
use crate::suggest::listed;
use crate::words::Words;
use crate::yaml::{self, Node, Value};

/// No text of more bytes is read: each stands on several pages.
const LONGEST_TEXT: usize = 100_000;

/// From so many errors of a file on, no more of its lists is read.
const MANY_ERRORS: usize = 1_000;

/// Reads the values of one file and keeps what is wrong with them.
pub(in crate::audit) struct Reader<'a> {
    file: FileId,
    source: &'a str,
    problems: Vec<Diagnostic>,
    /// How many there were of each code.
    told: BTreeMap<Code, usize>,
    /// How many of them are errors in any edition.
    errors: usize,
    /// The bytes of the whole record of the file.
    top: Range<usize>,
    /// Whether the file has mistakes of syntax, so that a field at its top may have been lost.
    torn: bool,
    /// The item of a list that is being read.
    pub(super) item: Option<Range<usize>>,
    /// When the lead that is being read arrived, as far as that can be understood.
    pub(super) arrived: Option<DateTime>,
    /// What a lead has, of whose steps one is being read.
    pub(super) steps: Option<&'static RecordSpec>,
    /// What is known of the audit, for proposals and examples.
    pub(in crate::audit) known: Known,
}

/// What is known of an audit: what proposals and examples are made of.
#[derive(Clone, Debug, Default)]
pub(in crate::audit) struct Known {
    /// Its first system.
    pub(in crate::audit) system: Option<String>,
    /// The first of its people.
    pub(in crate::audit) person: Option<String>,
    /// What it says of its time.
    pub(in crate::audit) calendar: Calendar,
}

impl<'a> Reader<'a> {
    /// A reader of the file with this text.
    ///
    /// `torn` says that it has mistakes of syntax: then nothing is said of fields missing at its top.
    pub(in crate::audit) fn new(file: FileId, source: &'a str, torn: bool) -> Self {
        Reader {
            file,
            source,
            problems: Vec::new(),
            told: BTreeMap::new(),
            errors: 0,
            top: 0..0,
            torn,
            item: None,
            arrived: None,
            steps: None,
            known: Known::default(),
        }
    }

    /// Reads the record that is the whole file; `name` is the file's.
    pub(in crate::audit) fn read_file<S: Shape>(&mut self, root: &Node, name: &str, record: &RecordSpec) -> Option<S::Out> {
        self.top = root.span.clone();
        if root.value == Value::Null {
            let required = record.fields.iter().filter(|field| field.need == Need::Required).map(|field| field.name);
            let problem = Diagnostic::new(Code::MissingField, self.whole_file(), "the file is empty").help(format!(
                "{} needs {}",
                record.called,
                listed(required, "and")
            ));
            self.report(problem);
            return None;
        }
        S::read(root, name, self)
    }

    /// Whether a node is the whole file.
    pub(super) fn is_top(&self, node: &Node) -> bool {
        node.span == self.top
    }

    /// Whether a field that is not in a record may have been lost to a mistake of syntax.
    pub(super) fn may_be_lost(&self, node: &Node) -> bool {
        self.torn && self.is_top(node)
    }

    /// Everything that was reported.
    pub(in crate::audit) fn into_problems(self) -> Vec<Diagnostic> {
        self.problems
    }

    /// Everything that was reported so far.
    pub(in crate::audit) fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// The same, to add advice that only a larger part of the file can give.
    pub(in crate::audit) fn problems_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.problems
    }

    /// An example of the time at which the end of the lead that is being read was recorded.
    pub(in crate::audit) fn end_of_example(&self) -> String {
        let day = self.arrived.and_then(|arrived| arrived.date().tomorrow().ok());
        day.map_or_else(|| "+1d3h".into(), |day| format!("{day} 17:00"))
    }

    /// Keeps a problem.
    pub(in crate::audit) fn report(&mut self, problem: Diagnostic) {
        let told = self.told.entry(problem.code).or_default();
        *told += 1;
        self.errors += usize::from(problem.severity.stops() && problem.code != Code::PersonalData);
        // one more than is shown, so that it is known that there are more
        if *told <= diagnostic::MOST_TOLD + 1 {
            self.problems.push(problem);
        }
    }

    /// Whether more of one kind was found in the file than is told.
    pub(super) fn told_enough_of(&self, code: Code) -> bool {
        self.told.get(&code).is_some_and(|told| *told > diagnostic::MOST_TOLD)
    }

    /// Whether so much is wrong in the file that the rest of a list is not read: the memory for it would be wasted.
    pub(in crate::audit) fn is_full(&self) -> bool {
        self.errors >= MANY_ERRORS
    }

    /// Reports, once a file, that the rest of a list or a register is not read.
    pub(in crate::audit) fn rest_unread(&mut self, node: &Node, name: &str) {
        if self.told.contains_key(&Code::Limits) {
            return;
        }
        let message = format!("the rest of `{name}` is not read: more than {MANY_ERRORS} mistakes were found in the file");
        let problem = Diagnostic::new(Code::Limits, self.head(node), message).help("mend these first, and check again");
        self.report(problem);
    }

    /// The place of a stretch of bytes.
    pub(in crate::audit) fn place(&self, span: &Range<usize>) -> Place {
        Place { file: self.file, start: span.start, end: span.end }
    }

    /// The file as a whole.
    pub(in crate::audit) fn whole_file(&self) -> Place {
        Place { file: self.file, start: 0, end: 0 }
    }

    /// What is written at a stretch of bytes.
    pub(in crate::audit) fn source(&self, span: &Range<usize>) -> &'a str {
        self.source.get(span.clone()).unwrap_or_default()
    }

    /// The whole text of the file.
    pub(in crate::audit) fn text(&self) -> &'a str {
        self.source
    }

    /// Where to point for a whole value: all of it if it stands on one line, else its first name, else its first line.
    pub(in crate::audit) fn head(&self, node: &Node) -> Place {
        let written = self.source(&node.span).trim_end();
        if !written.contains('\n') {
            return self.place(&(node.span.start..node.span.start + written.len()));
        }
        match &node.value {
            Value::Map(entries) if !entries.is_empty() => self.place(&entries[0].key_span),
            Value::List(items) if !items.is_empty() => self.head(&items[0]),
            _ => {
                let line = written.lines().next().unwrap_or_default().trim_end();
                self.place(&(node.span.start..node.span.start + line.len()))
            }
        }
    }

    /// Where a piece of a text stands; the whole value if it was written in another way (escapes, folded lines).
    pub(in crate::audit) fn find(&self, node: &Node, piece: &str) -> Place {
        self.find_all(node, [piece]).pop().unwrap_or_else(|| self.head(node))
    }

    /// Where each of some pieces of a text stands, given in their order.
    pub(in crate::audit) fn find_all<'p>(&self, node: &Node, pieces: impl IntoIterator<Item = &'p str>) -> Vec<Place> {
        let mut from = node.span.start;
        let place = |piece: &str| match self.source(&(from..node.span.end)).find(piece) {
            Some(at) if !piece.is_empty() => {
                let start = from + at;
                from = start + piece.len();
                self.place(&(start..from))
            }
            _ => self.head(node),
        };
        pieces.into_iter().map(place).collect()
    }

    /// Reports that a value is of the wrong kind.
    pub(in crate::audit) fn wrong_type(&mut self, node: &Node, name: &str, wanted: &str, example: &str) {
        let problem =
            self.wrong(node, name, wanted).help(format!("write it like this: `{}`", self.assigned(node, name, example)));
        self.report(problem);
    }

    /// The start of a report that a value is of the wrong kind, its help still to come.
    pub(in crate::audit) fn wrong(&self, node: &Node, name: &str, wanted: &str) -> Diagnostic {
        let found = found(node);
        let what = if self.is_item(node) { format!("an item of `{name}`") } else { format!("`{name}`") };
        let problem = Diagnostic::new(Code::WrongType, self.head(node), format!("{what} needs {wanted}, not {found}"))
            .label(format!("this is {}", kind_of(node)));
        // one item of fields is a group with a dash too much
        match &node.value {
            Value::List(items) if self.is_dashed(node) && matches!(items.as_slice(), [Node { value: Value::Map(_), .. }]) => {
                problem.help("take the `- ` before it away: it makes a list")
            }
            _ => problem,
        }
    }

    /// Whether a list is written in lines with `- `.
    fn is_dashed(&self, node: &Node) -> bool {
        self.source(&node.span).starts_with('-')
    }

    /// Reports a scalar whose text is wrong.
    pub(in crate::audit) fn bad(&mut self, code: Code, node: &Node, message: impl Into<String>, help: impl Into<String>) {
        let problem = Diagnostic::new(code, self.head(node), message).help(help);
        self.report(problem);
    }

    /// The text of a plain or quoted scalar; reports anything else, an empty text too. `wanted` and `example` describe the value.
    pub(in crate::audit) fn scalar<'n>(&mut self, node: &'n Node, name: &str, wanted: &str, example: &str) -> Option<&'n str> {
        match &node.value {
            Value::Broken => None,
            Value::Scalar(scalar) if scalar.text.trim().is_empty() => {
                let problem = Diagnostic::new(Code::BadValue, self.head(node), format!("`{name}` is empty"))
                    .label("there is nothing between the quotes")
                    .help(format!("write {wanted}, such as `{name}: {example}`, or take the field out if it is not required"));
                self.report(problem);
                None
            }
            Value::Scalar(scalar) if scalar.text.len() > LONGEST_TEXT => {
                self.too_long(node, name, scalar.text.len(), LONGEST_TEXT);
                None
            }
            Value::Scalar(scalar) => {
                let Some(inner) = yaml::in_typographic_quotes(&scalar.text).filter(|_| scalar.plain) else {
                    return Some(&scalar.text);
                };
                let straight = self.assigned(node, name, &quoted(inner));
                let problem = Diagnostic::new(
                    Code::BadValue,
                    self.head(node),
                    format!("`{}` stands in typographic quotes", shortened(&scalar.text)),
                )
                .label("the value would begin and end with them")
                .help(format!("use straight quotes: `{straight}`"));
                self.report(problem);
                None
            }
            _ => {
                self.wrong_type(node, name, wanted, example);
                None
            }
        }
    }

    /// Reports a text that is longer than is read.
    pub(super) fn too_long(&mut self, node: &Node, name: &str, length: usize, longest: usize) {
        let words = Words::english();
        let (length, longest) = (words.count(length), words.count(longest));
        let message = format!("`{name}` is a text of {length} bytes, and none is read here of more than {longest}");
        let problem = Diagnostic::new(Code::Limits, self.head(node), message)
            .help("shorten it; put a transcript or a log into a file of its own, and name that as evidence");
        self.report(problem);
    }

    /// The advice to put what stands there in quotes, if it stands on one line.
    pub(in crate::audit) fn quote_advice(&self, node: &Node, name: &str) -> Option<String> {
        let written = self.source(&node.span).trim();
        let short = !written.is_empty() && !written.contains('\n') && written.len() <= 200;
        short.then(|| format!("if it is meant as a text, put it in quotes: `{}`", self.assigned(node, name, &quoted(written))))
    }

    /// An example, with the audit's own ids in it.
    pub(in crate::audit) fn example(&self, example: &str) -> String {
        let mut example = example.to_owned();
        if let Some(system) = &self.known.system {
            example = example.replace("in: crm", &format!("in: {system}")).replace("in: calendar", &format!("in: {system}"));
        }
        if let Some(person) = &self.known.person {
            example = example.replace("owner: front-desk", &format!("owner: {person}"));
        }
        example
    }

    /// A value as it would be written in place of this one: behind its name, or bare as an item of a list.
    pub(super) fn assigned(&self, node: &Node, name: &str, value: &str) -> String {
        if self.is_item(node) { value.to_owned() } else { format!("{name}: {value}") }
    }

    /// Whether a value is an item of a list: no name stands before it.
    fn is_item(&self, node: &Node) -> bool {
        self.item.as_ref() == Some(&node.span)
    }
}

/// What a value is, in the auditor's words, with its text if it has one.
pub(super) fn found(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) if scalar.text.trim().is_empty() => "an empty text".into(),
        Value::Scalar(scalar) if !scalar.plain && !scalar.text.contains('\n') => {
            format!("the text `{}`", shortened(&quoted(&scalar.text)))
        }
        Value::Scalar(scalar) => format!("`{}`", shortened(&scalar.text)),
        _ => kind_of(node).into(),
    }
}

fn kind_of(node: &Node) -> &'static str {
    match &node.value {
        Value::Null | Value::Broken => "nothing",
        Value::Scalar(_) => "a single value",
        Value::List(_) => "a list",
        Value::Map(_) => "a group of fields",
    }
}

/// The first line of a text, cut to what fits into a message.
pub(in crate::audit) fn shortened(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default().trim_end();
    let cut: String = line.chars().take(50).collect();
    if cut.len() < text.trim().len() { format!("{cut}…") } else { cut }
}
