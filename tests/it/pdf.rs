//! `handoff-audit pdf`: what it refuses without a browser, what it makes of the answers of one, and the document that a browser writes.

#[cfg(unix)]
mod stand_in;

use std::fs;
use std::path::Path;
use std::process::Output;

use handoff_audit::pdf::Look;

use crate::cli::{err, program};
use crate::{browser, tests_folder};

const AUDIT: &str = "blue-heron/2026-03";

/// Runs the command in the folder of a golden case, whose audits it reads.
fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.current_dir(tests_folder().join("golden/blue-heron")).arg("pdf").args(arguments);
    command.envs(variables.iter().copied()).output().expect("the program runs")
}

/// A program that is there everywhere and is no browser.
fn no_browser() -> (&'static str, &'static str) {
    ("CHROMIUM", env!("CARGO_BIN_EXE_handoff-audit"))
}

#[test]
fn without_a_browser_it_says_what_to_install() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pdf");
    let arguments = [AUDIT, "-o", target.to_str().unwrap()];
    let named = run(&arguments, &[("CHROMIUM", "no-such-browser")]);
    assert_eq!(named.status.code(), Some(2));
    assert!(err(&named).contains("CHROMIUM names `no-such-browser`"), "{}", err(&named));
    let wrong = run(&arguments, &[no_browser()]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("did not write the PDF") && err(&wrong).contains("unexpected argument"), "{}", err(&wrong));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing stays behind");
}

#[test]
fn an_audit_that_is_not_there_and_a_file_that_is_no_pdf_are_refused() {
    let unknown = run(&["blue-heron/2026-3"], &[no_browser()]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("did you mean `blue-heron/2026-03`?"), "{}", err(&unknown));
    let folder = tempfile::tempdir().unwrap();
    let thesis = folder.path().join("thesis.pdf");
    fs::write(&thesis, "years of work").unwrap();
    let refused = run(&[AUDIT, "-o", thesis.to_str().unwrap()], &[no_browser()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("is no PDF"), "{}", err(&refused));
    assert_eq!(fs::read_to_string(&thesis).unwrap(), "years of work");
}

#[test]
fn problems_in_the_files_come_first() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pdf");
    let audits = tests_folder().join("invalid/bad-value/audits");
    let options = ["x/y", "--audits", audits.to_str().unwrap(), "-o", target.to_str().unwrap()];
    let output = run(&options, &[no_browser()]);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    assert!(err(&output).contains("error[bad-value]") && err(&output).contains("No PDF was written"), "{}", err(&output));
    assert!(!target.exists());
}

#[test]
fn a_browser_writes_the_document() {
    if browser::is_skipped() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    // both ways to name the audit; a folder alone is read alone
    let lone = tests_folder().join("golden/blue-heron/audits").join(AUDIT);
    for (audit, paper, width) in [(AUDIT, "a4", "594.95"), (lone.to_str().unwrap(), "letter", "612")] {
        let target = folder.path().join(format!("{paper}.pdf"));
        let output = run(&[audit, "--paper", paper, "-o", target.to_str().unwrap()], &[]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        check_document(&target, width);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing stays behind beside the two documents");
}

/// Looks at a document of the audit on sheets of a width.
fn check_document(path: &Path, width: &str) {
    let pdf = fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    let look = Look::at(&pdf).expect("the PDF can be looked into");
    assert!((25..60).contains(&look.pages()), "{} pages", look.pages());
    let parts = ["overview", "channel-phone", "findings", "plan", "patterns", "evidence", "method", "leads"];
    let begin = parts.map(|part| look.page_of(part).unwrap_or_else(|| panic!("{part} is nowhere")));
    assert!(begin[0] == 2 && begin.is_sorted_by(|one, next| one < next), "{begin:?}");
    // a title that is not all ASCII stands there in UTF-16
    let title = "The whole audit · Blue Heron Plumbing, 2 to 13 March 2026";
    let title: String = title.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    for wanted in [
        &format!("/Title <FEFF{title}>"),
        "/Lang (en)",
        "/Marked true",
        "/Outlines ",
        "/DisplayDocTitle true",
        &format!("/MediaBox [0 0 {width}"),
    ] {
        assert!(text.contains(wanted), "{wanted} is missing");
    }
    assert!(text.matches("/Title ").count() > 40, "few bookmarks");
    assert!(!text.contains("/URI (file:"), "a link leads to the disk");
}
