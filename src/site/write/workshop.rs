//! The folder beside a target in which that is made, and in which one build works at a time.
//!
//! Its name follows from the target's, so that a build finds what a killed one has left: it puts the last site back where that is
//! missing, and removes the rest. A file in it is locked while a build works there. The lock is no sign on the disk but one of the
//! running process, so that nothing of it outlives that; and it lies beside the target and nowhere else, so that builds meet there
//! whatever user, cache or container they run in.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;
use sha2::{Digest, Sha256};

use super::WriteError;
use super::error::disk;
use super::marker;
use super::others;

/// A workshop that this build holds; gone with what is in it when it is dropped.
#[derive(Debug)]
pub(in crate::site) struct Workshop {
    folder: PathBuf,
    target: PathBuf,
    lock: File,
    /// Held until all else is gone.
    _parents: Parents,
}

/// The file in a workshop that is locked.
const LOCK: &str = "lock";

impl Workshop {
    /// The workshop of a target. Where another build works there, `waits` is told, and this one waits until that is done.
    pub(in crate::site) fn open(target: &Path, waits: &dyn Fn()) -> Result<Self, WriteError> {
        let parent = target.parent().unwrap_or(target);
        let parents = Parents::make(parent)?;
        let folder = parent.join(name(target.file_name().unwrap_or_default()));
        let lock = hold(&folder, waits)?;
        let workshop = Workshop { folder, target: target.to_owned(), lock, _parents: parents };
        workshop.clear()?;
        Ok(workshop)
    }

    /// A place for what is being made. No two builds have the same one, even should somebody remove a workshop under a build's feet.
    pub(in crate::site) fn fresh(&self) -> PathBuf {
        self.folder.join(format!("fresh-{}", std::process::id()))
    }

    /// Where the last site lies while the new one comes into its place in two steps.
    pub(super) fn last(&self) -> PathBuf {
        self.folder.join("last")
    }

    /// A place for a file that is to be moved somewhere at once and whole.
    pub(super) fn place(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Removes everything.
    pub(in crate::site) fn close(self) -> Result<(), WriteError> {
        self.clear()
    }

    /// Puts the last site back where a build was killed between the two steps.
    fn put_back(&self) -> Result<(), WriteError> {
        let last = self.last();
        if marker::any(&last).is_some() && fs::symlink_metadata(&self.target).is_err() {
            fs::rename(&last, &self.target).map_err(disk("cannot put back", &self.target))?;
        }
        Ok(())
    }

    /// Removes what lies in the workshop, but for the last site where that is needed. Of a site that was replaced, files of others go
    /// into its successor.
    fn clear(&self) -> Result<(), WriteError> {
        self.put_back()?;
        let failed = || disk("cannot remove", &self.folder);
        for entry in fs::read_dir(&self.folder).map_err(failed())? {
            let entry = entry.map_err(failed())?;
            let path = entry.path();
            if entry.file_type().map_err(failed())?.is_dir() {
                others::save(&path, &self.target)?;
                fs::remove_dir_all(&path).map_err(disk("cannot remove", &path))?;
            } else if entry.file_name() != LOCK {
                fs::remove_file(&path).map_err(disk("cannot remove", &path))?;
            }
        }
        Ok(())
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let lock = self.folder.join(LOCK);
        // nobody is left to be told what fails here; the next build tries again
        if is_at(&self.lock, &lock) {
            let _ = self.clear();
            let _ = fs::remove_file(lock);
        } else {
            // somebody removed the folder, and there may be one of another build by now
            let _ = fs::remove_dir_all(self.fresh());
        }
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Folders that were made for a target to lie in; gone again where they are empty in the end.
#[derive(Debug)]
struct Parents(Vec<PathBuf>);

impl Parents {
    fn make(folder: &Path) -> Result<Self, WriteError> {
        let missing = folder.ancestors().take_while(|folder| fs::symlink_metadata(folder).is_err()).map(Path::to_owned).collect();
        let parents = Parents(missing);
        fs::create_dir_all(folder).map_err(disk("cannot create", folder))?;
        Ok(parents)
    }
}

impl Drop for Parents {
    fn drop(&mut self) {
        self.0.iter().take_while(|folder| fs::remove_dir(folder).is_ok()).for_each(drop);
    }
}

/// Makes a workshop's folder and locks the file in it, as soon as no other build has it.
fn hold(folder: &Path, waits: &dyn Fn()) -> Result<File, WriteError> {
    let path = folder.join(LOCK);
    let mut has_told = false;
    loop {
        match private().create(folder) {
            // another build has just removed what it had made for nothing
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(folder).map_err(disk("cannot create", folder))?;
            }
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(disk("cannot create", folder)(error)),
            _ => {}
        }
        if fs::symlink_metadata(folder).is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::InTheWay(folder.to_owned()));
        }
        let file = match OpenOptions::new().write(true).create(true).truncate(false).open(&path) {
            // whoever held it has removed it this moment
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            opened => opened.map_err(disk("cannot write", &path))?,
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                if !std::mem::replace(&mut has_told, true) {
                    waits();
                }
                file.lock().map_err(disk("cannot lock", &path))?;
            }
            // some network drives know no locks; a build that loses its workshop to another one there fails and changes nothing
            Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => {
                return Err(disk("cannot lock", &path)(error));
            }
            _ => {}
        }
        // the file that another build held is gone with its workshop
        if is_at(&file, &path) {
            return Ok(file);
        }
    }
}

