//! Writing a site: the only place that touches the disk.
//!
//! A site is written whole into a new folder beside its target and then put in the target's place, so that a build that fails leaves
//! the last site as it was, and nothing of it stays behind after one that succeeds.

mod error;
mod marker;
mod place;
mod stage;
mod target;
#[cfg(test)]
mod tests;

use std::path::Path;

pub use error::WriteError;
pub(super) use error::disk;
pub use marker::ours;
pub use place::attachment;
pub(crate) use place::place;
pub(super) use place::within;
pub use stage::Stage;
pub(super) use target::apart;

use super::Site;

/// Writes a site to `target`, whose last content is replaced as a whole; attachments are copied from the folder `audits`.
///
/// # Errors
/// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says. The target is then as it was.
pub fn write(site: &Site, audits: &Path, target: &Path) -> Result<(), WriteError> {
    let stage = Stage::new(audits, target, site.edition())?;
    site.iter().try_for_each(|(path, entry)| stage.put(path, entry).map(drop))?;
    stage.replace(site.iter().map(|(path, _)| path))
}
