//! Words, names and values that would be code elsewhere, in every place of the format, and what becomes of them in every output.
//!
//! The strings are `tests/hostile/strings.json`, the audit that holds a text in every field is `tests/hostile/audit`. The places are
//! those that the schemas know, so that a field that comes later is tried as well, or the test names it.

mod corpus;
mod names;
mod site;
mod terminal;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use handoff_audit::audit::Edition;
use handoff_audit::diagnostic::Code;
use handoff_audit::{check, check_for};
use serde_json::{Value, json};

use crate::browser;
use crate::cli::{code, err, program, run};
use corpus::{Ground, Hostile, Leaf};
use site::Plain;

/// The folder of one of many audits.
fn folder_of(root: &Path, number: usize) -> PathBuf {
    root.join(format!("audits/c{number:02}/2026-03"))
}

/// Writes audits of which each has another string in each place, so that together they have every string everywhere, and gives the
/// places with how many texts each has in one audit.
fn plant(root: &Path, numbers: impl Iterator<Item = usize>, strings: &[Hostile]) -> BTreeMap<String, usize> {
    let ground = Ground::new();
    let names: Vec<String> = strings.iter().filter_map(Hostile::as_attachment).collect();
    let mut times = BTreeMap::new();
    for number in numbers {
        let folder = folder_of(root, number);
        let files = RefCell::new(names.iter().cycle().skip(number * 3));
        let mut at = number;
        times = ground.write(
            &folder,
            &mut |path, leaf, value| {
                if leaf == Leaf::Text {
                    *value = json!(strings[at % strings.len()].text);
                    at += 1;
                } else if path == "audit.evidence.*.file" && value != "evidence/calls.csv" {
                    let name = files.borrow_mut().next().unwrap();
                    fs::write(folder.join(name), "<script>window.hostile = 'a file'</script>").unwrap();
                    *value = json!(name);
                } else if path == "audit.language" {
                    *value = json!(["en", "de"][number % 2]);
                }
            },
            &corpus::json,
        );
    }
    times
}

/// The same audit with words that are none but words: what pages are made of without any string.
fn plain(root: &Path) {
    let words =
        |number: usize| Hostile { mark: String::new(), kind: String::new(), text: format!("plain words number {number}") };
    plant(root, 0..2, &(100..800).map(words).collect::<Vec<_>>());
}

fn build(folder: &Path, arguments: &[&str]) {
    let output = run(folder, &[&["--no-cache"], arguments].concat());
    // the gate fails in all of them, since an action is overdue
    assert_eq!(code(&output), 3, "{}", err(&output));
    terminal::is_calm(&err(&output), "build");
}

#[test]
fn strings_in_every_field_stay_texts_in_every_output() {
    let folder = tempfile::tempdir().unwrap();
    let (full, few, twin) = (folder.path().join("full"), folder.path().join("few"), folder.path().join("twin"));
    let all = Hostile::all();
    let strings: Vec<Hostile> = all.iter().filter(|one| one.is_taken()).cloned().collect();
    let times = plant(&full, 0..strings.len(), &strings);
    let places: BTreeSet<String> = times.iter().filter(|(_, times)| **times > 0).map(|(path, _)| path.clone()).collect();
    let untried: Vec<_> = Ground::new().texts().difference(&places).cloned().collect();
    assert!(untried.is_empty(), "no text stands in these fields of tests/hostile/audit: {untried:?}");
    plant(&few, 0..2, &strings);
    plain(&twin);

    build(&full, &["--edition", "internal", "-o", "site"]);
    build(&few, &["--zip", "-o", "site"]);
    build(&few, &["--single-file", "-o", "single"]);
    build(&twin, &["--edition", "internal", "-o", "site"]);
    build(&twin, &["-o", "client"]);
    build(&twin, &["--single-file", "-o", "single"]);

    let seen = site::is_sound(&full.join("site"), &strings, &Plain::of(&twin.join("site")));
    for (ending, least) in [("csv", strings.len()), ("json", strings.len()), ("js", strings.len())] {
        assert!(seen.texts[ending].len() >= least, "{ending}: {} of {} strings", seen.texts[ending].len(), strings.len());
    }
    zip_is_sound(&few.join("site.zip"));

    let checked = check_for(&full.join("audits"), Edition::Internal);
    let mut formats = terminal::outputs_are_harmless(&checked);
    for number in 0..2 {
        formats += terminal::outputs_are_harmless(&check(&folder_of(&few, number)));
    }
    let (fields, files) = (times.values().sum::<usize>(), seen.files.values().sum::<usize>());
    browser::say(&format!(
        "{} strings in {fields} places of {} fields, {} times: {files} files and {formats} documents\n",
        strings.len(),
        places.len(),
        fields * strings.len(),
    ));
    let corpus = crate::tests_folder().join("hostile/strings.json");
    browser::node("hostile.mjs", &[full.as_os_str(), few.as_os_str(), twin.as_os_str(), corpus.as_os_str()]);
}