/// How a folder is made that is closed to others.
fn private() -> fs::DirBuilder {
    #[allow(unused_mut, reason = "not every platform has such rights")]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// Whether an open file is the one at a path.
fn is_at(file: &File, path: &Path) -> bool {
    let open = file.try_clone().and_then(Handle::from_file);
    open.is_ok_and(|open| Handle::from_path(path).is_ok_and(|there| there == open))
}

/// The longest name of a target that is part of its workshop's name as it is: no disk takes names of any length.
const LONGEST: usize = 100;

/// The name of the workshop of a target that has this name.
fn name(target: &OsStr) -> String {
    let mut name = String::from(".handoff-audit-");
    match target.to_str() {
        Some(target) if target.len() <= LONGEST => name.push_str(target),
        _ => Sha256::digest(target.as_encoded_bytes()).iter().take(16).for_each(|byte| {
            let _ = write!(name, "{byte:02x}");
        }),
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_length_gives_a_workshop() {
        assert_eq!(name("site".as_ref()), ".handoff-audit-site");
        let (one, other) = ("ä".repeat(120), "ä".repeat(121));
        assert!(name(one.as_ref()).len() < 60);
        assert_ne!(name(one.as_ref()), name(other.as_ref()));
    }

    #[test]
    fn one_build_at_a_time_holds_a_workshop() {
        let ground = tempfile::tempdir().unwrap();
        let target = ground.path().join("site");
        let counter = std::sync::atomic::AtomicUsize::new(0);
        let most = std::sync::atomic::AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let workshop = Workshop::open(&target, &|| ()).unwrap();
                        let within = counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst) + 1;
                        most.fetch_max(within, std::sync::atomic::Ordering::SeqCst);
                        fs::write(workshop.place("x"), "x").unwrap();
                        counter.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                        workshop.close().unwrap();
                    }
                });
            }
        });
        assert_eq!(most.into_inner(), 1);
        assert_eq!(fs::read_dir(ground.path()).unwrap().count(), 0, "nothing stays behind");
    }

    #[test]
    fn a_build_that_waits_says_so_once() {
        let ground = tempfile::tempdir().unwrap();
        let target = ground.path().join("deep/down/site");
        let first = Workshop::open(&target, &|| panic!("nobody is there")).unwrap();
        let (told, is_told) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| Workshop::open(&target, &|| told.send(()).unwrap()).map(drop));
            is_told.recv().unwrap();
            drop(first);
            second.join().unwrap().unwrap();
        });
        assert!(is_told.try_recv().is_err());
    }

    #[test]
    fn folders_that_were_made_for_nothing_go_again() {
        let ground = tempfile::tempdir().unwrap();
        drop(Workshop::open(&ground.path().join("deep/down/site"), &|| ()).unwrap());
        assert_eq!(fs::read_dir(ground.path()).unwrap().count(), 0);
    }
}
