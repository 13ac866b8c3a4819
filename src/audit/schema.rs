//! The JSON Schema of the files, so that an editor completes and checks while one types.
//!
//! Made of the same declarations that read the files: names, what they say, what is required, what holds where they are left out.

use serde_json::{Value, json};

use super::raw::{AuditFile, BrandFile, ChannelFile, PrivateFile};
use super::values::RecordSpec;

/// A file that auditors write, for which there is a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `audit.yml`.
    Audit,
    /// The file of a channel.
    Channel,
    /// `brand.yml`.
    Brand,
    /// `private.yml`.
    Private,
}

/// All of them.
pub const FILES: [File; 4] = [File::Audit, File::Channel, File::Brand, File::Private];

impl File {
    /// Its name: `audit`.
    pub const fn id(self) -> &'static str {
        match self {
            File::Audit => "audit",
            File::Channel => "channel",
            File::Brand => "brand",
            File::Private => "private",
        }
    }

    /// What it is, in a few words.
    pub const fn about(self) -> &'static str {
        match self {
            File::Audit => "`audit.yml`: who, when, systems, evidence, the auditor's words",
            File::Channel => "a channel's file: its sample, its limits, the traced leads",
            File::Brand => "`brand.yml`: name, logo, colour and address of those who audit",
            File::Private => "`private.yml`: names behind the ids, for the internal edition",
        }
    }

    /// The file that its schema is written into: `audit.schema.json`.
    pub fn file_name(self) -> String {
        format!("{}.schema.json", self.id())
    }

    /// Its schema.
    pub fn schema(self) -> Value {
        let record: &RecordSpec = match self {
            File::Audit => &AuditFile::SPEC,
            File::Channel => &ChannelFile::SPEC,
            File::Brand => &BrandFile::SPEC,
            File::Private => &PrivateFile::SPEC,
        };
        let comment = format!("Printed by `handoff-audit schema {}`; made of the declarations that read the files.", self.id());
        let mut schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$comment": comment,
            "title": format!("Handoff audit: {}", self.about()),
        });
        if let (Value::Object(schema), Value::Object(fields)) = (&mut schema, record.schema()) {
            schema.extend(fields);
        }
        #[expect(clippy::indexing_slicing, reason = "an object takes any name")]
        if self == File::Private {
            // comments alone name nobody yet
            schema["type"] = json!(["object", "null"]);
        }
        schema
    }

    /// Its schema as a text.
    pub fn text(self) -> String {
        format!("{:#}\n", self.schema())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every description of the fields below a schema, by the way to the field.
    fn described(schema: &Value, path: &str, found: &mut Vec<(String, bool)>) {
        let Value::Object(map) = schema else {
            return;
        };
        for (name, field) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
            let path = format!("{path}.{name}");
            found.push((
                path.clone(),
                field.get("description").is_some_and(|words| words.as_str().is_some_and(|words| words.ends_with('.'))),
            ));
            described(field, &path, found);
        }
        for inner in ["items", "additionalProperties"] {
            described(map.get(inner).unwrap_or(&Value::Null), path, found);
        }
        for choice in map.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
            described(choice, path, found);
        }
    }

    #[test]
    fn every_field_is_described() {
        let mut found = Vec::new();
        described(&File::Audit.schema(), "audit", &mut found);
        described(&File::Channel.schema(), "channel", &mut found);
        described(&File::Brand.schema(), "brand", &mut found);
        let without: Vec<&str> = found.iter().filter(|(_, described)| !described).map(|(path, _)| path.as_str()).collect();
        assert!(without.is_empty(), "{without:?}");
        for path in [
            "audit.gate.fail.unproven_above",
            "audit.evidence.pii",
            "channel.within.close",
            "channel.leads.close.agrees",
            "brand.accent_dark",
        ] {
            assert!(found.iter().any(|(found, _)| found == path), "{path} is not in the schema");
        }
    }

    #[test]
    fn defaults_and_choices_are_told() {
        let channel = File::Channel.schema();
        let field = |pointer: &str| channel.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(field("/properties/volume/properties/per/default"), "month");
        assert_eq!(field("/properties/leads/items/properties/continue/anyOf/0/properties/touches/default"), 1);
        assert_eq!(field("/properties/clock/enum"), &json!(["always", "business", "TODO", null]));
        assert_eq!(field("/required"), &json!(["title", "kind", "sample", "leads"]));
        assert_eq!(field("/additionalProperties"), false);
    }
}
