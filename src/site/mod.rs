//! The site as a value: every page, chart and attachment by its path. Only [`write()`] touches the disk.
//!
//! [`build`] makes the whole site; [`Press`] prints one page at a time, each on its own.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a press knows its audits, channels and leads by their places, which never change; texts are cut where something was found"
)]

mod archive;
mod assets;
mod audit_style;
mod bind;
mod brand;
mod compact;
mod csv;
mod design;
mod drawn;
mod edition;
mod facts;
mod figures;
mod filters;
mod frame;
pub(crate) mod headlines;
pub(crate) mod links;
mod markdown;
mod pages;
mod press;
mod reach;
mod sheet;
mod subject;
mod templates;
#[cfg(test)]
mod tests;
mod view;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

pub use archive::{Archive, archive};
pub use design::Design;
pub(crate) use markdown::{Setting as MarkdownSetting, escape, render as markdown};
pub use pages::single::{Attachments, single_files};
pub use press::Press;
pub use sheet::{Printed, Sheet};
pub use templates::{OwnTemplates, TemplateFaults};
pub use write::{Stage, WriteError, attachment, ours, published, write};

use crate::audit::{Audit, Edition};
use crate::report::Report;

/// A site: what lies at each path, relative to its root, parts joined by `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    edition: Edition,
    entries: BTreeMap<String, Entry>,
}

/// What lies at one path of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A file with these bytes.
    Bytes(Vec<u8>),
    /// A copy of an attachment: the audit's id and the file's path in the audit's folder.
    Attachment {
        /// The audit's id.
        audit: String,
        /// The file, relative to the audit's folder, with `/` between the parts.
        file: String,
    },
}

impl Site {
    /// A site without any page: only the file that keeps a host from hiding others.
    pub fn empty() -> Self {
        Site::of(Edition::Client)
    }

    /// The same of the given edition.
    pub fn of(edition: Edition) -> Self {
        let mut site = Site::bare(edition);
        site.insert(press::NO_JEKYLL, Entry::Bytes(Vec::new()));
        site
    }

    /// A site of the given edition without any file.
    pub fn bare(edition: Edition) -> Self {
        Site { edition, ..Site::default() }
    }

    /// Which edition it is.
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// Adds what was printed.
    pub fn extend(&mut self, printed: impl IntoIterator<Item = Printed>) {
        for Printed { path, entry } in printed {
            self.insert(path, entry);
        }
    }

    /// Puts something at a path; what lay there before is replaced.
    pub fn insert(&mut self, path: impl Into<String>, entry: Entry) {
        self.entries.insert(path.into(), entry);
    }

    /// What lies at a path.
    pub fn get(&self, path: &str) -> Option<&Entry> {
        self.entries.get(path)
    }

    /// Everything with its path, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(path, entry)| (path.as_str(), entry))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Builds the site of all audits, each with its report.
///
/// # Errors
/// A template that cannot be read or rendered.
pub fn build(audits: &[(Audit, Report)]) -> Result<Site, Error> {
    print(&Press::new(audits)?)
}

/// Prints every sheet, on all cores.
///
/// # Errors
/// A template that cannot be rendered.
pub fn print(press: &Press<'_>) -> Result<Site, Error> {
    let shared = press.shared_sheets();
    let shared: Vec<_> = shared.par_iter().with_min_len(8).map(|sheet| press.print(*sheet)).collect::<Result<_, _>>()?;
    let mut site = Site::of(press.edition());
    shared.into_iter().for_each(|printed| site.extend(printed));
    let printed = Mutex::new(Vec::new());
    (0..press.ids().count()).into_par_iter().try_for_each(|at| {
        press.print_audit(
            at,
            |_| false,
            |file| -> Result<(), Error> {
                printed.lock().unwrap_or_else(PoisonError::into_inner).push(file);
                Ok(())
            },
        )
    })?;
    site.extend(printed.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(site)
}

/// A page that could not be made.
#[derive(Debug)]
pub struct Error {
    page: String,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl Error {
    pub(crate) fn new(page: impl Into<String>, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Error { page: page.into(), source: source.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be made: {}", self.page, self.source)
    }
}

impl std::error::Error for Error {}
