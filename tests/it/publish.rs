//! Publishing under bad conditions: builds that are killed, disks that are full or may not be written to, several builds at once. Whatever
//! happens, the site is the old one or the new one, and the next build makes it good.
//!
//! `HANDOFF_AUDIT_TRIES=200 HANDOFF_AUDIT_LEADS=1000` do more of it, `HANDOFF_AUDIT_PROGRAM=target/release/handoff-audit` with another program.
#![cfg(unix)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "how much was tried is worth knowing, and what was not")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::cli::{code, err, files, out, program};

#[path = "../../benches/workload/mod.rs"]
mod workload;

/// How often or how much, where the environment says it.
fn number(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().map_or(usual, |text| text.parse().unwrap())
}

/// Two folders of audits, of which some are the same and some are not, and a folder for sites.
struct Ground {
    folder: tempfile::TempDir,
    /// What a clean build makes of each.
    clean: [BTreeMap<PathBuf, Vec<u8>>; 2],
    /// How long that took.
    time: Duration,
}

const VERSIONS: [&str; 2] = ["one", "two"];
const MARKER: &str = ".handoff-audit";

impl Ground {
    fn new(leads: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let audits = 5;
        for version in VERSIONS {
            workload::write(&folder.path().join(version).join("audits"), audits, leads / audits, 1).unwrap();
        }
        // the second has other leads in the first two audits, and the last one not at all
        let second = folder.path().join("two/audits");
        workload::write(&second, 2, leads / audits + 1, 2).unwrap();
        fs::remove_dir_all(second.join("client-0001")).unwrap();
        let mut ground = Ground { folder, clean: Default::default(), time: Duration::ZERO };
        for version in 0..2 {
            let begin = Instant::now();
            ground.done(&ground.command(version, "clean/site", &["--no-cache"]).output().unwrap());
            ground.time = begin.elapsed();
            ground.clean[version] = files(&ground.path("clean/site"));
            assert!(ground.clean[version].len() > leads);
        }
        ground
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// A build of a version into a folder.
    fn command(&self, version: usize, target: &str, options: &[&str]) -> Command {
        let mut command = std::env::var_os("HANDOFF_AUDIT_PROGRAM").map_or_else(program, |path| {
            Command::new(fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap())
        });
        command.env("HANDOFF_AUDIT_CACHE", self.path("cache")).current_dir(self.path(VERSIONS[version]));
        command.arg("-o").arg(self.path(target)).args(options);
        command
    }

    fn done(&self, output: &Output) {
        assert_eq!(code(output), 0, "{}{}", err(output), out(output));
    }

    /// A site is that of a version, and nothing lies beside it.
    fn is_clean(&self, target: &str, version: usize, others: &[&str]) {
        let target = self.path(target);
        let found = files(&target);
        let others: Vec<&Path> = others.iter().map(Path::new).collect();
        for (path, bytes) in &self.clean[version] {
            assert!(found.get(path) == Some(bytes), "{} differs", path.display());
        }
        assert_eq!(found.len(), self.clean[version].len() + others.len());
        assert!(others.iter().all(|path| found.contains_key(*path)));
        assert_eq!(fs::read_dir(target.parent().unwrap()).unwrap().count(), 1, "nothing stays beside the site");
    }
}

/// How much lies in a folder, and below it.
fn count(folder: &Path) -> usize {
    walkdir::WalkDir::new(folder).min_depth(1).into_iter().flatten().count()
}

/// When to kill a build.
#[derive(Debug)]
enum Moment {
    /// So many files lie in its workshop.
    Files(usize),
    /// Such a part of the time that a build takes is over.
    Part(f64),
    /// Something in the target has changed, and somebody has looked so many times since.
    Changed(usize),
}

impl Moment {
    fn random(random: &mut fastrand::Rng, files: usize) -> Self {
        match random.u8(0..3) {
            0 => Moment::Files(random.usize(0..files)),
            1 => Moment::Part(random.f64() * 1.1),
            _ => Moment::Changed(random.usize(0..files)),
        }
    }

