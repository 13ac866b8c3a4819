//! Files in a site of ours that no build of ours has put there: they stay, whatever is built.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::WriteError;
use super::error::disk;
use super::folder::{self, Found};
use super::marker::{self, MARKER};
use super::place::make_folder_of;

/// Files that file managers leave behind, which nobody misses.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Every file in a folder that is not ours, by its path. No link is followed.
pub(super) fn find(folder: &Path, is_ours: impl Fn(&str) -> bool + Sync) -> Result<Vec<Found>, WriteError> {
    let is_nobodys = |path: &str| path == MARKER || LITTER.contains(&path.rsplit('/').next().unwrap_or(path));
    let mut others = folder::files(folder, |path| !is_ours(path) && !is_nobodys(path))?;
    others.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(others)
}

/// Whether the file of others leaves room for a site with files at `paths`, in whose place one with files at `ours` lies.
pub(super) fn leaves_room(other: &Found, ours: &BTreeSet<&str>, paths: &BTreeSet<&str>) -> Result<(), WriteError> {
    let there = || other.place.clone();
    let is_folder_in = |set| has_below(set, &other.path);
    if other.is_link && (is_folder_in(paths) || is_folder_in(ours)) {
        return Err(WriteError::Link(there()));
    }
    if paths.contains(other.path.as_str()) || is_folder_in(paths) || folders(&other.path).any(|folder| paths.contains(folder)) {
        return Err(WriteError::Foreign(there()));
    }
    Ok(())
}

/// Whether one of some paths lies below another.
pub(super) fn has_below(paths: &BTreeSet<&str>, folder: &str) -> bool {
    let below = format!("{folder}/");
    paths.range(below.as_str()..).next().is_some_and(|path| path.starts_with(&below))
}

/// The folders in which a path lies, from the outermost on.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Moves files of others from a site that was replaced into its successor. A folder that is no site of ours holds none: it is one that
/// was not finished.
pub(super) fn save(from: &Path, to: &Path) -> Result<(), WriteError> {
    let Some(ours) = marker::any(from) else { return Ok(()) };
    for other in find(from, |path| ours.contains(path))? {
        let to = to.join(other.place.strip_prefix(from).unwrap_or(&other.place));
        if fs::symlink_metadata(&to).is_ok() {
            return Err(WriteError::Stranded { file: other.place, taken: to });
        }
        make_folder_of(&to)?;
        fs::rename(&other.place, &to).map_err(disk("cannot write", &to))?;
    }
    Ok(())
}
