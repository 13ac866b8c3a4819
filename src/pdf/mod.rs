//! One audit as a PDF: an installed browser of the Chromium family prints `print.html`.
//!
//! It prints twice. Only a finished document knows on which page its parts begin, and no browser can put those numbers into a table
//! of contents by itself: so they are looked up in the first print and stand in the second.
#![expect(clippy::string_slice, clippy::indexing_slicing, reason = "texts are cut where something was found in them")]

mod browser;
mod document;
mod look;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use browser::{Browser, NoBrowser};
pub use look::Look;

use crate::diagnostic::Shown as _;
use crate::site::{self, Press, WriteError};

/// How long the browser may take for one print: thousands of leads take some seconds.
const LIMIT: Duration = Duration::from_secs(180);

/// The size of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// What lies in the printers of a time zone: Letter in America, A4 elsewhere.
    pub fn usual(zone: &str) -> Self {
        let american = ["America/", "US/", "Canada/", "Mexico/", "Pacific/Honolulu"];
        if american.iter().any(|beginning| zone.starts_with(beginning)) { Paper::Letter } else { Paper::A4 }
    }

    /// Its name in style sheets.
    fn css(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::Letter => "letter",
        }
    }
}

/// Why there is no PDF.
#[derive(Debug)]
pub enum PdfError {
    /// A page could not be made.
    Page(site::Error),
    /// The pages could not be written for the browser.
    Site(WriteError),
    /// The disk: what was being done, where, and what it said.
    Disk {
        /// What was being done: `cannot write`.
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The target holds something that is no PDF.
    NotAPdf(PathBuf),
    /// The browser failed: which one, and what it said.
    Browser {
        /// The program.
        program: PathBuf,
        /// What went wrong.
        what: String,
    },
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PdfError::Page(error) => write!(f, "{error}"),
            PdfError::Site(error) => write!(f, "{error}"),
            PdfError::Disk { doing, path, source } => write!(f, "{doing} {}: {source}", path.shown()),
            PdfError::NotAPdf(path) => {
                write!(f, "{} is there already and is no PDF; name another file with `-o`", path.shown())
            }
            PdfError::Browser { program, what } => {
                write!(f, "the browser {} did not write the PDF: {what}", program.shown())?;
                f.write_str("\n  another browser can be named: CHROMIUM=/path/to/chrome handoff-audit pdf …")
            }
        }
    }
}

impl std::error::Error for PdfError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PdfError::Page(error) => error.source(),
            PdfError::Site(error) => error.source(),
            PdfError::Disk { source, .. } => Some(source),
            PdfError::NotAPdf(_) | PdfError::Browser { .. } => None,
        }
    }
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many pages it has; none where that could not be read from it.
    pub pages: Option<usize>,
    /// Whether the browser could not have its sandbox.
    pub unsandboxed: bool,
}

/// Writes the audit at a place of the press to the file `target`, whose last content is replaced if it is a PDF; attachments are read
/// from the folder `audits`.
///
/// # Errors
/// A target that is something else than a PDF; whatever the browser or the disk says. The target is then as it was.
pub fn write(
    press: &Press<'_>,
    at: usize,
    paper: Paper,
    audits: &Path,
    browser: &Browser,
    target: &Path,
) -> Result<Written, PdfError> {
    check_replaceable(target)?;
    let workshop = workshop(audits, target)?;
    let mut numbers = BTreeMap::new();
    let mut unsandboxed = false;
    let mut print = |numbers: &BTreeMap<String, usize>| {
        let document = document::make(press, at, paper, numbers).map_err(PdfError::Page)?;
        let folder = workshop.path().join("report");
        site::write(&document.site, audits, &folder).map_err(PdfError::Site)?;
        let page = document.page.split('/').fold(folder, |path, part| path.join(part));
        let printed = browser.print(&page, workshop.path(), LIMIT, !unsandboxed)?;
        unsandboxed |= printed.unsandboxed;
        Ok((printed.pdf, document.contents))
    };
    let (mut pdf, contents) = print(&numbers)?;
    if let Some(look) = Look::at(&pdf) {
        numbers = contents.into_iter().filter_map(|place| Some((place.clone(), look.page_of(&place)?))).collect();
    }
    if !numbers.is_empty() {
        (pdf, _) = print(&numbers)?;
    }
    put(&pdf, target)?;
    let path = workshop.path().to_owned();
    workshop.close().map_err(disk("cannot remove", &path))?;
    Ok(Written { pages: Look::at(&pdf).map(|look| look.pages()), unsandboxed })
}

