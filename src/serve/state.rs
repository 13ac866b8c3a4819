//! What is shown: the last good site, and what is wrong since.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;
use tokio::sync::watch::{Receiver, Sender};

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

/// What the server and whoever builds share.
pub(super) struct State {
    /// Where attachments lie.
    pub(super) audits: PathBuf,
    /// The address that was bound.
    pub(super) ip: IpAddr,
    current: Sender<Current>,
}

/// What is shown at one moment.
#[derive(Clone)]
pub(super) struct Current {
    /// The last good site.
    pub(super) good: Option<Arc<Good>>,
    pub(super) notes: Option<Notes>,
    /// Whether the last build gave no site, so that an older one is shown.
    failed: bool,
}

impl State {
    pub(super) fn new(audits: &Path, ip: IpAddr, first: Attempt) -> Self {
        let state =
            State { audits: audits.to_owned(), ip, current: Sender::new(Current { good: None, notes: None, failed: true }) };
        state.publish(first);
        state
    }

    pub(super) fn publish(&self, attempt: Attempt) -> bool {
        let failed = attempt.site.is_none();
        let good = attempt.site.map(|site| Good { version: version(&site, &self.audits), site });
        self.current.send_if_modified(|current| {
            let same_site = match (&good, &current.good) {
                (Some(new), Some(old)) => new.version == old.version,
                (new, _) => new.is_none(),
            };
            if same_site && failed == current.failed && attempt.notes == current.notes {
                return false;
            }
            current.good = good.map(Arc::new).or_else(|| current.good.take());
            current.notes = attempt.notes;
            current.failed = failed;
            true
        })
    }

    pub(super) fn current(&self) -> Current {
        self.current.borrow().clone()
    }

    /// What is shown now, and from now on.
    pub(super) fn follow(&self) -> Receiver<Current> {
        self.current.subscribe()
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
