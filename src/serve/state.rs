//! What is shown: the last good site, and what is wrong since.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::json;

use super::ansi;
use crate::site::{Entry, Site, attachment_path};

/// The outcome of a build.
#[derive(Debug, Default)]
pub struct Attempt {
    /// The site; none where something kept it from being built, which the notes tell.
    pub site: Option<Site>,
    /// What is to be said about it.
    pub notes: Option<Notes>,
}

/// Words for whoever writes the audits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// In a few words: `2 errors in 1 file`.
    pub title: String,
    /// In full, as on the terminal, with its escape sequences for colours.
    pub text: String,
}

/// A site with the name by which pages know it.
pub(super) struct Good {
    pub(super) site: Site,
    version: String,
}

/// What threads of the server share.
pub(super) struct State {
    /// Where attachments lie.
    pub(super) audits: PathBuf,
    /// The address that was bound.
    pub(super) ip: IpAddr,
    current: Mutex<Current>,
    changed: Condvar,
}

/// What is shown at one moment.
#[derive(Clone)]
pub(super) struct Current {
    /// The last good site.
    pub(super) good: Option<Arc<Good>>,
    pub(super) notes: Option<Notes>,
    /// Whether the last build gave no site, so that an older one is shown.
    failed: bool,
    /// Counts what was published.
    pub(super) turn: u64,
}

impl State {
    pub(super) fn new(audits: &Path, ip: IpAddr, first: Attempt) -> Self {
        let state = State {
            audits: audits.to_owned(),
            ip,
            current: Mutex::new(Current { good: None, notes: None, failed: true, turn: 0 }),
            changed: Condvar::new(),
        };
        state.publish(first);
        state
    }

    pub(super) fn publish(&self, attempt: Attempt) -> bool {
        let failed = attempt.site.is_none();
        let good = attempt.site.map(|site| Good { version: version(&site, &self.audits), site });
        let mut current = self.lock();
        let same_site = match (&good, &current.good) {
            (Some(new), Some(old)) => new.version == old.version,
            (new, _) => new.is_none(),
        };
        if same_site && failed == current.failed && attempt.notes == current.notes {
            return false;
        }
        if let Some(good) = good {
            current.good = Some(Arc::new(good));
        }
        current.notes = attempt.notes;
        current.failed = failed;
        current.turn += 1;
        drop(current);
        self.changed.notify_all();
        true
    }

    pub(super) fn current(&self) -> Current {
        self.lock().clone()
    }

    /// What is shown as soon as it is something else than at the given turn; none where that takes too long.
    pub(super) fn after(&self, turn: u64, patience: Duration) -> Option<Current> {
        let wait = self.changed.wait_timeout_while(self.lock(), patience, |current| current.turn == turn);
        let (current, _) = wait.unwrap_or_else(PoisonError::into_inner);
        (current.turn != turn).then(|| current.clone())
    }

    /// A thread that panicked leaves nothing half done here.
    fn lock(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Current {
    /// What a page was made from: a page with another version is loaded again.
    pub(super) fn version(&self) -> String {
        match &self.good {
            Some(good) => good.version.clone(),
            // the page shows the notes themselves
            None => hashed(|hasher| self.notes.as_ref().map(|notes| &notes.text).hash(hasher)),
        }
    }

    /// What pages are told. The notes of a build that gave a site are not `pressing`: they wait to be asked for.
    pub(super) fn message(&self) -> String {
        let notes = self.notes.as_ref().filter(|_| self.good.is_some());
        let notes = notes.map(|notes| json!({"title": notes.title, "html": ansi::html(&notes.text), "pressing": self.failed}));
        json!({"version": self.version(), "notes": notes}).to_string()
    }
}

/// The same for the same bytes, also after the program was started again. Attachments are known by size and time.
fn version(site: &Site, audits: &Path) -> String {
    hashed(|hasher| {
        for (path, entry) in site.iter() {
            (path, entry).hash(hasher);
            if let Entry::Attachment { audit, file } = entry {
                let found = attachment_path(audits, audit, file).ok().and_then(|path| fs::metadata(path).ok());
                found.map(|found| (found.len(), found.modified().ok())).hash(hasher);
            }
        }
    })
}

fn hashed(feed: impl FnOnce(&mut DefaultHasher)) -> String {
    let mut hasher = DefaultHasher::new();
    feed(&mut hasher);
    format!("{:016x}", hasher.finish())
}
