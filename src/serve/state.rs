//! What is shown: the last good site, and what is wrong since.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::json;
use tokio::sync::watch::{Receiver, Sender};

use super::{ansi, version};
use crate::site::{Entry, Site};

/// The outcome of a build.
#[derive(Debug, Default)]
pub struct Attempt {
    /// What was built; none where something kept it from being built, which the notes tell.
    pub built: Option<Built>,
    /// What is to be said about it.
    pub notes: Option<Notes>,
}

/// A site with the name of what it was made from.
#[derive(Debug)]
pub struct Built {
    /// Made by [`version`](super::version()).
    pub version: String,
    /// The site.
    pub site: Site,
}

/// Words for whoever writes the audits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// In a few words: `2 errors in 1 file`.
    pub title: String,
    /// In full, as on the terminal, with its escape sequences for colours.
    pub text: String,
}

/// What the server and whoever builds share.
pub(super) struct State {
    /// Where attachments lie.
    pub(super) audits: PathBuf,
    /// The address that was bound.
    pub(super) ip: IpAddr,
    current: Sender<Current>,
    /// The files that browsers show now, each as often as it is shown.
    open: Mutex<Vec<String>>,
}

/// What is shown at one moment.
#[derive(Clone)]
pub(super) struct Current {
    /// The last good site.
    good: Option<Arc<Built>>,
    /// What there is already of the next one, which is being built.
    ahead: Option<Arc<Built>>,
    pub(super) notes: Option<Notes>,
    /// Whether the last build gave no site, so that an older one is shown.
    failed: bool,
}

impl State {
    pub(super) fn new(audits: &Path, ip: IpAddr, first: Attempt) -> Self {
        let nothing = Current { good: None, ahead: None, notes: None, failed: true };
        let state = State { audits: audits.to_owned(), ip, current: Sender::new(nothing), open: Mutex::default() };
        state.publish(first);
        state
    }

    /// Shows a part of a site already while the rest is built, which has to be published then. Nothing is shown where nothing is new in it.
    pub(super) fn ahead(&self, part: Attempt) {
        self.current.send_if_modified(|current| {
            let Some(built) = part.built.filter(|built| current.version() != built.version) else { return false };
            *current = Current { good: current.good.take(), ahead: Some(Arc::new(built)), notes: part.notes, failed: false };
            true
        });
    }

    pub(super) fn publish(&self, attempt: Attempt) -> bool {
        self.current.send_if_modified(|current| {
            let next = Current {
                failed: attempt.built.is_none(),
                good: attempt.built.map(Arc::new).or_else(|| current.good.clone()),
                ahead: None,
                notes: attempt.notes,
            };
            let new = current.ahead.is_some() || next.message() != current.message();
            *current = next;
            new
        })
    }

    /// What is shown now, and from now on.
    pub(super) fn follow(&self) -> Receiver<Current> {
        self.current.subscribe()
    }

    /// The files that browsers show now.
    pub(super) fn open(&self) -> BTreeSet<String> {
        self.lock().iter().cloned().collect()
    }

    /// A thread that panicked leaves nothing half done here.
    fn lock(&self) -> MutexGuard<'_, Vec<String>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Current {
    /// Whether there is any site.
    pub(super) fn has_site(&self) -> bool {
        self.good.is_some() || self.ahead.is_some()
    }

    /// Whether what lies at a path is known: it may be under way.
    pub(super) fn knows(&self, file: &str) -> bool {
        self.ahead.as_ref().is_none_or(|ahead| ahead.site.get(file).is_some())
    }

    /// What lies at a path.
    pub(super) fn get(&self, file: &str) -> Option<&Entry> {
        self.ahead.as_ref().or(self.good.as_ref())?.site.get(file)
    }

    /// What a page was made from: a page with another version is loaded again.
    pub(super) fn version(&self) -> String {
        match self.ahead.as_ref().or(self.good.as_ref()) {
            Some(built) => built.version.clone(),
            // the page shows the notes themselves
            None => version::of_words(self.notes.as_ref().map_or("", |notes| &notes.text)),
        }
    }

    /// What pages are told. The notes of a build that gave a site are not `pressing`: they wait to be asked for.
    pub(super) fn message(&self) -> String {
        let notes = self.notes.as_ref().filter(|_| self.has_site());
        let notes = notes.map(|notes| json!({"title": notes.title, "html": ansi::html(&notes.text), "pressing": self.failed}));
        json!({"version": self.version(), "notes": notes}).to_string()
    }
}

/// A page that a browser shows, as long as this is kept.
pub(super) struct OpenPage {
    state: Arc<State>,
    file: String,
}

impl OpenPage {
    pub(super) fn new(state: Arc<State>, file: String) -> Self {
        state.lock().push(file.clone());
        OpenPage { state, file }
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut open = self.state.lock();
        if let Some(at) = open.iter().position(|file| *file == self.file) {
            open.swap_remove(at);
        }
    }
}
