//! By what a file is known without being read: its size, and when it was written.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

/// The size of a file, and when it was last written: seconds and nanoseconds since 1970, or before it. It is only ever compared with
/// itself, so a clock that is wrong does no harm.
pub(super) type Age = (u64, i64, u32);

/// The age of a file, whatever a link to it leads to.
pub(super) fn of(file: &Path) -> Option<Age> {
    fs::metadata(file).ok().map(|file| age(&file))
}

fn age(file: &fs::Metadata) -> Age {
    let time = file.modified().unwrap_or(UNIX_EPOCH);
    let seconds = |distance: Duration| i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => (file.len(), seconds(since), since.subsec_nanos()),
        Err(before) => (file.len(), -seconds(before.duration()), before.duration().subsec_nanos()),
    }
}

/// The ages of the files of a site, which are asked for one folder after the other: ten thousand of them cost half of what they do when
/// the disk has to find each by its whole path.
pub(super) struct Ages<'t> {
    target: &'t Path,
    last: Option<(String, Folder)>,
}

impl<'t> Ages<'t> {
    /// Those of the site in a folder.
    pub(super) fn new(target: &'t Path) -> Self {
        Ages { target, last: None }
    }

    /// The age of a file at a path of the site; nothing where there is none, or a link.
    pub(super) fn of(&mut self, path: &str) -> Option<Age> {
        let (inner, name) = path.rsplit_once('/').unwrap_or(("", path));
        if self.last.as_ref().is_none_or(|(last, _)| last != inner) {
            self.last = Some((inner.to_owned(), Folder::open(self.target.join(inner))?));
        }
        self.last.as_ref()?.1.age(name)
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
struct Folder(rustix::fd::OwnedFd);

#[cfg(any(target_os = "linux", target_os = "macos"))]
impl Folder {
    fn open(place: PathBuf) -> Option<Self> {
        use rustix::fs::{Mode, OFlags};
        rustix::fs::open(place, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()).ok().map(Folder)
    }

    fn age(&self, name: &str) -> Option<Age> {
        use rustix::fs::{AtFlags, FileType, statat};
        let found = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        let is_file = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile;
        is_file.then(|| Some((found.st_size.try_into().ok()?, found.st_mtime, found.st_mtime_nsec.try_into().ok()?)))?
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
struct Folder(PathBuf);

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
impl Folder {
    fn open(place: PathBuf) -> Option<Self> {
        Some(Folder(place))
    }

    fn age(&self, name: &str) -> Option<Age> {
        fs::symlink_metadata(self.0.join(name)).ok().filter(fs::Metadata::is_file).map(|file| age(&file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_those_of_files_alone_wherever_they_lie() {
        let ground = tempfile::tempdir().unwrap();
        let (inner, site) = (ground.path().join("a/b"), ground.path());
        fs::create_dir_all(&inner).unwrap();
        let files = ["one", "a/two", "a/b/three", "a/b/four"];
        files.iter().for_each(|path| fs::write(site.join(path), path).unwrap());
        let mut ages = Ages::new(site);
        for path in files.iter().chain(files.iter().rev()) {
            assert_eq!(ages.of(path), of(&site.join(path)), "{path}");
            assert_eq!(ages.of(path).unwrap().0, path.len() as u64);
        }
        for none in ["a", "a/b", "none", "none/three", "one/two", "a/b/none"] {
            assert_eq!(ages.of(none), None, "{none}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("two", site.join("a/link")).unwrap();
            assert_eq!(ages.of("a/link"), None);
        }
    }
}
