//! Builds that leave what is as it was: the same bytes as clean ones, whatever happened in between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;

use crate::cli::{files, program};
use crate::tests_folder;

/// Every file below a folder by its path, with its bytes.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder).into_iter().map(|(path, bytes)| (path.to_string_lossy().replace('\\', "/"), bytes)).collect()
}

/// A folder with audits of its own, and a cache.
struct Ground(tempfile::TempDir);

impl Ground {
    fn new() -> Self {
        let ground = Ground(tempfile::tempdir().unwrap());
        let from = tests_folder().join("golden/blue-heron/audits");
        for (path, bytes) in files_below(&from) {
            ground.write(&format!("audits/{path}"), &bytes);
        }
        // a series of two, and an audit beside it
        for (path, bytes) in files_below(&ground.path("audits/blue-heron/2026-03")) {
            let text = String::from_utf8(bytes).unwrap();
            ground.write(&format!("audits/blue-heron/2026-04/{path}"), text.replace("client: ", "client: New ").as_bytes());
            ground.write(&format!("audits/heron/first/{path}"), text.as_bytes());
        }
        ground
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Builds into a folder; what the program says of it, as data.
    fn build(&self, out: &str, options: &[&str]) -> Value {
        let output = self.run(out, options);
        assert!(
            matches!(output.status.code(), Some(0 | 3)),
            "{}{}",
            String::from_utf8_lossy(&output.stderr),
            String::from_utf8_lossy(&output.stdout)
        );
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["built"].clone()
    }

    fn run(&self, out: &str, options: &[&str]) -> std::process::Output {
        let mut command = program();
        command.current_dir(self.0.path()).env("HANDOFF_AUDIT_CACHE", self.path("cache"));
        command.args(["build", "audits", "-o", out, "--format", "json"]).args(options).output().unwrap()
    }

    fn same(&self, one: &str, other: &str, after: &str) {
        let (one, other) = (files_below(&self.path(one)), files_below(&self.path(other)));
        for (path, bytes) in &one {
            assert!(other.get(path) == Some(bytes), "after {after}: {path} differs");
        }
        assert_eq!(one.len(), other.len(), "after {after}");
    }

    /// When each file of a site was written.
    fn times(&self, folder: &str) -> Vec<(PathBuf, SystemTime)> {
        let files = walkdir::WalkDir::new(self.path(folder)).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().to_owned(), entry.metadata().unwrap().modified().unwrap())).collect()
    }
}

