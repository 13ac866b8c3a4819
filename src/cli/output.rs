//! What the commands print for other programs, and the summary that they write.

use std::fs;
use std::path::Path;

use handoff_audit::Checked;
use handoff_audit::diagnostic::Shown as _;
use handoff_audit::output::{Paths, Run, github, junit, sarif, summary};

use super::show::{self, out};
use super::{CheckArgs, Error, Format};

/// What a run found, told in the format that was asked for and in the summary.
pub(super) struct Teller<'a> {
    args: &'a CheckArgs,
    checked: &'a Checked,
    /// Whether gates are judged.
    gate: bool,
    paths: Paths,
}

impl<'a> Teller<'a> {
    pub(super) fn new(args: &'a CheckArgs, checked: &'a Checked, gate: bool) -> Result<Self, Error> {
        let here = std::env::current_dir()?;
        let base = here.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(&here).to_owned();
        Ok(Teller { args, checked, gate, paths: Paths::new(here, base) })
    }

    fn run(&self) -> Run<'_> {
        Run { checked: self.checked, strict: self.args.strict, gate: self.gate, paths: &self.paths }
    }

    /// Prints the document for programs, where one is asked for; false where the format is another.
    pub(super) fn print(&self) -> bool {
        let document = match self.args.format {
            Format::Human | Format::Json => return false,
            Format::Github => github::render(&self.run()),
            Format::Sarif => sarif::render(&self.run()),
            Format::Junit => junit::render(&self.run()),
        };
        show::put(&mut std::io::stdout(), format_args!("{document}"));
        true
    }

    /// Writes the summary, where one is asked for.
    pub(super) fn summarize(&self) -> Result<(), Error> {
        match &self.args.summary {
            Some(file) => write(file, &summary::render(&self.run())),
            None => Ok(()),
        }
    }
}

/// Says gates where they are read.
pub(super) fn tell(gates: &str, format: Format) {
    match format {
        Format::Human => show::beside(gates),
        Format::Github => {
            gates.lines().for_each(|line| out!("{}", github::log_line(&anstream::adapter::strip_str(line).to_string())));
        }
        Format::Sarif | Format::Junit => show::beside(gates),
        Format::Json => {}
    }
}

fn write(file: &Path, text: &str) -> Result<(), Error> {
    fs::write(file, text).map_err(|error| format!("cannot write the summary {}: {error}", file.shown()).into())
}
