//! From the parser's events to the tree, within bounds.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span, StrInput, StructureStyle, Tag};

use super::hints::{Within, name_before_bracket};
use super::patch::Patched;
use super::{Entry, Node, Scalar, Value, traps};
use crate::diagnostic::{Code, Diagnostic, FileId, Place, whole_characters};

/// How deep lists and maps may lie in each other.
pub(super) const MAX_DEPTH: usize = 64;
/// How many values a file may have, every alias written out: as many as 30,000 leads have.
pub(super) const MAX_NODES: usize = 1_000_000;
/// How many values may have a name for aliases.
const MAX_NAMES: usize = 10_000;
/// How many bytes of text all values together may have that an alias stands for.
const MAX_COPIED: usize = 16 << 20;
/// How many problems of a file are told, those of syntax aside: nobody reads more, and some take time to word.
const MAX_TOLD: usize = 500;
/// Up to how many keys a map is searched from the front for a second key of the same name.
const SHORT_MAP: usize = 16;

/// What became of a text.
pub(super) enum Built {
    /// The tree, what is wrong in it although the parser reads it, and where a second document begins.
    Done { root: Node, problems: Vec<Diagnostic>, second: Option<Range<usize>> },
    /// The parser stopped.
    Failed(Failure),
    /// There are more values, or more names for them, than are read; where the first of them stands that is too many.
    Full(Range<usize>),
}

/// Where and why the parser stopped, in offsets of the patched text.
#[derive(Debug)]
pub(super) struct Failure {
    /// The parser's word for it.
    pub(super) kind: ErrorKind,
    /// Where the parser stopped.
    pub(super) offset: usize,
    /// Where the outermost `{` or `[` opened that was still open.
    pub(super) flow: Option<usize>,
}

/// How the parser is to read.
pub(super) fn options() -> Options {
    granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    }
}

/// Builds the tree of the first document, of at most so many values.
pub(super) fn build(file: FileId, source: &str, patched: &Patched, most: usize) -> Built {
    Builder {
        file,
        source,
        patched,
        parser: Parser::new_from_str_with_options(&patched.text, options()),
        stack: Vec::new(),
        skipped: 0,
        anchors: BTreeMap::new(),
        aliased: None,
        most,
        nodes: 0,
        kept: 0,
        bytes: 0,
        copied: 0,
        root: None,
        limit_told: false,
        problems: Vec::new(),
    }
    .run()
}

/// A list or a map that is still open.
struct Frame {
    /// Where it began in the file.
    start: usize,
    /// Whether it is written with brackets.
    flow: bool,
    /// Whether something in it has been reported that makes the whole of it useless.
    broken: bool,
    /// The anchor on it; 0 for none.
    anchor: usize,
    /// Nodes counted when it began.
    nodes_before: usize,
    /// Bytes of text counted when it began.
    bytes_before: usize,
    /// How deep the deepest value in it lies below it.
    height: usize,
    /// What it holds so far.
    content: Content,
    /// Keys that were there already, as far as they are told: each as (name, where again, where first).
    doubles: Vec<Double>,
    /// How many there were.
    doubled: usize,
}

/// A key that is written twice.
type Double = (String, Range<usize>, Range<usize>);

/// What an open list or map holds so far.
enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Key>, names: HashMap<String, Range<usize>> },
}

/// A key whose value comes next.
enum Key {
    Good(String, Range<usize>),
    /// A name whose colon is missing before a bracket: reported, its value is broken.
    Torn(String, Range<usize>),
    /// A second one of its name, or no text at all: reported, its value is dropped.
    Dropped,
}

/// A value that an alias may stand for.
struct Anchored {
    node: Node,
    weight: Weight,
}

/// What a value costs.
#[derive(Clone, Copy)]
struct Weight {
    /// Itself and the values in it.
    nodes: usize,
    /// The bytes of the texts in it, keys among them.
    bytes: usize,
    /// How deep the deepest value in it lies below it.
    height: usize,
}

impl Weight {
    /// What stands for a value that was not read.
    const ONE: Weight = Weight { nodes: 1, bytes: 0, height: 0 };
}

