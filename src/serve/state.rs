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

#[cfg(test)]
mod tests {
    use super::*;

    fn built(version: &str, files: &[&str]) -> Option<Built> {
        let mut site = Site::default();
        files.iter().for_each(|file| site.insert(*file, Entry::Bytes(version.into())));
        Some(Built { version: version.to_owned(), site })
    }

    fn notes(title: &str) -> Option<Notes> {
        Some(Notes { title: title.to_owned(), text: title.to_owned() })
    }

    fn state() -> State {
        let first = Attempt { built: built("1", &["a.html", "b.html"]), notes: None };
        State::new(Path::new("audits"), IpAddr::from([127, 0, 0, 1]), first)
    }

    fn shown(state: &State) -> Current {
        state.follow().borrow().clone()
    }

    #[test]
    fn a_part_is_shown_ahead_and_the_rest_is_not_known_until_it_is_there() {
        let state = state();
        state.ahead(Attempt { built: built("2", &["a.html"]), notes: notes("warned") });
        let ahead = shown(&state);
        assert!(ahead.knows("a.html") && !ahead.knows("b.html"));
        assert_eq!(ahead.get("a.html"), Some(&Entry::Bytes(b"2".to_vec())));
        assert!(state.publish(Attempt { built: built("2", &["a.html", "b.html"]), notes: notes("warned") }));
        let whole = shown(&state);
        assert!(whole.knows("b.html") && whole.get("b.html").is_some());
        assert_eq!(ahead.message(), whole.message(), "pages are told once");
    }

    #[test]
    fn a_part_whose_rest_fails_gives_way_to_the_last_good_site() {
        let state = state();
        state.ahead(Attempt { built: built("2", &["a.html"]), notes: None });
        assert!(state.publish(Attempt { built: None, notes: notes("wrong") }));
        let current = shown(&state);
        assert_eq!((current.version().as_str(), current.failed), ("1", true));
        assert!(current.knows("b.html") && current.get("b.html").is_some());
    }

    #[test]
    fn what_is_not_new_is_not_told() {
        let state = state();
        let same = || Attempt { built: built("1", &["a.html"]), notes: None };
        state.ahead(same());
        assert!(shown(&state).knows("b.html"), "a part of what is shown is not shown");
        assert!(!state.publish(same()));
        assert!(state.publish(Attempt { built: None, notes: notes("wrong") }));
        assert!(!state.publish(Attempt { built: None, notes: notes("wrong") }));
        assert!(state.publish(Attempt { built: None, notes: notes("wrong in another way") }));
        assert!(state.publish(same()));
    }

    #[test]
    fn pages_are_open_as_long_as_a_browser_shows_them() {
        let state = Arc::new(state());
        let [one, two] = [0, 1].map(|_| OpenPage::new(Arc::clone(&state), "a.html".into()));
        drop(one);
        assert_eq!(state.open().into_iter().collect::<Vec<_>>(), ["a.html"]);
        drop(two);
        assert!(state.open().is_empty());
    }
}
