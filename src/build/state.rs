//! What a build left behind for the next one: from what each part of the site was made, and which files it consists of.
//!
//! It lies outside of the site, one file for each target. One that cannot be read, is of another target or of another version says
//! nothing, and is replaced. Nothing in it is trusted that the disk does not confirm: a part is made anew when one of its files is not
//! there any more with the size and the time that it was left with.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::age::{Age, Ages};
use super::key;
use crate::audit::{AuditFiles, Loaded};
use crate::diagnostic::{Code, Diagnostic, FileId, Place, Severity};
use crate::report::Summary;

/// The version of this file's own format.
const FORMAT: u32 = 5;

/// What a build left behind. Its file has a line for itself, and one for each part, so that all cores read and write it.
#[derive(Debug, Default)]
pub(super) struct State {
    target: PathBuf,
    parts: BTreeMap<String, Arc<Part>>,
}

/// A part of a site: the pages of an audit, the lists of audits, or the rules with the looks.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Part {
    /// What its pages are made from.
    pub(super) key: String,
    /// What the audit's own files say.
    pub(super) own: String,
    /// What lists tell of it.
    pub(super) summary: Option<Summary>,
    /// What was wrong in its files.
    pub(super) problems: Vec<KeptProblem>,
    /// Its files, by path.
    pub(super) files: Vec<FileState>,
    /// The line that tells of it, where an earlier build wrote that.
    #[serde(skip)]
    pub(super) line: Option<String>,
}

/// A file of the site.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "FileLine", into = "FileLine")]
pub(super) struct FileState {
    pub(super) path: String,
    /// Its size, and when it was written.
    pub(super) age: Option<Age>,
    /// What it is made from, where it may stay when the rest of its part does not.
    pub(super) from: Option<u64>,
    /// Whether it was written by this build.
    pub(super) is_new: bool,
}

/// What the record says of a file, without names: there are ten thousand of them.
type FileLine = (String, Option<Age>, Option<u64>);

impl From<FileLine> for FileState {
    fn from((path, age, from): FileLine) -> Self {
        FileState { path, age, from, is_new: false }
    }
}

impl From<FileState> for FileLine {
    fn from(file: FileState) -> Self {
        (file.path, file.age, file.from)
    }
}

impl FileState {
    /// Whether it lies in the site as it was left.
    pub(super) fn is_there(&self, ages: &mut Ages<'_>) -> bool {
        self.age.is_some() && self.age == ages.of(&self.path)
    }
}

/// A problem in an audit's files, which names them by their paths.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptProblem {
    code: String,
    severity: String,
    message: String,
    place: (String, usize, usize),
    label: String,
    second: Option<((String, usize, usize), String)>,
    help: Vec<String>,
    ready: bool,
}

impl KeptProblem {
    pub(super) fn new(problem: &Diagnostic, loaded: &Loaded) -> Self {
        let place = |place: Place| (loaded.sources.get(place.file).path.clone(), place.start, place.end);
        KeptProblem {
            code: problem.code.id().to_owned(),
            severity: problem.severity.id().to_owned(),
            message: problem.message.clone(),
            place: place(problem.place),
            label: problem.label.clone(),
            second: problem.second.as_ref().map(|(at, label)| (place(*at), label.clone())),
            help: problem.help.clone(),
            ready: problem.ready,
        }
    }

    /// Some problems of an audit as they were; nothing where one of them cannot be told any more.
    pub(super) fn restore(problems: &[KeptProblem], loaded: &Loaded, files: &AuditFiles) -> Option<Vec<Diagnostic>> {
        if problems.is_empty() {
            return Some(Vec::new());
        }
        let own = files.sources().map(|file| (file, loaded.sources.get(file)));
        let known: BTreeMap<&str, (FileId, usize)> =
            own.map(|(file, source)| (source.path.as_str(), (file, source.text.len()))).collect();
        let place = |(path, start, end): &(String, usize, usize)| {
            let (file, length) = *known.get(path.as_str())?;
            (start <= end && *end <= length).then_some(Place { file, start: *start, end: *end })
        };
        let problem = |kept: &KeptProblem| {
            let second = match &kept.second {
                Some((at, label)) => Some((place(at)?, label.clone())),
                None => None,
            };
            Some(Diagnostic {
                code: Code::from_id(&kept.code)?,
                severity: Severity::from_id(&kept.severity)?,
                message: kept.message.clone(),
                place: place(&kept.place)?,
                label: kept.label.clone(),
                second,
                help: kept.help.clone(),
                ready: kept.ready,
            })
        };
        problems.iter().map(problem).collect()
    }
}

impl State {
    /// What a build left of the site in `target`.
    pub(super) fn of(target: &Path, parts: Vec<(String, Arc<Part>)>) -> Self {
        let mut parts: BTreeMap<_, _> = parts.into_iter().collect();
        for part in parts.values_mut().filter(|part| part.line.is_none()) {
            let files = Arc::make_mut(part).files.par_iter_mut().with_min_len(64);
            files.for_each_init(|| Ages::new(target), |ages, file| file.age = ages.of(&file.path));
        }
        State { target: target.to_owned(), parts }
    }

