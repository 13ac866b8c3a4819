//! `completions` and `man`: what shells and manuals know of the commands, made of the same definition as `--help`.

use std::fs;
use std::path::PathBuf;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;
use handoff_audit::diagnostic::Shown as _;

use super::show::{self, out};
use super::{Cli, Error, Outcome};

/// Where the manual goes.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// A folder to write a page for each command into, such as `~/.local/share/man/man1`; else the first page is printed
    #[arg(short = 'o', long = "out", value_name = "FOLDER")]
    out: Option<PathBuf>,
}

/// Prints what a shell needs to complete commands and options.
pub(super) fn completions(shell: Shell) -> Result<Outcome, Error> {
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    show::text(&script)
}

/// Prints the manual's first page, or writes all pages into a folder.
pub(super) fn man(args: &ManArgs) -> Result<Outcome, Error> {
    // help on help needs no page
    let command = Cli::command().disable_help_subcommand(true);
    let Some(folder) = &args.out else {
        let mut page = Vec::new();
        Man::new(command).render(&mut page)?;
        return show::text(&page);
    };
    fs::create_dir_all(folder)
        .and_then(|()| clap_mangen::generate_to(command, folder))
        .map_err(|error| format!("the pages cannot be written into `{}`: {error}", folder.shown()))?;
    out!("Wrote a page for each command; `man -l {}` shows the first", folder.join("handoff-audit.1").shown());
    Ok(Outcome::Fine)
}
