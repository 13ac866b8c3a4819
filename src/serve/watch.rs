//! Tells when something changed below some folders.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::diagnostic::Shown as _;

/// Editors save in several steps: nothing is done before they were still for this long, …
const STILL: Duration = Duration::from_millis(15);
/// … but who never is still does not keep others waiting for longer than this.
const MOST: Duration = Duration::from_millis(300);

/// Why folders cannot be watched.
#[derive(Debug)]
pub struct WatchError {
    folder: PathBuf,
    source: notify::Error,
}

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be watched for changes: ", self.folder.shown())?;
        match self.source.kind {
            notify::ErrorKind::MaxFilesWatch => {
                write!(f, "the system watches as many folders as it may (Linux: raise fs.inotify.max_user_watches)")
            }
            _ => write!(f, "{}", self.source),
        }
    }
}

impl std::error::Error for WatchError {}

/// Why a watch woke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Something changed.
    Changed,
    /// It is time to end.
    Stop,
}

/// Watches folders, and folders that take their places when they are gone.
pub struct Watch {
    watcher: RecommendedWatcher,
    roots: Vec<PathBuf>,
    /// Whether a root itself came or went, so that the system may have forgotten it.
    uprooted: Arc<AtomicBool>,
    sender: Sender<Wake>,
    wakes: Receiver<Wake>,
}

