//! One series of audits: which of them are other than before, and their pages.
#![expect(clippy::indexing_slicing, reason = "members and summaries of a series are in the same order")]

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::age::Ages;
use super::key::Stamp;
use super::leads::LeadPages;
use super::state::{FileState, KeptProblem, Part, State};
use super::{Error, LISTS, Order};
use crate::audit::{Audit, AuditFiles, Loaded};
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::report::{self, Report, Summary};
use crate::site::{Design, Press, Printed, Sheet, Stage};
use crate::words::Language;

/// What all series of a build share.
pub(super) struct Work<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) design: Design<'a>,
    pub(super) stamp: &'a Stamp<'a>,
    /// What an earlier build left.
    pub(super) last: &'a State,
    /// Where to write; nowhere where that is not allowed.
    pub(super) stage: Option<&'a Stage>,
    pub(super) order: &'a Order<'a>,
    /// Whether something was found that stops the build, after which only more of that is looked for.
    pub(super) stopped: AtomicBool,
    /// Whether somebody has begun to make templates ready.
    pub(super) is_ready: AtomicBool,
}

/// What came of a series.
#[derive(Default)]
pub(super) struct Done {
    pub(super) problems: Vec<Diagnostic>,
    /// What lists tell of each audit that was ordered.
    pub(super) summaries: Vec<Summary>,
    /// The parts of the site that belong to those audits, by their ids.
    pub(super) parts: Vec<(String, Arc<Part>)>,
    /// The audits, where they are to be kept.
    pub(super) audits: Vec<(Audit, Report)>,
}

/// A series to be printed.
pub(super) struct Series<'a> {
    /// The files of its audits, and what they say, where that is kept for the next build.
    members: Vec<(&'a AuditFiles, String)>,
    /// Whether an earlier build was made from the same files.
    pub(super) is_as_left: bool,
}

/// What is known of an audit before its pages are printed.
struct Member<'a> {
    files: &'a AuditFiles,
    own: String,
    /// What an earlier build made from the same files.
    last: Option<&'a Arc<Part>>,
    /// Whether that is still what a build would make.
    is_as_before: bool,
    read: Option<(Audit, Report)>,
    problems: Vec<Diagnostic>,
}

