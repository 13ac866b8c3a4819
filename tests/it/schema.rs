//! The JSON Schemas of the files: fresh below `schema/`, and of one mind with the program that reads the files.

use std::fs;
use std::path::{Path, PathBuf};

use handoff_audit::audit::schema::{FILES, File};
use handoff_audit::{diagnostic::Code, report};
use jsonschema::Validator;
use serde_json::Value;

use crate::cases;
use crate::cli::{code, out, run};

#[test]
fn the_schemas_are_fresh_and_printed() {
    let texts = FILES.iter().map(|file| (file.id(), file.text())).chain([("report", report::schema_text())]);
    let mut failures = Vec::new();
    let mut names = Vec::new();
    let list = out(&run(Path::new("."), &["schema"]));
    for (id, text) in texts {
        let name = format!("{id}.schema.json");
        cases::compare(&Path::new("schema").join(&name), &text, &mut failures);
        names.push(name);
        let printed = run(Path::new("."), &["schema", id]);
        assert_eq!((code(&printed), out(&printed)), (0, text), "{id}");
        assert!(list.contains(&format!("\n  {id} ")), "{id} is not in the list:\n{list}");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
    let stray = fs::read_dir("schema").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let stray: Vec<_> = stray.filter(|name| !names.contains(name)).collect();
    assert!(stray.is_empty(), "no schema any more: {stray:?}");
    assert_eq!(code(&run(Path::new("."), &["schema", "chanel"])), 2);
}

fn validator(file: File) -> Validator {
    let schema = file.schema();
    assert!(jsonschema::meta::is_valid(&schema), "{} is no JSON Schema", file.id());
    jsonschema::draft202012::new(&schema).unwrap()
}

fn validators() -> Vec<(File, Validator)> {
    FILES.into_iter().map(|file| (file, validator(file))).collect()
}

/// Every YAML file below a folder that is read as part of an audit, with what it is.
fn read_files(folder: &Path) -> Vec<(File, PathBuf)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        let hidden = path.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
        if hidden || !path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml") {
            continue;
        }
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let beside_audit = ["yml", "yaml"].iter().any(|ending| path.with_file_name(format!("audit.{ending}")).is_file());
        match stem.as_str() {
            "audit" => found.push((File::Audit, path)),
            "brand" if !path.components().any(|part| part.as_os_str() == "evidence") => found.push((File::Brand, path)),
            "private" if beside_audit => found.push((File::Private, path)),
            _ if beside_audit => found.push((File::Channel, path)),
            _ => {}
        }
    }
    found
}

/// A file as YAML of another reader sees it; none where it is no YAML.
pub(crate) fn data(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    let mut yaml: serde_yaml::Value = serde_yaml::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    yaml.apply_merge().ok()?;
    serde_json::to_value(texts(yaml)?).ok()
}

/// With texts for keys, as an editor sees them.
fn texts(yaml: serde_yaml::Value) -> Option<Value> {
    use serde_yaml::Value as Yaml;
    Some(match yaml {
        Yaml::Sequence(items) => Value::Array(items.into_iter().map(texts).collect::<Option<_>>()?),
        Yaml::Mapping(entries) => {
            let key = |key: Yaml| match key {
                Yaml::String(text) => Some(text),
                Yaml::Number(number) => Some(number.to_string()),
                Yaml::Bool(truth) => Some(truth.to_string()),
                _ => None,
            };
            Value::Object(entries.into_iter().map(|(name, value)| Some((key(name)?, texts(value)?))).collect::<Option<_>>()?)
        }
        other => serde_json::to_value(other).ok()?,
    })
}

