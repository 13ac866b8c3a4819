//! Inputs that were made to take time, memory or the program itself down. Each ends by itself, and says what is wrong and where.
//!
//! Here files are small, since all of it runs unoptimised: what takes more than its share takes far longer than is allowed. `cargo bench --bench
//! bounds` measures the same inputs in their full size.
#![cfg(unix)]

use std::process::Command;

use rayon::prelude::*;

#[path = "../../benches/extremes/mod.rs"]
mod extremes;

use extremes::{Ground, Input};

/// As large as a file is here.
const SIZE: usize = 60_000;

/// Names the command that this test is to run and to measure.
const WANTED: &str = "HANDOFF_AUDIT_MEASURED";

#[test]
fn every_input_ends_within_bounds() {
    // this test, started by itself with a command: its only child is measured
    if let Ok(command) = std::env::var(WANTED) {
        let arguments: Vec<String> = command.split(' ').map(str::to_owned).collect();
        return extremes::run(env!("CARGO_BIN_EXE_handoff-audit"), &arguments);
    }
    let inputs: Vec<&Input> = extremes::inputs().collect();
    assert!(inputs.len() > 150);
    let failures: Vec<String> = inputs.par_iter().filter_map(|input| failure(input)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is not as it should be with an input.
fn failure(input: &Input) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    Ground::make(input, &folder.path().join("audits"), SIZE);
    let own = std::env::current_exe().unwrap();
    let test = "bounds::every_input_ends_within_bounds";
    let took = extremes::measure(Command::new(own).args(["--exact", test]).env(WANTED, input.command().join(" ")), folder.path());
    let ended = matches!(took.code, 0 | 1) && took.memory < 300.0 && took.output < 1_000_000 && took.cpu < took.wall * 8.0;
    (!input.told_in(&took, SIZE) || !ended).then(|| format!("{}: {took:?}", input.name))
}
