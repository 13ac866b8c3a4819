//! What fuzzers begin with: the files of `tests/fuzz/`, and for what reads audits the cases of the other tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use handoff_audit::audit::schema::FILES;
use serde_json::Value;

use crate::cases;

/// A case of more bytes is left out: large ones find no more, and take longer.
const LARGEST: usize = 16 << 10;

/// The seeds of a target, in an order that is always the same.
pub(super) fn of(target: &str) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> =
        files_below(&Path::new("tests/fuzz").join(target)).into_iter().map(|(_, bytes)| bytes).collect();
    match target {
        "reader" => seeds.extend(audits().into_iter().flatten().filter_map(|(path, bytes)| single(&path, &bytes))),
        "site" => seeds.extend(
            audits().into_iter().map(|files| files.iter().map(|(path, bytes)| behind(path, bytes)).collect::<Vec<_>>().concat()),
        ),
        _ => {}
    }
    seeds.retain(|seed| seed.len() <= LARGEST);
    seeds
}

/// The folders of audits that other tests and the samples have, as their files.
fn audits() -> Vec<Vec<(String, Vec<u8>)>> {
    let tests = ["golden", "valid", "invalid"].into_iter().flat_map(cases::folders).map(|case| case.join("audits"));
    let samples = ["blue-heron", "kanalrad", "lindgren-solar", "quarry-lane-vet"].map(|name| Path::new("audits").join(name));
    let is_read = |path: &str| path.ends_with(".yml") || path.ends_with(".yaml");
    let read = |folder: &Path| -> Vec<(String, Vec<u8>)> {
        // of what is attached the name is enough
        files_below(folder)
            .into_iter()
            .map(|(path, bytes)| if is_read(&path) { (path, bytes) } else { (path, Vec::new()) })
            .collect()
    };
    let samples =
        samples.iter().map(|folder| read(folder).into_iter().map(|(path, bytes)| (format!("sample/{path}"), bytes)).collect());
    tests.map(|folder| read(&folder)).chain(samples).filter(|files| !files.is_empty()).collect()
}

/// A file as the reader takes it: behind a line that says which one it is.
fn single(path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let (stem, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let first = match stem {
        "audit" | "brand" | "private" => format!("# {stem}\n"),
        _ => "# channel\n".to_owned(),
    };
    matches!(ending, "yml" | "yaml").then(|| [first.as_bytes(), bytes].concat())
}

/// A file as the build takes it: behind a line with its path.
fn behind(path: &str, bytes: &[u8]) -> Vec<u8> {
    let end: &[u8] = if bytes.ends_with(b"\n") { b"" } else { b"\n" };
    [format!("=== {path}\n").as_bytes(), bytes, end].concat()
}

/// The files below a folder, by their path from there on; none that is hidden.
fn files_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file() && !entry.file_name().to_string_lossy().starts_with('.'));
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Words that mean something to the program: the names and choices of the format, and what has a meaning in YAML, Markdown and HTML.
pub(super) fn words() -> Vec<String> {
    let mut words: BTreeSet<String> = include_str!("words.txt").lines().map(str::to_owned).collect();
    FILES.into_iter().for_each(|file| collect(&file.schema(), &mut words));
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// The names of fields and the choices that a schema knows.
fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("properties", Value::Object(named)) => words.extend(named.keys().cloned()),
                    ("enum", Value::Array(choices)) => words.extend(choices.iter().filter_map(Value::as_str).map(str::to_owned)),
                    ("const", Value::String(choice)) => drop(words.insert(choice.clone())),
                    _ => {}
                }
                collect(value, words);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        _ => {}
    }
}
