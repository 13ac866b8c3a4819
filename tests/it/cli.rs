//! The commands as a user types them: what they print, how they end, and what they leave on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::tests_folder;

pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_handoff-audit"));
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("GITHUB_ACTIONS");
    command.env("HANDOFF_AUDIT_CACHE", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache"));
    command
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(arguments).output().unwrap()
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("it ended by itself")
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with the audits of a case in `audits`.
fn folder_with(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join(case).join("audits"), &folder.path().join("audits"));
    folder
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file below a folder with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(folder).unwrap().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// Replaces a text of a file that must be there.
pub(crate) fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{} has no `{from}`", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

const AUDIT: &str = "audits/blue-heron/2026-03/audit.yml";

#[test]
fn the_main_job_needs_no_argument() {
    let folder = folder_with("golden/blue-heron");
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let last = out(&output);
    assert!(last.starts_with("Built 1 audit from 12 leads in ") && last.trim_end().ends_with("index.html"), "{last}");
    assert!(folder.path().join("site/index.html").is_file());
    assert!(folder.path().join("site/blue-heron/2026-03/report.json").is_file());
    assert!(!err(&output).contains('\x1b'), "a pipe gets no colour");
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let folder = folder_with("golden/blue-heron");
    assert_eq!(code(&run(folder.path(), &["build", "audits", "-o", "one"])), 0);
    let other = tempfile::tempdir().unwrap();
    copy(&folder.path().join("audits"), &other.path().join("somewhere else"));
    let again = program()
        .current_dir(other.path())
        .args(["somewhere else", "-o", "two"])
        .envs([("TZ", "Pacific/Auckland"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "7")])
        .output()
        .unwrap();
    assert_eq!(code(&again), 0, "{}", err(&again));
    let (one, two) = (files(&folder.path().join("one")), files(&other.path().join("two")));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(*bytes == two[path], "{} differs", path.display());
    }
}

#[test]
fn a_wrong_audit_leaves_the_last_site_as_it_was() {
    let folder = folder_with("golden/blue-heron");
    run(folder.path(), &[]);
    let before = files(&folder.path().join("site"));
    edit(&folder.path().join(AUDIT), "status: review", "status: rewiev");
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("bad-value") && err(&output).contains("review"), "{}", err(&output));
    assert!(err(&output).trim_end().ends_with("Nothing was built; the last site stays as it was"), "{}", err(&output));
    assert_eq!(files(&folder.path().join("site")), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside audits and site");
}

#[test]
fn pages_of_audits_that_are_gone_go_too() {
    let folder = folder_with("golden/blue-heron");
    run(folder.path(), &[]);
    fs::rename(folder.path().join("audits/blue-heron"), folder.path().join("audits/grey-heron")).unwrap();
    assert_eq!(code(&run(folder.path(), &[])), 0);
    assert!(!folder.path().join("site/blue-heron").exists());
    assert!(folder.path().join("site/grey-heron/2026-03/index.html").is_file());
}

#[test]
fn strict_lets_warnings_count() {
    let folder = folder_with("golden/blue-heron");
    let relaxed = run(folder.path(), &["check"]);
    assert_eq!(code(&relaxed), 0);
    assert!(out(&relaxed).contains("warning[small-sample]"), "{}", out(&relaxed));
    assert_eq!(code(&run(folder.path(), &["check", "--strict"])), 1);
    assert_eq!(code(&run(folder.path(), &["--strict"])), 1);
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_gate_that_fails_still_writes_the_site() {
    let folder = folder_with("golden/blue-heron");
    edit(&folder.path().join(AUDIT), "unproven_above: 0.25", "overall_below: 3");
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 3);
    assert!(
        err(&output).contains("Gate of blue-heron/2026-03: Not passed: 1 of 9 thresholds missed, and 7 warnings"),
        "{}",
        err(&output)
    );
    let row = err(&output).lines().find(|line| line.contains("overall_below") && line.contains("fails")).unwrap().to_owned();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>().join(" "), "Overall level at least 3 1 fails overall_below");
    assert!(folder.path().join("site/index.html").is_file());
}

