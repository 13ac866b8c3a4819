//! Paths of a site as places on the disk, and files in such places.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::WriteError;
use super::error::disk;
use super::marker::MARKER;

/// A path of the site as one of the disk, which may not lead out of it.
pub(in crate::site) fn within(path: &str) -> Result<PathBuf, WriteError> {
    if is_within(path) { Ok(path.split('/').collect()) } else { Err(WriteError::Astray(path.to_owned())) }
}

/// Whether a path of the site does not lead out of it.
pub(super) fn is_within(path: &str) -> bool {
    // most names are such on every disk
    let is_plain = |part: &str| {
        part.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    path.split('/').all(|part| {
        let mut components = Path::new(part).components();
        is_plain(part)
            || matches!(components.next(), Some(Component::Normal(name)) if name == part) && components.next().is_none()
    })
}

/// Where an attachment lies: in its audit's folder, which is the root itself where the root is an audit.
pub(crate) fn place(audits: &Path, audit: &str, file: &str) -> Result<PathBuf, WriteError> {
    let root_is_audit = ["audit.yml", "audit.yaml"].iter().any(|name| audits.join(name).is_file());
    let folder = if root_is_audit { audits.to_owned() } else { audits.join(within(audit)?) };
    Ok(folder.join(within(file)?))
}

/// The bytes of an attachment; none where there are more than `most`.
///
/// # Errors
/// Whatever the disk says.
pub fn attachment(audits: &Path, audit: &str, file: &str, most: u64) -> Result<Option<Vec<u8>>, WriteError> {
    let path = place(audits, audit, file)?;
    let size = fs::metadata(&path).map_err(disk("cannot read", &path))?.len();
    if size > most {
        return Ok(None);
    }
    fs::read(&path).map(Some).map_err(disk("cannot read", &path))
}

/// A file of a site in a folder, by its path; nothing where there is none, or a link.
pub fn published(site: &Path, path: &str) -> Option<Vec<u8>> {
    let file = site.join(within(path).ok().filter(|_| path != MARKER)?);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
    is_file.then(|| fs::read(file).ok())?
}

/// Copies the bytes of a file, not its rights. An error speaks of the place that whoever builds knows.
pub(super) fn copy(from: &Path, to: &Path, shown: &Path) -> Result<(), WriteError> {
    let mut source = fs::File::open(from).map_err(disk("cannot read", from))?;
    let copied = make_way(to, |to| fs::File::create(to)).and_then(|mut file| io::copy(&mut source, &mut file));
    copied.map(drop).map_err(disk("cannot write", shown))
}

/// Writes a file, whose folder is made where it is missing.
pub(super) fn make_way<T>(to: &Path, write: impl Fn(&Path) -> io::Result<T>) -> io::Result<T> {
    match write(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(to.parent().unwrap_or(to))?;
            write(to)
        }
        written => written,
    }
}

/// Makes the folder of a file.
pub(super) fn make_folder_of(file: &Path) -> Result<(), WriteError> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(disk("cannot create", folder))
}

/// Whether nothing is there, for which the disk has several names.
pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
