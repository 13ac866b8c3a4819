//! Everything that happens before a page is made: reading, checking, deriving.

use std::path::Path;

use crate::audit::{self, Audit, Brands, Edition};
use crate::diagnostic::{self, Diagnostic, Severity, Sources};
use crate::report::{self, Report, Summary};

/// What came of reading a folder of audits.
#[derive(Debug)]
pub struct Checked {
    /// The files that were read.
    pub sources: Sources,
    /// Everything that is wrong in them, by file and place.
    pub problems: Vec<Diagnostic>,
    /// The audits that could be read whole, by id, with their reports; all of them where there is no error.
    pub audits: Vec<(Audit, Report)>,
    /// Whose audits they are.
    pub brands: Brands,
}

impl Checked {
    /// Whether something stops the build: an error, or a fact that is still `TODO`.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity.stops())
    }

    /// Whether all that stops the build is facts that are still `TODO`.
    pub fn lacks_only_facts(&self) -> bool {
        self.has_errors() && !self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// What lists tell of each audit.
    pub fn summaries(&self) -> Vec<Summary> {
        self.audits.iter().map(|(_, report)| Summary::from(report)).collect()
    }

    /// How many leads were traced, test leads included.
    pub fn leads(&self) -> usize {
        self.audits.iter().flat_map(|(audit, _)| &audit.channels).map(|channel| channel.leads.len()).sum()
    }
}

/// Reads, checks and derives all audits below `root` for the client edition.
///
/// What is wrong in the files, or with reading them, is found in the `problems`; it is never an error of this function.
pub fn check(root: &Path) -> Checked {
    check_for(root, Edition::Client)
}

/// The same for the given edition: the internal one reads `private.yml` too, and only warns of personal data.
pub fn check_for(root: &Path, edition: Edition) -> Checked {
    let loaded = audit::load_for(root, edition);
    let (audits, mut problems) = audit::read(&loaded);
    let (brands, wrong_brands) = audit::brands(&loaded);
    problems.extend(wrong_brands);
    let reports = report::derive_all(&audits);
    let audits: Vec<_> = audits.into_iter().zip(reports).collect();
    for (audit, report) in &audits {
        problems.extend(report::problems(audit, report));
    }
    diagnostic::sort(&mut problems, &loaded.sources);
    Checked { sources: loaded.sources, problems, audits, brands }
}