/// Every entry lies in the zip's own folder, under a name that leads nowhere else.
fn zip_is_sound(file: &Path) {
    let mut archive = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut attached = 0;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap();
        assert!(entry.enclosed_name().is_some() && name.starts_with("site/") && !name.contains(['\\', '\0', '\n']), "{name:?}");
        attached += usize::from(name.contains("/evidence/a "));
    }
    assert!(attached >= 4, "{attached}");
}

/// A value in a file that is no text: the error that names it is an output, too.
#[test]
fn strings_in_place_of_values_are_told_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let all = Hostile::all();
    let (ground, mut told, mut fields, mut formats) = (Ground::new(), 0, 0, 0);
    for (number, one) in all.iter().enumerate() {
        let folder = folder_of(folder.path(), number);
        // each value once, in the place where it comes first
        let (mut at, mut replaced) = (number, BTreeSet::new());
        ground.write(
            &folder,
            &mut |path, leaf, value| {
                // what the whole of a file hangs on is wrong in some of them alone
                if leaf == Leaf::Other && (path != "audit.format" || number % 8 == 0) && replaced.insert(path.to_owned()) {
                    at += 1;
                    *value = json!(all[at % all.len()].text);
                    fields += 1;
                }
            },
            &|name, value| {
                if number % 4 == 1 {
                    name_fields(value, one);
                }
                let text = corpus::json(name, value);
                // as the terminal would have it, where YAML lets it stand
                if number % 4 == 3 && name == "phone.yml" { raw(&text) } else { text }
            },
        );
        let checked = check_for(&folder, Edition::Internal);
        assert!(checked.has_errors(), "{one:?}");
        told += checked.problems.len();
        formats += terminal::outputs_are_harmless(&checked);
    }
    browser::say(&format!("{fields} values replaced, {told} problems told in {formats} documents\n"));
    assert!(fields > 1000 && told > 4000, "{fields} values, {told} problems");
}

/// Gives every group of fields one more, and every register an entry, under the name of a string.
fn name_fields(value: &mut Value, one: &Hostile) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(|value| name_fields(value, one));
            map.insert(one.text.clone(), json!(one.text));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| name_fields(item, one)),
        _ => {}
    }
}

/// The same text with escape sequences as they are, and not as JSON writes them.
fn raw(text: &str) -> String {
    text.replace("\\u001b", "\u{1b}").replace("\\u0007", "\u{7}").replace("\\b", "\u{8}")
}

/// Control characters never come in, wherever they stand in a file.
#[test]
fn control_characters_are_refused_in_every_text() {
    let folder = tempfile::tempdir().unwrap();
    let refused: Vec<Hostile> = Hostile::all().into_iter().filter(|one| !one.is_taken()).collect();
    assert!(refused.len() > 4, "{refused:?}");
    for (number, one) in refused.iter().enumerate() {
        let folder = folder_of(folder.path(), number);
        let mut texts = 0;
        Ground::new().write(
            &folder,
            &mut |_, leaf, value| {
                if leaf == Leaf::Text {
                    texts += 1;
                    *value = json!(one.text);
                }
            },
            &corpus::json,
        );
        let checked = check_for(&folder, Edition::Internal);
        let told =
            checked.problems.iter().filter(|problem| problem.code == Code::BadValue && problem.message.contains("control"));
        assert_eq!(told.count(), texts, "{one:?}");
    }
}

/// What a command says in a job of GitHub's, which ends in no way that nobody meant.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let variables = [("CLICOLOR_FORCE", "1"), ("GITHUB_ACTIONS", "true")];
    let output = program().current_dir(folder).envs(variables).args(arguments).output().unwrap();
    assert!(output.status.code().is_some_and(|code| code <= 3), "{arguments:?}: {:?}", output.status);
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(!terminal::uncoloured(&text).contains("##["), "{arguments:?} gives GitHub a command: {text}");
    text
}
