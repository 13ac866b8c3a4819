//! Ids, references to them, and registers: maps from an id to a record.

use std::collections::HashMap;
use std::marker::PhantomData;

use serde_json::json;

use super::{At, Field, Need, Reader, Shape, or_nothing, or_todo, quoted, word_meant};
use crate::audit::model::EvidenceKind;
use crate::audit::personal;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::{Entry, Node, Value};

/// No id is longer, so that every address and file name made of it can be written.
const LONGEST: usize = 80;

/// What is wrong with an id, and how to mend it; `None` for a good one.
pub(in crate::audit) fn fault(id: &str) -> Option<(String, String)> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let rule = "an id has the letters a to z, digits, `.`, `_` and `-`, and begins with a letter or a digit";
    if let Some(odd) = id.chars().find(|c| !allowed(*c)) {
        let odd = if odd.is_whitespace() { "a space".to_owned() } else { format!("`{odd}`") };
        return Some((format!("the id `{}` holds {odd}", super::reader::shortened(id)), advice(id, rule)));
    }
    if !id.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return Some((format!("the id `{id}` does not begin with a letter or a digit"), advice(id, rule)));
    }
    if id.len() > LONGEST {
        return Some((
            format!("the id `{}` has {} characters", super::reader::shortened(id), id.len()),
            format!("use at most {LONGEST}"),
        ));
    }
    None
}

fn advice(id: &str, rule: &str) -> String {
    match mended(id) {
        Some(mended) => format!("{rule}; for example `{mended}`"),
        None => rule.to_owned(),
    }
}

/// An id made of a text; an id stays what it is.
pub(in crate::audit) fn mended(id: &str) -> Option<String> {
    let mended: String =
        id.trim().chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' }).collect();
    let mended = mended.trim_start_matches(['.', '_', '-']).trim_end_matches('-');
    (!mended.is_empty()).then(|| mended.to_owned())
}

/// Reports what is wrong with an id that stands at a place.
fn check(id: &str, place: Place, reader: &mut Reader<'_>) -> bool {
    if let Some((message, help)) = fault(id) {
        reader.report(Diagnostic::new(Code::BadId, place, message).help(help));
        return false;
    }
    for find in personal::find(id) {
        reader.report(find.in_id(place, id));
    }
    true
}

/// An id that the file gives.
pub(in crate::audit) struct Id;

impl Shape for Id {
    type Out = String;
    const EXAMPLE: &'static str = "P-01";
    const FORM: &'static str = "Letters, digits, `.`, `_` and `-`; at most 80 of them.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader.scalar(node, name, "an id", Self::EXAMPLE)?;
        if text.trim().contains(' ')
            && let Some((message, _)) = fault(text)
        {
            // most likely a name, which no id may be
            let problem = Diagnostic::new(Code::BadId, reader.head(node), message)
                .help("write letters and digits without a space between them; the id of a lead is a pseudonym such as `P-01`, never a name");
            reader.report(problem);
            return None;
        }
        check(text, reader.head(node), reader).then(|| text.to_owned())
    }

    fn schema() -> serde_json::Value {
        json!({"type": ["string", "number"], "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"})
    }
}

/// The id of something that is given elsewhere.
pub(in crate::audit) struct Reference;

impl Shape for Reference {
    type Out = String;
    const EXAMPLE: &'static str = "E1";
    const FORM: &'static str = "An id.";
    // those of a channel hold for each of its leads, five times
    const MOST: usize = 500;

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
        reader.scalar(node, name, "an id", Self::EXAMPLE).map(str::to_owned)
    }

    fn schema() -> serde_json::Value {
        json!({"type": ["string", "number"]})
    }
}

/// A map from ids to values of one shape.
pub(in crate::audit) struct Register<S>(PhantomData<S>);

impl<S: Shape> Shape for Register<S> {
    type Out = Vec<(At<String>, Field<S::Out>)>;
    const EXAMPLE: &'static str = "{}";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Self::Out> {
        let id = match name {
            "people" => "front-desk",
            "evidence" => "E1",
            "leads" => "P-01",
            _ => "crm",
        };
        let example = format!("{{{id}: {}}}", S::EXAMPLE);
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Broken => return None,
            _ => {
                let problem = reader.wrong(node, name, "ids with their fields");
                if name == "systems" {
                    reader.known.system = first_name(node).and_then(mended);
                }
                reader.report(match listed_names::<S>(node) {
                    Some(entries) => problem.mend(format!("write each with an id: `{name}: {entries}`")),
                    None => problem.help(format!("write it like this: `{name}: {example}`")),
                });
                return None;
            }
        };
        let mut seen: HashMap<String, Place> = HashMap::new();
        let mut register = Vec::new();
        for entry in entries {
            if reader.is_full() {
                reader.rest_unread(node, name);
                return None;
            }
            let place = reader.place(&entry.key_span);
            if let Some(problem) = named_by_its_text::<S>(entry, name, reader) {
                reader.report(problem);
                register.push((At { value: entry.key.clone(), place, key: place }, Field::Broken));
                continue;
            }
            check(&entry.key, place, reader);
            if let Some(first) = seen.insert(entry.key.to_ascii_lowercase(), place) {
                reader.report(duplicate(&entry.key, place, first));
            }
            let value = if entry.value.value == Value::Null {
                reader.report(
                    Diagnostic::new(Code::MissingField, place, format!("nothing is said of `{}`", entry.key)).help(format!(
                        "write its fields: `{}: {}`",
                        entry.key,
                        S::EXAMPLE
                    )),
                );
                Field::Broken
            } else {
                let head = reader.head(&entry.value);
                S::read(&entry.value, &entry.key, reader)
                    .map_or(Field::Broken, |value| Field::Is(At { value, place: head, key: place }))
            };
            register.push((At { value: entry.key.clone(), place, key: place }, value));
        }
        Some(register)
    }

    fn schema() -> serde_json::Value {
        json!({"type": "object", "propertyNames": {"pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"}, "additionalProperties": or_todo(S::schema())})
    }
}

