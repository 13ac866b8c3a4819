//! Why a site could not be written, in words for whoever builds it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::Edition;

/// Why a site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The disk: what was being done, where, and what it said.
    Disk {
        /// What was being done: `cannot write`.
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The target holds something that is no site of ours.
    NotASite(PathBuf),
    /// The archive would take the place of a file that is no archive of ours.
    NotAnArchive(PathBuf),
    /// The target is a site of ours, and somebody has put this file into it.
    Foreign(PathBuf),
    /// The target holds a site of the other edition.
    OtherEdition(PathBuf, Edition),
    /// The target lies in the folder of the audits, or the other way round.
    Overlap {
        /// The target.
        target: PathBuf,
        /// The folder of the audits.
        audits: PathBuf,
    },
    /// A path of the site that leads out of it.
    Astray(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Disk { doing, path, source } => write!(f, "{doing} {}: {source}", path.display()),
            WriteError::NotASite(path) => {
                write!(f, "{} holds files that this program did not write; name an empty folder or a new one", path.display())
            }
            WriteError::NotAnArchive(path) => {
                write!(
                    f,
                    "{} was not written by this program and would be lost: move it away, or name another site with -o",
                    path.display()
                )
            }
            WriteError::Foreign(path) => {
                let path = path.display();
                write!(f, "{path} was not written by this program and would be lost: move it out of the site first")
            }
            WriteError::OtherEdition(path, edition) => {
                let (path, edition) = (path.display(), edition.id());
                write!(
                    f,
                    "{path} holds the {edition} edition, and the other one would take its place: name another with -o, or delete it first"
                )
            }
            WriteError::Overlap { target, audits } => {
                write!(
                    f,
                    "the site at {} and the audits at {} must lie apart from one another",
                    target.display(),
                    audits.display()
                )
            }
            WriteError::Astray(path) => write!(f, "{path} would lie outside the site"),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Disk { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Says what was being done and where, when the disk fails.
pub(in crate::site) fn disk<'p>(doing: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> WriteError + 'p {
    move |source| WriteError::Disk { doing, path: path.to_owned(), source }
}
