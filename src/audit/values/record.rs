//! Records: groups of named fields, each declared once.
//!
//! A declaration (`record!`) gives the struct, its reading, the checks for unknown and missing fields, and its JSON Schema; the doc
//! comment of a field is the schema's text.

use std::collections::HashSet;

use serde_json::Value as Json;

use super::moment::arrival_meant;
use super::synonyms::{FIELD, among};
use super::{At, Field, Reader, Shape, quoted, reader};
use crate::diagnostic::{Code, Diagnostic, MOST_TOLD, Place};
use crate::suggest::{listed, nearest};
use crate::yaml::{Entry, Node, Value, split_text_hint};

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) enum Need {
    /// Without it, `missing-field`.
    Required,
    /// It may be left out.
    Optional,
    /// One of the five steps: without it, `missing-step`.
    Step,
}

/// A field as declared.
pub(in crate::audit) struct FieldSpec {
    /// Its name in files.
    pub(in crate::audit) name: &'static str,
    /// Whether it must be there.
    pub(in crate::audit) need: Need,
    /// What it says, for people (Markdown).
    pub(in crate::audit) words: &'static str,
    /// A value as it is written.
    pub(in crate::audit) example: &'static str,
    /// How its value is written, in a sentence; may be empty.
    pub(in crate::audit) form: &'static str,
    /// What holds where it is left out.
    pub(in crate::audit) default: Option<&'static str>,
    /// The record that its value is, or a list of.
    pub(in crate::audit) record: Option<&'static RecordSpec>,
    /// The JSON Schema of its value.
    pub(in crate::audit) schema: fn() -> Json,
}

impl FieldSpec {
    /// Whether its value is a word from a list.
    fn is_choice(&self) -> bool {
        (self.schema)().get("enum").is_some()
    }

    /// Whether it is the one of this name, and its value a list.
    fn is_list(&self, name: &str) -> bool {
        self.name == name && self.example.starts_with('[')
    }
}

/// A record as declared.
pub(in crate::audit) struct RecordSpec {
    /// What it is called in messages: `a lead`.
    pub(in crate::audit) called: &'static str,
    /// What it is, for people.
    pub(in crate::audit) words: &'static str,
    /// A value as it is written.
    pub(in crate::audit) example: &'static str,
    /// Its fields, in the order of the format.
    pub(in crate::audit) fields: &'static [FieldSpec],
}

