//! `tests/valid/<case>/audits/`: files without a mistake.

use handoff_audit::diagnostic::Severity;

use crate::cases;

#[test]
fn valid_audits_have_no_errors() {
    let mut failures = Vec::new();
    for case in cases::folders("valid") {
        let (sources, problems) = cases::problems(&case.join("audits"));
        let errors: Vec<_> = problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
        if !errors.is_empty() {
            failures.push(cases::shown(&case, &sources, &errors));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
