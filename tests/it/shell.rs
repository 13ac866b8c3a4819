//! What shells and manuals know of the commands: as much as `--help`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::cli::{code, err, out, run};

/// The commands that `--help` lists.
fn commands(arguments: &[&str]) -> Vec<String> {
    let help = out(&run(Path::new("."), &[arguments, &["--help"]].concat()));
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<_> =
        names.map(|line| line.split_whitespace().next().unwrap().to_owned()).filter(|name| name != "help").collect();
    assert!(!names.is_empty(), "{help}");
    names
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(Path::new("."), &["completions", shell]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        let script = out(&output);
        for command in commands(&[]) {
            assert!(script.contains(&command), "{shell} does not know {command}");
        }
        for option in ["staff-says", "single-file", "paper"] {
            assert!(script.contains(option), "{shell} does not know --{option}");
        }
    }
    assert_eq!(code(&run(Path::new("."), &["completions", "cmd"])), 2);
}

#[test]
fn bash_can_read_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("completions.bash");
    fs::write(&script, out(&run(folder.path(), &["completions", "bash"]))).unwrap();
    let Ok(read) = Command::new("bash").arg("-n").arg(&script).output() else {
        return; // no bash on this machine
    };
    assert!(read.status.success(), "{}", err(&read));
    // and answers: the words after `handoff-audit ne`
    let ask = "source completions.bash; COMP_WORDS=(handoff-audit ne); COMP_CWORD=1; _handoff__audit handoff-audit ne handoff-audit; echo \"${COMPREPLY[@]}\"";
    let answer = Command::new("bash").args(["--norc", "-c", ask]).current_dir(folder.path()).output().unwrap();
    assert_eq!(out(&answer).trim(), "new", "{}", err(&answer));
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["man", "-o", "man/man1"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let mut expected: Vec<_> = commands(&[]).iter().map(|name| format!("handoff-audit-{name}.1")).collect();
    expected.extend(commands(&["add"]).iter().map(|name| format!("handoff-audit-add-{name}.1")));
    expected.push("handoff-audit.1".into());
    expected.sort();
    let pages = folder.path().join("man/man1");
    let mut written: Vec<_> =
        fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    written.sort();
    assert_eq!(written, expected);
    for name in &written {
        let page = fs::read_to_string(pages.join(name)).unwrap();
        assert!(page.contains(".SH NAME") && page.contains(".SH SYNOPSIS"), "{name}");
    }
    let first = out(&run(folder.path(), &["man"]));
    for command in commands(&[]) {
        assert!(
            first.contains(&format!("handoff\\-audit\\-{}", command.replace('-', "\\-"))),
            "{command} is not on the first page"
        );
    }
    assert_eq!(first, fs::read_to_string(pages.join("handoff-audit.1")).unwrap(), "the same when printed");
    assert_eq!(code(&run(folder.path(), &["man", "-o", "man/man1/handoff-audit.1"])), 2, "a file is no folder");
}

/// A reader that has seen enough is no failure, and nothing to speak of.
#[test]
fn a_closed_pipe_ends_in_silence() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_handoff-audit"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{}", err(&output));
}

/// A misspelt command is taken for a folder, and told so.
#[test]
fn every_command_may_be_misspelt() {
    let folder = tempfile::tempdir().unwrap();
    for command in commands(&[]) {
        let told = err(&run(folder.path(), &[&format!("{command}x")]));
        assert!(told.contains(&format!("did you mean the command `{command}`?")), "{command}: {told}");
    }
}