/// Puts a PDF in its place as a whole, with the rights of the one that was there: where it finds no room, that one stays.
fn put(pdf: &[u8], target: &Path) -> Result<(), PdfError> {
    // what a link leads to is replaced, and not the link
    let place = fs::canonicalize(target).unwrap_or_else(|_| target.to_owned());
    let last = fs::metadata(&place).map(|last| last.permissions()).ok();
    let write = || {
        let mut file = new_file().tempfile_in(around(&place))?;
        file.write_all(pdf)?;
        last.into_iter().try_for_each(|rights| file.as_file().set_permissions(rights))?;
        file.persist(&place)?;
        Ok(())
    };
    write().map_err(disk("cannot write", target))
}

/// A hidden file for the time until it is whole, with the rights that files of this user have.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut file = tempfile::Builder::new();
    file.prefix(".handoff-audit-pdf-");
    #[cfg(unix)]
    file.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    file
}

/// The folder in which a file lies.
fn around(target: &Path) -> &Path {
    target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A folder for the browser, gone afterwards. It lies beside the target, under a name without a dot: browsers that come as a snap see
/// nothing but such folders of their user. Beside audits there may be no site, so then it lies where the system keeps such things.
fn workshop(audits: &Path, target: &Path) -> Result<tempfile::TempDir, PdfError> {
    let real = |path: &Path| fs::canonicalize(path).map_err(disk("cannot find", path));
    let (beside, system) = (real(around(target))?, std::env::temp_dir());
    let parent = if beside.starts_with(real(audits)?) { &system } else { &beside };
    tempfile::Builder::new().prefix("handoff-audit-pdf-").tempdir_in(parent).map_err(disk("cannot write in", parent))
}

/// Only what is missing or a PDF is replaced, and no PDF that somebody keeps from being written.
fn check_replaceable(target: &Path) -> Result<(), PdfError> {
    match fs::read(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Ok(bytes) if bytes.starts_with(b"%PDF-") => match fs::metadata(target) {
            Ok(found) if found.permissions().readonly() => {
                Err(disk("cannot replace", target)(io::Error::other("it is read-only")))
            }
            _ => Ok(()),
        },
        Err(_) if !target.is_dir() => Err(disk("cannot replace", target)(io::Error::other("it cannot be read"))),
        _ => Err(PdfError::NotAPdf(target.to_owned())),
    }
}

/// Says what was being done and where, when the disk fails.
fn disk<'p>(doing: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> PdfError + 'p {
    move |source| PdfError::Disk { doing, path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_is_what_lies_in_the_printers() {
        for (zone, paper) in [
            ("America/New_York", Paper::Letter),
            ("US/Pacific", Paper::Letter),
            ("Pacific/Honolulu", Paper::Letter),
            ("Pacific/Auckland", Paper::A4),
            ("Europe/Stockholm", Paper::A4),
            ("UTC", Paper::A4),
        ] {
            assert_eq!(Paper::usual(zone), paper, "{zone}");
        }
    }

    #[test]
    fn nothing_but_a_pdf_is_replaced() {
        let ground = tempfile::tempdir().unwrap();
        let at = |name: &str| ground.path().join(name);
        fs::write(at("old.pdf"), "%PDF-1.4 …").unwrap();
        fs::write(at("thesis.pdf"), "years of work").unwrap();
        fs::write(at("empty.pdf"), "").unwrap();
        assert!(check_replaceable(&at("old.pdf")).is_ok());
        assert!(check_replaceable(&at("new.pdf")).is_ok());
        let mut rights = fs::metadata(at("old.pdf")).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(at("old.pdf"), rights).unwrap();
        assert!(matches!(check_replaceable(&at("old.pdf")), Err(PdfError::Disk { .. })));
        for taken in ["thesis.pdf", "empty.pdf", ""] {
            assert!(matches!(check_replaceable(&at(taken)), Err(PdfError::NotAPdf(_))), "{taken:?}");
        }
    }

    #[test]
    fn the_browser_works_beside_the_target_and_never_among_audits() {
        let ground = tempfile::tempdir().unwrap();
        let real = fs::canonicalize(ground.path()).unwrap();
        fs::create_dir_all(real.join("audits/a")).unwrap();
        let parent = |target: &str| {
            let workshop = workshop(&real.join("audits"), &real.join(target)).unwrap();
            workshop.path().parent().unwrap().to_owned()
        };
        assert_eq!(parent("a.pdf"), real);
        for target in ["audits/a.pdf", "audits/a/a.pdf"] {
            assert!(!parent(target).starts_with(real.join("audits")), "{target}");
        }
    }
}
