//! The commands and their options.

mod add;
mod build;
mod check;
mod explain;
mod mishap;
mod new;
mod output;
mod pdf;
mod progress;
mod schema;
mod serve;
mod shell;
mod show;
mod templates;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use handoff_audit::audit::Edition;

use handoff_audit::pdf::Paper;
pub(crate) use mishap::tell_in_words as tell_mishaps_in_words;
pub(crate) use show::{ERROR_WORD, beside, words};

const AFTER_HELP: &str = "\
Examples:
  handoff-audit                       build the folder `audits` into the folder `site`
  handoff-audit clients -o report     build another folder into another site
  handoff-audit --single-file --zip   one file for each audit, and all of them in `site.zip`
  handoff-audit --edition internal    with names and internal notes, into `site-internal`; not to be passed on
  handoff-audit new acme/2026-11      begin an audit
  handoff-audit check                 only say what is wrong in the files
  handoff-audit serve --open          show the site in the browser, and follow every change in the files
  handoff-audit --summary job.md      build, and write a summary in Markdown
  handoff-audit pdf acme/2026-11      write one audit as a PDF
  handoff-audit explain claim-late    what a rule or a problem means, and what to do

Exit codes:
  0  fine
  1  there are problems in the audits (with --strict, warnings count too), or facts are still TODO; the last site stays as it was
  2  wrong usage, or the machine failed (disk, rights)
  3  the gate of an audit failed; the site is written all the same (`check` does not look at gates)";

/// Builds the report of a handoff audit: traced leads in YAML become a checked, scored and charted static site.
#[derive(Debug, Parser)]
#[command(name = "handoff-audit", version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    build: BuildArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Checks the audits and builds the site (what happens without a command, too)
    Build(BuildArgs),
    /// Says what is wrong in the audits, and writes nothing
    Check(CheckArgs),
    /// Shows the site in the browser while you write: what you save is on the page at once
    Serve(serve::ServeArgs),
    /// Begins an audit: writes its files, with TODO where a fact is missing
    New(new::NewArgs),
    /// Adds to a file of an audit without touching what stands in it
    #[command(subcommand)]
    Add(add::AddCommand),
    /// Writes an audit as a PDF, to send or to print; needs Chromium, Chrome or Edge
    Pdf(PdfArgs),
    /// Explains rules and problems; without a code, lists them all
    Explain {
        /// Codes, such as `claim-late` or `bad-time`
        codes: Vec<String>,
    },
    /// Prints a JSON Schema, for editors and other programs; without a name, lists them
    Schema {
        /// Which
        name: Option<schema::SchemaName>,
    },
    /// Prints what a shell needs to complete commands and options
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes one for each command
    Man(shell::ManArgs),
}

/// What to read, and how to speak of it.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The folder that holds the audits
    #[arg(default_value = "audits")]
    audits: PathBuf,
    /// Let warnings count as problems
    #[arg(long)]
    strict: bool,
    /// For whom: the client, or those who audited
    #[arg(long, value_enum, default_value_t = EditionArg::Client, value_name = "EDITION")]
    edition: EditionArg,
    /// How to print problems; docs/ci.md tells of those for CI
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
    /// Write a summary in Markdown, too: for the page of a job, or beside a pull request
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
}

