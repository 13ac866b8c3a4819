//! Opens the committed site in a real browser. The checks themselves are in `tests/browser/`; what they find when
//! something is wrong is proved by `tests/browser/selftest.mjs`.

use std::io::Write;
use std::path::Path;
use std::process::Command;

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
    if is_skipped() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let check = root.join("tests/browser");
    assert!(
        check.join("node_modules/.made-from").exists(),
        "the packages of tests/browser are not installed: run ./tests/run, or set {SKIP}=1 to leave the browser check out"
    );
    let output = match Command::new("node").arg(check.join("check.mjs")).arg(root.join("site")).current_dir(root).output() {
        Ok(output) => output,
        Err(error) => panic!("node does not start ({error}): run ./tests/run, or set {SKIP}=1 to leave the browser check out"),
    };
    let report = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{report}{errors}");
    say(&format!("\n{report}"));
}

/// Writes past the test harness, which would keep the words of a passing test to itself.
fn say(words: &str) {
    std::io::stderr().write_all(words.as_bytes()).expect("standard error takes words");
}