#[test]
fn wrong_usage_and_a_failing_machine_end_with_2() {
    let folder = folder_with("golden/blue-heron");
    assert_eq!(code(&run(folder.path(), &["--fast"])), 2);
    assert_eq!(code(&run(folder.path(), &["explain", "claim-laet"])), 2);
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/thesis.txt"), "years of work").unwrap();
    let output = run(folder.path(), &["-o", "mine"]);
    assert_eq!(code(&output), 2, "a folder that is not a site is not replaced");
    assert!(err(&output).contains("mine"), "{}", err(&output));
    assert!(folder.path().join("mine/thesis.txt").is_file());
    fs::write(folder.path().join("file"), "").unwrap();
    assert_eq!(code(&run(folder.path(), &["-o", "file/site"])), 2);
    assert_eq!(code(&run(folder.path(), &["-o", "audits/site"])), 2, "the site may not lie among the audits");
}

#[test]
fn json_has_the_same_content() {
    let folder = folder_with("invalid/ten-mistakes");
    let output = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(code(&output), 1);
    let document: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(document["errors"], 10, "{document:#}");
    for problem in document["problems"].as_array().unwrap() {
        for key in ["code", "severity", "message", "file", "line", "column", "help"] {
            assert!(!problem[key].is_null(), "{key} is missing: {problem:#}");
        }
    }
    let folder = folder_with("golden/blue-heron");
    let built: serde_json::Value = serde_json::from_str(&out(&run(folder.path(), &["--format", "json"]))).unwrap();
    assert_eq!(built["errors"], 0);
    assert_eq!(built["built"]["gate_failed"], serde_json::json!([]));
}

#[test]
fn a_folder_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["check"]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("no-audits") || out(&output).contains("unreadable"), "{}", out(&output));
}

#[test]
fn explain_knows_every_code() {
    let folder = tempfile::tempdir().unwrap();
    let list = out(&run(folder.path(), &["explain"]));
    let rules = handoff_audit::rules::CATALOGUE.iter().map(|rule| (rule.id, rule.title));
    let codes = handoff_audit::diagnostic::Code::ALL.iter().map(|code| (code.id(), code.title()));
    for (id, title) in rules.chain(codes) {
        assert!(list.contains(id), "{id}");
        let output = run(folder.path(), &["explain", id]);
        assert_eq!(code(&output), 0);
        assert!(out(&output).starts_with(title), "{id}: {}", out(&output));
        assert!(out(&output).contains("What to do"), "{id}");
    }
    let several = run(folder.path(), &["explain", "CLAIM-late", "bad-time"]);
    assert!(out(&several).contains("claim-late ·") && out(&several).contains("bad-time ·"));
    let unknown = run(folder.path(), &["explain", "claim-laet"]);
    assert!(err(&unknown).contains("did you mean `claim-late`?"), "{}", err(&unknown));
}

#[test]
fn colour_is_for_terminals_and_for_those_who_force_it() {
    let folder = folder_with("invalid/bad-value");
    let forced = program().current_dir(folder.path()).arg("check").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert!(out(&forced).contains('\x1b'));
    let never =
        program().current_dir(folder.path()).arg("check").envs([("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).output().unwrap();
    assert!(!out(&never).contains('\x1b'));
}

#[test]
fn help_teaches() {
    let folder = tempfile::tempdir().unwrap();
    let help = out(&run(folder.path(), &["--help"]));
    for word in [
        "build",
        "check",
        "explain",
        "serve",
        "--edition",
        "--single-file",
        "--zip",
        "--strict",
        "--format",
        "-o",
        "Exit codes",
        "Examples",
    ] {
        assert!(help.contains(word), "{word} is missing in\n{help}");
    }
}
