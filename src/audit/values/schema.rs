//! The JSON Schema of records, and what every value may be besides what its shape says: `TODO`, or nothing.

use serde_json::{Map, Value as Json, json};

use super::{FieldSpec, Need, RecordSpec};
use crate::audit::todo;
use crate::diagnostic::{SourceFile, Sources};
use crate::yaml::{self, Node, Value};

impl RecordSpec {
    /// Its JSON Schema, fields in the order of the format.
    pub(in crate::audit) fn schema(&self) -> Json {
        let properties: Map<_, _> = self.fields.iter().map(|field| (field.name.to_owned(), field.documented())).collect();
        let required: Vec<_> = self.fields.iter().filter(|field| field.need != Need::Optional).map(|field| field.name).collect();
        json!({"type": "object", "description": self.words.trim(), "properties": properties, "required": required, "additionalProperties": false})
    }
}

impl FieldSpec {
    /// The schema of its value with everything that is said of it.
    fn documented(&self) -> Json {
        let mut schema = or_todo((self.schema)());
        if self.need == Need::Optional {
            schema = or_nothing(schema);
        }
        if let Json::Object(schema) = &mut schema {
            let description = format!("{} {}", self.words.trim(), self.form);
            schema.insert("description".into(), json!(description.trim()));
            if let Some(default) = self.default {
                schema.insert("default".into(), serde_json::from_str(default).unwrap_or_else(|_| json!(default)));
            }
            if let Some(example) = example(self.example) {
                schema.insert("examples".into(), json!([example]));
            }
        }
        schema
    }
}

/// The same value, or `TODO`, as it is read.
pub(super) fn or_todo(mut schema: Json) -> Json {
    let Json::Object(map) = &mut schema else { return schema };
    if let Some(only) = map.remove("const") {
        map.insert("enum".into(), json!([only]));
    }
    if let Some(Json::Array(choices)) = map.get_mut("enum") {
        choices.push(json!(todo::TODO));
    } else if let Some(Json::Array(forms)) = map.get_mut("anyOf") {
        // beside the words that stand in the place of facts
        let words = forms.iter_mut().find_map(|form| form.get_mut("enum")?.as_array_mut());
        words.into_iter().for_each(|words| words.push(json!(todo::TODO)));
    } else {
        let mut types = types(map);
        let pattern = match (types.iter().any(|kind| kind == "string"), map.get("pattern").and_then(Json::as_str)) {
            // any text will do
            (true, None) => None,
            (true, Some(pattern)) => Some(format!("{}|{pattern}", todo::PATTERN)),
            (false, _) => {
                types.push(json!("string"));
                Some(todo::PATTERN.to_owned())
            }
        };
        map.insert("type".into(), Json::Array(types));
        if let Some(pattern) = pattern {
            map.insert("pattern".into(), json!(pattern));
        }
    }
    schema
}

/// The same value, or none behind the name of the field.
pub(super) fn or_nothing(mut schema: Json) -> Json {
    let Json::Object(map) = &mut schema else { return schema };
    if let Some(Json::Array(choices)) = map.get_mut("enum") {
        choices.push(Json::Null);
    } else {
        let mut types = types(map);
        types.push(json!("null"));
        map.insert("type".into(), Json::Array(types));
    }
    schema
}

fn types(map: &Map<String, Json>) -> Vec<Json> {
    match map.get("type") {
        Some(Json::Array(types)) => types.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    }
}

/// An example as data; none where it is only hinted at.
fn example(written: &str) -> Option<Json> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile { path: String::new(), text: written.to_owned() });
    let parsed = yaml::parse(file, written);
    let telling = parsed.problems.is_empty() && !written.contains('…') && written != "{}";
    if telling { data(&parsed.root) } else { None }
}

fn data(node: &Node) -> Option<Json> {
    match &node.value {
        Value::Scalar(scalar) => {
            let number = serde_json::from_str(&scalar.text).ok().filter(|_| scalar.plain);
            Some(number.unwrap_or_else(|| json!(scalar.text)))
        }
        Value::List(items) => items.iter().map(data).collect(),
        Value::Map(entries) => {
            let fields: Option<Map<_, _>> = entries.iter().map(|entry| Some((entry.key.clone(), data(&entry.value)?))).collect();
            fields.map(Json::Object)
        }
        Value::Null | Value::Broken => None,
    }
}
