//! What lies in a folder and below it, looked through on all cores: a site has ten thousand files.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::WriteError;
use super::error::disk;
use super::place::is_missing;

/// A file in a folder, or a link, or a device.
#[derive(Debug)]
pub(super) struct Found {
    /// Its path from the folder on, parts joined by `/`.
    pub(super) path: String,
    /// Whether it leads elsewhere.
    pub(super) is_link: bool,
    /// Its place on the disk.
    pub(super) place: PathBuf,
}

/// Every file below a folder whose path is `wanted`, in no order. No link is followed; what is not there any more is left out.
///
/// # Errors
/// A folder that cannot be read.
pub(super) fn files(folder: &Path, wanted: impl Fn(&str) -> bool + Sync) -> Result<Vec<Found>, WriteError> {
    below(folder, "", &wanted)
}

fn below(folder: &Path, prefix: &str, wanted: &(impl Fn(&str) -> bool + Sync)) -> Result<Vec<Found>, WriteError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if is_missing(&error) => return Ok(Vec::new()),
        entries => entries.map_err(disk("cannot read", folder))?,
    };
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    let mut path = prefix.to_owned();
    for entry in entries {
        let entry = entry.map_err(disk("cannot read", folder))?;
        path.truncate(prefix.len());
        path.push_str(&entry.file_name().to_string_lossy());
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push((entry.path(), format!("{path}/"))),
            Ok(kind) if wanted(&path) => {
                found.push(Found { path: path.clone(), is_link: kind.is_symlink(), place: entry.path() });
            }
            Ok(_) => {}
            Err(error) if is_missing(&error) => {}
            Err(error) => return Err(disk("cannot read", &entry.path())(error)),
        }
    }
    let inner = folders.par_iter().map(|(folder, prefix)| below(folder, prefix, wanted));
    found.extend(inner.collect::<Result<Vec<_>, _>>()?.into_iter().flatten());
    Ok(found)
}
