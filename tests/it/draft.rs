//! Beginning to write: what `new` lays out, what `add lead` puts in, and what is said of values that are still `TODO`.

use std::fs;
use std::path::{Path, PathBuf};

use handoff_audit::audit::Edition;
use handoff_audit::audit::draft::{NewLead, append, lead_ids};
use handoff_audit::check_for;
use handoff_audit::diagnostic::{Code, Severity, SourceFile, Sources};
use handoff_audit::yaml::{self, Node, Value};
use serde_yaml::Value as Yaml;

use crate::cases;
use crate::cli::{code, copy, edit, err, files, out, run};

fn lead() -> NewLead {
    NewLead { id: "P-09".into(), arrived: Some("2026-11-05 10:20".into()), wants: Some("Unit #4".into()), ..NewLead::default() }
}

/// `tests/draft/add/<case>/before.yml`, and beside it what becomes of it or why nothing does.
#[test]
fn a_lead_is_added_as_expected() {
    let mut failures = Vec::new();
    for case in cases::folders("draft/add") {
        let before = fs::read_to_string(case.join("before.yml")).unwrap();
        let (name, other, text) = match append(&before, &lead(), &[]) {
            Ok(after) => ("after.yml", "refused.txt", after),
            Err(why) => ("refused.txt", "after.yml", why + "\n"),
        };
        assert_eq!(name == "refused.txt", cases::name(&case).starts_with("refused-"), "{}: {text}", case.display());
        assert!(!case.join(other).exists(), "{} belongs to no test", case.join(other).display());
        cases::compare(&case.join(name), &text, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The channels of all samples and valid cases, each also with other line breaks, without its last one, and with fields behind the leads.
fn channels() -> Vec<(PathBuf, String)> {
    let folders = ["audits", "tests/valid", "tests/golden", "tests/draft/add"];
    let entries = folders.iter().flat_map(walkdir::WalkDir::new).map(|entry| entry.unwrap().into_path());
    let texts = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml"));
    let mut channels = Vec::new();
    for path in texts {
        let text = fs::read_to_string(&path).unwrap();
        if lead_ids(&text).is_empty() {
            continue;
        }
        let unix = text.replace("\r\n", "\n");
        let variants = [
            text.clone(),
            unix.replace('\n', "\r\n"),
            unix.trim_end().to_owned(),
            format!("{}\nnotes: a field behind the leads\n", unix.trim_end()),
            format!("{}\n\n\n# a note\n# another\nnotes: behind", unix.trim_end()),
        ];
        channels.extend(variants.into_iter().map(|text| (path.clone(), text)));
    }
    assert!(channels.len() > 100, "{} are too few to show anything", channels.len());
    channels
}

#[test]
fn nothing_but_the_lead_is_new_in_a_file() {
    let (mut added, mut refused) = (0, Vec::new());
    for (path, before) in channels() {
        let new = NewLead { id: "NEW-1".into(), wants: Some("A: b, \"c\" #d".into()), ..lead() };
        let after = match append(&before, &new, &[]) {
            Ok(after) => after,
            // a variant of a file that ends in braces or with `...` may be none
            Err(why) if why.contains("not sound") && serde_yaml::from_str::<Yaml>(&before).is_err() => continue,
            Err(why) => {
                refused.push(format!("{}: {why}", path.display()));
                continue;
            }
        };
        let same = before.bytes().zip(after.bytes()).take_while(|(old, new)| old == new).count();
        let rest = &before.as_bytes()[same..];
        assert!(after.as_bytes().ends_with(rest), "{}: something behind the lead was changed:\n{after}", path.display());
        assert_eq!(before.contains("\r\n"), after.contains("\r\n"), "{}", path.display());
        assert_eq!(before.ends_with('\n'), after.ends_with('\n'), "{}", path.display());
        // a reader that we did not write sees the old values, and one lead more
        let read = |text: &str| serde_yaml::from_str::<Yaml>(text.trim_start_matches('\u{feff}')).unwrap();
        let (old, mut new) = (read(&before), read(&after));
        let leads = new["leads"].as_sequence_mut().unwrap();
        let last = leads.pop().unwrap();
        assert_eq!(last["id"], Yaml::from("NEW-1"), "{}:\n{after}", path.display());
        assert_eq!(last["wants"], Yaml::from("A: b, \"c\" #d"), "{}", path.display());
        assert!(old == new, "{}: other values were changed:\n{after}", path.display());
        assert_eq!(lead_ids(&after).len(), lead_ids(&before).len() + 1);
        added += 1;
    }
    assert!(added > 80, "only {added} were added; refused: {refused:#?}");
    let unexplained: Vec<_> = refused.iter().filter(|why| !why.contains("brackets") && !why.contains("/refused-")).collect();
    assert!(unexplained.is_empty(), "{unexplained:#?}");
}

#[test]
fn the_command_adds_a_lead_and_looks_around() {
    let folder = tempfile::tempdir().unwrap();
    copy(Path::new("audits"), &folder.path().join("audits"));
    let file = "audits/blue-heron/2026-03/phone.yml";
    let before = fs::read_to_string(folder.path().join(file)).unwrap();
    for (arguments, said) in [
        (vec![file, "--id", "w-01"], "has a lead `W-01` already"),
        (vec![file, "--id", "P 9"], "holds a space"),
        (vec![file, "--id", "P-09", "--arrived", "+3m"], "an arrival is a local time"),
        (vec!["audits/blue-heron/2026-03/audit.yml", "--id", "P-09"], "is no channel"),
        (vec!["audits/blue-heron/2026-03/fax.yml", "--id", "P-09"], "there is no file"),
    ] {
        let output = run(folder.path(), &[vec!["add", "lead"], arguments.clone()].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
    assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), before, "refused, so nothing was written");
    let output = run(folder.path(), &["add", "lead", file, "--id", "P-09", "--staff-says", "We rang: twice", "--test"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let after = fs::read_to_string(folder.path().join(file)).unwrap();
    let added = after.strip_prefix(&before).expect("the lead stands at the end");
    assert!(
        added.starts_with("\n  - id: P-09\n    arrived: TODO\n    staff_says: \"We rang: twice\"\n    test: true\n"),
        "{added}"
    );
    let check = run(folder.path(), &["check"]);
    assert!(out(&check).contains("`P-09` still lacks `arrived`, `capture`"), "{}", out(&check));
    assert!(!out(&check).contains("error["), "{}", out(&check));
}

#[test]
fn a_new_audit_is_laid_out_as_expected() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["new", "blue-heron/2026-11", "--leads", "2"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let audit = folder.path().join("audits/blue-heron/2026-11");
    let mut failures = Vec::new();
    let written = files(&audit);
    let names: Vec<_> = written.keys().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(names, ["audit.yml", "estimate.yml", "form.yml", "phone.yml"]);
    for (name, bytes) in &written {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.lines().all(|line| line.chars().count() <= 130 && line == line.trim_end()), "{}", name.display());
        let schema = text.lines().next().unwrap().strip_prefix("# yaml-language-server: $schema=").unwrap();
        assert!(audit.join(schema).is_file(), "{schema} leads nowhere");
        cases::compare(&Path::new("tests/draft/new").join(name), &text, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn a_new_audit_has_no_mistake_and_is_told_as_one_list() {
    let folder = tempfile::tempdir().unwrap();
    let kinds = "phone,form,estimate,chat,email,social,marketplace,walk-in,referral,other";
    assert_eq!(code(&run(folder.path(), &["new", "4you/q4", "--channels", kinds, "--leads", "5", "--audits", "clients"])), 0);
    let check = run(folder.path(), &["check", "clients", "--format", "json"]);
    assert_eq!(code(&check), 1, "an audit with TODOs is not ready");
    let found: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!((&found["errors"], &found["warnings"]), (&0.into(), &0.into()), "{found:#}");
    let problems = found["problems"].as_array().unwrap();
    assert!(problems.iter().all(|problem| problem["code"] == "todo" && problem["severity"] == "todo"));
    assert_eq!(found["todos"], problems.len());
    let shown = out(&run(folder.path(), &["check", "clients"]));
    assert_eq!(shown.matches("still to do[todo]").count(), 1);
    assert_eq!(shown.matches("`arrived`").count(), 50, "each lead once:\n{shown}");
    let build = run(folder.path(), &["clients"]);
    assert_eq!(code(&build), 1);
    assert!(err(&build).contains("nothing is wrong: write a fact in place of each `TODO`"), "{}", err(&build));
    assert!(!folder.path().join("site").exists());
}

/// From nothing to a site, with facts where the `TODO`s were.
#[test]
fn a_new_audit_that_is_filled_in_builds() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&run(folder.path(), &["new", "blue-heron/2026-11"])), 0);
    let path = |name: &str| folder.path().join("audits/blue-heron/2026-11").join(name);
    let main = path("audit.yml");
    for (name, fact) in [
        ("auditor", "Harbour Audit Practice"),
        ("period", "2026-11-02 to 2026-11-13"),
        ("observed_through", "2026-11-28"),
        ("timezone", "Europe/London"),
        ("hours", "{mon-fri: \"09:00-17:00\"}"),
    ] {
        edit(&main, &format!("\n{name}: TODO"), &format!("\n{name}: {fact}"));
    }
    edit(&main, "name: TODO", "name: A system");
    edit(&main, "what: TODO", "what: A source");
    for name in ["phone.yml", "form.yml", "estimate.yml"] {
        let facts = [
            ("leads: TODO", "leads: 40"),
            ("source: TODO", "source: The owner"),
            ("frame: TODO", "frame: All of them"),
            ("size: TODO", "size: 20"),
            ("method: TODO", "method: random"),
            ("arrived: TODO", "arrived: 2026-11-03 09:12"),
            ("wants: TODO", "wants: A repair"),
            ("at: TODO, in: TODO, got: [TODO]", "at: +1m, in: crm, got: [name, phone, contact, need, address, scope]"),
            ("at: TODO, owner: TODO, kind: TODO, in: TODO", "at: +2m, owner: Front desk, kind: person, in: crm"),
            ("at: TODO, did: TODO, result: TODO", "at: +5m, did: call, result: reached"),
            (
                "at: TODO, what: TODO, for: TODO, told_by: TODO, in: TODO",
                "at: +6m, what: visit, for: +1d, told_by: sms, in: calendar",
            ),
            ("status: TODO, at: TODO, in: TODO", "status: attended, at: +1d2h, in: crm"),
            ("evidence: [TODO]", "evidence: [E1, E2, E3]"),
        ];
        facts.iter().for_each(|(todo, fact)| edit(&path(name), todo, fact));
    }
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(out(&output).starts_with("Built 1 audit from 15 leads"), "{}", out(&output));
    assert!(!err(&output).contains("error["), "{}", err(&output));
}

#[test]
fn new_never_overwrites_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(&run(folder.path(), &["new", "a/2026-11"])), 0);
    fs::write(folder.path().join("audits/.schema/audit.schema.json"), "of an older version").unwrap();
    fs::create_dir_all(folder.path().join("audits/b/2026-11")).unwrap();
    let before = files(folder.path());
    for (arguments, said) in [
        (&["a/2026-11"][..], "is there already"),
        (&["a/2026-11/phone"], "is not a client and a period"),
        (&["a"], "write both with a `/` between them: `a/2026-11`"),
        (&["a/2026-11/x/"], "is not a client and a period"),
        (&["blue heron/2026-11"], "holds a space"),
        (&["../2026-11"], "does not begin with a letter or a digit"),
        (&["rules/2026-11"], "cannot begin with `rules`"),
        (&["a/2026-12", "--channels", "phone,phone"], "names `phone` twice"),
        (&["a/2026-12", "--channels", "fax"], "possible values: phone, form"),
        (&["a/2026-12", "--leads", "0"], "0 is not in 1..=500"),
        (&["x/y", "--audits", "audits/a/2026-11"], "is an audit itself"),
    ] {
        let output = run(folder.path(), &[&["new"], arguments].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
    assert_eq!(files(folder.path()), before, "nothing was touched");
    assert_eq!(code(&run(folder.path(), &["new", "b/2026-11"])), 0, "an empty folder may be filled");
    let schema = fs::read_to_string(folder.path().join("audits/.schema/audit.schema.json")).unwrap();
    assert!(schema.starts_with('{'), "the schemas are the program's own, and renewed");
}

/// Where the values of fields stand in a text: those that could be `TODO` as well.
fn values(node: &Node, found: &mut Vec<std::ops::Range<usize>>) {
    match &node.value {
        Value::Map(entries) => {
            for entry in entries {
                found.push(entry.value.span.clone());
                values(&entry.value, found);
            }
        }
        Value::List(items) => items.iter().for_each(|item| {
            found.push(item.span.clone());
            values(item, found);
        }),
        _ => {}
    }
}

/// Whatever value of a sound audit is `TODO`, that is all there is to say of it: no other error follows.
#[test]
fn a_todo_is_never_a_mistake() {
    let mut tried = 0;
    // of the larger one every seventh value: its leads are much alike
    for (folder, stride) in [("tests/valid/every-field/audits", 1), ("tests/valid/brands/audits", 1), ("audits/blue-heron", 7)] {
        let copied = tempfile::tempdir().unwrap();
        copy(Path::new(folder), copied.path());
        let read = |path: &PathBuf| {
            path.extension().is_some_and(|ending| ending == "yml") && !path.starts_with("client/2026-03/evidence")
        };
        let yaml = files(copied.path()).into_keys().filter(read);
        for path in yaml.map(|path| copied.path().join(path)) {
            let text = fs::read_to_string(&path).unwrap();
            let mut sources = Sources::default();
            let file = sources.add(SourceFile { path: String::new(), text: text.clone() });
            let mut spans = Vec::new();
            values(&yaml::parse(file, &text).root, &mut spans);
            for span in spans.into_iter().step_by(stride) {
                let written = text[span.clone()].trim_end();
                // a value of several lines would leave some of them behind; anchors are told of where they are used
                if written.contains('\n') || written.starts_with(['&', '*', '|', '>']) || written.is_empty() {
                    continue;
                }
                let end = span.start + written.len();
                fs::write(&path, format!("{}TODO{}", &text[..span.start], &text[end..])).unwrap();
                let problems = check_for(copied.path(), Edition::Internal).problems;
                let told = |code| problems.iter().filter(|problem| problem.code == code).count();
                let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
                assert!(errors.is_empty(), "TODO for `{written}` in {}: {errors:#?}", path.display());
                assert_eq!(told(Code::Todo), 1, "TODO for `{written}` in {}", path.display());
                tried += 1;
            }
            fs::write(&path, text).unwrap();
        }
    }
    assert!(tried > 250, "{tried} values are too few to show anything");
}
