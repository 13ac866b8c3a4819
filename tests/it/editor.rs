//! Opens audits in an editor: the YAML language server, driven by `tests/editor/check.mjs`, reads them with the schemas that `new` writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::is_skipped;
use crate::cli::{code, copy, edit, err, run};
use crate::tests_folder;

/// Puts the line of the schema before every file of an audit, as `new` does.
fn name_schemas(audits: &Path) {
    let yaml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "yml");
    for path in walkdir::WalkDir::new(audits).into_iter().map(|entry| entry.unwrap().into_path()).filter(yaml) {
        let text = fs::read_to_string(&path).unwrap();
        let up = "../".repeat(path.strip_prefix(audits).unwrap().components().count() - 1);
        let schema = match path.file_stem().unwrap().to_str().unwrap() {
            stem @ ("audit" | "brand" | "private") => stem,
            _ => "channel",
        };
        if !text.starts_with("# yaml-language-server:") {
            let line = format!("# yaml-language-server: $schema={up}.schema/{schema}.schema.json\n");
            fs::write(&path, line + &text).unwrap();
        }
    }
}

#[test]
fn an_editor_completes_explains_and_checks() {
    if is_skipped() {
        return;
    }
    let check = tests_folder().join("editor");
    assert!(
        check.join("node_modules/.made-from").exists(),
        "the packages of tests/editor are not installed: run ./tests/run, or set HANDOFF_AUDIT_SKIP_BROWSER=1 to leave this out"
    );
    let folder = tempfile::tempdir().unwrap();
    let audits = folder.path().join("audits");
    copy(&tests_folder().join("../audits"), &audits);
    copy(&tests_folder().join("editions/private"), &audits);
    copy(&tests_folder().join("valid/every-field/audits"), &audits.join("every-field"));
    let kinds = "phone,form,estimate,chat,email,social,marketplace,walk-in,referral,other";
    let output = run(folder.path(), &["new", "my-client/2026-11", "--channels", kinds]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    name_schemas(&audits);
    let look = || {
        let output = Command::new("node").arg(check.join("check.mjs")).arg(&audits).output();
        output.expect("node starts: run ./tests/run, or set HANDOFF_AUDIT_SKIP_BROWSER=1 to leave this out")
    };
    let output = look();
    assert!(output.status.success(), "{}", err(&output));
    // the check of the check: a schema that says nothing, and a file that it would have refused
    fs::write(audits.join(".schema/channel.schema.json"), "{}").unwrap();
    edit(&audits.join("my-client/2026-11/audit.yml"), "\nauditor: TODO", "\nauditer: TODO");
    let output = look();
    assert_eq!(code(&output), 1);
    for told in ["is not proposed", "stands no", "no complaint on line", "auditer"] {
        assert!(err(&output).contains(told), "{told} is not told: {}", err(&output));
    }
}
