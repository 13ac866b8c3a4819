//! Paths of a site as places on the disk, and files in such places.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::WriteError;
use super::error::disk;

/// A path of the site as one of the disk, which may not lead out of it.
pub(in crate::site) fn within(path: &str) -> Result<PathBuf, WriteError> {
    let one_name = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(name)) if name == part) && components.next().is_none()
    };
    if path.split('/').all(one_name) { Ok(path.split('/').collect()) } else { Err(WriteError::Astray(path.to_owned())) }
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

/// Copies the bytes of a file, not its rights.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), WriteError> {
    let mut source = fs::File::open(from).map_err(disk("cannot read", from))?;
    make_way(to, |to| fs::File::create(to).map(drop))?;
    let mut file = fs::File::create(to).map_err(disk("cannot write", to))?;
    io::copy(&mut source, &mut file).map_err(disk("cannot write", to))?;
    Ok(())
}

/// Writes a file, whose folder is made where it is missing.
pub(super) fn make_way(to: &Path, write: impl Fn(&Path) -> io::Result<()>) -> Result<(), WriteError> {
    let written = match write(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = to.parent().unwrap_or(to);
            fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
            write(to)
        }
        written => written,
    };
    written.map_err(disk("cannot write", to))
}

/// Whether nothing is there, for which the disk has several names.
pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