impl<'a> Work<'a> {
    /// The audits of a series, of which none is read yet.
    pub(super) fn series(&self, files: Vec<&'a AuditFiles>) -> Series<'a> {
        let own = |files| match self.order.state {
            Some(_) => self.stamp.own(self.loaded, files),
            None => String::new(),
        };
        let members: Vec<_> = files.into_par_iter().map(|files| (files, own(files))).collect();
        let is_as_left = |(files, own): &(&AuditFiles, String)| self.last.part(&files.id).is_some_and(|part| part.own == *own);
        Series { is_as_left: members.iter().all(is_as_left), members }
    }

    /// Reads the audits of a series, and prints those that were ordered and are other than before.
    pub(super) fn print(&self, series: Series<'a>) -> Result<Done, Error> {
        let mut members: Vec<Member<'a>> = series.members.into_par_iter().map(|(files, own)| self.member(files, own)).collect();
        let found = || members.iter().flat_map(|member| &member.problems);
        if found().any(|problem| self.order.strict || problem.severity.stops()) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        let mut done = Done::default();
        if self.stopped.load(Ordering::Relaxed) {
            // whoever is told of problems is told of all of them
            for member in members {
                done.problems.extend(member.problems);
                done.audits.extend(member.read.filter(|_| self.order.keep));
            }
            return Ok(done);
        }
        let mut summaries: Vec<Summary> = members.iter().filter_map(Member::summary).collect();
        let keys: Vec<String> = members.iter().map(|member| self.stamp.pages(&member.own, &summaries)).collect();
        let previous = levels_before(&summaries);
        for (at, member) in members.iter_mut().enumerate() {
            member.is_as_before = member.last.is_some_and(|part| part.key == keys[at] && self.is_whole(part));
            if !member.is_as_before && member.read.is_none() {
                // its files are the same; what its pages tell of others is not, or somebody touched its pages
                (member.read, member.problems) = check::read_one(self.loaded, member.files);
            }
            if let Some((audit, report)) = &mut member.read {
                report::judge(audit, report, previous[at]);
                summaries[at].gate.clone_from(&report.gate);
            }
        }
        let (mut fresh, mut places) = (Vec::new(), Vec::new());
        for ((at, member), key) in members.into_iter().enumerate().zip(keys) {
            let summary = &summaries[at];
            if self.is_ordered(&summary.audit.id) {
                done.summaries.push(summary.clone());
                match member.last.filter(|_| member.is_as_before) {
                    Some(last) => done.parts.push((summary.audit.id.clone(), Arc::clone(last))),
                    None => places.push((key, member.own, self.kept(&member.problems), summary, member.files)),
                }
                if member.is_as_before {
                    done.audits.extend(member.read);
                } else {
                    fresh.extend(member.read);
                }
            }
            done.problems.extend(member.problems);
        }
        if let Some(stage) = self.stage.filter(|_| !fresh.is_empty()) {
            let press = Press::of_series(&fresh, &summaries, self.design)?;
            for (at, (key, own, problems, summary, files)) in places.into_iter().enumerate() {
                let leads = match self.order.state {
                    Some(_) => LeadPages::of(self.stamp, self.loaded, files, &fresh[at], &summaries),
                    None => LeadPages::default(),
                };
                let kept = self.pages_as_before(stage, &summary.audit.id, &leads);
                let files = Mutex::new(kept.values().map(|file| FileState { is_new: false, ..(*file).clone() }).collect());
                press.print_audit(at, |path| kept.contains_key(path), |printed| self.put(stage, printed, &leads, &files))?;
                let part = Part { key, own, summary: Some(summary.clone()), problems, files: sorted(files), line: None };
                done.parts.push((summary.audit.id.clone(), Arc::new(part)));
                (self.order.done)();
            }
        }
        done.audits.extend(fresh);
        if !self.order.keep {
            done.audits.clear();
        }
        Ok(done)
    }

    /// A part that belongs to no single audit, where an earlier build left what this one would make.
    pub(super) fn shared_as_before(&self, name: &str, key: &str) -> Option<Arc<Part>> {
        self.last.part(name).filter(|last| last.key == key && self.is_whole(last)).map(Arc::clone)
    }

    /// Prints a part that belongs to no single audit.
    pub(super) fn print_shared(
        &self,
        stage: &Stage,
        press: &Press<'_>,
        key: String,
        sheets: Vec<Sheet>,
    ) -> Result<Arc<Part>, Error> {
        let files = Mutex::new(Vec::new());
        sheets.into_par_iter().with_min_len(8).try_for_each(|sheet| {
            press.print(sheet)?.into_iter().try_for_each(|printed| self.put(stage, printed, &LeadPages::default(), &files))
        })?;
        Ok(Arc::new(Part { key, own: String::new(), summary: None, problems: Vec::new(), files: sorted(files), line: None }))
    }

    /// What a part that belongs to no single audit is made from.
    pub(super) fn shared_key(&self, name: &str, summaries: &[Summary]) -> String {
        match name {
            LISTS => self.stamp.lists(name, summaries),
            _ => self.stamp.looks(name, summaries),
        }
    }

    /// What is known of an audit from an earlier build of the same files, or else from reading them.
    fn member(&self, files: &'a AuditFiles, own: String) -> Member<'a> {
        let known = self.last.part(&files.id);
        let last = known.filter(|part| part.own == own && part.summary.is_some());
        let kept = last.filter(|_| !self.order.keep).and_then(|last| KeptProblem::restore(&last.problems, self.loaded, files));
        let (read, problems) = match kept {
            Some(problems) => (None, problems),
            None => {
                // an edit seldom changes the language
                let language = known.and_then(|last| Language::from_id(&last.summary.as_ref()?.audit.language));
                self.make_ready(language.unwrap_or_default());
                check::read_one(self.loaded, files)
            }
        };
        Member { files, own, last, is_as_before: false, read, problems }
    }

    /// Has templates made ready, once, for what will most likely be printed with them: a small audit is read in half that time.
    fn make_ready(&self, language: Language) {
        if self.stage.is_some() && !self.is_ready.swap(true, Ordering::Relaxed) {
            self.design.make_ready(language);
        }
    }

    /// Problems to be told again by a build that does not read the files.
    fn kept(&self, problems: &[Diagnostic]) -> Vec<KeptProblem> {
        problems.iter().map(|problem| KeptProblem::new(problem, self.loaded)).collect()
    }

    fn is_ordered(&self, id: &str) -> bool {
        self.order.only.is_none_or(|only| only.matches(id))
    }

    /// Whether the files of a part lie in the target as an earlier build left them.
    fn is_whole(&self, part: &Part) -> bool {
        let is_there = |stage: &Stage| {
            let files = part.files.par_iter().with_min_len(32);
            files.map_init(|| Ages::new(stage.target()), |ages, file| file.is_there(ages)).all(|is_there| is_there)
        };
        self.stage.is_some_and(is_there)
    }

    /// Pages of leads of an audit that an earlier build made from the same, by their paths.
    fn pages_as_before(&self, stage: &Stage, audit: &str, leads: &LeadPages) -> HashMap<&'a str, &'a FileState> {
        let files = self.last.part(audit).map_or(&[][..], |part| &part.files);
        let is_as_before = |file: &FileState| file.from.is_some() && file.from == leads.of_page(&file.path);
        files
            .par_iter()
            .with_min_len(32)
            .map_init(|| Ages::new(stage.target()), |ages, file| (is_as_before(file) && file.is_there(ages)).then_some(file))
            .flatten()
            .map(|file| (file.path.as_str(), file))
            .collect()
    }

    /// Writes a file, unless the target holds the same already.
    fn put(
        &self,
        stage: &Stage,
        Printed { path, entry }: Printed,
        leads: &LeadPages,
        files: &Mutex<Vec<FileState>>,
    ) -> Result<(), Error> {
        let is_new = self.last.is_empty() || !stage.holds(&path, &entry);
        if is_new {
            stage.put(&path, &entry)?;
        }
        let file = FileState { from: leads.of_page(&path), path, age: None, is_new };
        files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Ok(())
    }
}

impl Member<'_> {
    /// What lists tell of it; of its gate only what an earlier build found.
    fn summary(&self) -> Option<Summary> {
        let read = self.read.as_ref().map(|(_, report)| Summary::from(report));
        read.or_else(|| self.last?.summary.clone())
    }
}

/// The level of the audit before each in its series.
fn levels_before(summaries: &[Summary]) -> Vec<Option<u8>> {
    let before = report::predecessors(summaries.iter().map(Summary::dated));
    before.into_iter().map(|before| summaries[before?].overall.level).collect()
}

/// Files by their paths: they come in the order in which the cores have them ready.
fn sorted(files: Mutex<Vec<FileState>>) -> Vec<FileState> {
    let mut files = files.into_inner().unwrap_or_else(PoisonError::into_inner);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
