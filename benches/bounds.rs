//! What the program takes for inputs that were made to take time and memory: a table of each.
//!
//! `cargo bench --bench bounds` prints it, `cargo bench --bench bounds -- TEXT` the rows whose names hold a text. `HANDOFF_AUDIT_SIZE` is how large a
//! file may be, 16 MiB otherwise; `HANDOFF_AUDIT_PROGRAM` is another program. Everything lies in the folder for temporary files.

#![allow(clippy::print_stdout, reason = "its figures are its result")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a measurement that cannot go on says so"
)]

use std::process::Command;

mod extremes;

use extremes::{Ground, LARGEST};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, program, rest @ ..] = arguments.as_slice()
        && word == "run"
    {
        return extremes::run(program.as_ref(), rest);
    }
    // `cargo test --all-targets` runs benches, too; only `cargo bench` passes this
    if !arguments.iter().any(|argument| argument == "--bench") {
        return println!("nothing is measured without `cargo bench`");
    }
    let wanted: Vec<&String> = arguments.iter().filter(|argument| *argument != "--bench").collect();
    let size = std::env::var("HANDOFF_AUDIT_SIZE").ok().and_then(|text| text.parse().ok()).unwrap_or(LARGEST - 4_096);
    let program = std::env::var("HANDOFF_AUDIT_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_handoff-audit").to_owned());
    println!("{:>8} {:>8} {:>5} {:>5} {:>9}  input: told", "wall ms", "cpu ms", "MiB", "code", "output");
    for input in extremes::inputs() {
        if !wanted.iter().all(|text| input.name.contains(text.as_str())) {
            continue;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        Ground::make(input, &folder.path().join("audits"), size);
        let own = std::env::current_exe().expect("this program");
        let took = extremes::measure(Command::new(own).args(["run", &program]).args(input.command()), folder.path());
        let told: Vec<String> = took.told.iter().take(3).map(|(code, count)| format!("{count} {code}")).collect();
        println!(
            "{:>8.0} {:>8.0} {:>5.0} {:>5} {:>9}  {}: {}{}",
            took.wall,
            took.cpu,
            took.memory,
            took.code,
            took.output,
            input.name,
            told.join(", "),
            if input.told_in(&took, size) { "" } else { " (otherwise than expected)" }
        );
    }
}