/// The first text of a list, or the only one.
fn first_name(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(&scalar.text),
        Value::List(items) => first_name(items.first()?),
        _ => None,
    }
}

/// A list of names as a register: `{front-desk-book: {name: Front desk book}}`.
fn listed_names<S: Shape>(node: &Node) -> Option<String> {
    let only = only_text::<S>()?;
    let one = |node: &Node| match &node.value {
        Value::Scalar(scalar) => Some(format!("{}: {{{only}: {}}}", mended(&scalar.text)?, in_braces(scalar.text.trim()))),
        _ => None,
    };
    let entries = match &node.value {
        Value::List(items) => items.iter().map(one).collect::<Option<Vec<_>>>()?,
        _ => vec![one(node)?],
    };
    (!entries.is_empty()).then(|| format!("{{{}}}", entries.join(", ")))
}

/// What is said of an entry whose id is a text, or that has a text in place of its fields: both are mended in one.
fn named_by_its_text<S: Shape>(entry: &Entry, name: &str, reader: &Reader<'_>) -> Option<Diagnostic> {
    if let ("evidence", Value::Scalar(scalar)) = (name, &entry.value.value) {
        let kind = word_meant::<EvidenceKind>(&scalar.text).unwrap_or("other");
        let fields = format!("{{kind: {kind}, what: {}}}", in_braces(scalar.text.trim()));
        let problem = reader.wrong(&entry.value, &entry.key, "fields with their values").label("what is it, and of which kind?");
        return Some(problem.mend(format!("write `{}: {fields}`", entry.key)));
    }
    // what has more than one text cannot be made of one
    let only = only_text::<S>()?;
    let spaced = entry.key.contains(' ').then(|| Some((fault(&entry.key)?, mended(&entry.key)?))).flatten();
    let text = match &entry.value.value {
        Value::Scalar(scalar) if !scalar.text.trim().is_empty() => Some(scalar.text.trim()),
        Value::Null => spaced.as_ref().map(|_| entry.key.trim()),
        _ => None,
    };
    let written = reader.source(&entry.value.span).trim();
    let fields = match text {
        Some(text) => format!("{{{only}: {}}}", in_braces(text)),
        None if matches!(entry.value.value, Value::Map(_)) && written.starts_with('{') && !written.contains('\n') => {
            written.to_owned()
        }
        None => return None,
    };
    let key = reader.place(&entry.key_span);
    let problem = match spaced {
        Some(((message, _), id)) => {
            let problem = Diagnostic::new(Code::BadId, key, message).mend(format!("write `{id}: {fields}`"));
            match name {
                "systems" => problem.help(format!("and in the steps: `in: {id}`")),
                _ => problem,
            }
        }
        None if text.is_some() => reader
            .wrong(&entry.value, &entry.key, "fields with their values")
            .label(format!("its `{only}`?"))
            .mend(format!("write `{}: {fields}`", entry.key)),
        None => return None,
    };
    Some(problem)
}

/// The one field of a record that is required, if it is a text.
fn only_text<S: Shape>() -> Option<&'static str> {
    let mut required = S::RECORD?.fields.iter().filter(|field| field.need == Need::Required).map(|field| field.name);
    let only = required.next()?;
    required.next().is_none().then_some(only)
}

/// A text as it stands inside `{…}`, with a capital at its beginning.
fn in_braces(text: &str) -> String {
    let mut letters = text.chars();
    let text: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let plain = text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '\''));
    if plain { text } else { quoted(&text) }
}

/// An id that is used twice.
pub(in crate::audit) fn duplicate(id: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, place, format!("the id `{id}` is used twice"))
        .label("used again here")
        .second(first, "used here first")
        .help("give one of them another id; upper and lower case make no difference")
}

/// A map whose keys are no ids, such as the keys of findings.
pub(in crate::audit) struct Keyed<S>(PhantomData<S>);

impl<S: Shape> Shape for Keyed<S> {
    type Out = Vec<(At<String>, Field<S::Out>)>;
    const EXAMPLE: &'static str = "{}";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Self::Out> {
        let Value::Map(entries) = &node.value else {
            if node.value != Value::Broken {
                reader.wrong_type(node, name, "keys with their fields", S::EXAMPLE);
            }
            return None;
        };
        let read = |entry: &Entry, reader: &mut Reader<'_>| {
            let key = reader.place(&entry.key_span);
            let value = if entry.value.value == Value::Null {
                Field::Absent
            } else {
                let place = reader.head(&entry.value);
                S::read(&entry.value, &entry.key, reader).map_or(Field::Broken, |value| Field::Is(At { value, place, key }))
            };
            (At { value: entry.key.clone(), place: key, key }, value)
        };
        let mut keyed = Vec::new();
        for entry in entries {
            if reader.is_full() {
                reader.rest_unread(node, name);
                return None;
            }
            keyed.push(read(entry, reader));
        }
        Some(keyed)
    }

    fn schema() -> serde_json::Value {
        json!({"type": "object", "additionalProperties": or_nothing(or_todo(S::schema()))})
    }
}