/// What a schema refuses, a line each.
fn refused(validator: &Validator, data: &Value) -> Vec<String> {
    validator.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn sound_files_are_accepted() {
    let (validators, mut seen) = (validators(), [0; 4]);
    let mut wrong = Vec::new();
    for folder in ["audits", "tests/valid", "tests/golden", "tests/editions/private", "tests/invalid/todo"] {
        for (file, path) in read_files(Path::new(folder)) {
            // the one mistake among its TODOs
            let expected = usize::from(path.ends_with("todo/audits/my-client/2026-11/phone.yml"));
            let data = data(&path).unwrap_or_else(|| panic!("{} cannot be read a second time", path.display()));
            let (which, validator) = validators.iter().find(|(of, _)| *of == file).unwrap();
            let refused = refused(validator, &data);
            if refused.len() != expected {
                wrong.push(format!("{}: {refused:#?}", path.display()));
            }
            seen[FILES.iter().position(|of| of == which).unwrap()] += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen[0] > 15 && seen[1] > 25 && seen[2] > 1 && seen[3] > 0, "{seen:?} are too few to show anything");
}

/// Codes that speak of a value by itself, or of a record by itself: a schema can know.
const OF_SHAPE: [Code; 8] = [
    Code::UnknownField,
    Code::MissingField,
    Code::WrongType,
    Code::BadValue,
    Code::BadTime,
    Code::BadDuration,
    Code::BadId,
    Code::MissingStep,
];

/// Cases in which it takes more than the value: what else must be known.
const BEYOND: &[(&str, &str)] = &[
    ("bad-id-assets", "the name of a folder"),
    ("bad-id-brand-file", "the name of a file"),
    ("bad-id-file", "the name of a file"),
    ("bad-id-folder", "the name of a folder"),
    ("bad-id-rules", "the name of a folder"),
    ("bad-time-far", "the period"),
    ("bad-time-far-period", "the beginning of the period"),
    ("bad-time-fold", "the time zone"),
    ("bad-time-gap", "the time zone"),
    ("bad-time-holiday", "the days of a month"),
    ("bad-value-hours-many", "the number of spans"),
    ("bad-value-hours-overlap", "the order of spans"),
    ("bad-value-hours-past-midnight", "the order of times"),
    ("bad-value-hours-wrapped", "the order of days"),
    ("bad-value-hours-days-twice", "the days in a range"),
    ("bad-value-control-character", "YAML that other readers refuse"),
    ("bad-value-timezone", "the list of time zones"),
    ("missing-field-hours", "the clocks of the channels"),
    ("missing-field-close-at", "the status beside it"),
];

#[test]
fn what_the_program_refuses_by_its_shape_the_schema_refuses_too() {
    let validators = validators();
    let (mut accepted, mut tried) = (Vec::new(), 0);
    for case in cases::folders("invalid") {
        let name = cases::name(&case);
        if !OF_SHAPE.iter().any(|code| name == code.id() || name.starts_with(&format!("{}-", code.id()))) {
            continue;
        }
        let files = read_files(&case.join("audits"));
        let refuses = |(file, path): &(File, PathBuf)| {
            let (_, validator) = validators.iter().find(|(of, _)| of == file).unwrap();
            data(path).is_some_and(|data| !validator.is_valid(&data))
        };
        let beyond = BEYOND.iter().any(|(case, _)| *case == name);
        let is_refused = files.iter().any(refuses);
        tried += usize::from(is_refused);
        if is_refused == beyond {
            accepted.push(format!("{name}: refused {is_refused}, said to be beyond a schema {beyond}"));
        }
    }
    assert!(accepted.is_empty(), "{}", accepted.join("\n"));
    assert!(tried > 25, "{tried} cases are too few to show anything");
}

/// Every field of a schema, by the way to it.
fn fields<'s>(schema: &'s Value, path: &str, found: &mut Vec<(String, &'s Value)>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        found.push((path.clone(), field));
        fields(field, &path, found);
    }
    for inner in ["items", "additionalProperties"] {
        if let Some(inner) = schema.get(inner) {
            fields(inner, path, found);
        }
    }
    for form in schema["anyOf"].as_array().into_iter().flatten() {
        fields(form, path, found);
    }
}

/// Records of one line, an example of which only hints at what stands in them.
const HINTED: [&str; 1] = ["channel.leads"];

#[test]
fn every_field_has_words_and_an_example_that_holds() {
    let mut wrong = Vec::new();
    for file in FILES {
        let (schema, mut found) = (file.schema(), Vec::new());
        fields(&schema, file.id(), &mut found);
        assert!(found.len() > 5, "{}", file.id());
        for (path, field) in found {
            let words = field["description"].as_str().unwrap_or_default();
            if !(words.ends_with('.') && words.len() > 4) {
                wrong.push(format!("{path}: `{words}` are no words"));
            }
            let examples = field["examples"].as_array().map_or(&[][..], Vec::as_slice);
            if examples.is_empty() != HINTED.contains(&path.as_str()) {
                wrong.push(format!("{path}: {} examples", examples.len()));
            }
            let validator = jsonschema::draft202012::new(field).unwrap();
            for example in examples {
                for error in validator.iter_errors(example) {
                    wrong.push(format!("{path}: the example {example} is refused: {error}"));
                }
            }
            // whatever a field holds may be open still, and is known to be wrong where it is something odd
            assert!(validator.is_valid(&"TODO".into()), "{path} may be TODO");
            assert!(!validator.is_valid(&serde_json::json!([[[["odd"]]]])), "{path} takes anything");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
