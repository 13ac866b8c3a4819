//! `build`: checks the audits and writes the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use handoff_audit::audit::Edition;
use handoff_audit::build::{self, Built, Order, Written};
use handoff_audit::diagnostic::Shown as _;
use handoff_audit::output::{counted, gate};
use handoff_audit::report::{GateLevel, GateResult, Summary};
use handoff_audit::site::{self, Archive, Design, OwnTemplates, Press, Site, Stage};
use handoff_audit::{Checked, check_for, diagnostic};
use indicatif::ProgressBar;
use serde_json::json;

use super::{
    BuildArgs, Error, Format, Outcome,
    check::{self, After, stops},
    output::{self, Teller},
    progress,
    show::{self, err, out},
    templates,
};

pub(super) fn run(args: &BuildArgs) -> Result<Outcome, Error> {
    let begin = Instant::now();
    let progress = progress::start(args.check.format == Format::Human);
    let folder = args.folder();
    let own = args.templates.as_deref().map(templates::read).transpose()?;
    let built = match args.single_file || args.zip {
        true => in_memory(args, own.as_ref(), &progress)?,
        false => on_disk(args, own.as_ref(), &progress)?,
    };
    progress.finish_and_clear();
    let (checked, summaries) = (&built.checked, &built.summaries);
    let teller = Teller::new(&args.check, checked, true)?;
    let Some(written) = built.written else {
        tell(&teller, checked, args.check.format, None);
        teller.summarize()?;
        if args.check.format != Format::Json {
            let after = if folder.exists() { After::LastSite } else { After::Nothing };
            err!("{}", check::farewell(checked, "Nothing was built", after));
        }
        return Ok(Outcome::Problems);
    };

    let edition = Edition::from(args.check.edition);
    let failed = failed_gates(summaries);
    let archive = args.zip.then(|| beside(&folder));
    let open = opened(args, summaries, &folder);
    let gates: Vec<_> = failed.iter().map(|(summary, result)| json!({"audit": summary.audit.id, "result": result})).collect();
    tell(
        &teller,
        checked,
        args.check.format,
        Some(json!({
            "folder": folder,
            "edition": edition.id(),
            "open": open,
            "zip": archive,
            "files": written.files,
            "changed": written.changed,
            "others": {"count": written.others.len(), "files": written.others.iter().take(NAMED).collect::<Vec<_>>()},
            "gate_failed": gates,
        })),
    );
    teller.summarize()?;
    output::tell(&summaries.iter().map(gate::of).collect::<String>(), args.check.format);
    let said = format!(
        "Built {} from {} in {:.2} s. {}",
        counted(summaries.len(), "audit"),
        counted(summaries.iter().map(Summary::leads).sum(), "lead"),
        begin.elapsed().as_secs_f64(),
        match &open {
            Some(open) => format!("Open {}", open.shown()),
            None => format!("Join this part with the others: {}", folder.shown()),
        }
    );
    match args.check.format {
        Format::Json => {}
        // standard output holds a document
        Format::Sarif | Format::Junit => err!("{said}"),
        Format::Human | Format::Github => {
            out!("{said}");
            if let Some(archive) = &archive {
                out!("To send: {}", archive.shown());
            }
        }
    }
    if let Some(note) = note_of_others(&written.others, &folder).filter(|_| args.check.format != Format::Json) {
        err!("{}: {note}", show::NOTE_WORD);
    }
    if args.check.format != Format::Json && edition == Edition::Internal {
        err!("This is the internal edition: it holds personal data, do not pass it on.");
    }
    Ok(if failed.is_empty() { Outcome::Fine } else { Outcome::GateFailed })
}

/// Builds audit by audit, and leaves what an earlier build made of the same files.
fn on_disk(args: &BuildArgs, own: Option<&OwnTemplates>, progress: &ProgressBar) -> Result<Built, Error> {
    let folder = args.folder();
    let state = if args.no_cache { None } else { build::state_place(args.cache.as_deref(), &folder) };
    progress.set_message("building");
    let order = Order {
        audits: &args.check.audits,
        edition: args.check.edition.into(),
        target: &folder,
        templates: own,
        only: args.only.as_ref(),
        state: state.as_deref(),
        strict: args.check.strict,
        // formats for programs tell of leads
        keep: args.check.summary.is_some() || !matches!(args.check.format, Format::Human | Format::Json),
        found: &|audits| progress.set_length(audits as u64),
        done: &|| progress.inc(1),
        waits: &|| say_that_it_waits(&folder, progress),
    };
    let parts = args.parts.as_deref().filter(|_| args.index_only);
    Ok(parts.map_or_else(|| build::build(&order), |parts| build::join(&order, parts))?)
}