/// What happens, and how.
type Event = (&'static str, fn(&Ground, &mut fastrand::Rng));

/// Something that may happen between two builds.
const EVENTS: [Event; 15] = [
    ("nothing", |_, _| {}),
    ("another word in a lead", |ground, random| {
        edit(ground, random, |text| text.replacen("wants: ", "wants: really ", 1));
    }),
    ("another word in some lead", |ground, random| {
        let which = random.usize(0..8);
        edit(ground, random, |text| {
            let at = text.match_indices("wants: ").map(|(at, _)| at).cycle().nth(which);
            at.map_or(text.clone(), |at| format!("{}wants: truly {}", &text[..at], &text[at + "wants: ".len()..]))
        });
    }),
    ("another id of a lead", |ground, random| edit(ground, random, |text| text.replacen("id: P-01", "id: P-91", 1))),
    ("a lead less", |ground, random| {
        edit(ground, random, |text| match text.matches("\n  - id: ").count() {
            count @ 3.. => {
                let rest = &text[..text.rfind("\n  - id: ").unwrap_or(text.len())];
                rest.replace(&format!("selected: {count}"), &format!("selected: {}", count - 1)) + "\n"
            }
            _ => text,
        });
    }),
    ("another client's name", |ground, random| edit(ground, random, |text| text.replacen("client: ", "client: Another ", 1))),
    ("another verdict", |ground, random| edit(ground, random, |text| text.replacen("result: reached", "result: voicemail", 1))),
    ("a comment", |ground, random| edit(ground, random, |text| format!("# a comment\n{text}"))),
    ("an audit more", |ground, random| {
        let folder = format!("audits/blue-heron/more-{}", random.u8(0..2));
        for (path, bytes) in files_below(&ground.path("audits/blue-heron/2026-03")) {
            ground.write(&format!("{folder}/{path}"), &bytes);
        }
    }),
    ("an audit less", |ground, random| {
        let folder = ground.path(&format!("audits/blue-heron/more-{}", random.u8(0..2)));
        if folder.exists() {
            fs::remove_dir_all(folder).unwrap();
        }
    }),
    ("a brand", |ground, random| {
        ground.write("audits/heron/brand.yml", format!("name: Brand {}\n", random.u8(0..3)).as_bytes());
    }),
    ("a page that somebody changed", |ground, random| fs::write(some_page(ground, random), "<p>changed").unwrap()),
    ("a page that somebody deleted", |ground, random| fs::remove_file(some_page(ground, random)).unwrap()),
    ("a site that somebody deleted", |ground, _| fs::remove_dir_all(ground.path("site")).unwrap()),
    ("a cache that is damaged", |ground, random| {
        for (path, bytes) in files_below(&ground.path("cache")) {
            let at = random.usize(0..bytes.len());
            let damaged = [&bytes[..at], &[b'x', b'"', b'{'][random.usize(0..3)..][..1], &bytes[at + 1..]].concat();
            ground.write(&format!("cache/{path}"), &damaged);
        }
    }),
];

fn edit(ground: &Ground, random: &mut fastrand::Rng, how: impl Fn(String) -> String) {
    let files: Vec<_> = files_below(&ground.path("audits")).into_iter().filter(|(path, _)| path.ends_with(".yml")).collect();
    let (path, bytes) = &files[random.usize(0..files.len())];
    ground.write(&format!("audits/{path}"), how(String::from_utf8(bytes.clone()).unwrap()).as_bytes());
}

fn some_page(ground: &Ground, random: &mut fastrand::Rng) -> PathBuf {
    let pages: Vec<_> = files_below(&ground.path("site")).into_keys().filter(|path| path != ".handoff-audit").collect();
    ground.path("site").join(&pages[random.usize(0..pages.len())])
}

#[test]
fn builds_that_reuse_give_the_same_bytes_as_clean_ones() {
    let ground = Ground::new();
    let mut random = fastrand::Rng::with_seed(7);
    ground.build("site", &[]);
    // each once, then at random
    let events = EVENTS.iter().copied().chain((0..12).map(|_| EVENTS[random.usize(0..EVENTS.len())])).collect::<Vec<_>>();
    for (name, event) in events {
        event(&ground, &mut random);
        ground.build("site", &[]);
        ground.build("clean", &["--no-cache"]);
        ground.same("site", "clean", name);
    }
}

#[test]
fn only_what_changes_is_written() {
    let ground = Ground::new();
    assert_eq!(ground.build("site", &[])["changed"], ground.build("other", &[])["files"]);
    let before = ground.times("site");
    assert_eq!(ground.build("site", &[])["changed"], 0);
    assert_eq!(ground.times("site"), before);

    let file = ground.path("audits/heron/first/phone.yml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("wants: ", "wants: really ", 1)).unwrap();
    let built = ground.build("site", &[]);
    let now = ground.times("site");
    let written: Vec<_> = now.iter().zip(&before).filter(|(now, before)| now != before).map(|(now, _)| &now.0).collect();
    let is_of_lead = |path: &&PathBuf| path.to_string_lossy().contains("leads/");
    assert_eq!(built["changed"], written.len());
    assert_eq!(written.iter().filter(|path| is_of_lead(path)).count(), 1, "{written:?}");
    assert!(written.iter().all(|path| path.starts_with(ground.path("site/heron/first"))), "{written:?}");
}

#[test]
fn a_build_remembers_a_site_that_was_written_anew_by_another() {
    let ground = Ground::new();
    ground.build("site", &[]);
    let record = || files_below(&ground.path("cache"));
    let before = record();
    ground.build("site", &["--no-cache"]);
    assert!(record() == before);
    assert_eq!(ground.build("site", &[])["changed"], 0);
    let after = record();
    assert!(after != before, "the record must tell of the files that are there now");
    ground.build("site", &[]);
    assert!(record() == after);
}

#[test]
fn warnings_are_told_again_by_a_build_that_reads_nothing() {
    let ground = Ground::new();
    let (first, again) = (ground.run("site", &[]), ground.run("site", &[]));
    let problems = |output: &std::process::Output| serde_json::from_slice::<Value>(&output.stdout).unwrap()["problems"].clone();
    assert!(problems(&first).as_array().is_some_and(|problems| !problems.is_empty()), "the audits must have a warning");
    assert_eq!(problems(&first), problems(&again));
    let strict = ground.run("site", &["--strict"]);
    assert_eq!(strict.status.code(), Some(1));
}

/// The ids of the audits in four parts, none of which holds a whole series.
const PARTS: [&str; 3] = ["blue-heron/*3", "blue-heron/*4", "heron/*"];

#[test]
fn parts_joined_are_the_whole() {
    let ground = Ground::new();
    for (at, only) in PARTS.into_iter().enumerate() {
        let built = ground.build(&format!("parts/{at}"), &["--only", only]);
        assert!(built["open"].is_null(), "a part is not to be opened");
    }
    let joined = ground.build("joined", &["--index-only", "--parts", "parts"]);
    let whole = ground.build("whole", &[]);
    ground.same("joined", "whole", "joining");
    assert_eq!(joined["gate_failed"], whole["gate_failed"]);
}

#[test]
fn parts_that_do_not_fit_are_refused() {
    let ground = Ground::new();
    let fault = |out: &str, options: &[&str]| {
        let output = ground.run(out, options);
        assert_eq!(output.status.code(), Some(2));
        assert!(!ground.path(out).exists());
        String::from_utf8(output.stderr).unwrap()
    };
    let join = ["--index-only", "--parts", "parts"];
    assert!(fault("site", &["--only", "nobody/*"]).contains("no audit's id matches `nobody/*`"));
    fs::create_dir(ground.path("parts")).unwrap();
    assert!(fault("site", &join).contains("there is no part"));
    ground.build("parts/1", &["--only", "blue-heron/*"]);
    assert!(fault("site", &join).contains("no part holds the audit `heron/first`: build it with `--only heron/first`"));
    ground.build("parts/2", &["--only", "*"]);
    assert!(fault("site", &join).contains("two parts hold the audit `blue-heron/2026-03`"));
    fs::remove_dir_all(ground.path("parts/1")).unwrap();
    fs::remove_dir_all(ground.path("audits/heron")).unwrap();
    assert!(fault("site", &join).contains("a part holds the audit `heron/first`, which is not among the audits any more"));
}

#[test]
fn a_file_of_others_stays_where_a_site_is_renewed() {
    let ground = Ground::new();
    ground.build("site", &[]);
    ground.write("site/CNAME", b"report.example");
    ground.write("audits/heron/brand.yml", b"name: Brand\n");
    ground.build("site", &[]);
    assert!(Path::new(&ground.path("site/CNAME")).exists());
    fs::remove_dir_all(ground.path("audits/blue-heron")).unwrap();
    ground.build("site", &[]);
    assert!(!ground.path("site/blue-heron").exists(), "empty folders go with their last file");
}