    /// What an earlier build left; nothing where that cannot be read, or one letter of it is other than it was written.
    pub(super) fn read(place: &Path) -> Self {
        let text = fs::read(place).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        text.and_then(|text| State::from_text(&text)).unwrap_or_default()
    }

    fn from_text(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let (head, lines) = lines.split_first()?;
        let (format, target, count): (u32, PathBuf, usize) = from_line(head)?;
        if format != FORMAT || count != lines.len() {
            return None;
        }
        let part = |line: &&str| {
            let (name, part): (String, Part) = from_line(line)?;
            Some((name, Arc::new(Part { line: Some((*line).to_owned()), ..part })))
        };
        Some(State { target, parts: lines.par_iter().map(part).collect::<Option<_>>()? })
    }

    fn to_text(&self) -> Option<String> {
        let line = |(name, part): (&String, &Arc<Part>)| match &part.line {
            Some(line) => Some(line.clone()),
            None => to_line(&(name, part.as_ref())),
        };
        let mut lines = vec![to_line(&(FORMAT, &self.target, self.parts.len()))?];
        lines.extend(self.parts.par_iter().map(line).collect::<Option<Vec<_>>>()?);
        lines.push(String::new());
        Some(lines.join("\n"))
    }

    /// Keeps it for the next build. Where that fails, the next build begins anew, which is no worse than slow.
    pub(super) fn write(&self, place: &Path) {
        let Some(folder) = place.parent() else { return };
        let Some(text) = self.to_text() else { return };
        let written = fs::create_dir_all(folder).and_then(|()| {
            let mut file = tempfile::NamedTempFile::new_in(folder)?;
            std::io::Write::write_all(&mut file, text.as_bytes())?;
            file.persist(place).map(drop).map_err(Into::into)
        });
        if written.is_err() {
            forget(place);
        }
    }

    /// Whether it speaks of the site in this folder.
    pub(super) fn is_of(&self, target: &Path) -> bool {
        fs::canonicalize(target).is_ok_and(|target| target == self.target)
    }

    /// Whether it has these parts, each made from the same and left as it was, and no other.
    pub(super) fn is_made_of(&self, parts: &[(String, Arc<Part>)]) -> bool {
        let is_known = |name: &str, part: &Arc<Part>| self.part(name).is_some_and(|known| Arc::ptr_eq(known, part));
        self.parts.len() == parts.len() && parts.iter().all(|(name, part)| is_known(name, part))
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// A part, by the audit's id or its own name.
    pub(super) fn part(&self, name: &str) -> Option<&Arc<Part>> {
        self.parts.get(name)
    }
}

/// A value as a line, which begins with what tells whether it is whole.
fn to_line<T: Serialize>(value: &T) -> Option<String> {
    let text = serde_json::to_string(value).ok()?;
    Some(format!("{:016x} {text}", key::number(&text)))
}

/// The value of a line, where that is whole.
fn from_line<T: for<'de> Deserialize<'de>>(line: &str) -> Option<T> {
    let (sum, text) = line.split_once(' ')?;
    if u64::from_str_radix(sum, 16) == Ok(key::number(text)) { serde_json::from_str(text).ok() } else { None }
}

/// Lets the next build begin anew.
pub(super) fn forget(place: &Path) {
    // where it is not there, nothing needs to be forgotten
    let _ = fs::remove_file(place);
}

/// The file for a target, in a folder of such files or in the platform's own for caches; nowhere where the platform has none.
pub fn place(folder: Option<&Path>, target: &Path) -> Option<PathBuf> {
    let folder = folder.map(Path::to_owned).or_else(|| Some(dirs::cache_dir()?.join("handoff-audit")))?;
    let target = fs::canonicalize(target).or_else(|_| std::path::absolute(target)).ok()?;
    Some(folder.join(format!("{}.json", key::of_path(&target))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_with_any_letter_changed_says_nothing() {
        let file = FileState { path: "a/2026-01/index.html".to_owned(), age: Some((1234, 5678, 9)), from: Some(7), is_new: true };
        let part = Part { key: "k".into(), own: "o".into(), summary: None, problems: Vec::new(), files: vec![file], line: None };
        let parts = ["a/2026-01", "/lists"].map(|name| (name.to_owned(), Arc::new(part.clone())));
        let state = State { target: "/site".into(), parts: parts.into() };
        let text = state.to_text().unwrap();
        let read = State::from_text(&text).unwrap();
        assert_eq!(read.to_text().unwrap(), text, "parts that stay as they are keep their lines");
        assert_eq!(read.part("/lists").unwrap().files[0].path, "a/2026-01/index.html");
        for at in 0..text.len() - 1 {
            let mut other = text.clone().into_bytes();
            other[at] ^= 1;
            assert!(String::from_utf8(other).map_or(true, |other| State::from_text(&other).is_none()), "at {at}");
        }
        let whole = text.lines().count();
        let cut = |lines: usize| text.lines().take(lines).map(|line| format!("{line}\n")).collect::<String>();
        assert!((0..whole).all(|lines| State::from_text(&cut(lines)).is_none()));
    }
}
