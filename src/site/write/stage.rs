//! A site on its way to the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use foldhash::HashSet;
use rayon::prelude::*;

use super::WriteError;
use super::error::disk;
use super::marker::{self, MARKER};
use super::others::{self, folders, has_below};
use super::place::{copy, is_missing, make_folder_of, make_way, place, within};
use super::swap;
use super::target::apart;
use super::workshop::Workshop;
use crate::audit::Edition;
use crate::site::Entry;
use crate::task::{self, Doing};

/// A site on its way to the disk: its files are written beside its target, and come into their place at the end.
#[derive(Debug)]
pub struct Stage {
    audits: PathBuf,
    target: PathBuf,
    edition: Edition,
    fresh: PathBuf,
    workshop: Workshop,
}

/// What lies in the target before anything there is changed.
struct Before<'t> {
    /// Whether that is a site of ours, and not nothing.
    is_site: bool,
    /// The paths of the files that a build of ours wrote; nothing where they are those that the site is to have.
    ours: Option<BTreeSet<&'t str>>,
    /// Those of files that none wrote.
    others: Vec<String>,
}

impl Stage {
    /// Makes ready to write to `target`; attachments are copied from the folder `audits`. Where another build writes there, `waits` is
    /// told, and this one waits until that is done. What a build that was killed has left is put in order.
    ///
    /// # Errors
    /// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says.
    pub fn new(audits: &Path, target: &Path, edition: Edition, waits: &dyn Fn()) -> Result<Self, WriteError> {
        let (audits, target) = apart(audits, target)?;
        marker::check(&target, edition)?;
        let workshop = Workshop::open(&target, waits)?;
        // the workshop is closed to others; the folder made inside it has the usual rights
        let fresh = workshop.fresh();
        fs::create_dir(&fresh).map_err(disk("cannot create", &fresh))?;
        Ok(Stage { audits, target, edition, fresh, workshop })
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
        match entry {
            Entry::Bytes(bytes) => {
                let within = within(path)?;
                let written = make_way(&self.fresh.join(&within), |to| fs::write(to, bytes));
                written.map_err(disk("cannot write", &self.target.join(within)))
            }
            Entry::Attachment { audit, file } => self.copy(&place(&self.audits, audit, file)?, path),
        }
    }

    /// Copies a file from elsewhere, to be put at a path of the site.
    ///
    /// # Errors
    /// A path that leads out of the site; whatever the disk says.
    pub fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        let within = within(path)?;
        copy(from, &self.fresh.join(&within), &self.target.join(within))
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

    /// Puts everything that was written in the target's place; nothing stays of what an earlier build left there. `paths` are those of
    /// all files of the site. Gives the paths of files of others, which stay: where there are some, the site is renewed file by file.
    ///
    /// # Errors
    /// A file of others where the site needs a place; whatever the disk says. The target is then as it was.
    pub fn replace(self, paths: &BTreeSet<&str>) -> Result<Vec<String>, WriteError> {
        let _task = task::begin(Doing::Publishing, self.target.to_string_lossy());
        let marker = marker::check(&self.target, self.edition)?;
        let before = self.before(marker.as_deref(), paths, |_| false)?;
        self.has_all(paths.par_iter().copied())?;
        if !before.others.is_empty() {
            return self.move_in(before, paths.iter().copied(), paths);
        }
        let marker = self.fresh.join(MARKER);
        fs::write(&marker, marker::text(self.edition, paths.iter().copied()))
            .map_err(disk("cannot write", &self.target.join(MARKER)))?;
        match before.is_site {
            true => swap::replace(&self.fresh, &self.target, &self.workshop.last())?,
            false => swap::place(&self.fresh, &self.target)?,
        }
        self.workshop.close()?;
        Ok(Vec::new())
    }

    /// Puts what was written into the target, file by file, and removes what an earlier build left and `paths` does not name: all that
    /// the site consists of now. Whoever reads meanwhile sees each file as it was or as it is; a build that is broken off here leaves
    /// a folder that is known as ours. Gives the paths of files of others, which stay.
    ///
    /// # Errors
    /// A file of others where the site needs a place, a file that is not there any more: the target is then as it was. Whatever the disk
    /// says.
    pub fn renew(self, written: &[&str], paths: &BTreeSet<&str>) -> Result<Vec<String>, WriteError> {
        let _task = task::begin(Doing::Publishing, self.target.to_string_lossy());
        let marker = marker::check(&self.target, self.edition)?;
        let moved: HashSet<&str> = written.iter().copied().collect();
        let before = self.before(marker.as_deref(), paths, |path| !moved.contains(path))?;
        self.has_all(written.par_iter().copied())?;
        self.move_in(before, written.iter().copied(), paths)
    }

