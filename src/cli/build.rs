//! `build`: checks the audits and writes the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use handoff_audit::audit::Edition;
use handoff_audit::report::{Figure, GateLevel, GateResult, Report};
use handoff_audit::site::{self, Archive, Design, Press, Site};
use handoff_audit::{Checked, check_for, diagnostic};
use indicatif::ProgressBar;
use serde_json::json;

use super::{BuildArgs, Error, Format, Outcome, check::outcome, progress, show, templates};

pub(super) fn run(args: &BuildArgs) -> Result<Outcome, Error> {
    let begin = Instant::now();
    let human = args.check.format == Format::Human;
    let progress = progress::start(human);
    progress.set_message("reading");
    let checked = check_for(&args.check.audits, args.check.edition.into());
    let folder = args.folder();
    let outcome = outcome(&checked, args.check.strict);
    if outcome != Outcome::Fine {
        progress.finish_and_clear();
        tell(&checked, human, None);
        if human {
            anstream::eprintln!(
                "Nothing was built; {}",
                if folder.exists() { "the last site stays as it was" } else { "mend this first" }
            );
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
    let gate: Vec<_> = failed.iter().map(|(report, result)| json!({"audit": report.audit.id, "result": result})).collect();
    tell(
        &checked,
        human,
        Some(
            json!({"folder": folder, "edition": site.edition().id(), "open": open, "zip": archive, "files": site.len(), "gate_failed": gate}),
        ),
    );
    if human {
        println!(
            "Built {} from {} in {:.2} s. Open {}",
            count(checked.audits.len(), "audit"),
            count(checked.leads(), "lead"),
            begin.elapsed().as_secs_f64(),
            open.display()
        );
        if let Some(archive) = &archive {
            println!("To send: {}", archive.display());
        }
        if site.edition() == Edition::Internal {
            anstream::eprintln!("This is the internal edition: it holds personal data, do not pass it on.");
        }
        tell_gates(&failed);
    }
    Ok(if failed.is_empty() { Outcome::Fine } else { Outcome::GateFailed })
}

/// Says which thresholds of some reports fail, and what they amount to.
pub(super) fn gate_outcome(checked: &Checked, of: impl Fn(&Report) -> bool) -> Outcome {
    let failed: Vec<_> = failed_gates(checked).into_iter().filter(|(report, _)| of(report)).collect();
    tell_gates(&failed);
    if failed.is_empty() { Outcome::Fine } else { Outcome::GateFailed }
}

fn tell_gates(failed: &[(&Report, &GateResult)]) {
    anstream::eprint!("{}", gate_lines(failed));
}

/// A line for each threshold that does not hold.
pub(super) fn gate_lines(failed: &[(&Report, &GateResult)]) -> String {
    let line = |(report, result): &(&Report, &GateResult)| {
        format!("\x1b[1m\x1b[31mgate failed\x1b[0m: {}: {}\n", report.audit.id, gate_words(result))
    };
    failed.iter().map(line).collect()
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
fn tell(checked: &Checked, human: bool, built: Option<serde_json::Value>) {
    if human {
        show::problems_on_stderr(&checked.problems, &checked.sources);
    } else {
        let mut document = diagnostic::json::document(&checked.problems, &checked.sources);
        document["built"] = built.unwrap_or_default();
        show::json(&document);
    }
}

/// The thresholds that fail the build and do not hold.
pub(super) fn failed_gates(checked: &Checked) -> Vec<(&Report, &GateResult)> {
    let failed = |result: &&GateResult| result.level == GateLevel::Fail && !result.passed;
    checked.audits.iter().flat_map(|(_, report)| report.gate.iter().filter(failed).map(move |result| (report, result))).collect()
}

/// What a threshold that does not hold says: `overall_below: the overall level is 1, the gate asks for at least 3`.
fn gate_words(result: &GateResult) -> String {
    let number = |figure: Figure| match figure {
        Figure::Whole(number) => number.to_string(),
        Figure::Share(share) => format!("{} %", (share * 1000.0).round() / 10.0),
    };
    let (actual, expected) = (number(result.actual), number(result.expected));
    let channel = result.channel.as_deref().unwrap_or_default();
    let words = match result.rule {
        "overall_below" => format!("the overall level is {actual}, the gate asks for at least {expected}"),
        "channel_below" => format!("the level of {channel} is {actual}, the gate asks for at least {expected}"),
        "sample_below" => format!("{channel} has {actual} counted leads, the gate asks for at least {expected}"),
        "unproven_above" => format!("{actual} of the verdicts are unproven, the gate allows {expected}"),
        "leaked_above" => format!("{actual} of the counted leads leaked, the gate allows {expected}"),
        "overdue_actions" => format!("overdue actions: {actual}, the gate allows none"),
        _ => format!("the overall level dropped by {actual} since the audit before, the gate allows less than {expected}"),
    };
    format!("{}: {words}", result.rule)
}

pub(super) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}
