//! Lets tools that others wrote read what the program tells other programs, and runs the steps of the action. The checks themselves are
//! in `tests/ci/`.

use std::path::Path;
use std::process::Command;

use crate::browser::is_skipped;

#[test]
fn other_tools_accept_what_they_are_told() {
    if is_skipped() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/ci");
    assert!(folder.join("node_modules/.made-from").exists(), "the packages of tests/ci are not installed: run ./tests/run");
    let check = Command::new("node").arg(folder.join("check.mjs")).arg(env!("CARGO_BIN_EXE_handoff-audit")).output();
    let output = check.expect("node starts: ./tests/run installs it");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
}
