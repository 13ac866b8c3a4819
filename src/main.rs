//! The command line of `handoff-audit`.
//!
//! The only place that prints or ends the process. Exit codes: 0 fine; 1 problems in the audits; 2 wrong usage, or the machine failed;
//! 3 the gate of an audit failed.

mod cli;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Outcome};

#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::tell_mishaps_in_words();
    let outcome = match cli::run(Cli::parse()) {
        Ok(outcome) => outcome,
        Err(error) => {
            anstream::eprintln!("{}: {error:#}", cli::ERROR_WORD);
            Outcome::Failed
        }
    };
    ExitCode::from(outcome as u8)
}
