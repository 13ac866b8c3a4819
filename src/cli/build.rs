//! `build`: checks the audits and writes the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use handoff_audit::audit::Edition;
use handoff_audit::output::{counted, gate};
use handoff_audit::report::{GateLevel, GateResult, Report};
use handoff_audit::site::{self, Archive, Design, Press, Site};
use handoff_audit::{Checked, check_for, diagnostic};
use indicatif::ProgressBar;
use serde_json::json;

use super::{
    BuildArgs, Error, Format, Outcome,
    check::{self, After, outcome},
    output::Teller,
    progress, show, templates,
};

pub(super) fn run(args: &BuildArgs) -> Result<Outcome, Error> {
    let begin = Instant::now();
    let human = args.check.format == Format::Human;
    let progress = progress::start(human);
    progress.set_message("reading");
    let checked = check_for(&args.check.audits, args.check.edition.into());
    let folder = args.folder();
    let teller = Teller::new(&args.check, &checked, true)?;
    let outcome = outcome(&checked, args.check.strict);
    if outcome != Outcome::Fine {
        progress.finish_and_clear();
        tell(&teller, &checked, args.check.format, None);
        teller.summarize()?;
        if args.check.format != Format::Json {
            let after = if folder.exists() { After::LastSite } else { After::Nothing };
            anstream::eprintln!("{}", check::farewell(&checked, "Nothing was built", after));
        }
        return Ok(outcome);
    }
    let own = args.templates.as_deref().map(templates::read).transpose()?;
    progress.set_message("building");
    let press = Press::designed(&checked.audits, Design { brands: Some(&checked.brands), templates: own.as_ref() })?;
    let audits = &args.check.audits;
    let site = if args.single_file { single_files(&press, audits, &progress)? } else { pages(&press, &progress)? };
    progress.set_message("writing");
    let archive = args.zip.then(|| beside(&folder));
    // what may not be written is known before anything is
    let packed = archive.as_deref().map(|target| site::archive(&site, audits, target)).transpose()?;
    site::write(&site, audits, &folder)?;
    packed.map(Archive::put).transpose()?;
    progress.finish_and_clear();

    let failed = failed_gates(&checked);
    let open = match args.single_file {
        false => folder.join("index.html"),
        true => match press.single_files().as_slice() {
            [only] => folder.join(only),
            _ => folder.clone(),
        },
    };
    let gates: Vec<_> = failed.iter().map(|(report, result)| json!({"audit": report.audit.id, "result": result})).collect();
    tell(
        &teller,
        &checked,
        args.check.format,
        Some(
            json!({"folder": folder, "edition": site.edition().id(), "open": open, "zip": archive, "files": site.len(), "gate_failed": gates}),
        ),
    );
    teller.summarize()?;
    teller.tell_gates();
    let built = format!(
        "Built {} from {} in {:.2} s. Open {}",
        counted(checked.audits.len(), "audit"),
        counted(checked.leads(), "lead"),
        begin.elapsed().as_secs_f64(),
        open.display()
    );
    match args.check.format {
        Format::Json => {}
        // standard output holds a document
        Format::Sarif | Format::Junit => anstream::eprintln!("{built}"),
        Format::Human | Format::Github => {
            println!("{built}");
            if let Some(archive) = &archive {
                println!("To send: {}", archive.display());
            }
        }
    }
    if args.check.format != Format::Json && site.edition() == Edition::Internal {
        anstream::eprintln!("This is the internal edition: it holds personal data, do not pass it on.");
    }
    Ok(if failed.is_empty() { Outcome::Fine } else { Outcome::GateFailed })
}

/// Says whether the gates of some reports hold, and what they amount to.
pub(super) fn gate_outcome(checked: &Checked, of: impl Fn(&Report) -> bool) -> Outcome {
    for (audit, report) in checked.audits.iter().filter(|(_, report)| of(report)) {
        anstream::eprint!("{}", gate::of(audit, report));
    }
    if failed_gates(checked).iter().any(|(report, _)| of(report)) { Outcome::GateFailed } else { Outcome::Fine }
}

/// Every page, with the data beside it.
fn pages(press: &Press<'_>, progress: &ProgressBar) -> Result<Site, site::Error> {
    let sheets = press.sheets();
    progress.set_length(sheets.len() as u64);
    let mut site = Site::of(press.edition());
    for sheet in sheets {
        site.extend(press.print(sheet)?);
        progress.inc(1);
    }
    Ok(site)
}

/// One file for each audit.
fn single_files(press: &Press<'_>, audits: &Path, progress: &ProgressBar) -> Result<Site, site::Error> {
    let names = press.single_files();
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
            document["built"] = built.unwrap_or_default();
            show::json(&document);
        }
        Format::Github | Format::Sarif | Format::Junit => {
            teller.print();
        }
    }
}

/// The thresholds that fail the build and do not hold.
pub(super) fn failed_gates(checked: &Checked) -> Vec<(&Report, &GateResult)> {
    let failed = |result: &&GateResult| result.level == GateLevel::Fail && !result.passed;
    checked.audits.iter().flat_map(|(_, report)| report.gate.iter().filter(failed).map(move |result| (report, result))).collect()
}
