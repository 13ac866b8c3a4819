//! Reports compared with numbers that were worked out elsewhere, from the framework alone.
//!
//! A case is a folder of `tests/golden`: `audits/`, and for each audit `expected/<id>.json` with a part of the keys of `report.json`.
//! These expectations are never rewritten by the program: they come from a worked example and from an independent implementation.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::check;

fn tests_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

#[test]
fn reports_have_the_expected_numbers() {
    let mut compared = 0;
    for case in fs::read_dir(tests_folder().join("golden")).unwrap() {
        let case = case.unwrap().path();
        let checked = check(&case.join("audits"));
        assert!(!checked.has_errors(), "{}: {:#?}", case.display(), checked.problems);
        assert!(!checked.audits.is_empty(), "{} has no audit", case.display());
        for (_, report) in &checked.audits {
            let path = case.join("expected").join(format!("{}.json", report.audit.id));
            let expected = read(&path);
            let actual = serde_json::to_value(report).unwrap();
            let mut differences = Vec::new();
            compare("", &expected, &actual, &mut differences);
            assert!(differences.is_empty(), "{}:\n{}", path.display(), differences.join("\n"));
            compared += 1;
        }
    }
    assert!(compared > 0);
}

#[test]
fn reports_keep_to_their_schema() {
    let schema = serde_json::from_str(&crate::report::schema_text()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for root in ["golden/blue-heron/audits", "golden/independent/audits", "../audits"] {
        for (_, report) in &check(&tests_folder().join(root)).audits {
            let data = serde_json::to_value(report).unwrap();
            let problems: Vec<_> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
            assert!(problems.is_empty(), "{}: {problems:?}", report.audit.id);
            let mut broken = data.clone();
            broken["overall"]["level"] = "three".into();
            assert!(!validator.is_valid(&broken), "the schema must tell a wrong report");
        }
    }
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// Compares every key that `expected` has; lists of rules and of leads' ids are sets, numbers may differ in the sixth decimal.
fn compare(place: &str, expected: &Value, actual: &Value, differences: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            for (key, value) in expected {
                compare(&format!("{place}/{key}"), value, actual.get(key).unwrap_or(&Value::Null), differences);
            }
        }
        (Value::Array(expected), Value::Array(actual)) if names(expected) && names(actual) => {
            let set = |list: &[Value]| -> BTreeSet<String> { list.iter().map(Value::to_string).collect() };
            if set(expected) != set(actual) {
                differences.push(format!("{place}: expected {expected:?}, found {actual:?}"));
            }
        }
        (Value::Array(expected), Value::Array(actual)) if expected.len() == actual.len() => {
            for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
                compare(&format!("{place}/{index}"), expected, actual, differences);
            }
        }
        (Value::Number(expected), Value::Number(actual)) => {
            let distance = expected.as_f64().unwrap() - actual.as_f64().unwrap();
            if distance.abs() > 1e-6 {
                differences.push(format!("{place}: expected {expected}, found {actual}"));
            }
        }
        _ if expected == actual => {}
        _ => differences.push(format!("{place}: expected {expected}, found {actual}")),
    }
}

fn names(list: &[Value]) -> bool {
    list.iter().all(Value::is_string)
}
