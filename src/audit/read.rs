//! From files to audits: parse, read, check, lower; every problem of every file in one run.

use super::Edition;
use super::checks;
use super::load::{AuditFiles, Loaded};
use super::lower;
use super::model::Audit;
use super::raw::{AuditFile, ChannelFile, PrivateFile};
use super::todo;
use super::values::{Calendar, Known, Reader, id_mended};
use crate::diagnostic::{self, Code, Diagnostic, FileId, Severity, Sources};
use crate::task::{self, Begun, Doing};
use crate::yaml;

/// Reads and checks everything that was loaded.
///
/// Gives each audit whose files make a sound model, and all problems, those of loading among them, in the order of the files. Nothing may
/// be built while one of them is an error.
pub fn read(loaded: &Loaded) -> (Vec<Audit>, Vec<Diagnostic>) {
    let mut problems = found_in_loading(loaded);
    let mut audits = Vec::new();
    for files in &loaded.audits {
        let (audit, mut found) = read_one(loaded, files);
        audits.extend(audit);
        problems.append(&mut found);
    }
    diagnostic::sort(&mut problems, &loaded.sources);
    (audits, problems)
}

/// What is wrong with files and folders themselves.
pub fn found_in_loading(loaded: &Loaded) -> Vec<Diagnostic> {
    let mut problems = loaded.diagnostics.clone();
    ease(&mut problems, loaded.edition);
    problems
}

/// Reads one of the audits that were loaded, where its files make a sound model, even if something else is wrong with it (personal data,
/// a sample that does not add up), so that checks of verdicts can run; and what is wrong in them, beyond what was found in loading.
pub fn read_one(loaded: &Loaded, files: &AuditFiles) -> (Option<Audit>, Vec<Diagnostic>) {
    let mut raw = RawAudit::read(files, &loaded.sources);
    let mut found = std::mem::take(&mut raw.problems);
    ease(&mut found, loaded.edition);
    let mut named: Vec<_> = loaded.diagnostics.iter().filter(|problem| files.owns(problem.place.file)).cloned().collect();
    ease(&mut named, loaded.edition);
    raw.sound = files.complete && files.main_readable && !named.iter().chain(&found).any(|problem| problem.severity.stops());
    let times = checks::check(&raw, &mut found);
    ease(&mut found, loaded.edition);
    let holds = !found.iter().chain(&named).any(|problem| files.owns(problem.place.file) && spoils_model(problem.code));
    let audit = if holds { lower::audit(&raw, &times, loaded.edition) } else { None };
    (audit, found)
}

/// The internal edition is for those who may know: its warning says what the client edition would stop at.
fn ease(problems: &mut [Diagnostic], edition: Edition) {
    let personal = problems.iter_mut().filter(|problem| problem.code == Code::PersonalData);
    personal.filter(|_| edition == Edition::Internal).for_each(|problem| problem.severity = Severity::Warning);
}

/// Whether a model would not hold together: everything that is wrong but these.
fn spoils_model(code: Code) -> bool {
    let harmless = matches!(
        code,
        Code::PersonalData
            | Code::SampleMismatch
            | Code::UnsafePath
            | Code::UnjustifiedOverride
            | Code::NothingTraced
            | Code::BeforeArrival
            | Code::AfterObservation
            | Code::ArrivalOutsidePeriod
            | Code::NestedAudit
    );
    code.severity().stops() && !harmless
}

/// The files of one audit, read field by field.
pub(super) struct RawAudit<'a> {
    /// Which files.
    pub(super) files: &'a AuditFiles,
    /// `audit.yml`, where it could be read.
    pub(super) main: Option<AuditFile>,
    /// Whether something of `audit.yml` may be missing in `main` because of its syntax.
    pub(super) main_torn: bool,
    /// The channels, by id.
    pub(super) channels: Vec<RawChannel<'a>>,
    /// `private.yml`, where the edition may know it and something stands in it.
    pub(super) private: Option<PrivateFile>,
    /// Whether no file has an error or a `TODO` in it so far: only then can something be said of what is *not* there.
    pub(super) sound: bool,
    problems: Vec<Diagnostic>,
}

/// The file of one channel, read field by field.
pub(super) struct RawChannel<'a> {
    /// The channel's id.
    pub(super) id: &'a str,
    /// Its file.
    pub(super) file: FileId,
    /// What stands in it, where it could be read.
    pub(super) record: Option<ChannelFile>,
    /// Whether something may be missing in `record` because of the file's syntax.
    pub(super) torn: bool,
}