struct Builder<'t> {
    file: FileId,
    source: &'t str,
    patched: &'t Patched,
    parser: Parser<'t, StrInput<'t>>,
    stack: Vec<Frame>,
    /// How many collections are open that lie too deep.
    skipped: usize,
    anchors: BTreeMap<usize, Anchored>,
    /// The names of all aliases of the text, once they were needed.
    aliased: Option<BTreeSet<&'t str>>,
    /// How many values the file may have.
    most: usize,
    nodes: usize,
    /// How many are kept for aliases.
    kept: usize,
    /// Bytes of the texts so far, those behind aliases too.
    bytes: usize,
    /// Those of them that are copies: kept for aliases, or written out for them.
    copied: usize,
    root: Option<Node>,
    limit_told: bool,
    problems: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn run(mut self) -> Built {
        let mut documents = 0;
        let mut second = None;
        loop {
            let (event, span) = match self.parser.next_event() {
                None => break,
                Some(Ok(next)) => next,
                Some(Err(error)) => {
                    let offset = error.marker().byte_offset().unwrap_or(0);
                    return Built::Failed(self.failure(error.kind().clone(), offset));
                }
            };
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents == 2 {
                        second = Some(self.place(&span));
                        break;
                    }
                }
                Event::StreamEnd => break,
                event => {
                    if self.nodes > self.most || self.anchors.len() > MAX_NAMES {
                        return Built::Full(self.place(&span));
                    }
                    if let Err(failure) = self.node(event, &span) {
                        return Built::Failed(failure);
                    }
                }
            }
        }
        let root = self.root.take().unwrap_or(Node { span: 0..0, value: Value::Null });
        Built::Done { root, problems: self.problems, second }
    }

    fn failure(&self, kind: ErrorKind, offset: usize) -> Failure {
        let flow = self.stack.iter().find(|frame| frame.flow).map(|frame| frame.start);
        Failure { kind, offset, flow }
    }

    /// Handles everything but the frame of the document.
    fn node(&mut self, event: Event<'_>, span: &Span) -> Result<(), Failure> {
        if self.skipped > 0 {
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => self.skipped += 1,
                Event::SequenceEnd | Event::MappingEnd => self.skipped -= 1,
                _ => {}
            }
            return Ok(());
        }
        let range = self.place(span);
        let unused = self.unused_anchor(&event)?;
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let broken = self.tag(tag.as_deref(), span);
                let node = self.scalar(&text, style, span, range);
                let broken = broken || (unused.is_some() && node_is_bare(&node));
                if let Some(anchor) = unused.filter(|_| node_is_bare(&node)) {
                    self.tell(|file, source, within| traps::lone_anchor(file, source, anchor, within));
                }
                let node = if broken { Node { value: Value::Broken, ..node } } else { node };
                let weight = Weight { nodes: 1, bytes: text.len(), height: 0 };
                self.nodes += 1;
                self.bytes += weight.bytes;
                self.finish(node, anchor, weight);
            }
            Event::SequenceStart(style, anchor, tag) => {
                let broken = self.tag(tag.as_deref(), span);
                self.open(range, style, anchor, broken, Content::List(Vec::new()));
            }
            Event::MappingStart(style, anchor, tag) => {
                let mut broken = self.tag(tag.as_deref(), span);
                if style == StructureStyle::Flow && !self.source[range.start..].starts_with('{') {
                    broken = self.pair_in_list(range.start) || broken;
                }
                let content = Content::Map { entries: Vec::new(), key: None, names: HashMap::new() };
                self.open(range, style, anchor, broken, content);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range),
            Event::Alias(id) => self.alias(id, range),
            Event::UnresolvedAlias(_) => {
                self.tell(|file, source, within| traps::unknown_alias(file, source, range.clone(), within));
                self.finish(Node { span: range, value: Value::Broken }, 0, Weight::ONE);
            }
            _ => {}
        }
        Ok(())
    }

    /// Opens a list or a map, unless it lies too deep.
    fn open(&mut self, range: Range<usize>, style: StructureStyle, anchor: usize, broken: bool, content: Content) {
        if self.stack.len() >= MAX_DEPTH {
            self.limit(range.clone(), traps::too_deep());
            self.skipped = 1;
            self.finish(Node { span: range, value: Value::Broken }, 0, Weight::ONE);
            return;
        }
        self.nodes += 1;
        self.stack.push(Frame {
            start: range.start,
            flow: style == StructureStyle::Flow,
            broken,
            anchor,
            nodes_before: self.nodes - 1,
            bytes_before: self.bytes,
            height: 0,
            content,
            doubles: Vec::new(),
            doubled: 0,
        });
    }

    /// Closes the innermost list or map.
    fn close(&mut self, end: Range<usize>) {
        let Some(frame) = self.stack.pop() else { return };
        let in_list = self.stack.last().is_some_and(|outer| !outer.flow && matches!(outer.content, Content::List(_)));
        let room = MAX_TOLD.saturating_sub(self.problems.len());
        self.problems.extend(traps::duplicate_keys(self.file, &frame.doubles, frame.doubled, in_list).into_iter().take(room));
        let (start, end) = match &frame.content {
            _ if frame.flow => (frame.start, end.end.max(frame.start)),
            Content::List(items) => (frame.start, items.last().map_or(frame.start, |item| item.span.end)),
            Content::Map { entries, .. } => (
                entries.first().map_or(frame.start, |entry| entry.key_span.start.min(frame.start)),
                entries.last().map_or(frame.start, |entry| entry.value.span.end.max(entry.key_span.end)),
            ),
        };
        let value = match frame.content {
            _ if frame.broken => Value::Broken,
            Content::List(items) => Value::List(items),
            Content::Map { entries, .. } => Value::Map(entries),
        };
        let weight =
            Weight { nodes: self.nodes - frame.nodes_before, bytes: self.bytes - frame.bytes_before, height: frame.height + 1 };
        self.finish(Node { span: start..end.max(start), value }, frame.anchor, weight);
    }

    /// Puts a finished value where it belongs: as a key, a value, an item, or the root.
    fn finish(&mut self, node: Node, anchor: usize, weight: Weight) {
        if anchor != 0 {
            // The copy kept for aliases counts too: anchors in anchors would otherwise multiply what is held. It is no part of the list
            // or map around it, whose own copy would count it again.
            let kept = if self.has_room(&weight) { node.clone() } else { Node { span: node.span.clone(), value: Value::Broken } };
            self.kept += weight.nodes;
            self.copied += weight.bytes;
            self.anchors.insert(anchor, Anchored { node: kept, weight });
        }
        let is_root = self.stack.len() == 1;
        let Some(frame) = self.stack.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        frame.height = frame.height.max(weight.height);
        match &mut frame.content {
            Content::List(items) => items.push(node),
            Content::Map { entries, key, names } => match key.take() {
                Some(Key::Good(key, key_span)) => {
                    let value = if node.span.is_empty() && node.value == Value::Null {
                        Node { span: behind_colon(self.source, key_span.end), ..node }
                    } else {
                        node
                    };
                    entries.push(Entry { key, key_span, value });
                }
                Some(Key::Torn(key, key_span)) => {
                    entries.push(Entry { key, key_span, value: Node { value: Value::Broken, ..node } });
                }
                Some(Key::Dropped) => {}
                None => {
                    let torn = |span: &Range<usize>| {
                        let written = self.source.get(span.clone()).filter(|_| !frame.flow)?;
                        name_before_bracket(written).map(|length| written[..length].to_owned())
                    };
                    *key = Some(match take_key(node).map(|(name, span)| (torn(&span), name, span)) {
                        Ok((Some(name), _, span)) => {
                            if self.problems.len() < MAX_TOLD {
                                self.problems.push(traps::no_colon(self.file, self.source, span.start, name.len()));
                            }
                            match first_of_name(entries, names, &name) {
                                Some(_) => Key::Dropped,
                                None => {
                                    let span = span.start..span.start + name.len();
                                    if entries.len() >= SHORT_MAP {
                                        names.insert(name.clone(), span.clone());
                                    }
                                    Key::Torn(name, span)
                                }
                            }
                        }
                        Ok((None, name, span)) => match first_of_name(entries, names, &name) {
                            Some(first) => {
                                frame.doubled += 1;
                                if frame.doubles.len() < MAX_TOLD {
                                    frame.doubles.push((name, span, first));
                                }
                                Key::Dropped
                            }
                            None => {
                                if entries.len() >= SHORT_MAP {
                                    names.insert(name.clone(), span.clone());
                                }
                                Key::Good(name, span)
                            }
                        },
                        Err(node) => {
                            // The map may lack the field that was meant here; of the root too much would be lost.
                            frame.broken |= !is_root;
                            if node.value != Value::Broken && self.problems.len() < MAX_TOLD {
                                self.problems.push(traps::bad_key(self.file, self.source, &node));
                            }
                            Key::Dropped
                        }
                    });
                }
            },
        }
    }

    /// A scalar as written.
    fn scalar(&mut self, text: &str, style: ScalarStyle, span: &Span, range: Range<usize>) -> Node {
        let plain = style == ScalarStyle::Plain;
        let start = span.start.byte_offset().unwrap_or(0);
        if plain && self.patched.is_broken(start) {
            return Node { span: range, value: Value::Broken };
        }
        if plain && (range.is_empty() || matches!(text, "~" | "null" | "")) {
            let span = if range.is_empty() { behind_dash(self.source, range.start) } else { range };
            return Node { span, value: Value::Null };
        }
        let span = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = range.start + self.source[range.clone()].trim_end().len();
                range.start..end
            }
            _ => range,
        };
        let comment = if plain { comment_behind(self.source, span.end).map(Box::new) } else { None };
        Node { span, value: Value::Scalar(Scalar { text: text.into(), plain, comment }) }
    }

    /// Writes out an alias.
    fn alias(&mut self, id: usize, range: Range<usize>) {
        let depth = self.stack.len();
        let (value, weight) = match self.anchors.get(&id) {
            None => {
                self.tell(|file, source, _| traps::alias_in_itself(file, source, range.clone()));
                (Value::Broken, Weight::ONE)
            }
            Some(anchored) if depth + anchored.weight.height > MAX_DEPTH => {
                self.limit(range.clone(), traps::too_deep());
                (Value::Broken, Weight::ONE)
            }
            Some(anchored) if !self.has_room(&anchored.weight) => {
                let told = match self.nodes + self.kept + anchored.weight.nodes > self.most {
                    true => traps::too_many_nodes(),
                    false => traps::too_much_text(),
                };
                self.limit(range.clone(), told);
                (Value::Broken, Weight::ONE)
            }
            Some(anchored) => {
                let mut value = anchored.node.value.clone();
                if let Value::Scalar(scalar) = &mut value {
                    // The comment stands at the anchor, and is looked at there.
                    scalar.comment = None;
                }
                (value, anchored.weight)
            }
        };
        self.nodes += weight.nodes;
        self.bytes += weight.bytes;
        self.copied += weight.bytes;
        self.finish(Node { span: range, value }, 0, weight);
    }

    /// Whether one more copy of a value may be held.
    fn has_room(&self, weight: &Weight) -> bool {
        self.nodes + self.kept + weight.nodes <= self.most && self.copied + weight.bytes <= MAX_COPIED
    }

    /// The anchor on a value that no alias of the text asks for.
    fn unused_anchor(&mut self, event: &Event<'_>) -> Result<Option<Range<usize>>, Failure> {
        if !event.is_node() || event.anchor_id().is_none() {
            return Ok(None);
        }
        let (name, span) = match self.parser.next_event() {
            Some(Ok((Event::Anchor(_, name), span))) => (name, span),
            Some(Err(error)) => {
                let offset = error.marker().byte_offset().unwrap_or(0);
                return Err(self.failure(error.kind().clone(), offset));
            }
            _ => return Ok(None),
        };
        let source = self.source;
        let aliased = self.aliased.get_or_insert_with(|| alias_names(source));
        Ok((!aliased.contains(name.as_ref())).then(|| self.place(&span)))
    }

    /// Reports a tag; whether there was one.
    fn tag(&mut self, tag: Option<&Tag>, span: &Span) -> bool {
        let Some(tag) = tag else { return false };
        let start = span.tag_start().and_then(|mark| mark.byte_offset()).unwrap_or(0);
        let length = span.tag_span().map_or(tag.original().len(), |span| span.byte_range().map_or(1, |range| range.len()));
        let range = whole_characters(self.source, self.patched.original(start..start + length));
        self.tell(|file, source, within| traps::tag(file, source, range, within));
        true
    }

    /// Reports `[a: b]`, which YAML reads as a list with a map in it.
    fn pair_in_list(&mut self, start: usize) -> bool {
        let Some(list) = self.stack.last_mut().filter(|frame| frame.flow && matches!(frame.content, Content::List(_))) else {
            return false;
        };
        // of a list that holds nothing but fields, all was said at the first of them
        if !list.broken {
            let first = matches!(&list.content, Content::List(items) if items.is_empty());
            let file = self.file;
            let whole = if first { traps::fields_in_brackets(file, self.source, list.start) } else { None };
            list.broken = whole.is_some();
            self.tell(|_, source, _| whole.unwrap_or_else(|| traps::pair_in_list(file, source, start)));
        }
        true
    }

    /// Reports a problem, unless there are too many already.
    fn tell(&mut self, problem: impl FnOnce(FileId, &str, Within) -> Diagnostic) {
        if self.problems.len() < MAX_TOLD {
            self.problems.push(problem(self.file, self.source, self.within()));
        }
    }

    /// Reports a limit, once a file.
    fn limit(&mut self, range: Range<usize>, (message, label, help): (String, &str, &str)) {
        if !self.limit_told {
            self.limit_told = true;
            let place = Place { file: self.file, start: range.start, end: range.end };
            self.problems.push(Diagnostic::new(Code::Limits, place, message).label(label).help(help));
        }
    }

    /// What the next value is written in.
    fn within(&self) -> Within {
        match self.stack.last() {
            Some(Frame { flow: true, content: Content::List(_), .. }) => Within::List,
            Some(Frame { flow: true, .. }) => Within::Map,
            _ => Within::Block,
        }
    }

    fn place(&self, span: &Span) -> Range<usize> {
        whole_characters(self.source, self.patched.original(byte_range(span)))
    }
}

