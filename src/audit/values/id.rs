//! Ids, references to them, and registers: maps from an id to a record.

use std::collections::HashMap;
use std::marker::PhantomData;

use serde_json::json;

use super::{At, Field, Reader, Shape, or_nothing, or_todo};
use crate::audit::personal;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::yaml::{Node, Value};

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
    let mended: String =
        id.trim().chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_') { c } else { '-' }).collect();
    let mended = mended.trim_start_matches(['.', '_', '-']).trim_end_matches('-');
    if mended.is_empty() { rule.to_owned() } else { format!("{rule}; for example `{mended}`") }
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
                reader.wrong_type(node, name, "ids with their fields", &example);
                return None;
            }
        };
        let mut seen: HashMap<String, Place> = HashMap::new();
        let mut register = Vec::with_capacity(entries.len());
        for entry in entries {
            let place = reader.place(&entry.key_span);
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
        let read = |entry: &crate::yaml::Entry| {
            let key = reader.place(&entry.key_span);
            let value = if entry.value.value == Value::Null {
                Field::Absent
            } else {
                let place = reader.head(&entry.value);
                S::read(&entry.value, &entry.key, reader).map_or(Field::Broken, |value| Field::Is(At { value, place, key }))
            };
            (At { value: entry.key.clone(), place: key, key }, value)
        };
        Some(entries.iter().map(read).collect())
    }

    fn schema() -> serde_json::Value {
        json!({"type": "object", "additionalProperties": or_nothing(or_todo(S::schema()))})
    }
}
