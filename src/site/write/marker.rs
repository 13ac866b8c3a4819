//! The file by which a folder is known to hold a site of ours: it lists what the site consists of.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::error::disk;
use crate::audit::Edition;

/// The file by which a folder is known to hold a site of ours.
pub(super) const MARKER: &str = ".handoff-audit";

/// What the marker of a site begins with; the paths of its files follow, one a line.
const fn marker_words(edition: Edition) -> &'static str {
    match edition {
        Edition::Client => "Written by handoff-audit, which replaces this folder as a whole. It consists of these files:",
        Edition::Internal => {
            "Written by handoff-audit, internal edition, which replaces this folder as a whole. It consists of these files:"
        }
    }
}

/// Files that file managers leave behind, which nobody misses.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The text of the marker of a site with files at these paths.
pub(super) fn marker<'p>(edition: Edition, paths: impl Iterator<Item = &'p str>) -> String {
    std::iter::once(marker_words(edition)).chain(paths).flat_map(|line| [line, "\n"]).collect()
}

/// The paths of the files that an earlier build of an edition wrote into a folder; none where it is no site of ours.
pub fn ours(folder: &Path, edition: Edition) -> BTreeSet<String> {
    let marker = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    match marker.starts_with(marker_words(edition)) {
        true => marker.lines().skip(1).map(str::to_owned).collect(),
        false => BTreeSet::new(),
    }
}

/// A file in a site of ours that no build has put there.
pub(super) fn foreign(target: &Path, marker: &str) -> Option<PathBuf> {
    let ours: BTreeSet<&str> = marker.lines().skip(1).chain([MARKER]).collect();
    let entries = walkdir::WalkDir::new(target).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries.filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).find(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let within: Option<Vec<_>> =
            path.strip_prefix(target).ok().map(|path| path.iter().map(|part| part.to_string_lossy()).collect());
        !name.is_some_and(|name| LITTER.contains(&&*name)) && !within.is_some_and(|parts| ours.contains(&*parts.join("/")))
    })
}

/// Only what is missing, empty or a site of ours and of the same edition is replaced.
pub(super) fn check_replaceable(target: &Path, edition: Edition) -> Result<(), WriteError> {
    match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(WriteError::NotASite(target.to_owned())),
        Err(error) => Err(disk("cannot read", target)(error)),
        Ok(mut entries) => {
            if entries.next().is_none() {
                return Ok(());
            }
            let marker = fs::read_to_string(target.join(MARKER)).unwrap_or_default();
            match Edition::ALL.into_iter().find(|edition| marker.starts_with(marker_words(*edition))) {
                None => Err(WriteError::NotASite(target.to_owned())),
                Some(other) if other != edition => Err(WriteError::OtherEdition(target.to_owned(), other)),
                Some(_) => Ok(()),
            }
        }
    }
}
