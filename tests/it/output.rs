//! What the program tells other programs: each case below `tests/output/` holds audits and what every format makes of them.
//!
//! That tools which others wrote accept these files is proved by `tests/ci/`.

use std::fs;

use crate::cases::{compare, folders};
use crate::cli::{code, copy, edit, err, run};
use crate::tests_folder;

/// The formats with the files that hold what is expected.
const FORMATS: [(&str, &str); 3] = [("github", "github.txt"), ("sarif", "results.sarif"), ("junit", "junit.xml")];

#[test]
fn every_format_tells_what_was_found() {
    let mut failures = Vec::new();
    let cases = folders("output");
    assert!(!cases.is_empty());
    for case in cases {
        let folder = tempfile::tempdir().unwrap();
        let stops = ["broken", "unfinished"].iter().any(|name| case.ends_with(name));
        copy(&case.join("audits"), &folder.path().join("audits"));
        for (format, file) in FORMATS {
            let output = run(folder.path(), &["check", "--format", format]);
            let expected = i32::from(stops);
            assert_eq!(code(&output), expected, "{case:?} {format}: {}", err(&output));
            compare(&case.join(file), &String::from_utf8(output.stdout).unwrap(), &mut failures);
        }
        let built = run(folder.path(), &["--summary", "summary.md", "--format", "junit"]);
        assert_eq!(code(&built), if stops { 1 } else { 3 }, "{case:?}");
        compare(&case.join("build.xml"), &String::from_utf8(built.stdout.clone()).unwrap(), &mut failures);
        let gates: String =
            err(&built).lines().filter(|line| !line.starts_with("Built ")).map(|line| format!("{line}\n")).collect();
        compare(&case.join("build.txt"), &gates, &mut failures);
        compare(&case.join("summary.md"), &fs::read_to_string(folder.path().join("summary.md")).unwrap(), &mut failures);
        let github = run(folder.path(), &["--format", "github"]);
        let gate = String::from_utf8(github.stdout).unwrap();
        let gate: String = gate.lines().filter(|line| line.contains("title=Gate")).map(|line| format!("{line}\n")).collect();
        compare(&case.join("gate.txt"), &gate, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn github_gets_no_more_than_it_shows() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let text = |output: std::process::Output| String::from_utf8(output.stdout).unwrap();
    let told = text(run(folder.path(), &["check", "--format", "github"]));
    let notices: Vec<_> = told.lines().filter(|line| line.starts_with("::notice ")).collect();
    assert_eq!(notices.len(), 10, "{told}");
    assert!(notices[9].ends_with("::4 more notices in the log of this step"), "{}", notices[9]);
    assert_eq!(told.lines().filter(|line| line.starts_with("notice: ")).count(), 4, "{told}");
    assert!(notices[0].contains("critical"), "the worst comes first: {}", notices[0]);
    // the problems of a file hide what would be said of the business
    edit(&folder.path().join("audits/blue-heron/2026-03/audit.yml"), "status: review", "status: rewiev");
    let told = text(run(folder.path(), &["check", "--format", "github"]));
    assert!(!told.contains("::notice") && told.contains("Nothing was judged"), "{told}");
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let prints = || -> Vec<String> {
        let told = run(folder.path(), &["check", "--format", "sarif"]);
        let document: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
        let runs = document["runs"].as_array().unwrap();
        let results = runs.iter().flat_map(|run| run["results"].as_array().unwrap());
        results.map(|result| result["partialFingerprints"]["handoffAudit/v1"].as_str().unwrap().to_owned()).collect()
    };
    let before = prints();
    let file = folder.path().join("audits/blue-heron/2026-03/phone.yml");
    fs::write(&file, format!("# a new line\n\n{}", fs::read_to_string(&file).unwrap())).unwrap();
    assert_eq!(prints(), before);
    assert!(before.contains(&"blue-heron/2026-03/phone/P-02/claim-late".to_owned()), "{before:?}");
    let distinct: std::collections::BTreeSet<_> = before.iter().collect();
    assert_eq!(distinct.len(), before.len(), "each result has a print of its own");
}

#[test]
fn strict_fails_the_files_and_a_summary_needs_a_place() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let strict = run(folder.path(), &["check", "--strict", "--format", "junit"]);
    assert_eq!(code(&strict), 1);
    assert!(String::from_utf8_lossy(&strict.stdout).contains("<failure type=\"small-sample\""));
    let nowhere = run(folder.path(), &["check", "--summary", "no/such/folder.md"]);
    assert_eq!(code(&nowhere), 2);
    assert!(err(&nowhere).contains("cannot write the summary no/such/folder.md"), "{}", err(&nowhere));
}

/// The thresholds of the format, each with a row in the documentation, and gates to copy that hold what they say.
#[test]
fn the_gates_of_the_documentation_are_gates() {
    let docs = fs::read_to_string(tests_folder().join("../docs/ci.md")).unwrap();
    let gates: Vec<_> = docs.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert_eq!(gates.len(), 3);
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let file = folder.path().join("audits/blue-heron/2026-03/audit.yml");
    let audit = fs::read_to_string(&file).unwrap();
    let (before, _) = audit.split_once("\ngate:").expect("the gate comes last");
    let told = |gate: &str| {
        fs::write(&file, format!("{before}\n{gate}")).unwrap();
        run(folder.path(), &[])
    };
    // an audit at level 1 with little to doubt: fine for a first one, and for no other
    assert_eq!(gates.iter().map(|gate| code(&told(gate))).collect::<Vec<_>>(), [0, 3, 3]);
    let rows: Vec<_> = docs.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`')).map(|(row, _)| row).collect();
    let rows: String = rows.iter().filter(|row| row.contains(": ")).map(|row| format!("{row}, ")).collect();
    let every = told(&format!("gate: {{warn: {{{}}}}}\n", rows.trim_end_matches(", ")));
    assert_eq!(code(&every), 0, "{}", err(&every));
    for threshold in ["overall_below", "channel_below", "unproven_above", "leaked_above", "overdue_actions", "sample_below"] {
        assert!(err(&every).contains(threshold), "{threshold} has no row");
    }
}