impl Watch {
    /// Watches these folders with all that lies in them, hidden things passed over.
    ///
    /// # Errors
    /// The system does not watch them.
    pub fn new<'a>(folders: impl IntoIterator<Item = &'a Path>) -> Result<Watch, WatchError> {
        let roots: Vec<PathBuf> = folders.into_iter().map(absolute).collect();
        let (sender, wakes) = mpsc::channel();
        let uprooted = Arc::new(AtomicBool::new(false));
        let seen =
            Seen { roots: roots.iter().flat_map(|root| [Some(root.clone()), root.canonicalize().ok()]).flatten().collect() };
        let (told, mark) = (sender.clone(), Arc::clone(&uprooted));
        let handler = move |event: notify::Result<notify::Event>| {
            // a failure to tell what happened is told as if something had
            let wakes = event.map_or(true, |event| {
                if seen.uproots(&event) {
                    mark.store(true, Ordering::Relaxed);
                }
                seen.matters(&event)
            });
            if wakes {
                // who has stopped to listen needs nothing
                let _ = told.send(Wake::Changed);
            }
        };
        let failed = |folder: &Path| {
            let folder = folder.to_owned();
            move |source| WatchError { folder, source }
        };
        let first = roots.first().cloned().unwrap_or_default();
        let mut watcher = notify::recommended_watcher(handler).map_err(failed(&first))?;
        // of a root that goes and comes again only the folder around it tells; watched first, since one root may lie in another
        for around in roots.iter().filter_map(|root| root.parent()) {
            watcher.watch(around, RecursiveMode::NonRecursive).map_err(failed(around))?;
        }
        for root in &roots {
            watcher.watch(root, RecursiveMode::Recursive).map_err(failed(root))?;
        }
        Ok(Watch { watcher, roots, uprooted, sender, wakes })
    }

    /// What ends the watch from elsewhere.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        let sender = self.sender.clone();
        move || {
            let _ = sender.send(Wake::Stop);
        }
    }

    /// Waits until something changed and is still again, or it is time to end.
    pub fn wait(&mut self) -> Wake {
        // the watch itself holds a sender, so that the channel is never closed
        if self.wakes.recv() != Ok(Wake::Changed) {
            return Wake::Stop;
        }
        let most = Instant::now() + MOST;
        while Instant::now() < most {
            match self.wakes.recv_timeout(STILL) {
                Ok(Wake::Changed) => {}
                Ok(Wake::Stop) => return Wake::Stop,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        if self.uprooted.swap(false, Ordering::Relaxed) {
            self.take_root();
        }
        Wake::Changed
    }

    /// Watches the folders that stand at the places of the roots now. One that is not there is told by the folder around it when it comes.
    fn take_root(&mut self) {
        for root in self.roots.clone() {
            let _ = self.watcher.unwatch(&root);
        }
        for root in self.roots.clone() {
            let _ = self.watcher.watch(&root, RecursiveMode::Recursive);
        }
    }
}

/// What of all that the system tells is of interest.
struct Seen {
    /// As they were named, and with links resolved: systems differ in what they tell.
    roots: Vec<PathBuf>,
}

impl Seen {
    /// Whether an event may change what is built: something was written, made, moved or deleted that is not hidden.
    fn matters(&self, event: &notify::Event) -> bool {
        // looking is no change, and building looks at everything
        let looks = matches!(event.kind, EventKind::Access(kind) if kind != AccessKind::Close(AccessMode::Write));
        !looks && (event.paths.is_empty() || event.need_rescan() || event.paths.iter().any(|path| self.is_visible(path)))
    }

    fn is_visible(&self, path: &Path) -> bool {
        let below = self.roots.iter().filter_map(|root| path.strip_prefix(root).ok());
        let hidden = |part: &std::ffi::OsStr| part.as_encoded_bytes().first() == Some(&b'.');
        below.into_iter().any(|below| !below.iter().any(hidden))
    }

    /// Whether a root itself came or went.
    fn uproots(&self, event: &notify::Event) -> bool {
        let moves = matches!(event.kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
        moves && event.paths.iter().any(|path| self.roots.contains(path))
    }
}

/// The path from the root of the disk on, without `..` where that can be known.
fn absolute(folder: &Path) -> PathBuf {
    let full = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let odd = full.components().any(|part| part == std::path::Component::ParentDir);
    if odd { full.canonicalize().unwrap_or(full) } else { full }
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, RemoveKind};

    use super::*;

    fn event(kind: EventKind, path: &str) -> notify::Event {
        notify::Event::new(kind).add_path(path.into())
    }

    #[test]
    fn what_keeps_a_folder_from_being_watched_is_told() {
        let told = |kind| WatchError { folder: "a\u{1b}b".into(), source: notify::Error::new(kind) }.to_string();
        let begin = "a\u{241b}b cannot be watched for changes: ";
        let full = told(notify::ErrorKind::MaxFilesWatch);
        assert!(full.starts_with(begin) && full.contains("fs.inotify.max_user_watches"), "{full}");
        assert_eq!(told(notify::ErrorKind::Generic("no luck".into())), format!("{begin}no luck"));
        let gone = tempfile::tempdir().unwrap().path().join("gone");
        let error = Watch::new([gone.as_path()]).err().unwrap().to_string();
        assert!(error.contains("cannot be watched"), "{error}");
    }

    #[test]
    fn only_what_may_change_the_site_matters() {
        let seen = Seen { roots: vec!["/desk/audits".into(), "/real/audits".into()] };
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        for (kind, path, matters) in [
            (written, "/desk/audits/a/phone.yml", true),
            (written, "/real/audits/a/phone.yml", true),
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), "/desk/audits/a/phone.yml", true),
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), "/desk/audits/a/phone.yml", false),
            (written, "/desk/audits/a/.phone.yml.swp", false),
            (written, "/desk/audits/.git/index", false),
            (EventKind::Create(CreateKind::Folder), "/desk/audits", true),
            (EventKind::Create(CreateKind::Folder), "/desk/site", false),
        ] {
            assert_eq!(seen.matters(&event(kind, path)), matters, "{kind:?} {path}");
        }
        assert!(
            seen.matters(&notify::Event::new(EventKind::Other).set_flag(notify::event::Flag::Rescan)),
            "something was missed"
        );
        assert!(seen.uproots(&event(EventKind::Remove(RemoveKind::Folder), "/desk/audits")));
        assert!(!seen.uproots(&event(EventKind::Remove(RemoveKind::Folder), "/desk/audits/a")));
    }
}
