//! One site of several parts, each built by [`build`](super::build) with `only`: wherever, whenever, in any order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Built, Error, Order, Written};
use crate::Checked;
use crate::audit;
use crate::check::{self, Opened};
use crate::diagnostic::{self, Shown as _};
use crate::report::Summary;
use crate::site::{self, Design, Press, Stage, links};

/// What the list of a part tells of its audits.
#[derive(Deserialize)]
struct Listing {
    audits: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    id: String,
}

/// A part of a site.
struct Part {
    folder: PathBuf,
    audits: Vec<Summary>,
    /// The files of its audits.
    files: BTreeSet<String>,
}

/// Joins the parts that lie in a folder, or below it, and prints the lists of audits, the rules and the looks. Every audit of the order's
/// folder has to be in a part; the files of audits are not read.
///
/// # Errors
/// Parts that lack an audit, hold one twice, or hold one that is not there any more; a target that may not be written to; the disk.
pub fn join(order: &Order<'_>, parts: &Path) -> Result<Built, Error> {
    let stage = Stage::new(order.audits, order.target, order.edition, order.waits);
    let Opened { loaded, brands, mut problems } = check::open(order.audits, order.edition);
    diagnostic::sort(&mut problems, &loaded.sources);
    if super::stops(&problems, order.strict) {
        let checked = Checked { sources: loaded.sources, problems, audits: Vec::new(), brands };
        return Ok(Built { checked, summaries: Vec::new(), written: None, version: None });
    }
    let parts = find(parts, order)?;
    let mut summaries: Vec<Summary> = parts.iter().flat_map(|part| part.audits.clone()).collect();
    summaries.sort_by(|one, other| one.audit.id.cmp(&other.audit.id));
    compare(&loaded, &summaries)?;
    let stage = stage?;
    let mut paths = BTreeSet::new();
    for part in &parts {
        for path in &part.files {
            stage.copy(&part.folder.join(path), path)?;
            paths.insert(path.clone());
        }
        part.audits.iter().for_each(|_| (order.done)());
    }
    let design = Design { brands: Some(&brands), templates: order.templates };
    let press = Press::of_lists(&summaries, order.edition, design)?;
    for sheet in press.shared_sheets() {
        for printed in press.print(sheet)? {
            stage.put(&printed.path, &printed.entry)?;
            paths.insert(printed.path);
        }
    }
    let others = stage.replace(&paths.iter().map(String::as_str).collect())?;
    if let Some(place) = order.state {
        super::state::forget(place);
    }
    let written = Written { files: paths.len(), changed: paths.len(), others };
    let checked = Checked { sources: loaded.sources, problems, audits: Vec::new(), brands };
    Ok(Built { checked, summaries, written: Some(written), version: None })
}

/// The parts in a folder: itself, and the folders in it.
fn find(folder: &Path, order: &Order<'_>) -> Result<Vec<Part>, Error> {
    let unreadable = |error: std::io::Error| Error::Parts(format!("cannot read the parts in {}: {error}", folder.shown()));
    let mut folders = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        folders.push(entry.map_err(unreadable)?.path());
    }
    folders.sort();
    let mut parts = Vec::new();
    for folder in folders {
        let files = site::ours(&folder, order.edition);
        if !files.is_empty() {
            parts.push(part(folder, files)?);
        }
    }
    match parts.is_empty() {
        true => Err(Error::Parts(format!(
            "there is no part of a site of this edition in {}: build some with `--only` and `-o` into folders in it",
            folder.shown()
        ))),
        false => Ok(parts),
    }
}

fn part(folder: PathBuf, files: BTreeSet<String>) -> Result<Part, Error> {
    let listing: Listing = read(&folder.join("index.json"))?;
    let mut audits = Vec::new();
    let mut own = BTreeSet::new();
    for Listed { id } in listing.audits {
        audits.push(read(&folder.join(links::of_audit(&id, "report.json")))?);
        let begin = format!("{id}/");
        own.extend(files.range(begin.clone()..).take_while(|path| path.starts_with(&begin)).cloned());
    }
    Ok(Part { folder, audits, files: own })
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, Error> {
    let failed = |why: String| Error::Parts(format!("{} is no data of a part: {why}", path.shown()));
    let bytes = fs::read(path).map_err(|error| failed(error.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|error| failed(error.to_string()))
}

/// Whether the parts hold each audit once, and none that is not there.
fn compare(loaded: &audit::Loaded, summaries: &[Summary]) -> Result<(), Error> {
    let mut known: BTreeMap<&str, usize> = loaded.audits.iter().map(|files| (files.id.as_str(), 0)).collect();
    for summary in summaries {
        let id = summary.audit.id.as_str();
        match known.get_mut(id) {
            Some(0) => *known.entry(id).or_default() = 1,
            Some(_) => return Err(Error::Parts(format!("two parts hold the audit `{id}`: build each audit in one part alone"))),
            None => return Err(Error::Parts(format!("a part holds the audit `{id}`, which is not among the audits any more"))),
        }
    }
    match known.iter().find(|(_, times)| **times == 0) {
        Some((id, _)) => Err(Error::Parts(format!("no part holds the audit `{id}`: build it with `--only {id}`"))),
        None => Ok(()),
    }
}
