//! What loading finds wrong, on folders made for it.

use std::fs;

use super::*;

/// Files of a small audit: path and text; a path that ends in `/` is a folder.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
            fs::create_dir_all(&path).unwrap();
        } else {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
    }
    root
}

/// What was found: the audits with their channels, then the problems with the place below the root.
fn found(root: &Path) -> (Vec<String>, Vec<String>) {
    let loaded = load(root);
    let audits = loaded.audits.iter().map(|audit| {
        let channels: Vec<&str> = audit.channels.iter().map(|channel| channel.id.as_str()).collect();
        format!("{}: {}", audit.id, channels.join(" "))
    });
    let shown = root.to_string_lossy().into_owned();
    let problems = loaded.diagnostics.iter().map(|problem| {
        let path = &loaded.sources.get(problem.place.file).path;
        format!("{} {}", problem.code.id(), path.strip_prefix(&shown).unwrap_or(path).trim_start_matches('/'))
    });
    (audits.collect(), problems.collect())
}

#[track_caller]
fn check(files: &[(&str, &str)], audits: &[&str], problems: &[&str]) {
    let root = folder(files);
    let (found_audits, found_problems) = found(root.path());
    assert_eq!(found_audits, audits);
    assert_eq!(found_problems, problems);
}

#[test]
fn audits_and_channels_are_found_in_order() {
    check(
        &[
            ("b/2026/audit.yaml", ""),
            ("b/2026/web.yml", ""),
            ("b/2026/phone.yaml", ""),
            ("b/2026/private.yml", ""),
            ("b/2026/brand.yml", ""),
            ("b/2026/notes.md", ""),
            ("b/2026/.hidden.yml", ""),
            ("b/2026/evidence/calls.yml", ""),
            ("a/audit.yml", ""),
            ("a/x.yml", ""),
            (".git/audit.yml", ""),
            ("templates/phone.yml", ""),
        ],
        &["a: x", "b/2026: phone web"],
        &[],
    );
}

#[test]
fn the_root_itself_may_be_an_audit() {
    let root = folder(&[("march/audit.yml", ""), ("march/phone.yml", "")]);
    assert_eq!(found(&root.path().join("march")).0, ["march: phone"]);
}

#[test]
fn what_is_no_audit_is_told() {
    check(&[("notes/", "")], &[], &["no-audits "]);
    check(&[("a/phone.yml", "")], &[], &["no-audits "]);
    check(&[("a/audit.yml", "")], &["a: "], &["no-channels a/audit.yml"]);
    check(&[("a/Audit.yml", "")], &[], &["bad-id a/Audit.yml", "no-audits "]);
    let (_, problems) = found(Path::new("no/such/folder"));
    assert_eq!(problems, ["unreadable "]);
    let root = folder(&[("audit.yml", "")]);
    assert_eq!(load(&root.path().join("audit.yml")).diagnostics[0].code, Code::Unreadable);
}

#[test]
fn an_audit_inside_another_is_told_whatever_lies_between_them_in_order() {
    check(
        &[("a/audit.yml", ""), ("a/x.yml", ""), ("a-b/audit.yml", ""), ("a-b/x.yml", ""), ("a/b/c/audit.yml", "")],
        &["a: x", "a-b: x"],
        &["nested-audit a/b/c/audit.yml"],
    );
    let root = folder(&[("audit.yml", ""), ("x.yml", ""), ("b/audit.yml", "")]);
    assert_eq!(found(root.path()).1.last().map(String::as_str), Some("nested-audit b/audit.yml"));
}

