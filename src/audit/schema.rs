//! The JSON Schema of the files, so that an editor completes and checks while one types.
//!
//! Made of the same declarations that read the files: names, what they say, what is required, what holds where they are left out.

use serde_json::{Value, json};

use super::raw::{AuditFile, BrandFile, ChannelFile};
use super::values::RecordSpec;

/// The schema of `audit.yml`.
pub fn audit_file() -> Value {
    file("audit.yml of a handoff audit", &AuditFile::SPEC)
}

/// The schema of a channel's file.
pub fn channel_file() -> Value {
    file("A channel of a handoff audit", &ChannelFile::SPEC)
}

/// The schema of `brand.yml`.
pub fn brand_file() -> Value {
    file("brand.yml of handoff audits", &BrandFile::SPEC)
}

fn file(title: &str, record: &RecordSpec) -> Value {
    let mut schema = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title});
    if let (Value::Object(schema), Value::Object(fields)) = (&mut schema, record.schema()) {
        schema.extend(fields);
    }
    schema
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
        described(&audit_file(), "audit", &mut found);
        described(&channel_file(), "channel", &mut found);
        described(&brand_file(), "brand", &mut found);
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
        let channel = channel_file();
        let field = |pointer: &str| channel.pointer(pointer).unwrap_or(&Value::Null);
        assert_eq!(field("/properties/volume/properties/per/default"), "month");
        assert_eq!(field("/properties/leads/items/properties/continue/anyOf/0/properties/touches/default"), 1);
        assert_eq!(field("/properties/clock/enum"), &json!(["always", "business"]));
        assert_eq!(field("/required"), &json!(["title", "kind", "sample", "leads"]));
        assert_eq!(field("/additionalProperties"), false);
    }
}
