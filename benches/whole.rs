//! The whole build of 100 audits × 100 leads by the program itself: leads a second and peak memory.
//!
//! `cargo bench --bench whole`, or `cargo bench --bench whole -- AUDITS LEADS`; with `KEEP=FOLDER` the audits and the site stay there.

#![allow(clippy::print_stdout, reason = "its figures are its result")]

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

mod workload;

/// How often the build is timed; the median counts.
const RUNS: usize = 5;

fn main() {
    // `cargo test --all-targets` runs benches, too; only `cargo bench` passes this
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("nothing is measured without `cargo bench`");
        return;
    }
    let numbers: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let (audits, leads) = match numbers[..] {
        [audits, leads] => (audits, leads),
        _ => (100, 100),
    };
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = std::env::var_os("KEEP").map_or(temporary.path().to_owned(), PathBuf::from);
    let (input, output) = (folder.join("audits"), folder.join("site"));
    workload::write(&input, audits, leads, 1).expect("the workload");
    let mut seconds: Vec<f64> = (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            let status = Command::new(env!("CARGO_BIN_EXE_handoff-audit"))
                .arg(&input)
                .arg("-o")
                .arg(&output)
                .output()
                .expect("the program");
            assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
            begin.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the children's usage");
    let total = (audits * leads) as f64;
    println!("{audits} audits x {leads} leads, {RUNS} runs");
    println!("wall time: median {:.2} s, from {:.2} to {:.2} s", seconds[RUNS / 2], seconds[0], seconds[RUNS - 1]);
    println!("leads a second: {:.0}", total / seconds[RUNS / 2]);
    println!("peak memory: {:.0} MiB", usage.max_rss() as f64 / 1024.0);
}
