//! A short run of every fuzzer on stable: each seed, and some changes of it, through the entry points that cargo-fuzz uses.
//!
//! `HANDOFF_AUDIT_FUZZ` says how many changes are tried for each target, and `HANDOFF_AUDIT_FUZZ_SEED` from which number they follow.
//! `HANDOFF_AUDIT_FUZZ_CORPUS` names a folder into which the seeds and a dictionary are written for cargo-fuzz.

mod change;
mod seeds;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Once;
use std::{env, fs};

use handoff_audit::fuzz::{TARGETS, Target};

/// How many changes are tried for a target where nothing else is asked for: as many as its time allows.
const TRIES: [(&str, u64); 5] = [("reader", 500), ("markdown", 4_000), ("values", 4_000), ("charts", 2_000), ("site", 60)];

/// How often a failing input is made smaller, at most.
const SMALLER: usize = 400;

#[test]
fn the_reader_takes_anything() {
    run("reader");
}

#[test]
fn markdown_takes_anything() {
    run("markdown");
}

#[test]
fn values_take_anything() {
    run("values");
}

#[test]
fn charts_take_anything() {
    run("charts");
}

#[test]
fn a_build_takes_anything() {
    run("site");
}

/// Tries a target with all its seeds, and with changes of them.
fn run(name: &str) {
    let target = TARGETS.into_iter().find(|target| target.name == name).unwrap();
    let seeds = seeds::of(name);
    assert!(!seeds.is_empty(), "{name} has no seeds");
    seeds.iter().for_each(|seed| holds(target, seed));
    let tries = TRIES.iter().find(|(of, _)| *of == name).unwrap().1;
    let begin = number("HANDOFF_AUDIT_FUZZ_SEED").unwrap_or(6);
    let words = seeds::words();
    for at in 0..number("HANDOFF_AUDIT_FUZZ").unwrap_or(tries) {
        let mut random = fastrand::Rng::with_seed(begin.wrapping_add(at.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        holds(target, &change::changed(&seeds, &words, &mut random));
    }
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

/// Tries an input; where something does not hold, says what, and how to keep the input.
fn holds(target: Target, input: &[u8]) {
    if fault(target, input).is_none() {
        return;
    }
    let small = smaller(target, input);
    let why = fault(target, &small).unwrap_or_default();
    let kept = env::temp_dir().join(format!("handoff-audit-{}", target.name));
    fs::write(&kept, &small).unwrap();
    panic!(
        "{} does not take this: {why}\n\n{}\n\nIt lies in {}; once mended, keep it as tests/fuzz/{}/what-it-shows",
        target.name,
        small.escape_ascii(),
        kept.display(),
        target.name
    );
}

/// What a target says of an input that it does not take.
fn fault(target: Target, input: &[u8]) -> Option<String> {
    thread_local! {
        static EXPECTED: Cell<bool> = const { Cell::new(false) };
    }
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let told = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !EXPECTED.get() {
                told(panic);
            }
        }));
    });
    EXPECTED.set(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    EXPECTED.set(false);
    outcome.err().map(|panic| match panic.downcast::<String>() {
        Ok(words) => *words,
        Err(panic) => panic.downcast_ref::<&str>().map_or("a panic without words", |words| *words).to_owned(),
    })
}

/// A failing input without much of what it fails without.
fn smaller(target: Target, input: &[u8]) -> Vec<u8> {
    let mut input = input.to_vec();
    let (mut piece, mut tries) = (input.len() / 2, SMALLER);
    while piece > 0 && tries > 0 {
        let mut at = 0;
        while at < input.len() && tries > 0 {
            let rest = [&input[..at], input.get(at + piece..).unwrap_or_default()].concat();
            tries -= 1;
            if fault(target, &rest).is_some() {
                input = rest;
            } else {
                at += piece;
            }
        }
        piece /= 2;
    }
    input
}

#[test]
fn a_failing_input_is_found_and_made_small() {
    let hurt = |bytes: &[u8]| assert!(!bytes.windows(2).any(|pair| pair == b"!!"), "two marks");
    let target = Target { name: "hurt", run: hurt };
    assert_eq!(fault(target, b"one ! mark"), None);
    assert_eq!(fault(target, b"two !! marks").as_deref(), Some("two marks"));
    assert_eq!(smaller(target, b"a long text with two !! marks in the midst of it"), b"!!");
}

/// Every target has its file, its place in `fuzz/Cargo.toml`, its number of tries and its seeds, and there is no other.
#[test]
fn every_target_is_everywhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names: BTreeSet<String> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(names.len(), TARGETS.len());
    let entries = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        entries.map(|name| name.trim_end_matches(".rs").to_owned()).collect()
    };
    assert_eq!(entries("fuzz/fuzz_targets"), names);
    assert_eq!(entries("tests/fuzz"), names);
    assert_eq!(TRIES.map(|(name, _)| name.to_owned()).into_iter().collect::<BTreeSet<_>>(), names);
    let manifest = fs::read_to_string(root.join("fuzz/Cargo.toml")).unwrap();
    let workflow = fs::read_to_string(root.join(".github/workflows/fuzz.yml")).unwrap();
    for name in &names {
        let file = fs::read_to_string(root.join(format!("fuzz/fuzz_targets/{name}.rs"))).unwrap();
        assert!(file.contains(&format!("handoff_audit::fuzz::{name}(bytes)")), "{name} calls its entry point");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} stands in fuzz/Cargo.toml");
        assert!(!entries(&format!("tests/fuzz/{name}")).is_empty(), "{name} has seeds of its own");
    }
    let listed = workflow.lines().find_map(|line| line.trim().strip_prefix("target: [")?.strip_suffix(']')).unwrap();
    assert_eq!(listed.split(", ").map(str::to_owned).collect::<BTreeSet<_>>(), names, "the weekly run has them all");
}

/// Writes the seeds and a dictionary for cargo-fuzz, where a folder is named for them.
#[test]
fn seeds_can_be_written_for_cargo_fuzz() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = env::var_os("HANDOFF_AUDIT_FUZZ_CORPUS").map_or_else(|| temporary.path().to_owned(), Into::into);
    for target in TARGETS {
        let own = folder.join(target.name);
        fs::create_dir_all(&own).unwrap();
        for (at, seed) in seeds::of(target.name).iter().enumerate() {
            fs::write(own.join(format!("seed-{at:03}")), seed).unwrap();
        }
    }
    let dictionary: String = seeds::words().iter().map(|word| quoted(word)).collect();
    fs::write(folder.join("words.dict"), &dictionary).unwrap();
    assert!(dictionary.is_ascii(), "libFuzzer refuses a dictionary with any other byte");
    let written = fs::read_to_string(folder.join("words.dict")).unwrap();
    assert!(written.contains("\"observed_through\"\n") && written.contains("\"call_log\"\n"), "names and choices of the format");
}

/// A word as libFuzzer's dictionaries write it.
fn quoted(word: &str) -> String {
    let byte = |byte: u8| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(byte)),
        b' '..=b'~' => char::from(byte).to_string(),
        _ => format!("\\x{byte:02X}"),
    };
    format!("\"{}\"\n", word.bytes().map(byte).collect::<String>())
}