/// What to build.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    check: CheckArgs,
    /// The folder to write the site into; what an earlier build left there is replaced [default: site, or site-internal]
    #[arg(short = 'o', long = "out", value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Write one file for each audit, which holds everything and needs no other, instead of pages
    #[arg(long)]
    single_file: bool,
    /// Write a zip of the folder beside it, too: to send, and to open after unpacking
    #[arg(long)]
    zip: bool,
    /// A folder of templates that take the places of built-in ones; docs/templates.md tells their names
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    /// Build a part of the site: the audits whose ids match, such as `blue-heron/*`; docs/large.md tells how parts become a site
    #[arg(long, value_name = "PATTERN", conflicts_with_all = ["single_file", "zip"])]
    only: Option<glob::Pattern>,
    /// Join the parts of a site, and add what belongs to no single audit
    #[arg(long, requires = "parts", conflicts_with_all = ["only", "single_file", "zip"])]
    index_only: bool,
    /// The folder that holds the parts, each a folder in it
    #[arg(long, value_name = "FOLDER", requires = "index_only")]
    parts: Option<PathBuf>,
    /// Where to keep what was built from what, so that the next build makes only what is new [default: the folder for caches]
    #[arg(long, value_name = "FOLDER", env = "HANDOFF_AUDIT_CACHE", hide_env_values = true)]
    cache: Option<PathBuf>,
    /// Build everything anew, and keep nothing for the next build
    #[arg(long)]
    no_cache: bool,
}

impl BuildArgs {
    /// The folder to write into: of its own for each edition, so that neither is handed over in place of the other.
    fn folder(&self) -> PathBuf {
        self.out.clone().unwrap_or_else(|| match self.check.edition {
            EditionArg::Client => "site".into(),
            EditionArg::Internal => "site-internal".into(),
        })
    }
}

/// For whom a report is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EditionArg {
    /// Roles and pseudonyms; `private.yml`, internal notes and attachments with personal data stay out
    Client,
    /// Names and contacts from `private.yml`, internal notes, every attachment; marked on every page
    Internal,
}

impl From<EditionArg> for Edition {
    fn from(edition: EditionArg) -> Self {
        match edition {
            EditionArg::Client => Edition::Client,
            EditionArg::Internal => Edition::Internal,
        }
    }
}

/// Which audit to print, and where to.
#[derive(Debug, Args)]
pub(crate) struct PdfArgs {
    /// The folder of an audit, or its id: `blue-heron/2026-03`
    audit: PathBuf,
    /// For whom: the client, or those who audited
    #[arg(long, value_enum, default_value_t = EditionArg::Client, value_name = "EDITION")]
    edition: EditionArg,
    /// The file to write; named after the audit's id and the edition where it is not given
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    out: Option<PathBuf>,
    /// The size of the paper; where it is not given, Letter for audits in American time zones and A4 for others
    #[arg(long, value_enum, value_name = "SIZE")]
    paper: Option<PaperSize>,
    /// The folder that holds the audits
    #[arg(long, default_value = "audits", value_name = "FOLDER")]
    audits: PathBuf,
    /// A folder of templates that take the places of built-in ones; docs/templates.md tells their names
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    /// Let warnings count as problems
    #[arg(long)]
    strict: bool,
}

/// Sizes of paper, as they are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PaperSize {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Paper::A4,
            PaperSize::Letter => Paper::Letter,
        }
    }
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the lines of the files, underlined
    Human,
    /// For programs: one JSON document with the same content
    Json,
    /// Annotations of GitHub Actions: files as errors and warnings, findings of the audit as notices
    Github,
    /// SARIF 2.1.0, for code scanning: one run for the files, one for the findings of the audit
    Sarif,
    /// A JUnit test report: a case for each file, and for each step of each lead
    Junit,
}

/// How a run ended; its number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Outcome {
    Fine = 0,
    Problems = 1,
    Failed = 2,
    GateFailed = 3,
}

/// Why a run could not be carried out, in words.
pub(crate) type Error = Box<dyn std::error::Error>;

/// Carries out the command.
pub(crate) fn run(cli: Cli) -> Result<Outcome, Error> {
    match cli.command {
        None => build::run(&cli.build),
        Some(Command::Build(args)) => build::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Serve(args)) => serve::run(&args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Add(what)) => add::run(&what),
        Some(Command::Pdf(args)) => pdf::run(&args),
        Some(Command::Explain { codes }) => Ok(explain::run(&codes)),
        Some(Command::Schema { name }) => schema::run(name),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man(args)) => shell::man(&args),
    }
}