    /// Runs a build until then; whether it was still at work.
    fn kill(&self, mut child: Child, target: &Path, time: Duration) -> bool {
        let begin = Instant::now();
        let workshop = target.with_file_name(".handoff-audit-site");
        let state = || [target.to_owned(), target.join(MARKER)].map(|path| path.metadata().ok().map(|found| found.ino()));
        let before = state();
        let mut seen = 0;
        let ended = loop {
            if child.try_wait().unwrap().is_some() {
                break true;
            }
            let is_now = match self {
                Moment::Files(files) => count(&workshop) > *files,
                Moment::Part(part) => begin.elapsed() >= time.mul_f64(*part),
                Moment::Changed(times) => {
                    seen += usize::from(seen > 0 || state() != before);
                    seen > *times
                }
            };
            if is_now {
                break false;
            }
            std::thread::yield_now();
        };
        if !ended {
            child.kill().unwrap();
        }
        child.wait().unwrap().signal() == Some(9)
    }
}

#[test]
fn a_build_that_is_killed_at_any_moment_loses_nothing() {
    let (tries, leads) = (number("HANDOFF_AUDIT_TRIES", 24), number("HANDOFF_AUDIT_LEADS", 60));
    let ground = Ground::new(leads);
    let mut random = fastrand::Rng::with_seed(11);
    // one that is renewed, one that is replaced, one that is renewed because of somebody's file
    let sites: [(&str, &[&str], &[&str]); 3] = [
        ("renewed/site", &[], &["CNAME"]),
        ("replaced/site", &["--no-cache"], &[]),
        ("shared/site", &["--no-cache"], &["CNAME"]),
    ];
    for (target, options, others) in sites {
        ground.done(&ground.command(0, target, options).output().unwrap());
        others.iter().for_each(|path| fs::write(ground.path(target).join(path), "report.example").unwrap());
    }
    let (mut killed, mut old, mut new, mut mixed) = (0, 0, 0, 0);
    for number in 0..tries {
        let (target, options, others) = sites[number % sites.len()];
        let (last, next) = (number / sites.len() % 2, 1 - number / sites.len() % 2);
        let site = ground.path(target);
        let child = ground.command(next, target, options).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let moment = Moment::random(&mut random, ground.clean[0].len());
        killed += usize::from(moment.kill(child, &site, ground.time));

        let found = files(&site);
        let is = |version: usize| {
            found.len() == ground.clean[version].len() + others.len()
                && ground.clean[version].iter().all(|(path, bytes)| found.get(path) == Some(bytes))
        };
        match (is(last), is(next)) {
            (true, _) => old += 1,
            (_, true) => new += 1,
            _ => {
                assert!(!others.is_empty(), "{number}, {moment:?}: neither the old site nor the new one");
                mixed += 1;
                for (path, bytes) in &found {
                    let known = |version: usize| ground.clean[version].get(path) == Some(bytes);
                    let is_others = others.iter().any(|other| path == Path::new(other));
                    assert!(
                        known(0) || known(1) || is_others || path == Path::new(MARKER),
                        "{number}, {moment:?}: {}",
                        path.display()
                    );
                }
                let both = ground.clean[0].keys().filter(|path| ground.clean[1].contains_key(*path));
                both.for_each(|path| assert!(found.contains_key(path), "{number}, {moment:?}: {} is missing", path.display()));
            }
        }
        ground.done(&ground.command(next, target, options).output().unwrap());
        ground.is_clean(target, next, others);
    }
    println!(
        "{tries} builds of {leads} leads, {killed} of them killed: {old} left the old site, {new} the new one, {mixed} a mixed one"
    );
    assert!(killed > tries / 2, "{killed} of {tries} were still at work");
}

#[test]
fn builds_at_once_take_turns() {
    let tries = number("HANDOFF_AUDIT_TRIES", 10);
    let ground = Ground::new(15);
    let mut waited = 0;
    for number in 0..tries {
        let options: [&[&str]; 2] = [&[], if number % 2 == 0 { &["--no-cache"] } else { &[] }];
        let children = [0, 1].map(|at| {
            let mut command = ground.command(at, "out/site", options[at]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        });
        for child in children {
            let output = child.wait_with_output().unwrap();
            ground.done(&output);
            waited += usize::from(err(&output).contains("Another build writes to"));
        }
        let last = usize::from(files(&ground.path("out/site")) == ground.clean[1]);
        ground.is_clean("out/site", last, &[]);
    }
    println!("{tries} times two builds at once: {waited} waited");
    assert!(waited > tries / 2);
}

#[test]
fn what_is_removed_under_a_build_is_missed() {
    let ground = Ground::new(15);
    ground.done(&ground.command(0, "out/site", &["--no-cache"]).output().unwrap());
    let workshop = ground.path("out/.handoff-audit-site");
    for files in [3, 20, 60] {
        let command = &mut ground.command(1, "out/site", &["--no-cache"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        while count(&workshop) < files && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        // the build may be making a folder meanwhile
        while workshop.exists() && fs::remove_dir_all(&workshop).is_err() {}
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), 2, "{}", err(&output));
        assert!(err(&output).contains("build again"), "{}", err(&output));
        assert!(!err(&output).contains("panicked"), "{}", err(&output));
        ground.is_clean("out/site", 0, &[]);
    }
}

/// A shell in which disks can be mounted without anybody else seeing them; none where that is not allowed.
fn shell_with_disks(script: &str) -> Option<Command> {
    let command = |script: &str| {
        let mut command = Command::new("unshare");
        let how = if nix_is_root() { "-m" } else { "-Urm" };
        command.args([how, "sh", "-euc", script, "sh"]);
        command
    };
    let folder = tempfile::tempdir().unwrap();
    let can = command("mount -t tmpfs none \"$1\"").arg(folder.path()).output().is_ok_and(|output| output.status.success());
    if !can {
        eprintln!("skipped: this user may not mount disks");
    }
    can.then(|| command(script))
}

fn nix_is_root() -> bool {
    Path::new("/proc/self").metadata().is_ok_and(|found| found.uid() == 0)
}

/// Runs a build in a shell.
fn in_shell(mut shell: Command, build: &Command, arguments: &[&Path]) -> Output {
    shell.args(arguments).arg(build.get_program()).args(build.get_args());
    shell.envs(build.get_envs().filter_map(|(name, value)| Some((name, value?)))).current_dir(build.get_current_dir().unwrap());
    shell.output().unwrap()
}

#[test]
fn a_disk_that_is_full_leaves_the_last_site() {
    // how many pages of memory, copied onto a small disk with the last site, a build may use; then what is there is copied back
    const SCRIPT: &str = r#"
        out=$1 size=$2 last=$3; shift 3
        mount -t tmpfs -o size="$size" none "$out"
        cp -r "$last" "$out/site"
        code=0; "$@" || code=$?
        mkdir "$last-after"; cp -r "$out/." "$last-after"
        exit $code"#;
    let ground = Ground::new(15);
    let pages: usize = ground.clean[0].values().map(|bytes| bytes.len().div_ceil(4096)).sum();
    for (options, room) in [(&["--no-cache"][..], [2, 20, 60, 95, 150]), (&[], [0, 1, 4, 16, 150])] {
        let mut full = 0;
        for room in room {
            let Some(shell) = shell_with_disks(SCRIPT) else { return };
            let test = ground.path(&format!("{}-{room}", options.len()));
            fs::create_dir_all(test.join("disk")).unwrap();
            // the cache knows the site at the place where the disk will be
            ground.done(&ground.command(0, test.join("disk/site").to_str().unwrap(), options).output().unwrap());
            fs::rename(test.join("disk/site"), test.join("last")).unwrap();
            // folders take no room there
            let size = format!("{}k", (pages + pages * room / 100 + 1) * 4);
            let build = ground.command(1, test.join("disk/site").to_str().unwrap(), options);
            let output = in_shell(shell, &build, &[&test.join("disk"), Path::new(&size), &test.join("last")]);
            let after = test.join("last-after");
            let version = match code(&output) {
                2 => {
                    assert!(err(&output).contains("No space left") && err(&output).contains("make room"), "{}", err(&output));
                    full += 1;
                    0
                }
                code => {
                    assert_eq!(code, 0, "{room}: {}", err(&output));
                    1
                }
            };
            ground.is_clean(after.join("site").strip_prefix(ground.folder.path()).unwrap().to_str().unwrap(), version, &[]);
        }
        assert!((2..5).contains(&full), "{full} of 5 disks were full");
    }
}

#[test]
fn where_nothing_may_be_written_that_is_said() {
    let ground = Ground::new(15);
    ground.done(&ground.command(0, "out/site", &["--no-cache"]).output().unwrap());
    let build = ground.command(1, "out/site", &["--no-cache"]);
    let refused = |output: &Output, words: &str| {
        assert_eq!(code(output), 2, "{}", err(output));
        assert!(err(output).contains(words) && err(output).contains("/out"), "{}", err(output));
        ground.is_clean("out/site", 0, &[]);
    };
    if let Some(shell) = shell_with_disks(r#"mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"; shift; "$@""#) {
        refused(&in_shell(shell, &build, &[&ground.path("out")]), "that disk can only be read");
    }
    // root may do everything, but not under another name
    let mut plain = Command::new(if nix_is_root() { "unshare" } else { "env" });
    plain.args(nix_is_root().then_some("-U"));
    fs::set_permissions(ground.path("out"), fs::Permissions::from_mode(0o555)).unwrap();
    let output = in_shell(plain, &build, &[]);
    fs::set_permissions(ground.path("out"), fs::Permissions::from_mode(0o755)).unwrap();
    if err(&output).contains("unshare") {
        eprintln!("skipped: this root may not be anybody else");
    } else {
        refused(&output, "this user may not write there");
    }
}

#[test]
fn a_name_that_is_too_long_is_said() {
    let ground = Ground::new(15);
    let long = "x".repeat(300);
    let output = ground.command(0, &format!("out/{long}"), &[]).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("the disk takes no name of this length"), "{}", err(&output));
    // the longest that a disk takes is fine
    let long = "x".repeat(255);
    ground.done(&ground.command(0, &format!("out/{long}"), &[]).output().unwrap());
    ground.is_clean(&format!("out/{long}"), 0, &[]);
}

#[test]
fn times_of_any_year_do_no_harm() {
    let ground = Ground::new(15);
    let years = |years: u64| Duration::from_secs(years * 366 * 24 * 60 * 60);
    let times: [SystemTime; 3] = [UNIX_EPOCH - years(30), UNIX_EPOCH, UNIX_EPOCH + years(400)];
    let set = |folder: &str, time: SystemTime| {
        for path in files(&ground.path(folder)).keys() {
            fs::File::options().write(true).open(ground.path(folder).join(path)).unwrap().set_modified(time).unwrap();
        }
    };
    for (at, time) in times.into_iter().enumerate() {
        for (folder, time) in [("one/audits", time), ("two/audits", times[(at + 1) % 3])] {
            set(folder, time);
        }
        for version in [0, 1] {
            ground.done(&ground.command(version, "out/site", &[]).output().unwrap());
            ground.is_clean("out/site", version, &[]);
            set("out/site", time);
        }
        let again = || ground.command(1, "out/site", &["--format", "json"]).output().unwrap();
        again();
        assert!(out(&again()).contains("\"changed\": 0"), "{}", out(&again()));
    }
}

#[test]
fn files_of_others_are_named() {
    let ground = Ground::new(15);
    let build = |options: &[&str]| ground.command(0, "out/site", options).output().unwrap();
    ground.done(&build(&[]));
    for number in 1..=7 {
        fs::write(ground.path(&format!("out/site/letter-{number}.txt")), "Dear client").unwrap();
    }
    for options in [&["--no-cache"][..], &[]] {
        let output = build(options);
        ground.done(&output);
        let note = "holds files that this program did not write, which stay: letter-1.txt, letter-2.txt, letter-3.txt, letter-4.txt, \
                    letter-5.txt and 2 more";
        assert!(err(&output).contains("note: ") && err(&output).contains(note), "{}", err(&output));
        let built: serde_json::Value = serde_json::from_str(&out(&build(&[options, &["--format", "json"]].concat()))).unwrap();
        assert_eq!(built["built"]["others"]["count"], 7);
        assert_eq!(built["built"]["others"]["files"][4], "letter-5.txt");
    }
    assert_eq!(files(&ground.path("out/site")).len(), ground.clean[0].len() + 7);
}