/// Builds what holds more than one page in a file.
fn in_memory(args: &BuildArgs, own: Option<&OwnTemplates>, progress: &ProgressBar) -> Result<Built, Error> {
    let (folder, audits) = (args.folder(), &args.check.audits);
    let waits = || say_that_it_waits(&folder, progress);
    let stage = Stage::new(audits, &folder, args.check.edition.into(), &waits);
    progress.set_message("reading");
    let checked = check_for(audits, args.check.edition.into());
    if stops(&checked, args.check.strict) {
        return Ok(Built { checked, summaries: Vec::new(), written: None, version: None });
    }
    progress.set_message("building");
    let press = Press::designed(&checked.audits, Design { brands: Some(&checked.brands), templates: own })?;
    let site = if args.single_file { single_files(&press, audits, progress)? } else { site::print(&press)? };
    progress.set_message("writing");
    let archive = args.zip.then(|| beside(&folder));
    // what may not be written is known before anything is
    let packed = archive.as_deref().map(|target| site::archive(&site, audits, target, &waits)).transpose()?;
    let others = stage?.finish(&site)?;
    packed.map(Archive::put).transpose()?;
    let (summaries, files) = (checked.summaries(), site.len());
    Ok(Built { checked, summaries, written: Some(Written { files, changed: files, others }), version: None })
}

/// What to open to see what was built; nothing where that is a part.
fn opened(args: &BuildArgs, summaries: &[Summary], folder: &Path) -> Option<PathBuf> {
    match summaries {
        _ if args.only.is_some() => None,
        _ if !args.single_file => Some(folder.join("index.html")),
        [only] => site::single_files([only.audit.id.as_str()].into_iter()).pop().map(|name| folder.join(name)),
        _ => Some(folder.to_owned()),
    }
}

/// Says whether the gate of an audit holds, and what that amounts to.
pub(super) fn gate_outcome(summary: &Summary) -> Outcome {
    show::beside(&gate::of(summary));
    if failed_gates(std::slice::from_ref(summary)).is_empty() { Outcome::Fine } else { Outcome::GateFailed }
}

/// Says that another build has to end first.
fn say_that_it_waits(folder: &Path, progress: &ProgressBar) {
    progress.suspend(|| err!("Another build writes to {}: waiting until it is done", folder.shown()));
}

/// How many files of others are named.
const NAMED: usize = 5;

/// Says which files in the site's folder are not the site's, and stay.
fn note_of_others(others: &[String], folder: &Path) -> Option<String> {
    let named: Vec<_> = others.iter().take(NAMED).map(|path| path.escape_debug().to_string()).collect();
    let more = match others.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (what, stay) = if others.len() == 1 { ("a file", "stays") } else { ("files", "stay") };
    let folder = folder.shown();
    (!others.is_empty())
        .then(|| format!("{folder} holds {what} that this program did not write, which {stay}: {}{more}", named.join(", ")))
}

/// One file for each audit.
fn single_files(press: &Press<'_>, audits: &Path, progress: &ProgressBar) -> Result<Site, site::Error> {
    let names = site::single_files(press.ids());
    progress.set_length(names.len() as u64);
    let mut site = Site::bare(press.edition());
    for (at, name) in names.into_iter().enumerate() {
        site.extend([press.print_single(at, name, &|audit, file, most| site::attachment(audits, audit, file, most))?]);
        progress.inc(1);
    }
    Ok(site)
}

/// The zip beside a folder: `site.zip`.
fn beside(folder: &Path) -> PathBuf {
    // `.` has a name, too
    let folder = if folder.file_name().is_none() { std::path::absolute(folder).unwrap_or_default() } else { folder.to_owned() };
    let mut name = folder.file_name().unwrap_or("site".as_ref()).to_owned();
    name.push(".zip");
    folder.with_file_name(name)
}

/// Says what is wrong in the audits, and to programs what was built.
fn tell(teller: &Teller<'_>, checked: &Checked, format: Format, built: Option<serde_json::Value>) {
    match format {
        Format::Human => show::problems_on_stderr(&checked.problems, &checked.sources),
        Format::Json => {
            let mut document = diagnostic::json::document(&checked.problems, &checked.sources);
            #[expect(clippy::indexing_slicing, reason = "an object takes any name")]
            let entry = &mut document["built"];
            *entry = built.unwrap_or_default();
            show::json(&document);
        }
        Format::Github | Format::Sarif | Format::Junit => {
            teller.print();
        }
    }
}

/// The thresholds that fail the build and do not hold.
pub(super) fn failed_gates(summaries: &[Summary]) -> Vec<(&Summary, &GateResult)> {
    let failed = |result: &&GateResult| result.level == GateLevel::Fail && !result.passed;
    summaries.iter().flat_map(|summary| summary.gate.iter().filter(failed).map(move |result| (summary, result))).collect()
}
