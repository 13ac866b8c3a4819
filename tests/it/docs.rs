//! Pages of the documentation that are made from the program.

use std::path::Path;

#[test]
fn the_reference_of_the_format_is_fresh() {
    let file = Path::new("docs/format.md");
    let mut failures = Vec::new();
    crate::cases::compare(file, &handoff_audit::audit::reference(), &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
