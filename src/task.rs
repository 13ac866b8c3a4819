//! What each thread is doing, so that a mistake of the program itself can be told with the file that brought it to light.
//!
//! Whoever takes up a file says so with `begin`, and keeps what that gives as long as the task takes. A thread that takes up another task
//! meanwhile, as those of a pool do, comes back to its own.

use std::cell::RefCell;
use std::fmt;

/// What is done to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What is done.
    pub doing: Doing,
    /// To what: the path of a file, a page or a site.
    pub what: String,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// A file is read.
    Reading,
    /// What is wrong in a file is put into words.
    Telling,
    /// What was read of an audit is checked, and its report derived.
    Judging,
    /// A page is made.
    Printing,
    /// A site is put into its place.
    Publishing,
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let doing = match self.doing {
            Doing::Reading => "reading",
            Doing::Telling => "telling what is wrong in",
            Doing::Judging => "judging the audit of",
            Doing::Printing => "making the page",
            Doing::Publishing => "putting into its place the site",
        };
        // a disk may hold names of anything
        write!(f, "{doing} {}", self.what.escape_debug())
    }
}

thread_local! {
    static CURRENT: RefCell<Option<Task>> = const { RefCell::new(None) };
}

/// What this thread is doing.
pub fn current() -> Option<Task> {
    CURRENT.try_with(|current| current.try_borrow().ok()?.clone()).ok()?
}

/// Says what this thread is doing, until what this gives is dropped.
#[must_use = "the task ends when this is dropped"]
pub(crate) fn begin(doing: Doing, what: impl Into<String>) -> Begun {
    let before = CURRENT.replace(Some(Task { doing, what: what.into() }));
    stumble();
    Begun { before }
}

/// A task, as long as this is kept.
pub(crate) struct Begun {
    before: Option<Task>,
}

impl Drop for Begun {
    fn drop(&mut self) {
        CURRENT.set(self.before.take());
    }
}

/// Lets tests see what is told of a mistake: panics where the variable names a part of the task. No release has it.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "this is what it is for")]
fn stumble() {
    use std::sync::LazyLock;
    static AT: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("HANDOFF_AUDIT_STUMBLE").ok());
    if let (Some(at), Some(task)) = (AT.as_deref(), current())
        && task.to_string().contains(at)
    {
        panic!("asked for by a test");
    }
}

#[cfg(not(debug_assertions))]
fn stumble() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_within_a_task_gives_way_to_it_again() {
        assert_eq!(current(), None);
        let outer = begin(Doing::Judging, "audits/a/audit.yml");
        {
            let _inner = begin(Doing::Reading, "audits/a/\u{1b}phone.yml");
            assert_eq!(current().unwrap().to_string(), "reading audits/a/\\u{1b}phone.yml");
            std::thread::scope(|scope| scope.spawn(|| assert_eq!(current(), None)).join().unwrap());
        }
        assert_eq!(current(), Some(Task { doing: Doing::Judging, what: "audits/a/audit.yml".into() }));
        drop(outer);
        assert_eq!(current(), None);
    }
}
