//! Why a site could not be written, in words for whoever builds it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::Edition;
use crate::diagnostic::Shown as _;

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
    /// A file of others in a site of ours, whose place the site needs.
    Foreign(PathBuf),
    /// A link to elsewhere in a site of ours, where the site needs a folder.
    Link(PathBuf),
    /// A file, or a link that leads nowhere, where a folder is to be.
    InTheWay(PathBuf),
    /// A file of the site that is not there any more, though nothing but this build should have touched it.
    Vanished(PathBuf),
    /// A file of others that was put into a site while that was replaced, and whose place the new one needs.
    Stranded {
        /// Where it lies now.
        file: PathBuf,
        /// Where it was put.
        taken: PathBuf,
    },
    /// The target holds a site of the other edition.
    OtherEdition(PathBuf, Edition),
    /// The target lies in the folder of the audits, or the other way round.
    Overlap {
        /// The target.
        target: PathBuf,
        /// The folder of the audits.
        audits: PathBuf,
    },
    /// A target that is far more than a site, and what it is.
    TooMuch(PathBuf, &'static str),
    /// A path of the site that leads out of it.
    Astray(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Disk { doing, path, source } => {
                write!(f, "{doing} {}: {source}", path.shown())?;
                help(doing, source.kind()).map_or(Ok(()), |help| write!(f, "; {help}"))
            }
            WriteError::NotASite(path) => {
                write!(f, "{} holds files that this program did not write; name an empty folder or a new one", path.shown())
            }
            WriteError::NotAnArchive(path) => {
                write!(
                    f,
                    "{} was not written by this program and would be lost: move it away, or name another site with -o",
                    path.shown()
                )
            }
            WriteError::Foreign(path) => {
                let path = path.shown();
                write!(
                    f,
                    "{path} was not written by this program, and its place is needed for the site: move it out of the site first"
                )
            }
            WriteError::Link(path) => {
                let path = path.shown();
                write!(f, "{path} is a link, and pages of the site would be written where it leads: remove the link first")
            }
            WriteError::InTheWay(path) => {
                let path = path.shown();
                write!(
                    f,
                    "{path} is a file, or a link that leads nowhere, where a folder is needed: remove it, or name a folder with -o"
                )
            }
            WriteError::Vanished(path) => {
                let path = path.shown();
                write!(f, "{path} was removed or replaced by something else while the site was being built: build again")
            }
            WriteError::Stranded { file, taken } => {
                write!(
                    f,
                    "{} was put into the site while that was being replaced, and the new one has such a file; it lies at {} now: move it away",
                    taken.shown(),
                    file.shown()
                )
            }
            WriteError::OtherEdition(path, edition) => {
                let (path, edition) = (path.shown(), edition.id());
                write!(
                    f,
                    "{path} holds the {edition} edition, and the other one would take its place: name another with -o, or delete it first"
                )
            }
            WriteError::Overlap { target, audits } => {
                write!(f, "the site at {} and the audits at {} must lie apart from one another", target.shown(), audits.shown())
            }
            WriteError::TooMuch(path, what) => {
                write!(f, "{} is {what}, which a site would take the place of: name a folder in it with -o", path.shown())
            }
            WriteError::Astray(path) => write!(f, "{path} would lie outside the site"),
        }
    }
}

/// What whoever builds can do about what the disk says.
fn help(doing: &str, kind: io::ErrorKind) -> Option<&'static str> {
    use io::ErrorKind::*;
    Some(match kind {
        StorageFull | QuotaExceeded => "make room on that disk, or name a folder on another one with -o",
        FileTooLarge => "that disk takes no files of this size: name a folder on another one with -o",
        PermissionDenied if doing != READING => {
            "this user may not write there: ask its owner for the right, or name a folder of your own with -o"
        }
        PermissionDenied => "this user may not read it: ask its owner for the right",
        ReadOnlyFilesystem => "that disk can only be read: name a folder on another one with -o",
        InvalidFilename => "the disk takes no name of this length: shorten the id or the file's name that it comes from",
        NotFound if doing != FINDING => "somebody removed it while the site was being built: build again",
        ResourceBusy | CrossesDevices => "another disk lies there, which cannot be replaced: name a folder in it with -o",
        NotADirectory | AlreadyExists => "a file lies where a folder is needed: remove it, or name another folder with -o",
        _ => return None,
    })
}

/// What is being done where nothing is written.
pub(super) const READING: &str = "cannot read";
pub(super) const FINDING: &str = "cannot find";

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
