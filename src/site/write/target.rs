//! Where a site may be written to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::WriteError;
use super::error::disk;

/// The audits and the target without symbolic links; neither may lie in the other.
pub(in crate::site) fn apart(audits: &Path, target: &Path) -> Result<(PathBuf, PathBuf), WriteError> {
    let audits = fs::canonicalize(audits).map_err(disk("cannot find", audits))?;
    let target = resolve(target)?;
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
