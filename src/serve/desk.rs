//! A folder for what is served, as long as it is.

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use crate::diagnostic::Shown as _;

/// What the names of such folders begin with.
const NAME: &str = "handoff-audit-serve-";

/// A file that its owner holds locked.
const LOCK: &str = "lock";

/// A folder that only this user can look into. It is gone when this is dropped; that of a program that was killed goes with the next one.
pub struct Desk {
    folder: TempDir,
    _lock: File,
}

impl Desk {
    /// A new one, among the machine's temporary files.
    ///
    /// # Errors
    /// Whatever the disk says, and where.
    pub fn new() -> io::Result<Desk> {
        let place = env::temp_dir();
        let failed = |error: io::Error| {
            let what = format!("what is to be shown finds no place among the temporary files in {}: {error}", place.shown());
            io::Error::new(error.kind(), what)
        };
        Desk::beside_others(&place).map_err(failed)
    }

    fn beside_others(place: &Path) -> io::Result<Desk> {
        clear(place);
        let folder = tempfile::Builder::new().prefix(NAME).tempdir_in(place)?;
        // locked before it has its name, so that nobody ever sees it there without an owner
        let lock = NamedTempFile::new_in(&folder)?;
        // a drive that knows no locks keeps what a killed program left
        let _ = lock.as_file().try_lock();
        let lock = lock.persist(folder.path().join(LOCK))?;
        Ok(Desk { folder, _lock: lock })
    }

    /// Where the site lies.
    pub fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Where it is kept what the site was made from.
    pub fn record(&self) -> PathBuf {
        self.folder.path().join("record.json")
    }
}

/// Removes such folders that nobody owns any more.
fn clear(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let is_desk = entry.file_name().to_string_lossy().starts_with(NAME) && entry.file_type().is_ok_and(|kind| kind.is_dir());
        let folder = entry.path();
        if is_desk && File::open(folder.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok()) {
            // whose it is may not be ours to remove
            let _ = fs::remove_dir_all(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_goes_with_its_owner_or_with_the_next_one() {
        let place = tempfile::tempdir().unwrap();
        let names = || fs::read_dir(place.path()).unwrap().count();
        let desk = Desk::beside_others(place.path()).unwrap();
        fs::create_dir(desk.site()).unwrap();
        // one of a program that was killed, one that is being made, a folder and a file of somebody else
        for folder in ["killed", "new"] {
            fs::create_dir(place.path().join(format!("{NAME}{folder}"))).unwrap();
        }
        fs::write(place.path().join(format!("{NAME}killed/{LOCK}")), "").unwrap();
        fs::create_dir(place.path().join("handoff-audit-of-mine")).unwrap();
        fs::write(place.path().join(format!("{NAME}notes")), "").unwrap();
        assert_eq!(names(), 5);
        let other = Desk::beside_others(place.path()).unwrap();
        assert!(desk.site().is_dir() && !place.path().join(format!("{NAME}killed")).exists());
        assert_eq!(names(), 5);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(other.folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
        }
        drop((desk, other));
        assert_eq!(names(), 3);
    }
}
