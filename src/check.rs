//! Everything that happens before a page is made: reading, checking, deriving.

use std::path::Path;

use crate::audit::{self, Audit, AuditFiles, Brands, Edition, Loaded};
use crate::diagnostic::{self, Diagnostic, Severity, Sources};
use crate::report::{self, Report, Summary};
use crate::task::{self, Doing};

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
    check_opened(open(root, edition))
}

/// The same of what was found before.
pub(crate) fn check_opened(opened: Opened) -> Checked {
    let Opened { loaded, brands, mut problems } = opened;
    let mut audits = Vec::new();
    for files in &loaded.audits {
        let (read, mut found) = read_one(&loaded, files);
        audits.extend(read);
        problems.append(&mut found);
    }
    report::judge_all(audits.iter_mut().map(|(audit, report)| (&*audit, report)));
    diagnostic::sort(&mut problems, &loaded.sources);
    Checked { sources: loaded.sources, problems, audits, brands }
}

/// What is known before an audit is read.
pub(crate) struct Opened {
    pub(crate) loaded: Loaded,
    pub(crate) brands: Brands,
    /// What is wrong with files, folders and brands.
    pub(crate) problems: Vec<Diagnostic>,
}

/// Finds all audits below `root` with their files, and whose they are.
pub(crate) fn open(root: &Path, edition: Edition) -> Opened {
    Opened::new(audit::load_for(root, edition))
}

impl Opened {
    /// Reads the brands of what was loaded.
    pub(crate) fn new(loaded: Loaded) -> Opened {
        let (brands, mut problems) = audit::brands(&loaded);
        problems.extend(audit::found_in_loading(&loaded));
        Opened { loaded, brands, problems }
    }
}

/// Reads and derives one audit, and says what is wrong in its files; its gate is not judged yet.
pub(crate) fn read_one(loaded: &Loaded, files: &AuditFiles) -> (Option<(Audit, Report)>, Vec<Diagnostic>) {
    let _task = task::begin(Doing::Judging, loaded.sources.get(files.main).path.as_str());
    let (audit, mut problems) = audit::read_one(loaded, files);
    let read = audit.map(|audit| {
        let report = report::derive(&audit);
        problems.extend(report::problems(&audit, &report));
        (audit, report)
    });
    (read, problems)
}
