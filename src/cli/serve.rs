//! `serve`: builds the site into a folder of its own, shows it in browsers, and builds it again whenever a file changes.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use handoff_audit::build::{self, Order};
use handoff_audit::diagnostic::{Severity, Shown as _, human};
use handoff_audit::output::{counted, gate};
use handoff_audit::report::Summary;
use handoff_audit::serve::{Attempt, Built, Desk, Notes, Server, Wake, Watch, listen};
use handoff_audit::{Checked, check_for};

use super::build::failed_gates;
use super::check::After;
use super::show::{self, ERROR_WORD, err, out};
use super::{EditionArg, Error, Outcome, check, templates};

const AFTER_HELP: &str = "\
Examples:
  handoff-audit serve --open               build the folder `audits` and open the site in the browser
  handoff-audit serve clients --port 8000  another folder, at another port
  handoff-audit serve --edition internal   with names and internal notes
  handoff-audit serve --host 0.0.0.0       to be seen from other devices in the network, such as a phone

Every save is shown within a moment: the page is loaded again, or what is wrong is shown over it, as on the terminal. What is shown lies in a
folder for temporary files and goes with it: `handoff-audit build` makes the site to hand over. Ctrl+C ends.";

const NO_PLACE: &str = "  what is shown lies among the temporary files: instead of -o, the variable TMPDIR (on Windows TMP) names another folder for these\n";

/// What to serve, and where.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ServeArgs {
    /// The folder that holds the audits
    #[arg(default_value = "audits")]
    audits: PathBuf,
    /// The port; 0 takes any free one [default: the first free one from 4400 on]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// The address of this machine to be reached at; the default is for this machine alone, `0.0.0.0` for the whole network
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = host)]
    host: IpAddr,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// For whom: the client, or those who audited
    #[arg(long, value_enum, default_value_t = EditionArg::Client, value_name = "EDITION")]
    edition: EditionArg,
    /// A folder of templates that take the places of built-in ones; docs/templates.md tells their names
    #[arg(long, value_name = "FOLDER")]
    templates: Option<PathBuf>,
    /// Let warnings count as problems
    #[arg(long)]
    strict: bool,
}

fn host(typed: &str) -> Result<IpAddr, String> {
    let known = if typed.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { typed };
    known.parse().map_err(|_| "give an IP address: `127.0.0.1` for this machine alone, `0.0.0.0` for the whole network".into())
}

pub(super) fn run(args: &ServeArgs) -> Result<Outcome, Error> {
    if !args.audits.is_dir() {
        let checked = check_for(&args.audits, args.edition.into());
        show::problems_on_stderr(&checked.problems, &checked.sources);
        return Ok(Outcome::Problems);
    }
    if let Some(folder) = args.templates.as_deref().filter(|folder| !folder.is_dir()) {
        templates::read(folder)?;
    }
    // one core is left to the browser that waits for pages
    let cores = std::thread::available_parallelism().map_or(1, usize::from).saturating_sub(1).max(1);
    rayon::ThreadPoolBuilder::new().num_threads(cores).build_global()?;
    let listener = listen(args.host, args.port)?;
    let folders: Vec<&Path> = [Some(&args.audits), args.templates.as_ref()].into_iter().flatten().map(PathBuf::as_path).collect();
    // watched before it is read, so that no change between the two is missed
    let mut watch = Watch::new(folders.iter().copied())?;
    ctrlc::set_handler(watch.stopper())?;
    let desk = Desk::new()?;
    let build = || build(args, &desk.site(), &desk.record());
    let (first, words) = build();
    tell(first.notes.as_ref(), &words);
    let server = Server::start(listener, &desk.site(), first)?;
    announce(args, &folders, &server.url());
    while watch.wait() == Wake::Changed {
        let (attempt, words) = build();
        let notes = attempt.notes.clone();
        if server.publish(attempt) {
            tell(notes.as_ref(), &words);
        }
    }
    out!("Ended: {} is not served any more", server.url());
    Ok(Outcome::Fine)
}