/// Declares a record: `record! { /// What it is. Name "called" "example" { /// What it says. required field "name": Shape; } }`.
///
/// `like "…"` gives a field its own example, `default "…"` says what holds where it is left out.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        $record:ident $called:literal $sample:literal {
            $(
                $(#[doc = $words:literal])+
                $need:ident $field:ident $name:literal: $shape:ty $(, like $like:literal)? $(, default $default:literal)?;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub(in crate::audit) struct $record {
            $(
                $(#[doc = $words])+
                pub(in crate::audit) $field: $crate::audit::values::Field<<$shape as $crate::audit::values::Shape>::Out>,
            )+
        }

        impl $record {
            /// The declaration.
            pub(in crate::audit) const SPEC: $crate::audit::values::RecordSpec = $crate::audit::values::RecordSpec {
                called: $called,
                words: concat!($($doc),+),
                example: $sample,
                fields: &[$($crate::audit::values::FieldSpec {
                    name: $name,
                    need: $crate::audit::values::record!(@need $need),
                    words: concat!($($words),+),
                    example: $crate::audit::values::record!(@like $shape $(, $like)?),
                    form: <$shape as $crate::audit::values::Shape>::FORM,
                    default: $crate::audit::values::record!(@default $($default)?),
                    record: <$shape as $crate::audit::values::Shape>::RECORD,
                    schema: <$shape as $crate::audit::values::Shape>::schema,
                }),+],
            };
        }

        impl $crate::audit::values::Shape for $record {
            type Out = $record;
            const EXAMPLE: &'static str = $sample;
            const RECORD: Option<&'static $crate::audit::values::RecordSpec> = Some(&$record::SPEC);

            fn read(node: &$crate::yaml::Node, name: &str, reader: &mut $crate::audit::values::Reader<'_>) -> Option<$record> {
                let mut found = reader.fields(node, name, &$record::SPEC)?.into_iter();
                Some($record {
                    $($field: reader.field::<$shape>(found.next(), $name),)+
                })
            }

            fn schema() -> serde_json::Value {
                $record::SPEC.schema()
            }
        }
    };
    (@need required) => { $crate::audit::values::Need::Required };
    (@need optional) => { $crate::audit::values::Need::Optional };
    (@need step) => { $crate::audit::values::Need::Step };
    (@like $shape:ty, $like:literal) => { $like };
    (@like $shape:ty) => { <$shape as $crate::audit::values::Shape>::EXAMPLE };
    (@default $default:literal) => { Some($default) };
    (@default) => { None };
}
pub(in crate::audit) use record;

/// What stands in a file for one declared field.
pub(in crate::audit) enum Found<'n> {
    /// Nothing.
    Absent,
    /// Something that was reported.
    Broken,
    /// A value, not yet read.
    Written(&'n Entry),
}

impl<'n> Found<'n> {
    /// A value under another name, which was reported: what is wrong with the value itself is told as well.
    fn misnamed(entry: &'n Entry) -> Self {
        if entry.value.value == Value::Null { Found::Broken } else { Found::Written(entry) }
    }
}

impl Reader<'_> {
    /// What stands in a file for each field of a record, in order; reports unknown and missing fields. `None` if it is no map.
    pub(in crate::audit) fn fields<'n>(
        &mut self,
        node: &'n Node,
        name: &str,
        record: &'static RecordSpec,
    ) -> Option<Vec<Found<'n>>> {
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            _ => {
                let help = match self.is_top(node) {
                    true => format!("{} is a file of fields, one `name: value` a line", record.called),
                    false => format!("write it like this: `{}`", self.example(&self.assigned(node, name, record.example))),
                };
                let problem = self.wrong(node, name, "fields with their values").help(help);
                self.report(problem);
                return None;
            }
        };
        if record.fields.iter().any(|field| field.need == Need::Step) {
            self.steps = Some(record);
            let arrived = entries.iter().find(|entry| entry.key == "arrived").map(|entry| &entry.value.value);
            self.arrived = arrived.and_then(|value| match value {
                Value::Scalar(scalar) => arrival_meant(&scalar.text, self.known.calendar),
                _ => None,
            });
        }
        let mut found: Vec<Found<'n>> = record.fields.iter().map(|_| Found::Absent).collect();
        let written: HashSet<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        let mut split = false;
        let mut unknown: Vec<&Entry> = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            match record.fields.iter().position(|field| field.name == entry.key) {
                Some(field) => {
                    found[field] = Found::Written(entry);
                    split = false;
                }
                // nobody is told of all
                None if unknown.len() > MOST_TOLD => {}
                // the third part of a text that was split at its commas: the report of the second shows them all
                None if split && entry.value.value == Value::Null => {}
                None => {
                    let before = index.checked_sub(1).map(|before| &entries[before]);
                    if let Some(list) =
                        before.and_then(|before| record.fields.iter().position(|field| field.is_list(&before.key)))
                        && self.split_list(&entries[index - 1..], record)
                    {
                        found[list] = Found::Broken;
                        split = true;
                        continue;
                    }
                    let reported = self.split_text(entry, before, record);
                    split = reported;
                    if reported {
                        continue;
                    }
                    // one slip, one report: the field that was meant is not missing as well
                    let meant = meant_field(entry, record, &found, &written);
                    match meant {
                        Some(field) => {
                            self.unknown_field(entry, Some(record.fields[field].name), record);
                            found[field] = Found::misnamed(entry);
                        }
                        None => unknown.push(entry),
                    }
                }
            }
        }
        let only = match unknown.as_slice() {
            [only] if !self.may_be_lost(node) => only_missing(only, record, &found),
            _ => None,
        };
        let misnamed = unknown.first().copied();
        for entry in unknown {
            self.unknown_field(entry, only.map(|field| record.fields[field].name), record);
        }
        if let Some((field, entry)) = only.zip(misnamed) {
            found[field] = Found::misnamed(entry);
        }
        self.missing(node, record, &mut found);
        Some(found)
    }

    /// Reads one declared field of a record.
    pub(in crate::audit) fn field<S: Shape>(&mut self, found: Option<Found<'_>>, name: &str) -> Field<S::Out> {
        match found {
            None | Some(Found::Absent) => Field::Absent,
            Some(Found::Broken) => Field::Broken,
            Some(Found::Written(entry)) => match &entry.value.value {
                Value::Broken => Field::Broken,
                Value::Null => {
                    self.lost_to_comment(entry, name);
                    Field::Absent
                }
                _ => {
                    let (place, key) = (self.head(&entry.value), self.place(&entry.key_span));
                    S::read(&entry.value, name, self).map_or(Field::Broken, |value| Field::Is(At { value, place, key }))
                }
            },
        }
    }

    /// Warns of a field that has no value because its value begins with a `#`: `accent: #14697a`.
    fn lost_to_comment(&mut self, entry: &Entry, name: &str) {
        let behind = self.text().get(entry.key_span.end..).unwrap_or_default();
        let line = behind.lines().next().unwrap_or_default();
        let Some(value) = line.trim_start().strip_prefix(':').map(str::trim) else { return };
        if value.strip_prefix('#').is_some_and(|text| text.starts_with(|first: char| first.is_alphanumeric())) {
            let start = entry.key_span.end + line.find('#').unwrap_or_default();
            let problem = Diagnostic::new(
                Code::CommentInText,
                self.place(&(start..start + value.len())),
                format!("`{name}` has no value: what follows is taken for a comment"),
            )
            .label("`#` begins a comment")
            .help(format!("put the value in quotes: `{name}: {}`", quoted(value)))
            .help("if it is meant as a comment, leave a space after the `#`");
            self.report(problem);
        }
    }

    /// Reports a list without its brackets, `{got: name, phone}`: the items behind the first are read as keys without a value.
    fn split_list(&mut self, entries: &[Entry], record: &RecordSpec) -> bool {
        let [Entry { key, value, .. }, items @ ..] = entries else { return false };
        let Some(last) = items.iter().take_while(|item| item.value.value == Value::Null).last() else { return false };
        let written = self.source(&(value.span.start..last.key_span.end));
        if !matches!(value.value, Value::Scalar(_)) || written.contains('\n') {
            return false;
        }
        let place = self.place(&(value.span.start..last.key_span.end));
        let problem = Diagnostic::new(Code::WrongType, place, format!("`{key}` of {} needs a list", record.called))
            .label("a comma begins a new field here")
            .mend(format!("a list stands in square brackets: `{key}: [{written}]`"));
        self.report(problem);
        true
    }

    /// Reports a key without a value that is the second half of the text before it, or of a number: `{leads: 1,200}`.
    fn split_text(&mut self, entry: &Entry, before: Option<&Entry>, record: &RecordSpec) -> bool {
        let Some(mut hint) = split_text_hint(self.text(), entry, before) else { return false };
        if let Some(Entry { key, value: Node { value: Value::Scalar(first), .. }, .. }) = before {
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            if entry.key.len() == 3 && digits(&entry.key) && digits(&first.text) {
                hint = format!("write the number in digits alone: `{key}: {}{}`", first.text, entry.key);
            }
        }
        let field = before.and_then(|before| record.fields.iter().find(|field| field.name == before.key));
        if let Some(field) = field.filter(|field| field.is_choice()) {
            let elsewhere =
                if record.fields.iter().any(|field| field.name == "note") { "; `note: …` takes the rest" } else { "" };
            hint = format!("`{}` takes one word from a list, and nothing behind it{elsewhere}", field.name);
        }
        let name = reader::shortened(&entry.key);
        let place = self.place(&entry.key_span);
        let problem = Diagnostic::new(Code::UnknownField, place, format!("`{name}` is not a field of {}", record.called))
            .label("what stands before it seems to go on here")
            .help(hint);
        self.report(problem);
        true
    }

    fn unknown_field(&mut self, entry: &Entry, meant: Option<&str>, record: &RecordSpec) {
        let place = self.place(&entry.key_span);
        let name = reader::shortened(&entry.key);
        let mut problem = Diagnostic::new(Code::UnknownField, place, format!("`{name}` is not a field of {}", record.called));
        if let Some(meant) = meant {
            problem = problem.meant(meant);
        }
        let inside: Vec<&str> = owners(&entry.key, record).collect();
        let other_steps: Vec<&str> = self.steps.map_or_else(Vec::new, |lead| siblings(&entry.key, record, lead).collect());
        if !inside.is_empty() {
            problem = problem.help(format!("it belongs inside {}", listed(inside, "or")));
        } else if meant.is_none() && !other_steps.is_empty() {
            let these = listed(other_steps, "and");
            problem =
                problem.help(format!("it is a field of {these}, and {} has none: move it there, or take it out", record.called));
        }
        let names = record.fields.iter().map(|field| field.name);
        self.report(problem.help(format!("the fields of {} are {}", record.called, listed(names, "and"))));
    }

    /// Reports what is required and not there, and marks it as reported.
    fn missing(&mut self, node: &Node, record: &RecordSpec, found: &mut [Found<'_>]) {
        let mut steps = Vec::new();
        let mut step_place = None;
        for (field, found) in record.fields.iter().zip(found.iter_mut()) {
            let place = match found {
                Found::Absent if self.may_be_lost(node) => {
                    *found = Found::Broken;
                    continue;
                }
                Found::Absent => self.place_for_missing(node),
                Found::Written(entry) if entry.value.value == Value::Null => self.place(&entry.key_span),
                Found::Written(_) | Found::Broken => continue,
            };
            match field.need {
                Need::Optional => continue,
                Need::Required => {
                    let (message, label, help) = match found {
                        Found::Written(_) => (
                            format!("`{}` has no value", field.name),
                            "nothing stands behind it",
                            format!("write its value: `{}`", self.example(&format!("{}: {}", field.name, field.example))),
                        ),
                        _ => (
                            format!("{} needs `{}`", record.called, field.name),
                            "it is missing here",
                            format!("add `{}`", self.example(&format!("{}: {}", field.name, field.example))),
                        ),
                    };
                    let label = if place == self.whole_file() { "" } else { label };
                    self.report(Diagnostic::new(Code::MissingField, place, message).label(label).help(help));
                }
                Need::Step => {
                    steps.push(field.name);
                    step_place.get_or_insert(place);
                }
            }
            *found = Found::Broken;
        }
        if let Some(place) = step_place {
            let it = if steps.len() == 1 { "it" } else { "each" };
            let problem =
                Diagnostic::new(Code::MissingStep, place, format!("nothing is said of {}", listed(steps.iter().copied(), "and")))
                    .label("silence is neither good nor bad")
                    .help(format!(
                        "write what is known of {it}: what happened, or `{}: never`, `{0}: {{unknown: why}}`, `{0}: {{na: why}}`",
                        steps[0]
                    ));
            self.report(problem);
        }
    }

    /// Where a missing field is reported: at the record's `id`, else its head; for the top of a file, the file as a whole.
    fn place_for_missing(&self, node: &Node) -> Place {
        let Value::Map(entries) = &node.value else { return self.head(node) };
        if self.is_top(node) {
            return self.whole_file();
        }
        if let Some(id) = entries.iter().find(|entry| entry.key == "id" && matches!(entry.value.value, Value::Scalar(_))) {
            return self.place(&id.value.span);
        }
        self.head(node)
    }
}

