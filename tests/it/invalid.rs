//! `tests/invalid/<code>[-variant]/`: files with mistakes in `audits/`, and in `expected.txt` exactly what a person sees of them.

use std::collections::BTreeSet;
use std::path::Path;

use handoff_audit::diagnostic::Code;

use crate::cases;

/// The code that a case is named after; none for those that show how several mistakes are told together.
fn code(case: &str) -> Option<Code> {
    let matching = Code::ALL
        .iter()
        .copied()
        .filter(|code| case.strip_prefix(code.id()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')));
    matching.max_by_key(|code| code.id().len())
}

#[test]
fn mistakes_are_told_as_expected() {
    let mut failures = Vec::new();
    for case in cases::folders("invalid") {
        let name = cases::name(&case);
        let (sources, problems) = cases::problems(&case.join("audits"));
        if let Some(code) = code(&name).filter(|code| !problems.iter().any(|problem| problem.code == *code)) {
            failures.push(format!("{name} does not report {}", code.id()));
        }
        if problems.is_empty() {
            failures.push(format!("{name} reports nothing"));
        }
        cases::compare(&case.join("expected.txt"), &cases::shown(&case, &sources, &problems), &mut failures);
        leftovers(&case, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// Nothing but the input, what is expected, and words about it lie in a case.
fn leftovers(case: &Path, failures: &mut Vec<String>) {
    for entry in std::fs::read_dir(case).unwrap() {
        let name = entry.unwrap().file_name();
        if name != "audits" && name != "expected.txt" && name != "README.md" {
            failures.push(format!("{}: `{}` belongs to no test", case.display(), name.display()));
        }
    }
}

#[test]
fn every_code_has_a_case() {
    let shown: BTreeSet<Code> = cases::folders("invalid").iter().filter_map(|case| code(&cases::name(case))).collect();
    let without: Vec<&str> = Code::ALL.iter().filter(|code| !shown.contains(code)).map(|code| code.id()).collect();
    assert!(without.is_empty(), "no case in tests/invalid for {}", without.join(", "));
}
