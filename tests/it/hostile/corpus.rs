//! The strings, and how each is planted: in the place of every text that the schemas know, and of every value that is none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use handoff_audit::audit::schema::File;
use serde_json::Value;

use crate::cli::copy;
use crate::schema::data;
use crate::tests_folder;

/// A string of the corpus.
#[derive(Clone, Debug, serde::Deserialize)]
pub(super) struct Hostile {
    /// Stands in it, and in no other.
    pub(super) mark: String,
    /// What it tries.
    pub(super) kind: String,
    /// The string.
    pub(super) text: String,
}

impl Hostile {
    /// All of them.
    pub(super) fn all() -> Vec<Hostile> {
        let all: Vec<Hostile> =
            serde_json::from_str(&fs::read_to_string(tests_folder().join("hostile/strings.json")).unwrap()).unwrap();
        let marks: BTreeSet<_> = all.iter().map(|one| &one.mark).collect();
        assert_eq!(marks.len(), all.len(), "every string has a mark of its own");
        for one in &all {
            let strangers = all.iter().filter(|other| other.mark != one.mark && one.text.contains(&other.mark)).count();
            assert!(one.text.contains(&one.mark) && strangers == 0, "{one:?}");
        }
        all
    }

    /// Whether a text may hold it: control characters are refused.
    pub(super) fn is_taken(&self) -> bool {
        !self.text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
    }

    /// The same as a name that Unix gives files.
    pub(super) fn as_name(&self) -> String {
        let name: String = self.text.chars().map(|c| if c == '/' { '\u{2215}' } else { c }).filter(|c| *c != '\0').collect();
        let end = (0..=name.len().min(180)).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
        name[..end].to_owned()
    }

    /// The same as the name of an attachment; none where such names are refused.
    pub(super) fn as_attachment(&self) -> Option<String> {
        let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let name = self.as_name().replace('\\', "\u{2216}");
        (!name.contains(|c: char| c.is_control() || turns(c))).then(|| format!("evidence/a {name}"))
    }
}

/// The files of the audit whose texts are replaced, each with its schema.
const FILES: [(&str, File); 5] = [
    ("audit.yml", File::Audit),
    ("phone.yml", File::Channel),
    ("web-form.yml", File::Channel),
    ("brand.yml", File::Brand),
    ("private.yml", File::Private),
];

/// A value in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaf {
    /// A text: whatever stands there is one.
    Text,
    /// Of another kind: a time, an id, a choice.
    Other,
}

/// Whether a schema is that of a free text.
fn is_text(schema: &Value) -> bool {
    let types = schema["type"].as_array().into_iter().flatten();
    let names: Vec<_> = types.filter_map(Value::as_str).filter(|name| *name != "null").collect();
    names == ["string", "number", "boolean"]
}

/// The free texts below a schema, each by the way to it.
fn texts(schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    if is_text(schema) {
        found.insert(path.to_owned());
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        texts(field, &format!("{path}.{name}"), found);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        texts(choice, path, found);
    }
    texts_in(schema, "additionalProperties", &format!("{path}.*"), found);
    texts_in(schema, "items", &format!("{path}[]"), found);
}

fn texts_in(schema: &Value, of: &str, path: &str, found: &mut BTreeSet<String>) {
    if schema[of].is_object() {
        texts(&schema[of], path, found);
    }
}

/// Goes through the values of a file with its schema.
fn walk(schema: &Value, value: &mut Value, path: &str, visit: &mut dyn FnMut(&str, Leaf, &mut Value)) {
    let fits = |choice: &&Value| match &*value {
        Value::Object(map) => choice["properties"].as_object().is_some_and(|known| map.keys().all(|key| known.contains_key(key))),
        _ => !choice["properties"].is_object(),
    };
    if let Some(choices) = schema["anyOf"].as_array() {
        let choice = choices.iter().find(fits).unwrap_or_else(|| panic!("{path}: no choice of the schema fits {value}"));
        return walk(choice, value, path, visit);
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match &schema["properties"][key] {
                    Value::Null => walk(&schema["additionalProperties"], value, &format!("{path}.*"), visit),
                    field => walk(field, value, &format!("{path}.{key}"), visit),
                }
            }
        }
        Value::Array(items) => {
            items.iter_mut().for_each(|item| walk(&schema["items"], item, &format!("{path}[]"), visit));
        }
        value => visit(path, if is_text(schema) { Leaf::Text } else { Leaf::Other }, value),
    }
}

/// The audit whose texts are replaced.
pub(super) struct Ground {
    files: Vec<(&'static str, Value, Value)>,
}

impl Ground {
    pub(super) fn new() -> Ground {
        let folder = tests_folder().join("hostile/audit");
        let file = |(name, file): (&'static str, File)| (name, file.schema(), data(&folder.join(name)).unwrap());
        Ground { files: FILES.map(file).into() }
    }

    /// Every free text of the format, by the way to it.
    pub(super) fn texts(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.files.iter().for_each(|(name, schema, _)| texts(schema, kind(name), &mut found));
        found
    }

    /// Writes the audit into a folder, with its values as `change` leaves them; says how often there was which. `finish` may write a
    /// file otherwise.
    pub(super) fn write(
        &self,
        folder: &Path,
        change: &mut dyn FnMut(&str, Leaf, &mut Value),
        finish: &dyn Fn(&str, &mut Value) -> String,
    ) -> BTreeMap<String, usize> {
        copy(&tests_folder().join("hostile/audit"), folder);
        let mut times = BTreeMap::new();
        for (name, schema, sample) in &self.files {
            let mut value = sample.clone();
            walk(schema, &mut value, kind(name), &mut |path, leaf, value| {
                *times.entry(path.to_owned()).or_default() += usize::from(leaf == Leaf::Text);
                change(path, leaf, value);
            });
            let text = finish(name, &mut value);
            fs::write(folder.join(name), text).unwrap();
        }
        times
    }
}

/// A file as JSON, which is YAML where characters that no YAML may hold are written as escapes.
pub(super) fn json(_: &str, value: &mut Value) -> String {
    let bare = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    format!("{value:#}").chars().map(|c| if bare(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect()
}

/// What a way to a field begins with: the two channels are one kind of file.
fn kind(name: &str) -> &str {
    match name.trim_end_matches(".yml") {
        "phone" | "web-form" => "channel",
        name => name,
    }
}
