//! The file by which a folder is known to hold a site of ours: it lists what the site consists of.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::WriteError;
use super::error::disk;
use super::place::is_within;
use crate::audit::Edition;

/// Its name.
pub(super) const MARKER: &str = ".handoff-audit";

/// What the marker of a site begins with; the paths of its files follow, one a line.
const fn words(edition: Edition) -> &'static str {
    match edition {
        Edition::Client => "Written by handoff-audit, which replaces this folder as a whole. It consists of these files:",
        Edition::Internal => {
            "Written by handoff-audit, internal edition, which replaces this folder as a whole. It consists of these files:"
        }
    }
}

/// The text of the marker of a site with files at these paths.
pub(super) fn text<'p>(edition: Edition, paths: impl Iterator<Item = &'p str>) -> String {
    std::iter::once(words(edition)).chain(paths).flat_map(|line| [line, "\n"]).collect()
}

/// Whether a marker is that of a site with files at these paths.
pub(super) fn tells_of<'p>(text: &str, edition: Edition, paths: impl Iterator<Item = &'p str>) -> bool {
    text.ends_with('\n') && text.lines().eq(std::iter::once(words(edition)).chain(paths))
}

/// The edition of the site in a folder, and the text of its marker; nothing where it is no site of ours.
fn read(folder: &Path) -> io::Result<Option<(Edition, String)>> {
    let text = match fs::read(folder.join(MARKER)) {
        Err(error) if super::place::is_missing(&error) => return Ok(None),
        read => String::from_utf8(read?).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    };
    let edition = Edition::ALL.into_iter().find(|edition| text.starts_with(words(*edition)));
    Ok(edition.map(|edition| (edition, text)))
}

/// The paths that a marker lists. Should somebody have written into it, it still tells of nothing outside of its folder.
pub(super) fn paths(text: &str) -> BTreeSet<&str> {
    text.lines().skip(1).filter(|path| is_within(path)).collect()
}

/// The paths of the files that an earlier build of an edition wrote into a folder; none where it is no site of ours.
pub fn ours(folder: &Path, edition: Edition) -> BTreeSet<String> {
    let found = read(folder).ok().flatten().filter(|(found, _)| *found == edition);
    found.map(|(_, text)| owned(&text)).unwrap_or_default()
}

/// The paths of the files of a site of ours, whatever its edition.
pub(super) fn any(folder: &Path) -> Option<BTreeSet<String>> {
    read(folder).ok().flatten().map(|(_, text)| owned(&text))
}

fn owned(text: &str) -> BTreeSet<String> {
    paths(text).into_iter().map(str::to_owned).collect()
}

/// The text of the marker of the site in a folder, which may be replaced; nothing where the folder is missing or empty.
pub(super) fn check(target: &Path, edition: Edition) -> Result<Option<String>, WriteError> {
    match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::symlink_metadata(target) {
            // a link that leads nowhere
            Ok(_) => Err(WriteError::InTheWay(target.to_owned())),
            Err(_) => Ok(None),
        },
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(WriteError::InTheWay(target.to_owned())),
        Err(error) => Err(disk("cannot read", target)(error)),
        Ok(mut entries) => match read(target).map_err(disk("cannot read", &target.join(MARKER)))? {
            _ if entries.next().is_none() => Ok(None),
            None => Err(WriteError::NotASite(target.to_owned())),
            Some((other, _)) if other != edition => Err(WriteError::OtherEdition(target.to_owned(), other)),
            Some((_, text)) => Ok(Some(text)),
        },
    }
}