fn byte_range(span: &Span) -> Range<usize> {
    let range = span.byte_range().unwrap_or(0..0);
    range.start..range.end.max(range.start)
}

/// Whether the value is nothing or a text without quotes.
fn node_is_bare(node: &Node) -> bool {
    matches!(&node.value, Value::Null | Value::Scalar(Scalar { plain: true, .. }))
}

/// The name that a key stands for; the node again if it is no name.
fn take_key(node: Node) -> Result<(String, Range<usize>), Node> {
    match node.value {
        Value::Scalar(scalar) => Ok((scalar.text, node.span)),
        Value::Null if !node.span.is_empty() => Ok(("null".into(), node.span)),
        value => Err(Node { span: node.span, value }),
    }
}

/// Where a key of this name stands already.
fn first_of_name(entries: &[Entry], names: &HashMap<String, Range<usize>>, name: &str) -> Option<Range<usize>> {
    let near = entries.iter().take(SHORT_MAP).find(|entry| entry.key == name).map(|entry| entry.key_span.clone());
    near.or_else(|| names.get(name).cloned())
}

/// The place of a value that is not there: right behind the colon of its key, or behind the key if it has none.
fn behind_colon(source: &str, key_end: usize) -> Range<usize> {
    let rest = &source[key_end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let at = if rest[blanks..].starts_with(':') { key_end + blanks + 1 } else { key_end };
    at..at
}

/// The place of an item that is not there: right behind its dash.
fn behind_dash(source: &str, offset: usize) -> Range<usize> {
    let before = source[..offset].trim_end();
    let at = if before.ends_with('-') { before.len() } else { offset };
    at..at
}

/// The comment that begins on the same line behind a value.
fn comment_behind(source: &str, end: usize) -> Option<Range<usize>> {
    let rest = &source[end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let comment = &rest[blanks..];
    if blanks == 0 || !comment.starts_with('#') {
        return None;
    }
    let length = comment.find(['\n', '\r']).unwrap_or(comment.len());
    Some(end + blanks..end + blanks + comment[..length].trim_end().len())
}

/// Every name that stands behind the first `*` or the last of a word: a name may itself hold some.
fn alias_names(source: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut from = 0;
    while let Some(at) = source[from..].find('*') {
        let start = from + at + 1;
        let rest = &source[start..];
        let end = rest.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(rest.len());
        // `*a:` is the alias `a` as a key to some and the alias `a:` to others.
        let word = &rest[..end];
        names.insert(word);
        names.extend(word.rfind('*').map(|last| &word[last + 1..]));
        from = start + end;
    }
    names
}
