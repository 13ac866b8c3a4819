//! How the commands speak on the terminal: colour where it is one, plain in a pipe, `NO_COLOR` respected.

use std::io::Write as _;

use anstream::{AutoStream, ColorChoice};
use handoff_audit::diagnostic::{Diagnostic, Shown, Sources, human, json};

use super::{Error, Outcome};

/// The word before a failure of the machine or of the usage, in bold red.
pub(crate) const ERROR_WORD: &str = "\x1b[1m\x1b[31merror\x1b[0m";

/// The word before what is good to know, in bold.
pub(super) const NOTE_WORD: &str = "\x1b[1mnote\x1b[0m";

/// The words of a message of several lines, in which nothing steers a terminal.
pub(crate) fn words(message: &str) -> String {
    let lines: Vec<_> = message.split('\n').map(Shown::shown).collect();
    lines.join("\n")
}

/// Prints a JSON document.
pub(super) fn json(document: &serde_json::Value) {
    print!("{}", json::text(document));
}

/// Prints a text as it is; a reader that has seen enough, such as `head`, is no failure.
pub(super) fn text(text: &[u8]) -> Result<Outcome, Error> {
    match std::io::stdout().write_all(text) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(Outcome::Fine),
    }
}

/// Prints problems and their summary where the result of `check` belongs.
pub(super) fn problems_on_stdout(problems: &[Diagnostic], sources: &Sources) {
    let colour = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    anstream::print!("{}", human::render(problems, sources, colour));
    anstream::println!("{}", human::summary(problems, sources));
}

/// Prints problems and their summary beside the result of `build`; nothing where there are none.
pub(super) fn problems_on_stderr(problems: &[Diagnostic], sources: &Sources) {
    if problems.is_empty() {
        return;
    }
    let colour = AutoStream::choice(&std::io::stderr()) != ColorChoice::Never;
    anstream::eprint!("{}", human::render(problems, sources, colour));
    anstream::eprintln!("{}", human::summary(problems, sources));
}
