//! What SECURITY.md promises of the program itself: what it is made of, and that nothing leaves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::{code, copy, err, out, program};
use crate::tests_folder;

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect(file)
}

#[test]
fn every_crate_comes_from_crates_io_and_is_pinned() {
    let lock = read("Cargo.lock");
    let packages = lock.matches("[[package]]").count();
    let sources: Vec<_> = lock.lines().filter_map(|line| line.strip_prefix("source = ")).collect();
    assert_eq!(sources.len(), packages - 1, "one package alone is not fetched: this one");
    let other: Vec<_> =
        sources.iter().filter(|source| **source != "\"registry+https://github.com/rust-lang/crates.io-index\"").collect();
    assert!(other.is_empty(), "{other:?}");
    assert_eq!(lock.lines().filter(|line| line.starts_with("checksum = ")).count(), packages - 1);
}

/// Crates that make connections, and features with which others would.
#[test]
fn no_client_of_a_network_is_in_the_program() {
    let run = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p} [{f}]"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(run.status.success(), "{}", err(&run));
    let tree = out(&run);
    let crates: BTreeSet<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(crates.contains("tokio") && crates.contains("axum"), "`serve` is there");
    let clients = ["curl", "isahc", "native-tls", "openssl", "reqwest", "rustls", "surf", "ureq", "hickory-resolver", "git2"];
    let found: Vec<_> = clients.into_iter().filter(|client| crates.contains(client)).collect();
    assert!(found.is_empty(), "{found:?}");
    for line in tree.lines().filter(|line| line.starts_with("hyper")) {
        let features = line.rsplit_once('[').map_or("", |(_, features)| features.trim_end_matches(']'));
        assert!(!features.split(',').any(|feature| feature.starts_with("client")), "{line}");
    }
}

#[test]
fn sockets_are_for_serve_alone_and_unsafe_code_for_nobody() {
    const SOCKETS: [&str; 9] = [
        "std::net",
        "tokio::net",
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "UnixStream",
        "UnixListener",
        "ToSocketAddrs",
        "SocketAddr",
    ];
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut users = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&src).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        if path.ends_with(".rs") && SOCKETS.iter().any(|word| fs::read_to_string(entry.path()).unwrap().contains(word)) {
            users.insert(path);
        }
    }
    let expected = ["cli/serve.rs", "serve/answer.rs", "serve/listen.rs", "serve/mod.rs", "serve/state.rs"];
    assert_eq!(users.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(read("Cargo.toml").contains("\nunsafe_code = \"forbid\"\n"));
}

/// Every system call that has to do with a network, of every thread and child, while a site is built.
#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stderr, reason = "what could not be tried is worth knowing")]
fn a_build_asks_for_no_network() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let trace = |name: &str, arguments: &[&str]| {
        let calls = folder.path().join(name);
        let mut command = Command::new("strace");
        command.args(["--follow-forks", "--quiet=all", "--trace=network", "--signal=none", "--output"]).arg(&calls);
        let traced = command.arg(env!("CARGO_BIN_EXE_handoff-audit")).args(arguments).current_dir(folder.path()).output().ok()?;
        let calls = fs::read_to_string(calls).ok()?;
        // without the right to trace nothing runs
        (traced.status.code() != Some(1)).then_some((traced.status.code(), calls))
    };
    // a server that cannot have its port shows that calls are seen
    let Some((ended, calls)) = trace("serve", &["serve", "--host", "192.0.2.1", "--port", "4400"]) else {
        eprintln!("strace is not installed or may not trace: that a build asks for no network was not tried");
        return;
    };
    assert_eq!(ended, Some(2));
    assert!(calls.contains("socket(AF_INET"), "{calls}");
    for arguments in [
        &["build", "--no-cache"][..],
        &["build", "--cache", "cache"],
        &["build", "--single-file", "--zip", "-o", "single"],
        &["check", "--format", "sarif"],
        &["schema", "audit"],
    ] {
        let (ended, calls) = trace("calls", arguments).expect("strace ran just now");
        assert_eq!((ended, calls.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

/// A machine without any network, its own loopback included, builds the same site.
#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stderr, reason = "what could not be tried is worth knowing")]
fn a_machine_without_a_network_builds_the_same() {
    let folder = tempfile::tempdir().unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
    let usual = program().args(["-o", "usual", "--no-cache"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(code(&usual), 0, "{}", err(&usual));
    let alone = ["--user", "--map-root-user", "--net"];
    if !Command::new("unshare").args(alone).arg("true").output().is_ok_and(|run| run.status.success()) {
        eprintln!("no network can be taken away here: a build without one was not tried");
        return;
    }
    let mut command = Command::new("unshare");
    command.args(alone).arg(env!("CARGO_BIN_EXE_handoff-audit")).args(["-o", "alone", "--no-cache"]).current_dir(folder.path());
    let built = command.output().unwrap();
    assert_eq!(code(&built), 0, "{}", err(&built));
    assert!(crate::cli::files(&folder.path().join("usual")) == crate::cli::files(&folder.path().join("alone")));
}

/// What a release is built for is what is held against `deny.toml`.
#[test]
fn deny_toml_knows_the_machines_of_a_release() {
    let release = read(".github/workflows/release.yml");
    let built: BTreeSet<&str> =
        release.lines().filter_map(|line| line.trim().strip_prefix("- {target: ")?.split(',').next()).collect();
    let deny = read("deny.toml");
    let (_, list) = deny.split_once("\ntargets = [").expect("deny.toml names targets");
    let (list, _) = list.split_once("\n]").expect("the list ends");
    let held: BTreeSet<&str> = list.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",")).collect();
    assert_eq!(built.len(), 4);
    assert_eq!(built, held);
}
