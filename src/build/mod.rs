//! Building a site audit by audit: each is read, derived, printed and written, and let go before the next, on all cores.
//!
//! Audits of one series know of each other, so a series is the unit of work; what a list of audits tells of each outlives it as a
//! [`Summary`]. What an earlier build made from the same files is left as it is, see `state`.

mod age;
mod join;
mod key;
mod leads;
mod series;
mod state;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use glob::Pattern;
use rayon::prelude::*;

pub use join::join;
pub use state::place as state_place;

use crate::Checked;
use crate::audit::{Audit, AuditFiles, Edition};
use crate::check::{self, Opened};
use crate::diagnostic::{self, Diagnostic};
use crate::report::{Report, Summary, parent};
use crate::site::{self, Design, OwnTemplates, Press, Sheet, Stage, WriteError};
use crate::words::Language;
use key::Stamp;
use series::Series;
use state::{Part, State};

/// What to build.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The folder that holds the audits.
    pub audits: &'a Path,
    /// For whom.
    pub edition: Edition,
    /// The folder of the site.
    pub target: &'a Path,
    /// What takes the place of built-in templates.
    pub templates: Option<&'a OwnTemplates>,
    /// Which audits alone to print, by their ids: the result is a part of a site, to be joined with others.
    pub only: Option<&'a Pattern>,
    /// Where it is kept what was built from what; nowhere where every build is to begin anew.
    pub state: Option<&'a Path>,
    /// Whether a warning stops the build.
    pub strict: bool,
    /// Whether the audits are still needed once they are printed.
    pub keep: bool,
    /// Told how many audits there are to print.
    pub found: &'a (dyn Fn(usize) + Sync),
    /// Called for each audit that is done.
    pub done: &'a (dyn Fn() + Sync),
    /// Told when another build writes to the same folder, before this one waits for it.
    pub waits: &'a (dyn Fn() + Sync),
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// What was read, and what is wrong with it; the audits themselves only where they were to be kept.
    pub checked: Checked,
    /// What lists tell of each audit of the site, by id.
    pub summaries: Vec<Summary>,
    /// What was written; nothing where the files do not allow a site.
    pub written: Option<Written>,
    /// Names what the site was made from: the same for the same files, in another run too. Nothing where that was not kept.
    pub version: Option<String>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many files the site has.
    pub files: usize,
    /// How many of them are new or other than before.
    pub changed: usize,
    /// The paths of files in its folder that this program did not write, and left there.
    pub others: Vec<String>,
}

/// Why nothing could be built, whatever the files say.
#[derive(Debug)]
pub enum Error {
    /// A page that cannot be made.
    Site(site::Error),
    /// The disk, or a target that may not be written to.
    Write(WriteError),
    /// No audit has such an id.
    NoMatch(String),
    /// Parts of a site that do not fit together.
    Parts(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Site(error) => error.fmt(f),
            Error::Write(error) => error.fmt(f),
            Error::NoMatch(pattern) => {
                write!(f, "no audit's id matches `{pattern}`; an id is a path such as `blue-heron/2026-03`")
            }
            Error::Parts(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Site(error) => Some(error),
            Error::Write(error) => Some(error),
            Error::NoMatch(_) | Error::Parts(_) => None,
        }
    }
}

impl From<site::Error> for Error {
    fn from(error: site::Error) -> Self {
        Error::Site(error)
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        Error::Write(error)
    }
}