    /// Looks through the target with this marker, which must leave room for the site, and hold those of its files that it keeps.
    fn before<'t>(
        &self,
        marker: Option<&'t str>,
        paths: &BTreeSet<&str>,
        is_kept: impl Fn(&str) -> bool + Sync,
    ) -> Result<Before<'t>, WriteError> {
        let wanted: HashSet<&str> = paths.iter().copied().collect();
        let is_same = marker.is_some_and(|marker| marker::tells_of(marker, self.edition, paths.iter().copied()));
        let ours = (!is_same).then(|| marker.map(marker::paths).unwrap_or_default());
        let known: Option<HashSet<&str>> = ours.as_ref().map(|ours| ours.iter().copied().collect());
        let found = AtomicUsize::new(0);
        let others = others::find(&self.target, |path| {
            let is_wanted = wanted.contains(path);
            if is_wanted && is_kept(path) {
                found.fetch_add(1, Ordering::Relaxed);
            }
            known.as_ref().map_or(is_wanted, |known| known.contains(path))
        })?;
        if marker.is_none() && !others.is_empty() {
            return Err(WriteError::NotASite(self.target.clone()));
        }
        let taken = ours.as_ref().unwrap_or(paths);
        others.iter().try_for_each(|other| others::leaves_room(other, taken, paths))?;
        let kept = || paths.iter().filter(|path| is_kept(path));
        if found.into_inner() != kept().count() {
            kept().try_for_each(|path| has(self.target.join(within(path)?)))?;
        }
        Ok(Before { is_site: marker.is_some(), ours, others: others.into_iter().map(|other| other.path).collect() })
    }

    /// Whether everything that was written is still there.
    fn has_all<'p>(&self, written: impl ParallelIterator<Item = &'p str>) -> Result<(), WriteError> {
        written.try_for_each(|path| has(self.fresh.join(within(path)?)))
    }

    /// Moves what was written into the target, file by file, and removes what the site does not consist of any more.
    fn move_in<'p>(
        self,
        Before { ours, others, .. }: Before<'_>,
        written: impl Iterator<Item = &'p str> + Clone,
        paths: &BTreeSet<&str>,
    ) -> Result<Vec<String>, WriteError> {
        let (new, old): (BTreeSet<&str>, Vec<&str>) = match &ours {
            Some(ours) => (paths.difference(ours).copied().collect(), ours.difference(paths).copied().collect()),
            None => (BTreeSet::new(), Vec::new()),
        };
        let (in_the_way, gone): (Vec<&str>, Vec<&str>) = {
            // on some disks, names that differ in nothing but case are the same
            let names: HashSet<String> = new.iter().map(|path| path.to_lowercase()).collect();
            old.into_iter().partition(|old| {
                has_below(&new, old) || folders(old).any(|folder| new.contains(folder)) || names.contains(&old.to_lowercase())
            })
        };
        // what takes room on the disk comes first, so that one that is full leaves the site as it was
        let both = ours.as_ref().filter(|_| !new.is_empty());
        let all = both.map(|ours| self.marker("all-paths", ours.union(paths).copied())).transpose()?;
        let last = ours.as_ref().map(|_| self.marker("new-paths", paths.iter().copied())).transpose()?;
        fs::create_dir_all(&self.target).map_err(disk("cannot create", &self.target))?;
        all.map_or(Ok(()), |marker| self.mark(&marker))?;
        in_the_way.into_iter().try_for_each(|path| self.remove(path))?;
        for path in written.clone() {
            make_folder_of(&self.target.join(within(path)?))?;
        }
        for path in written {
            let (from, to) = (self.fresh.join(within(path)?), self.target.join(within(path)?));
            let moved = fs::rename(&from, &to).or_else(|error| match error.kind() {
                // an empty folder
                io::ErrorKind::IsADirectory => fs::remove_dir(&to).and_then(|()| fs::rename(&from, &to)),
                _ => Err(error),
            });
            moved.map_err(disk("cannot write", &to))?;
        }
        gone.into_iter().try_for_each(|path| self.remove(path))?;
        last.map_or(Ok(()), |marker| self.mark(&marker))?;
        self.workshop.close()?;
        Ok(others)
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

    /// Writes a marker of the target, to be put there later.
    fn marker<'p>(&self, name: &str, paths: impl Iterator<Item = &'p str>) -> Result<PathBuf, WriteError> {
        let marker = self.workshop.place(name);
        fs::write(&marker, marker::text(self.edition, paths)).map_err(disk("cannot write", &self.target.join(MARKER)))?;
        Ok(marker)
    }

    /// Puts a marker into the target, at once and whole.
    fn mark(&self, marker: &Path) -> Result<(), WriteError> {
        let place = self.target.join(MARKER);
        fs::rename(marker, &place).map_err(disk("cannot write", &place))
    }
}

/// Whether a file is still there.
fn has(file: PathBuf) -> Result<(), WriteError> {
    match fs::symlink_metadata(&file).is_ok_and(|found| found.is_file()) {
        true => Ok(()),
        false => Err(WriteError::Vanished(file)),
    }
}
