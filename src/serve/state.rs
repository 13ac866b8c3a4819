//! What is shown: the last good site, and what is wrong since.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;
use tokio::sync::watch::{Receiver, Sender};

use super::ansi;
use crate::site;

/// The outcome of a build.
#[derive(Debug, Default)]
pub struct Attempt {
    /// What was built; none where something kept it from being built, which the notes tell.
    pub built: Option<Built>,
    /// What is to be said about it.
    pub notes: Option<Notes>,
}

/// A site that was built into the folder that is served.
#[derive(Debug)]
pub struct Built {
    /// Names what it was made from.
    pub version: String,
    /// The ids of its audits.
    pub audits: BTreeSet<String>,
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
    /// The folder of the site.
    site: PathBuf,
    /// The address that was bound.
    pub(super) ip: IpAddr,
    current: Sender<Current>,
}

/// What is shown at one moment.
#[derive(Clone)]
pub(super) struct Current {
    /// The last good site.
    good: Option<Arc<Built>>,
    pub(super) notes: Option<Notes>,
    /// Whether the last build gave no site, so that an older one is shown.
    failed: bool,
}

/// A file of the site.
pub(super) struct Found {
    pub(super) bytes: Vec<u8>,
    /// Whether others made it: it is the attachment of an audit.
    pub(super) is_attachment: bool,
}

impl State {
    pub(super) fn new(site: &Path, ip: IpAddr, first: Attempt) -> Self {
        let nothing = Current { good: None, notes: None, failed: true };
        let state = State { site: site.to_owned(), ip, current: Sender::new(nothing) };
        state.publish(first);
        state
    }

    pub(super) fn publish(&self, attempt: Attempt) -> bool {
        self.current.send_if_modified(|current| {
            let next = Current {
                failed: attempt.built.is_none(),
                good: attempt.built.map(Arc::new).or_else(|| current.good.clone()),
                notes: attempt.notes,
            };
            let new = next.message() != current.message();
            *current = next;
            new
        })
    }

    /// What is shown now, and from now on.
    pub(super) fn follow(&self) -> Receiver<Current> {
        self.current.subscribe()
    }

    /// What lies at a path of the site.
    pub(super) fn get(&self, current: &Current, file: &str) -> Option<Found> {
        let built = current.good.as_ref()?;
        let bytes = site::published(&self.site, file)?;
        Some(Found { bytes, is_attachment: built.audits.iter().any(|audit| is_attachment_of(audit, file)) })
    }
}

/// Whether a path is that of an attachment: nothing of ours lies in that folder of an audit, and no audit in another one.
fn is_attachment_of(audit: &str, file: &str) -> bool {
    file.strip_prefix(audit).is_some_and(|file| file.starts_with("/evidence/"))
}

impl Current {
    /// Whether there is any site.
    pub(super) fn has_site(&self) -> bool {
        self.good.is_some()
    }

    /// What a page was made from: a page with another version is loaded again.
    pub(super) fn version(&self) -> String {
        match &self.good {
            Some(built) => built.version.clone(),
            // the page shows the notes themselves
            None => of_words(self.notes.as_ref().map_or("", |notes| &notes.text)),
        }
    }

    /// What pages are told. The notes of a build that gave a site are not `pressing`: they wait to be asked for.
    pub(super) fn message(&self) -> String {
        let notes = self.notes.as_ref().filter(|_| self.has_site());
        let notes = notes.map(|notes| json!({"title": notes.title, "html": ansi::html(&notes.text), "pressing": self.failed}));
        json!({"version": self.version(), "notes": notes}).to_string()
    }
}

/// The same name for the same words.
fn of_words(words: &str) -> String {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn built(version: &str) -> Option<Built> {
        Some(Built { version: version.to_owned(), audits: ["a/2026-01".to_owned()].into() })
    }

    fn notes(title: &str) -> Option<Notes> {
        Some(Notes { title: title.to_owned(), text: title.to_owned() })
    }

    fn state(site: &Path) -> State {
        State::new(site, IpAddr::from([127, 0, 0, 1]), Attempt { built: built("1"), notes: None })
    }

    fn shown(state: &State) -> Current {
        state.follow().borrow().clone()
    }

    #[test]
    fn what_is_not_new_is_not_told() {
        let state = state(Path::new("site"));
        let same = || Attempt { built: built("1"), notes: None };
        assert!(!state.publish(same()));
        assert!(state.publish(Attempt { built: None, notes: notes("wrong") }));
        let current = shown(&state);
        assert_eq!((current.version().as_str(), current.failed), ("1", true), "the last good site is shown");
        assert!(!state.publish(Attempt { built: None, notes: notes("wrong") }));
        assert!(state.publish(Attempt { built: None, notes: notes("wrong in another way") }));
        assert!(state.publish(same()));
    }

    #[test]
    fn files_of_the_site_are_found_and_no_others() {
        let ground = tempfile::tempdir().unwrap();
        let site = ground.path().join("site");
        fs::create_dir_all(site.join("a/2026-01/evidence")).unwrap();
        for file in ["a/2026-01/index.html", "a/2026-01/evidence/index.html", ".handoff-audit", "../secret"] {
            fs::write(site.join(file), file).unwrap();
        }
        let state = state(&site);
        let found = |file: &str| state.get(&shown(&state), file).map(|found| found.is_attachment);
        assert_eq!(found("a/2026-01/index.html"), Some(false));
        assert_eq!(found("a/2026-01/evidence/index.html"), Some(true));
        for none in
            ["../secret", "a/../../secret", "/etc/passwd", "", "a", "a/2026-01", ".handoff-audit", "a//2026-01/index.html"]
        {
            assert_eq!(found(none), None, "{none}");
        }
    }
}
