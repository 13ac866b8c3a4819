//! Pages of the documentation that are made from the program, and the examples in those that are written by hand.

use std::fs;
use std::path::Path;

use crate::cases;

#[test]
fn the_reference_of_the_format_is_fresh() {
    let file = Path::new("docs/format.md");
    let mut failures = Vec::new();
    cases::compare(file, &handoff_audit::audit::reference(), &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The block of YAML behind some words of a page, without the indentation of its first line's fence.
fn example(page: &str, behind: &str) -> String {
    let text = fs::read_to_string(page).unwrap();
    let (_, rest) = text.split_once(behind).unwrap_or_else(|| panic!("{page} has no `{behind}`"));
    let (before, rest) = rest.split_once("```yaml\n").unwrap();
    let indent = before.rsplit('\n').next().unwrap_or_default();
    let lines = rest.lines().take_while(|line| line.trim() != "```");
    lines.map(|line| format!("{}\n", line.strip_prefix(indent).unwrap_or(line))).collect()
}

/// What the pages show a new auditor can be copied as it stands.
#[test]
fn the_examples_for_auditors_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("my-client/2026-11");
    fs::create_dir_all(&audit).unwrap();
    let [main, channel] =
        ["audit.yml", "phone.yml"].map(|name| (name, example("audits/README.md", &format!("`audits/my-client/2026-11/{name}`"))));
    fs::write(audit.join(main.0), main.1).unwrap();
    let lost = example("README.md", "lost because nobody called back").replace("P-02", "P-04");
    let text = channel.1.replace("selected: 3", "selected: 4") + &lost;
    fs::write(audit.join(channel.0), text).unwrap();
    let (sources, problems) = cases::problems(folder.path());
    let shown = cases::shown(folder.path(), &sources, &problems);
    assert!(!problems.iter().any(|problem| problem.severity.stops()), "{shown}");
    assert_eq!(handoff_audit::check(folder.path()).leads(), 4);
}
