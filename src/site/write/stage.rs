//! A site on its way to the disk.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::error::disk;
use super::marker::{MARKER, check_replaceable, foreign, marker, ours};
use super::place::{copy, is_missing, make_way, place, within};
use super::target::apart;
use crate::audit::Edition;
use crate::site::Entry;

/// A site on its way to the disk: its files are written beside its target, and come into their place all at once at the end.
#[derive(Debug)]
pub struct Stage {
    audits: PathBuf,
    target: PathBuf,
    edition: Edition,
    workshop: tempfile::TempDir,
}

impl Stage {
    /// Makes ready to write to `target`; attachments are copied from the folder `audits`.
    ///
    /// # Errors
    /// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says.
    pub fn new(audits: &Path, target: &Path, edition: Edition) -> Result<Self, WriteError> {
        let stage = Stage::beside(audits, target, edition)?;
        let marker = fs::read_to_string(stage.target.join(MARKER)).unwrap_or_default();
        foreign(&stage.target, &marker).map_or(Ok(stage), |path| Err(WriteError::Foreign(path)))
    }

    /// The same for a site that will be renewed and not replaced: files of others may lie in its target, and stay there.
    ///
    /// # Errors
    /// The same, but for files of others in a site of ours.
    pub fn beside(audits: &Path, target: &Path, edition: Edition) -> Result<Self, WriteError> {
        let (audits, target) = apart(audits, target)?;
        check_replaceable(&target, edition)?;
        let parent = target.parent().unwrap_or(&target);
        fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
        let workshop =
            tempfile::Builder::new().prefix(".handoff-audit-").tempdir_in(parent).map_err(disk("cannot write in", parent))?;
        // the workshop is closed to others; the folder made inside it has the usual rights
        let fresh = workshop.path().join(FRESH);
        fs::create_dir(&fresh).map_err(disk("cannot create", &fresh))?;
        Ok(Stage { audits, target, edition, workshop })
    }

    /// The target, without symbolic links.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Writes a file, to be put at a path of the site.
    ///
    /// # Errors
    /// A path that leads out of the site; whatever the disk says.
    pub fn put(&self, path: &str, entry: &Entry) -> Result<(), WriteError> {
        let to = self.fresh().join(within(path)?);
        match entry {
            Entry::Bytes(bytes) => make_way(&to, |to| fs::write(to, bytes)),
            Entry::Attachment { audit, file } => copy(&place(&self.audits, audit, file)?, &to),
        }
    }

    /// Copies a file from elsewhere, to be put at a path of the site.
    ///
    /// # Errors
    /// A path that leads out of the site; whatever the disk says.
    pub fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        copy(from, &self.fresh().join(within(path)?))
    }

    /// Whether the target holds this already at a path.
    pub fn holds(&self, path: &str, entry: &Entry) -> bool {
        let Ok(within) = within(path) else { return false };
        let there = self.target.join(within);
        let same = |bytes: &[u8]| {
            fs::symlink_metadata(&there).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
                && fs::read(&there).is_ok_and(|found| found == bytes)
        };
        match entry {
            Entry::Bytes(bytes) => same(bytes),
            Entry::Attachment { audit, file } => {
                place(&self.audits, audit, file).ok().and_then(|from| fs::read(from).ok()).is_some_and(|bytes| same(&bytes))
            }
        }
    }

    /// Puts everything in the target's place; nothing of what lay there stays.
    ///
    /// # Errors
    /// Whatever the disk says; the target is then as it was.
    pub fn replace<'p>(self, paths: impl Iterator<Item = &'p str>) -> Result<(), WriteError> {
        let path = self.fresh().join(MARKER);
        fs::write(&path, marker(self.edition, paths)).map_err(disk("cannot write", &path))?;
        swap(&self.fresh(), &self.target, &self.workshop.path().join("last"))?;
        self.close()
    }

    /// Puts what was written into the target, file by file, and removes what an earlier build left and `paths` does not name: all that
    /// the site consists of now. Whoever reads meanwhile sees each file as it was or as it is; a build that is broken off here leaves
    /// a folder that is known as ours.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn renew(self, written: &[String], paths: &BTreeSet<String>) -> Result<(), WriteError> {
        let before = ours(&self.target, self.edition);
        let gone: Vec<&String> = before.iter().filter(|path| !paths.contains(*path)).collect();
        if !paths.is_subset(&before) {
            self.mark(before.union(paths).map(String::as_str))?;
        }
        for path in written {
            let (from, to) = (self.fresh().join(within(path)?), self.target.join(within(path)?));
            make_way(&to, |to| fs::rename(&from, to))?;
        }
        for path in gone {
            self.remove(path)?;
        }
        if before != *paths {
            self.mark(paths.iter().map(String::as_str))?;
        }
        self.close()
    }

    /// Removes a file of the target, and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let there = self.target.join(within(path)?);
        match fs::remove_file(&there) {
            Err(error) if !is_missing(&error) => return Err(disk("cannot remove", &there)(error)),
            _ => {}
        }
        let folders = there.ancestors().skip(1).take_while(|folder| *folder != self.target);
        // a folder that is not empty stays
        folders.take_while(|folder| fs::remove_dir(folder).is_ok()).for_each(drop);
        Ok(())
    }

    /// Writes the target's marker, at once and whole.
    fn mark<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), WriteError> {
        let (fresh, path) = (self.workshop.path().join(MARKER), self.target.join(MARKER));
        fs::write(&fresh, marker(self.edition, paths)).map_err(disk("cannot write", &fresh))?;
        fs::rename(&fresh, &path).map_err(disk("cannot replace", &path))
    }

    fn fresh(&self) -> PathBuf {
        self.workshop.path().join(FRESH)
    }

    fn close(self) -> Result<(), WriteError> {
        let path = self.workshop.path().to_owned();
        self.workshop.close().map_err(disk("cannot remove", &path))
    }
}

/// The folder of a workshop that holds what is new.
const FRESH: &str = "site";

/// Puts a folder in the target's place and the target's last content aside; puts that back if it fails.
fn swap(fresh: &Path, target: &Path, aside: &Path) -> Result<(), WriteError> {
    let had_one = target.exists();
    if had_one {
        fs::rename(target, aside).map_err(disk("cannot replace", target))?;
    }
    fs::rename(fresh, target).map_err(|error| {
        if had_one {
            // if this fails too, the last site is lost with the workshop; there is nothing left to try
            let _ = fs::rename(aside, target);
        }
        disk("cannot replace", target)(error)
    })
}