#[test]
fn names_are_checked() {
    check(
        &[
            ("Rules/2026/audit.yml", ""),
            ("Rules/2026/x.yml", ""),
            ("blue heron/audit.yml", ""),
            ("blue heron/x.yml", ""),
            ("c/audit.yml", ""),
            ("c/audit.yaml", ""),
            ("c/Phone.yml", ""),
            ("c/phone.yaml", ""),
            ("c/web form.yml", ""),
            ("c/chat.YML", ""),
        ],
        &["Rules/2026: x", "blue heron: x", "c: Phone chat phone web form"],
        &[
            "bad-id Rules/2026/audit.yml",
            "bad-id blue heron/audit.yml",
            "duplicate-id c/audit.yaml",
            "bad-id c/chat.YML",
            "duplicate-id c/phone.yaml",
            "bad-id c/web form.yml",
        ],
    );
    check(
        &[("a/x/audit.yml", ""), ("a/x/p.yml", ""), ("A/x/audit.yml", ""), ("A/x/p.yml", "")],
        &["A/x: p", "a/x: p"],
        &["duplicate-id a/x/audit.yml"],
    );
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let root = folder(&[("a/audit.yml", ""), ("a/folder.yml/", "")]);
    fs::write(root.path().join("a/latin.yml"), b"title: caf\xe9").unwrap();
    fs::write(root.path().join("a/large.yml"), vec![b'#'; (16 << 20) + 1]).unwrap();
    let (audits, problems) = found(root.path());
    assert_eq!(audits, ["a: "]);
    assert_eq!(problems, ["unreadable a/folder.yml", "limits a/large.yml", "unreadable a/latin.yml"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_root_alone() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.yml", "x"), ("more/audit.yml", "")]);
    let root = folder(&[("a/audit.yml", ""), ("a/phone.yml", ""), ("a/evidence/calls.csv", ""), ("b/other.csv", "")]);
    let at = |path: &str| root.path().join(path);
    symlink(at("a/phone.yml"), at("a/chat.yml")).unwrap();
    symlink(outside.path().join("secret.yml"), at("a/stolen.yml")).unwrap();
    symlink(outside.path().join("secret.yml"), at("a/evidence/stolen.csv")).unwrap();
    symlink(outside.path().join("more"), at("c")).unwrap();
    symlink(at("a"), at("a/evidence/loop")).unwrap();
    symlink(at("nowhere"), at("a/gone.yml")).unwrap();
    symlink(at("b/other.csv"), at("a/evidence/other.csv")).unwrap();
    symlink(at("a/evidence/calls.csv"), at("a/calls.csv")).unwrap();
    let (audits, problems) = found(root.path());
    assert_eq!(audits, ["a: chat phone"]);
    assert_eq!(problems, ["unsafe-path a/evidence/loop", "unsafe-path a/stolen.yml", "unsafe-path c", "unreadable a/gone.yml"]);
    let loaded = load(root.path());
    let kinds: Vec<String> = loaded.audits[0]
        .attachments
        .iter()
        .filter(|(path, _)| path.ends_with(".csv") || path.as_str() == "evidence" || path.as_str() == "audit.yml")
        .map(|(path, attachment)| match attachment {
            Attachment::File(real) => format!("{path} {}", real.ends_with("evidence/calls.csv")),
            other => format!("{path} {other:?}"),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "audit.yml OwnFile",
            "calls.csv true",
            "evidence Folder",
            "evidence/calls.csv true",
            "evidence/other.csv Outside",
            "evidence/stolen.csv Outside",
        ]
    );
}

#[test]
fn attachments_that_would_be_published_are_looked_through() {
    let audit = "evidence:\n  E1: {file: calls.csv}\n  E2: {file: kept.csv, pii: true}\n  E3: {file: 'it''s.txt', pii: false}\n  E4: {file: sound.mp3}\n  E5: {file: clean.csv}\n";
    let number = "Mrs X,020 7946 0958\n";
    let root = folder(&[
        ("audit.yml", audit),
        ("phone.yml", ""),
        ("calls.csv", number),
        ("kept.csv", number),
        ("it's.txt", number),
        ("sound.mp3", "\0call 512-555-0123"),
        ("clean.csv", "2026-03-04,10:30\n"),
        ("unnamed.csv", number),
    ]);
    let looked_at = |root: &Path| load(root).audits[0].personal.keys().cloned().collect::<Vec<_>>();
    assert_eq!(looked_at(root.path()), ["calls.csv", "it's.txt"]);
    fs::write(root.path().join("clean.csv"), b"caf\xe9,020 7946 0958\n").unwrap();
    fs::write(root.path().join("calls.csv"), [number.as_bytes(), &vec![b' '; 16 << 20]].concat()).unwrap();
    assert_eq!(looked_at(root.path()), ["clean.csv", "it's.txt"], "old encodings are read, and nothing beyond 16 MiB");
}

/// The words that help with the only problem below a folder.
#[track_caller]
fn help(root: &Path) -> (String, Vec<String>) {
    let loaded = load(root);
    let [problem] = loaded.diagnostics.as_slice() else { panic!("{:?}", loaded.diagnostics) };
    (problem.label.clone(), problem.help.clone())
}

#[test]
fn habits_of_editors_and_slips_at_the_prompt_are_known() {
    let root = folder(&[("a/audit.yml", ""), ("a/phone.yml.txt", ""), ("a/notes.txt", "")]);
    assert_eq!(help(root.path()).1, ["found `phone.yml.txt`: rename it to `phone.yml`"]);
    let root = folder(&[("a/audit.yml.txt", ""), ("a/phone.yml", "")]);
    let shown = root.path().display();
    assert_eq!(help(root.path()).1, [format!("found `{shown}/a/audit.yml.txt`: rename it to `audit.yml`")]);
    let hidden = |name: &str| format!("rename it to `{name}`; where the system hides endings, let it show them first");
    let root = folder(&[("a/audit.yml", ""), ("a/form.yml", ""), ("a/phone.yml.txt", ""), ("a/form.yml.txt", "")]);
    assert_eq!(help(root.path()).1, [hidden("phone.yml")], "a copy of a file that is read is no file that is missing");
    let root = folder(&[("a/audit.yml", ""), ("a/form.yml", ""), ("b/audit.yml.txt", ""), ("a/evidence/audit.yml.txt", "")]);
    assert_eq!(help(root.path()).1, [hidden("audit.yml")]);
    let begin = "to begin, type `handoff-audit new my-client/2026-11`: it lays out a first audit here";
    let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
    let problem = Diagnostic::new(Code::Unreadable, Place { file, start: 0, end: 0 }, "");
    assert_eq!(surroundings::missing(Path::new("audits"), problem).help[0], begin);
    let (label, words) = help(Path::new("chek"));
    assert_eq!((label.as_str(), words[0].as_str()), ("did you mean the command `check`?", "run `handoff-audit check`"));
    let (label, words) = help(Path::new("no/such/folder"));
    assert_eq!(
        (label.as_str(), words.as_slice()),
        ("", ["give the folder in which the audits lie: `handoff-audit check path/to/audits`".to_owned()].as_slice())
    );
}
