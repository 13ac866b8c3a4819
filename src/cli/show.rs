//! How the commands speak on the terminal: colour where it is one, plain in a pipe, `NO_COLOR` respected.

use std::fmt;
use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use handoff_audit::diagnostic::{Diagnostic, Shown, Sources, human, json};
use handoff_audit::output::github;

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

/// Prints a line, as it is.
macro_rules! out {
    ($($line:tt)*) => { $crate::cli::show::put(&mut std::io::stdout(), format_args!("{}\n", format_args!($($line)*))) };
}

/// Prints a line whose colours are left out where no terminal shows them.
macro_rules! styled {
    ($($line:tt)*) => { $crate::cli::show::put(&mut anstream::stdout(), format_args!("{}\n", format_args!($($line)*))) };
}

/// Prints a line beside the result, on standard error; colours as in `styled`.
macro_rules! err {
    ($($line:tt)*) => { $crate::cli::show::put(&mut anstream::stderr(), format_args!("{}\n", format_args!($($line)*))) };
}

pub(super) use {err, out, styled};

/// Prints. All words go through here: where GitHub runs the program, and reads what it prints, they hold none of the commands that it takes
/// from anywhere in a line (documents for programs hold none anywhere). A reader that has seen enough, such as `head`, is no failure; one that takes no more, such as a full disk, ends the
/// program, since what is missing may be what was asked for.
pub(super) fn put(to: &mut dyn Write, text: fmt::Arguments<'_>) {
    let is_job = std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true");
    let done = match is_job {
        true => to.write_all(github::without_old_commands(&text.to_string()).as_bytes()),
        false => to.write_fmt(text),
    };
    let Err(error) = done else { return };
    if error.kind() != io::ErrorKind::BrokenPipe {
        // nobody may be left to tell
        let _ = writeln!(anstream::stderr(), "{ERROR_WORD}: cannot print: {error}");
        std::process::exit(Outcome::Failed as i32);
    }
}

/// Prints a text of several lines beside the result.
pub(crate) fn beside(text: &str) {
    put(&mut anstream::stderr(), format_args!("{text}"));
}

/// Prints a JSON document.
pub(super) fn json(document: &serde_json::Value) {
    put(&mut io::stdout(), format_args!("{}", json::text(document)));
}

/// Prints a text as it is; a reader that has seen enough is no failure.
pub(super) fn text(text: &[u8]) -> Result<Outcome, Error> {
    match io::stdout().write_all(text) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(Outcome::Fine),
    }
}

/// Prints problems and their summary where the result of `check` belongs.
pub(super) fn problems_on_stdout(problems: &[Diagnostic], sources: &Sources) {
    let colour = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    put(&mut anstream::stdout(), format_args!("{}", human::render(problems, sources, colour)));
    styled!("{}", human::summary(problems, sources));
}

/// Prints problems and their summary beside the result of `build`; nothing where there are none.
pub(super) fn problems_on_stderr(problems: &[Diagnostic], sources: &Sources) {
    if problems.is_empty() {
        return;
    }
    let colour = AutoStream::choice(&std::io::stderr()) != ColorChoice::Never;
    beside(&human::render(problems, sources, colour));
    err!("{}", human::summary(problems, sources));
}
