//! The command line of `handoff-audit`.
//!
//! The only place that prints or ends the process. Exit codes: 0 fine; 1 problems in the audits; 2 wrong usage, or the machine failed;
//! 3 the gate of an audit failed.

mod cli;

use std::process::ExitCode;

use clap::Parser;
use handoff_audit::diagnostic::Shown as _;
use handoff_audit::output::github;

use cli::{Cli, Outcome, beside, words};

#[global_allocator]
static HEAP: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::tell_mishaps_in_words();
    let outcome = match cli::run(Cli::try_parse().unwrap_or_else(|error| misused(&error))) {
        Ok(outcome) => outcome,
        Err(error) => {
            beside(&format!("{}: {}\n", cli::ERROR_WORD, words(&format!("{error:#}"))));
            Outcome::Failed
        }
    };
    ExitCode::from(outcome as u8)
}

/// Says what is wrong with what was typed, or what was asked for, and ends. What was typed stays on its line and out of the terminal's
/// business.
fn misused(error: &clap::Error) -> ! {
    let typed = std::env::args_os().map(|typed| typed.to_string_lossy().into_owned());
    let odd: Vec<_> = typed.filter(|typed| typed.shown() != *typed || *typed != github::without_old_commands(typed)).collect();
    if odd.is_empty() {
        error.exit();
    }
    let values = odd.iter().flat_map(|typed| [Some(typed.as_str()), typed.split_once('=').map(|(_, value)| value)]).flatten();
    let said = values.fold(error.to_string(), |said, value| said.replace(value, &value.shown()));
    beside(&words(&said));
    std::process::exit(error.exit_code())
}