/// The fields of a record in which a field of this name would be right.
fn owners<'r>(name: &str, record: &'r RecordSpec) -> impl Iterator<Item = &'r str> {
    let has = move |inner: &RecordSpec| inner.fields.iter().any(|field| field.name == name);
    record.fields.iter().filter(move |field| field.record.is_some_and(has)).map(|field| field.name)
}

/// The other steps of a lead that have a field of this name; none for a record that is no step.
fn siblings<'r>(name: &str, record: &RecordSpec, lead: &'r RecordSpec) -> impl Iterator<Item = &'r str> {
    let step = |field: &&FieldSpec| field.need == Need::Step;
    let is_step = lead.fields.iter().filter(step).any(|field| field.record.is_some_and(|inner| inner.called == record.called));
    owners(name, lead).filter(move |_| is_step)
}

/// The field, not written yet, whose name is so near to the one of an entry, or says the same in another word, that it was meant.
fn meant_field(entry: &Entry, record: &RecordSpec, found: &[Found<'_>], written: &HashSet<&str>) -> Option<usize> {
    if owners(&entry.key, record).next().is_some() {
        return None;
    }
    let free = record.fields.iter().zip(found).filter(|(_, found)| matches!(found, Found::Absent)).map(|(field, _)| field.name);
    let free = free.filter(|name| !written.contains(name));
    let meant = nearest(&entry.key, free.clone()).or_else(|| among(&entry.key, FIELD, free))?;
    record.fields.iter().position(|field| field.name == meant)
}

/// The one required field that is missing, if the value of an unknown one would do for it: then that was most likely meant.
fn only_missing(entry: &Entry, record: &RecordSpec, found: &[Found<'_>]) -> Option<usize> {
    let absent = |(index, field): (usize, &FieldSpec)| {
        (field.need == Need::Required && matches!(found[index], Found::Absent)).then_some(index)
    };
    let mut missing = record.fields.iter().enumerate().filter_map(absent);
    let (only, more) = (missing.next()?, missing.next());
    let fits = match (&entry.value.value, record.fields[only].example.chars().next()) {
        (Value::List(_), first) => first == Some('['),
        (Value::Map(_), first) => first == Some('{'),
        (Value::Scalar(_), first) => !matches!(first, Some('[' | '{')),
        (Value::Null | Value::Broken, _) => false,
    };
    (fits && more.is_none() && owners(&entry.key, record).next().is_none()).then_some(only)
}
