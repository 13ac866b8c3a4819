//! Opens the committed site, and what else is handed over or kept, in a real browser. The checks themselves are in `tests/browser/`; what they find when
//! something is wrong is proved by `tests/browser/selftest.mjs`.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::cli::{code, copy, err, run};
use crate::tests_folder;

/// One browser at a time: several would wait for one another until they give up.
static BROWSER: Mutex<()> = Mutex::new(());

/// Set to anything but nothing, this leaves the check out on machines that can not have a browser.
const SKIP: &str = "HANDOFF_AUDIT_SKIP_BROWSER";

/// Whether a test with a browser is left out, which is said.
pub(crate) fn is_skipped() -> bool {
    let skipped = std::env::var_os(SKIP).is_some_and(|value| !value.is_empty());
    if skipped {
        say(&format!("{SKIP} is set: NOT tested in a browser\n"));
    }
    skipped
}

#[test]
fn readers_find_nothing_wrong_with_the_site() {
    check(&tests_folder().join("../site"), &[]);
}

/// Its pages are those of the site, with a few lines more: some of every kind are enough for the browser.
#[test]
fn readers_find_nothing_wrong_with_the_internal_edition() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("../audits"), &folder.path().join("audits"));
    copy(&tests_folder().join("editions/private"), &folder.path().join("audits"));
    let output = run(folder.path(), &["--edition", "internal"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    check(&folder.path().join("site-internal"), &["--pages", "24"]);
}

/// Files of the whole are long: charts and words, which take the browser minutes, are those of the site's pages.
#[test]
fn readers_find_nothing_wrong_with_single_files() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("../audits"), &folder.path().join("audits"));
    let output = run(folder.path(), &["--single-file"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    check(&folder.path().join("site"), &["--only", "links,heads,markup,console,network,layout,axe,theme,print", "--pages", "1"]);
}

/// Checks a folder; panics with the report where something is wrong.
fn check(site: &Path, options: &[&str]) {
    node("check.mjs", &[&[site.as_os_str()], &options.iter().map(AsRef::as_ref).collect::<Vec<&OsStr>>()[..]].concat());
}

/// Runs a script of `tests/browser`, alone; panics with what it says where something is wrong.
pub(crate) fn node(script: &str, arguments: &[&OsStr]) {
    if is_skipped() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let check = root.join("tests/browser");
    assert!(
        check.join("node_modules/.made-from").exists(),
        "the packages of tests/browser are not installed: run ./tests/run, or set {SKIP}=1 to leave the browser check out"
    );
    let _alone = BROWSER.lock().unwrap_or_else(PoisonError::into_inner);
    let output = match Command::new("node").arg(check.join(script)).args(arguments).current_dir(root).output() {
        Ok(output) => output,
        Err(error) => panic!("node does not start ({error}): run ./tests/run, or set {SKIP}=1 to leave the browser check out"),
    };
    let report = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{report}{errors}");
    say(&format!("\n{report}"));
}

/// Writes past the test harness, which would keep the words of a passing test to itself.
pub(crate) fn say(words: &str) {
    std::io::stderr().write_all(words.as_bytes()).expect("standard error takes words");
}