impl<'a> RawAudit<'a> {
    fn read(files: &'a AuditFiles, sources: &Sources) -> Self {
        let mut problems = Vec::new();
        let mut calendar = Calendar { period: None, year: year_of_id(&files.id) };
        let (mut main, mut main_torn, mut system) = (None, true, None);
        if files.main_readable {
            let mut reader = FileReader::new(files.main, sources);
            reader.values.known.calendar = calendar;
            main = reader.values.read_file::<AuditFile>(&reader.root, reader.name, &AuditFile::SPEC);
            main_torn = reader.torn;
            calendar = reader.values.known.calendar;
            system = reader.values.known.system.take();
            problems.append(&mut reader.into_problems());
        }
        let known = Known {
            system: main.as_ref().and_then(|main: &AuditFile| id_mended(&main.systems.get()?.first()?.0.value)).or(system),
            person: main.as_ref().and_then(|main: &AuditFile| Some(main.people.get()?.first()?.0.value.clone())),
            calendar,
        };
        let mut channels = Vec::with_capacity(files.channels.len());
        for channel in &files.channels {
            let mut reader = FileReader::new(channel.file, sources);
            reader.values.known = known.clone();
            let record = reader.values.read_file::<ChannelFile>(&reader.root, reader.name, &ChannelFile::SPEC);
            channels.push(RawChannel { id: &channel.id, file: channel.file, record, torn: reader.torn });
            problems.append(&mut reader.into_problems());
        }
        let private = files.private.and_then(|file| {
            let mut reader = FileReader::new(file, sources);
            // a file of comments alone names nobody yet
            let written = reader.root.value != yaml::Value::Null;
            let record = written.then(|| reader.values.read_file::<PrivateFile>(&reader.root, reader.name, &PrivateFile::SPEC));
            problems.append(&mut reader.into_problems());
            record?
        });
        RawAudit { files, main, main_torn, channels, private, sound: false, problems }
    }

    /// Whether every channel's file is there in whole, so that what is not found in them is nowhere.
    pub(super) fn channels_whole(&self) -> bool {
        self.files.complete && self.channels.iter().all(RawChannel::is_whole)
    }
}

impl RawChannel<'_> {
    /// Whether every lead of the file is known, if not every field of it.
    pub(super) fn is_whole(&self) -> bool {
        let leads = self.record.as_ref().and_then(|record| record.leads.get());
        !self.torn && leads.is_some_and(|leads| !leads.is_broken())
    }
}

/// The year that the id of an audit names: `my-client/2026-11`.
fn year_of_id(id: &str) -> Option<i16> {
    let digits = id.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    digits.filter_map(|digits| digits.parse().ok()).rfind(|year| (1900..=2999).contains(year))
}

/// One file on its way from text to values.
pub(super) struct FileReader<'a> {
    /// The file's name.
    pub(super) name: &'a str,
    /// What stands in it.
    pub(super) root: yaml::Node,
    torn: bool,
    /// What is wrong with its syntax, and what is still `TODO`.
    found: Vec<Diagnostic>,
    /// What reads its values.
    pub(super) values: Reader<'a>,
    _task: Begun,
}

impl<'a> FileReader<'a> {
    /// Parses a file.
    pub(super) fn new(file: FileId, sources: &'a Sources) -> Self {
        let _task = task::begin(Doing::Reading, sources.get(file).path.as_str());
        FileReader::of(yaml::parse(file, &sources.get(file).text), file, sources)
    }

    /// The same of a file that is parsed already.
    pub(super) fn of(mut parsed: yaml::Parsed, file: FileId, sources: &'a Sources) -> Self {
        let source = sources.get(file);
        let task = task::begin(Doing::Reading, source.path.as_str());
        let torn = parsed.problems.iter().any(|problem| matches!(problem.code, Code::Syntax | Code::Limits));
        let name = source.path.rsplit('/').next().unwrap_or_default();
        parsed.problems.append(&mut todo::take(&mut parsed.root, file));
        FileReader {
            name,
            root: parsed.root,
            torn,
            found: parsed.problems,
            values: Reader::new(file, &source.text, torn),
            _task: task,
        }
    }

    /// What is wrong in the file, once its values are read.
    pub(super) fn into_problems(self) -> Vec<Diagnostic> {
        let mut problems = self.found;
        problems.append(&mut self.values.into_problems());
        problems
    }
}
