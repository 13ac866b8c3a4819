//! Writing a site: the only place that touches the disk.
//!
//! A site is written whole into a workshop beside its target and then put in the target's place, so that a build that fails leaves the
//! last site as it was, and nothing of it stays behind after one that succeeds. Files that others put into it stay.

mod error;
mod folder;
mod marker;
mod others;
mod place;
mod stage;
mod swap;
mod target;
#[cfg(test)]
mod tests;
mod workshop;

use std::path::Path;

pub use error::WriteError;
pub(super) use error::disk;
pub use marker::ours;
pub(super) use place::place;
pub(super) use place::within;
pub use place::{attachment, published};
pub use stage::Stage;
pub(super) use target::apart;
pub(super) use workshop::Workshop;

use super::Site;

/// Writes a site to `target`, whose last content is replaced as a whole; attachments are copied from the folder `audits`.
///
/// # Errors
/// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says. The target is then as it was.
pub fn write(site: &Site, audits: &Path, target: &Path) -> Result<(), WriteError> {
    Stage::new(audits, target, site.edition(), &|| ())?.finish(site).map(drop)
}

impl Stage {
    /// Puts a whole site in the target's place. Gives the paths of files of others, which stay.
    ///
    /// # Errors
    /// A file of others where the site needs a place; whatever the disk says. The target is then as it was.
    pub fn finish(self, site: &Site) -> Result<Vec<String>, WriteError> {
        site.iter().try_for_each(|(path, entry)| self.put(path, entry))?;
        self.replace(&site.iter().map(|(path, _)| path).collect())
    }
}
