//! Mistakes of the program itself, which tests ask for by a variable that no release knows; and readers who take no more of what is printed.

use std::fs::{self, File};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::cli::{code, copy, err, files, program, run};
use crate::tests_folder;

const CHANNEL: &str = "audits/blue-heron/2026-03/phone.yml";

/// A folder with an audit and its site.
fn built() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let output = run(folder.path(), &["--no-cache"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    folder
}

#[test]
fn a_mistake_names_the_file_and_leaves_the_last_site() {
    if !cfg!(debug_assertions) {
        return;
    }
    let folder = built();
    let (channel, site) = (folder.path().join(CHANNEL), folder.path().join("site"));
    // pages other than those of the last site
    let text = fs::read_to_string(&channel).unwrap();
    fs::write(&channel, text.replacen("wants: ", "wants: Now ", 1)).unwrap();
    let before = files(&site);
    let reading = format!("reading {CHANNEL}");
    let publishing = format!("putting into its place the site {}", fs::canonicalize(&site).unwrap().display());
    for (arguments, at) in [
        (&["check"][..], reading.as_str()),
        (&["check"], "telling what is wrong in audits/blue-heron/2026-03/phone.yml"),
        (&["check", "--format", "sarif"], "telling what is wrong in audits/blue-heron/2026-03/phone.yml"),
        (&["build"], &reading),
        (&["build"], "judging the audit of audits/blue-heron/2026-03/audit.yml"),
        (&["build", "--no-cache"], "making the page blue-heron/2026-03/index.html"),
        (&["build", "--no-cache"], "making the page blue-heron/2026-03/print.html"),
        (&["build", "--no-cache"], "making the page blue-heron/2026-03/channels/phone.html"),
        (&["build", "--no-cache"], "making the page Data(0) of blue-heron/2026-03"),
        (&["build", "--single-file"], "making the page blue-heron-2026-03.html"),
        (&["build"], &publishing),
        (&["build", "--no-cache"], &publishing),
        (&["pdf", "blue-heron/2026-03"], &reading),
        (&["serve", "--port", "0"], &reading),
    ] {
        let output = program().current_dir(folder.path()).args(arguments).env("HANDOFF_AUDIT_STUMBLE", at).output().unwrap();
        let told = err(&output);
        assert_eq!(code(&output), 2, "{arguments:?} {at}: {told}");
        assert!(told.contains(&format!("stopped, while {at}\n")), "{arguments:?} {at}: {told}");
        assert!(told.contains("not the fault of your files") && told.contains("src/task.rs:"), "{told}");
        assert_eq!(told.matches("made a mistake").count(), 1, "one thread speaks: {told}");
        assert!(output.stdout.is_empty() && !told.contains("RUST_BACKTRACE"), "{told}");
        assert!(files(&site) == before, "{arguments:?} at `{at}` left another site");
    }
    let output = run(folder.path(), &["--no-cache"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let clean = run(folder.path(), &["-o", "clean", "--no-cache"]);
    assert_eq!(code(&clean), 0);
    assert!(files(&site) == files(&folder.path().join("clean")), "the next build makes all of it");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 3, "what was broken off is cleared away: {left:?}");
}

/// A pool of threads, and the thread of the server, end with the one that stumbled.
#[test]
fn a_mistake_while_serving_ends_the_server() {
    if !cfg!(debug_assertions) {
        return;
    }
    let folder = built();
    let told = File::create(folder.path().join("told")).unwrap();
    let mut serve = program();
    serve
        .current_dir(folder.path())
        .args(["serve", "--port", "0"])
        .env("HANDOFF_AUDIT_STUMBLE", "reading audits/blue-heron/2026-03/later.yml");
    let mut child = serve.stdout(Stdio::null()).stderr(told).spawn().unwrap();
    let channel = folder.path().join(CHANNEL);
    let until = Instant::now() + Duration::from_secs(60);
    let status = loop {
        // the watch may not be there at first
        fs::copy(&channel, channel.with_file_name("later.yml")).unwrap();
        std::thread::sleep(Duration::from_millis(200));
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None if Instant::now() > until => {
                child.kill().unwrap();
                panic!("the server goes on");
            }
            None => {}
        }
    };
    assert_eq!(status.code(), Some(2));
    let told = fs::read_to_string(folder.path().join("told")).unwrap();
    assert!(told.contains("while reading audits/blue-heron/2026-03/later.yml"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_takes_no_more_is_told_or_left_alone() {
    let folder = built();
    for arguments in
        [&["check"][..], &["check", "--format", "json"], &["explain"], &["schema", "audit"], &["build", "--format", "sarif"]]
    {
        let full =
            program().current_dir(folder.path()).args(arguments).stdout(File::create("/dev/full").unwrap()).output().unwrap();
        assert_eq!(code(&full), 2, "{arguments:?}");
        assert!(
            err(&full).contains("No space left on device") && !err(&full).contains("mistake"),
            "{arguments:?}: {}",
            err(&full)
        );
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let closed = program().current_dir(folder.path()).args(arguments).stdout(writer).output().unwrap();
        assert_eq!(code(&closed), 0, "{arguments:?}: {}", err(&closed));
    }
}
