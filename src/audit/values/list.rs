//! Lists.

use std::marker::PhantomData;

use serde_json::json;

use super::{At, Field, Listed, Reader, RecordSpec, Shape, or_todo};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Words;
use crate::yaml::{Node, Value};

/// A list of values of one shape.
pub(in crate::audit) struct List<S>(PhantomData<S>);

impl<S: Shape> Shape for List<S> {
    type Out = Listed<S::Out>;
    const EXAMPLE: &'static str = "[…]";
    const RECORD: Option<&'static RecordSpec> = S::RECORD;

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Listed<S::Out>> {
        let items = match &node.value {
            Value::List(items) => items,
            Value::Broken => return None,
            _ => {
                let help = in_brackets(node, name, S::EXAMPLE, reader);
                let problem = reader.wrong(node, name, "a list");
                let problem = if matches!(node.value, Value::Scalar(_)) { problem.mend(help) } else { problem.help(help) };
                reader.report(problem);
                return None;
            }
        };
        if items.len() > S::MOST {
            let message =
                format!("`{name}` lists {} items, and no more than {} are read", Words::english().count(items.len()), S::MOST);
            reader.bad(Code::Limits, node, message, "name those alone that matter here");
            return None;
        }
        let read = |item: &Node, reader: &mut Reader<'_>| {
            if item.value == Value::Null {
                let place = reader.head(item);
                reader.report(
                    Diagnostic::new(Code::MissingField, place, format!("an item of `{name}` is empty"))
                        .help(format!("write the item, such as `{}`, or delete the empty place", S::EXAMPLE)),
                );
                return Field::Broken;
            }
            let place = reader.head(item);
            reader.item = Some(item.span.clone());
            S::read(item, name, reader).map_or(Field::Broken, |value| Field::Is(At { value, place, key: place }))
        };
        let mut listed = Vec::new();
        for item in items {
            if reader.is_full() {
                reader.rest_unread(node, name);
                return None;
            }
            listed.push(read(item, reader));
        }
        Some(Listed { items: listed })
    }

    fn schema() -> serde_json::Value {
        json!({"type": "array", "items": or_todo(S::schema())})
    }
}

/// How the value would be written as a list.
fn in_brackets(node: &Node, name: &str, example: &str, reader: &Reader<'_>) -> String {
    let written = reader.source(&node.span).trim();
    let short = !written.contains('\n') && written.len() <= 120;
    match &node.value {
        // no detail is not one that is called so
        Value::Scalar(scalar) if matches!(scalar.text.to_lowercase().as_str(), "nothing" | "none" | "no" | "-") => {
            format!("for an empty list, write `{name}: []`")
        }
        Value::Scalar(_) if short && !written.is_empty() => {
            format!("put it in brackets: `{name}: [{}]`", written.replace(" and ", ", ").replace(" & ", ", "))
        }
        // `{name, phone}`: the wrong brackets
        Value::Map(entries) if short && entries.iter().all(|entry| entry.value.value == Value::Null) => {
            let names: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
            format!("a list stands in square brackets: `{name}: [{}]`", names.join(", "))
        }
        Value::Map(_) if !short => "begin each item with `- `".into(),
        _ => format!("write it like this: `{name}: [{example}]`"),
    }
}
