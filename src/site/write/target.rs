//! Where a site may be written to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::error::disk;

/// The audits and the target without symbolic links; neither may lie in the other, and nobody's whole disk or home is a target.
pub(in crate::site) fn apart(audits: &Path, target: &Path) -> Result<(PathBuf, PathBuf), WriteError> {
    let audits = fs::canonicalize(audits).map_err(disk("cannot find", audits))?;
    let target = resolve(target)?;
    if target.parent().is_none() {
        return Err(WriteError::TooMuch(target, "the root of the disk"));
    }
    let home = dirs::home_dir().and_then(|home| fs::canonicalize(home).ok());
    if home.is_some_and(|home| home.starts_with(&target)) {
        return Err(WriteError::TooMuch(target, "a home folder, or holds one"));
    }
    if target.starts_with(&audits) || audits.starts_with(&target) {
        return Err(WriteError::Overlap { target, audits });
    }
    Ok((audits, target))
}

/// The target without symbolic links, whether or not it exists yet.
fn resolve(target: &Path) -> Result<PathBuf, WriteError> {
    let absolute = std::path::absolute(target).map_err(disk("cannot find", target))?;
    let mut missing = Vec::new();
    let mut known = absolute.as_path();
    loop {
        match fs::canonicalize(known) {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, part| path.join(part))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match (known.file_name(), known.parent()) {
                (Some(name), Some(parent)) => {
                    missing.push(name.to_owned());
                    known = parent;
                }
                _ => return Err(disk("cannot find", target)(error)),
            },
            Err(error) => return Err(disk("cannot find", target)(error)),
        }
    }
}