/// Says where to look, and who can.
fn announce(args: &ServeArgs, folders: &[&Path], url: &str) {
    let folders: Vec<_> = folders.iter().map(|folder| folder.shown()).collect();
    out!("Serving {url} and watching {}. Ctrl+C ends", folders.join(" and "));
    if !args.host.is_loopback() {
        err!("Everybody in your network can read these pages as long as this runs.");
    }
    if args.edition == EditionArg::Internal {
        err!("This is the internal edition: it holds personal data.");
    }
    if args.open
        && let Err(error) = open::that_detached(url)
    {
        err!("No browser could be opened ({error}); open {url} yourself.");
    }
}

/// Builds the site, of which a record is kept for the next time. Gives what is to be said of it, and the closing words for the terminal.
fn build(args: &ServeArgs, site: &Path, record: &Path) -> (Attempt, String) {
    let begin = Instant::now();
    let built = match print(args, site, record) {
        Ok(built) => built,
        Err(error) => {
            // of a folder that nobody has named
            let is_disk = matches!(error.downcast_ref(), Some(build::Error::Write(_)));
            let place = if is_disk { NO_PLACE } else { "" };
            let text = format!("{ERROR_WORD}: {}\n{place}", show::words(&format!("{error:#}")));
            let notes = Notes { title: "The site cannot be built".into(), text };
            return (Attempt { built: None, notes: Some(notes) }, "Nothing was built; pages stay as they were".to_owned());
        }
    };
    let (checked, summaries) = (&built.checked, &built.summaries);
    let Some(version) = built.version else {
        let strict = if checked.has_errors() { "" } else { ", which `--strict` does not let pass" };
        let notes = Notes { title: count(checked) + strict, text: problems(checked) };
        return (Attempt { built: None, notes: Some(notes) }, check::farewell(checked, "Nothing was built", After::Watched));
    };
    let leads = summaries.iter().map(Summary::leads).sum();
    let (audits, leads) = (counted(summaries.len(), "audit"), counted(leads, "lead"));
    let words = format!("Built {audits} from {leads} in {:.2} s", begin.elapsed().as_secs_f64());
    let audits = summaries.iter().map(|summary| summary.audit.id.clone()).collect();
    (Attempt { built: Some(Built { version, audits }), notes: remarks(checked, summaries) }, words)
}

fn print(args: &ServeArgs, site: &Path, record: &Path) -> Result<build::Built, Error> {
    let own = args.templates.as_deref().map(templates::read).transpose()?;
    Ok(build::build(&Order {
        audits: &args.audits,
        edition: args.edition.into(),
        target: site,
        templates: own.as_ref(),
        only: None,
        state: Some(record),
        strict: args.strict,
        keep: false,
        found: &|_| (),
        done: &|| (),
        waits: &|| (),
    })?)
}

/// What is to be said of audits that could be built: gates that failed, and warnings.
fn remarks(checked: &Checked, summaries: &[Summary]) -> Option<Notes> {
    let failing = summaries.iter().filter(|summary| summary.gate.iter().any(|result| !result.passed));
    let gates: String = failing.map(gate::of).collect();
    let failed = (!failed_gates(summaries).is_empty()).then(|| "gate failed".to_owned());
    let warned = (!checked.problems.is_empty()).then(|| count(checked));
    let title: Vec<_> = failed.into_iter().chain(warned).collect();
    let problems = if checked.problems.is_empty() { String::new() } else { problems(checked) };
    let apart = if gates.is_empty() || problems.is_empty() { "" } else { "\n" };
    let title = if title.is_empty() && !gates.is_empty() { "gate warns".to_owned() } else { title.join(", ") };
    (!title.is_empty()).then(|| Notes { title, text: gates + apart + &problems })
}

/// The problems as the terminal shows them, in colour; what stops the build comes first, since a window shows only the beginning.
fn problems(checked: &Checked) -> String {
    let mut problems = checked.problems.clone();
    problems.sort_by_key(|problem| (problem.severity == Severity::Warning, problem.severity));
    human::render(&problems, &checked.sources, true) + &human::summary(&problems, &checked.sources)
}

/// How many problems there are: `2 errors in 1 file`.
fn count(checked: &Checked) -> String {
    human::summary(&checked.problems, &checked.sources).lines().next().unwrap_or_default().to_owned()
}

fn tell(notes: Option<&Notes>, words: &str) {
    if let Some(notes) = notes {
        show::beside(&notes.text);
    }
    out!("{words}");
}
