//! What lies in a folder and below it, looked through on all cores: a site has ten thousand files.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::WriteError;
use super::error::disk;
use super::place::is_missing;

/// A file in a folder, or a link, or a device.
#[derive(Debug)]
pub(super) struct Found<T> {
    /// Its path from the folder on, parts joined by `/`.
    pub(super) path: String,
    /// Its place on the disk, where its path is no text.
    odd: Option<PathBuf>,
    /// What was asked about it.
    pub(super) about: T,
}

impl<T> Found<T> {
    /// Its path from the folder on, as the disk knows it.
    pub(super) fn within(&self, folder: &Path) -> PathBuf {
        let odd = self.odd.as_ref().map(|place| place.strip_prefix(folder).unwrap_or(place).to_owned());
        odd.unwrap_or_else(|| self.path.split('/').collect())
    }

    /// The last part of its path.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Every file below a folder with what `about` says of it, in no order. No link is followed; what is not there any more is left out.
///
/// # Errors
/// A folder that cannot be read.
pub(super) fn files<T: Send>(folder: &Path, about: impl Fn(&DirEntry) -> T + Sync) -> Result<Vec<Found<T>>, WriteError> {
    below(folder, "", false, &about)
}

fn below<T: Send>(
    folder: &Path,
    prefix: &str,
    is_odd: bool,
    about: &(impl Fn(&DirEntry) -> T + Sync),
) -> Result<Vec<Found<T>>, WriteError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if is_missing(&error) => return Ok(Vec::new()),
        entries => entries.map_err(disk("cannot read", folder))?,
    };
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for entry in entries {
        let entry = entry.map_err(disk("cannot read", folder))?;
        let name = entry.file_name();
        let is_odd = is_odd || name.to_str().is_none();
        let path = [prefix, &name.to_string_lossy()].concat();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push((entry.path(), path + "/", is_odd)),
            Ok(_) => found.push(Found { path, odd: is_odd.then(|| entry.path()), about: about(&entry) }),
            Err(error) if is_missing(&error) => {}
            Err(error) => return Err(disk("cannot read", &entry.path())(error)),
        }
    }
    let inner = folders.par_iter().map(|(folder, prefix, is_odd)| below(folder, prefix, *is_odd, about));
    found.extend(inner.collect::<Result<Vec<_>, _>>()?.into_iter().flatten());
    Ok(found)
}