/// Builds a site, or a part of one. The target is touched only when all audits are read and none has an error.
///
/// # Errors
/// A page that cannot be made, a target that may not be written to, whatever the disk says; what is wrong in the files is no error.
pub fn build(order: &Order<'_>) -> Result<Built, Error> {
    // two builds of one site take turns from their reading on, so that the last one to read is the last one to write
    let stage = Stage::new(order.audits, order.target, order.edition, order.waits);
    let left = || {
        let last = order.state.map(State::read).filter(|last| last.is_of(order.target)).unwrap_or_default();
        let has_all_to_print = last.is_empty() && stage.is_ok();
        if has_all_to_print {
            Design { brands: None, templates: order.templates }.make_ready(Language::default());
        }
        (last, has_all_to_print)
    };
    let (opened, (last, is_ready)) = rayon::join(|| check::open(order.audits, order.edition), left);
    let Opened { loaded, brands, mut problems } = opened;
    let design = Design { brands: Some(&brands), templates: order.templates };
    let stamp = Stamp::new(order.edition, design);
    let work = series::Work {
        loaded: &loaded,
        design,
        stamp: &stamp,
        last: &last,
        stage: stage.as_ref().ok(),
        order,
        stopped: AtomicBool::new(stops(&problems, order.strict)),
        is_ready: AtomicBool::new(is_ready),
    };
    (order.found)(loaded.audits.len());
    let mut series: BTreeMap<&str, Vec<&AuditFiles>> = BTreeMap::new();
    for files in &loaded.audits {
        series.entry(parent(&files.id)).or_default().push(files);
    }
    let series: Vec<Series<'_>> = series.into_par_iter().map(|(_, members)| work.series(members)).collect();
    let (as_left, other): (Vec<_>, Vec<_>) = series.into_iter().partition(|series| series.is_as_left);
    let print = |series: Vec<Series<'_>>| series.into_par_iter().map(|one| work.print(one)).collect::<Result<Vec<_>, Error>>();
    // what is to be printed begins first, so that in the end no core waits for it
    let (other, as_left) = rayon::join(|| print(other), || print(as_left));
    let mut audits: Vec<(Audit, Report)> = Vec::new();
    let (mut summaries, mut parts) = (Vec::new(), Vec::new());
    for one in other?.into_iter().chain(as_left?) {
        problems.extend(one.problems);
        audits.extend(one.audits);
        summaries.extend(one.summaries);
        parts.extend(one.parts);
    }
    audits.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
    summaries.sort_by(|one, other| one.audit.id.cmp(&other.audit.id));
    diagnostic::sort(&mut problems, &loaded.sources);
    let may_be_built = !stops(&problems, order.strict);
    let (written, version) = if may_be_built {
        if let (Some(only), true) = (order.only, summaries.is_empty()) {
            return Err(Error::NoMatch(only.as_str().to_owned()));
        }
        if let Some(stage) = work.stage {
            let names: &[&str] = if order.only.is_some() { &[LISTS] } else { &[LISTS, LOOKS] };
            // whose templates nobody needs where nothing is new
            let mut press: Option<Press<'_>> = None;
            for name in names {
                let key = work.shared_key(name, &summaries);
                let part = match work.shared_as_before(name, &key) {
                    Some(part) => part,
                    None => {
                        let made = press.take().map_or_else(|| Press::of_lists(&summaries, order.edition, design), Ok)?;
                        let press = press.insert(made);
                        work.print_shared(stage, press, key, shared(press, name, order.only.is_some()))?
                    }
                };
                parts.push(((*name).to_owned(), part));
            }
        }
        let version =
            order.state.map(|_| key::number(parts.iter().map(|(name, part)| (name, &part.key)).collect::<BTreeMap<_, _>>()));
        (Some(put(order, stage?, &last, parts)?), version.map(|version| format!("{version:016x}")))
    } else {
        (None, None)
    };
    Ok(Built { checked: Checked { sources: loaded.sources, problems, audits, brands }, summaries, written, version })
}

/// Whether one of some problems stops a build.
fn stops(problems: &[Diagnostic], strict: bool) -> bool {
    problems.iter().any(|problem| strict || problem.severity.stops())
}

/// The names of parts that are no audits, which no audit's id can be.
const LISTS: &str = "/lists";
const LOOKS: &str = "/looks";

/// What belongs to no single audit: the lists of audits, or the rules and looks, which seldom change.
fn shared(press: &Press<'_>, name: &str, is_part: bool) -> Vec<Sheet> {
    let is_list = |sheet: &Sheet| matches!(sheet, Sheet::Index | Sheet::Listing | Sheet::Search);
    match is_part {
        true => vec![Sheet::Listing],
        false => press.shared_sheets().into_iter().filter(|sheet| is_list(sheet) == (name == LISTS)).collect(),
    }
}

/// Puts what was printed into its place, and keeps what it was made from.
fn put(order: &Order<'_>, stage: Stage, last: &State, parts: Vec<(String, Arc<Part>)>) -> Result<Written, Error> {
    let files = || parts.iter().flat_map(|(_, part)| &part.files);
    let paths: BTreeSet<&str> = files().map(|file| file.path.as_str()).collect();
    let changed: Vec<&str> = files().filter(|file| file.is_new).map(|file| file.path.as_str()).collect();
    let target = stage.target().to_owned();
    let others = if last.is_empty() {
        stage.replace(&paths)?
    } else {
        // should the build be broken off from here on, the next one begins anew
        if let (Some(place), false) = (order.state, changed.is_empty()) {
            state::forget(place);
        }
        stage.renew(&changed, &paths)?
    };
    let written = Written { files: paths.len(), changed: changed.len(), others };
    if let Some(place) = order.state.filter(|_| !last.is_made_of(&parts)) {
        State::of(&target, parts).write(place);
    }
    Ok(written)
}
