//! What a page is made from, as one short name: the same for the same files, and for nothing else.

use std::collections::BTreeSet;
use std::fmt::{self, Write};
use std::hash::{BuildHasher, Hash};
use std::path::Path;
use std::sync::LazyLock;

use foldhash::quality::FixedState;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::age;
use crate::audit::load::Attachment;
use crate::audit::{AuditFiles, Edition, Loaded};
use crate::diagnostic::FileId;
use crate::report::Summary;
use crate::site::Design;

/// What all keys of a build share: the program and the look of the site.
pub(super) struct Stamp<'a> {
    design: Design<'a>,
    key: String,
}

/// The program: its version, and of one that is being worked on, its very file.
static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    let file = std::env::current_exe().ok().and_then(|path| age::of(&path));
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), file)
});

impl<'a> Stamp<'a> {
    pub(super) fn new(edition: Edition, design: Design<'a>) -> Self {
        let mut key = Key::default();
        key.add(&PROGRAM).add(edition.id());
        let _ = write!(key, "{:?}", design.own());
        let _ = write!(key, "{:?}", design.brands.and_then(|brands| brands.root()));
        Stamp { design, key: key.finish() }
    }

    /// What an audit's own files say, its attachments known by size and time.
    pub(super) fn own(&self, loaded: &Loaded, files: &AuditFiles) -> String {
        self.of_files(loaded, files, files.sources())
    }

    /// The same without the files of its channels.
    pub(super) fn beside_channels(&self, loaded: &Loaded, files: &AuditFiles) -> String {
        self.of_files(loaded, files, [files.main].into_iter().chain(files.private))
    }

    fn of_files(&self, loaded: &Loaded, files: &AuditFiles, sources: impl Iterator<Item = FileId>) -> String {
        let mut key = Key::default();
        key.add(&self.key).add(&files.id);
        let _ = write!(key, "{:?}", self.design.brands.and_then(|brands| brands.of(&files.id)));
        for source in sources.map(|file| loaded.sources.get(file)) {
            key.add(&source.path).add(&source.text);
        }
        for (path, attachment) in &files.attachments {
            key.add(path);
            let _ = match attachment {
                Attachment::File(real) => write!(key, "{:?}", age::of(real)),
                other => write!(key, "{other:?}"),
            };
        }
        key.finish()
    }

    /// What the pages of an audit say: its own files, and what they tell of others of its series.
    pub(super) fn pages<'s>(&self, own: &str, series: impl IntoIterator<Item = &'s Summary>) -> String {
        let mut key = Key::default();
        key.add(own);
        for mate in series {
            key.data(&(&mate.audit.id, mate.audit.period, mate.overall.level, &mate.channels));
        }
        key.finish()
    }

    /// What lists of audits say.
    pub(super) fn lists(&self, name: &str, summaries: &[Summary]) -> String {
        let mut key = Key::default();
        key.add(&self.key).add(name).data(&summaries);
        key.finish()
    }

    /// What rules and looks say, in the languages of some audits.
    pub(super) fn looks(&self, name: &str, summaries: &[Summary]) -> String {
        let languages: BTreeSet<&str> = summaries.iter().map(|summary| summary.audit.language.as_str()).collect();
        let mut key = Key::default();
        key.add(&self.key).add(name).data(&languages);
        key.finish()
    }
}

/// The name of a folder in a place that keeps things by their names.
pub(super) fn of_path(path: &Path) -> String {
    let mut key = Key::default();
    let _ = write!(key, "{}", path.display());
    key.finish()
}

/// A number by which something is told from what it was, not from what somebody wants it to look like.
pub(super) fn number(what: impl Hash) -> u64 {
    FixedState::with_seed(0).hash_one(what)
}

/// A key in the making.
#[derive(Default)]
struct Key(Sha256);

impl Key {
    /// Adds a text, of which no other can be a beginning.
    fn add(&mut self, text: &str) -> &mut Self {
        self.0.update(text.len().to_le_bytes());
        self.0.update(text.as_bytes());
        self
    }

    fn data<T: Serialize>(&mut self, value: &T) -> &mut Self {
        let text = serde_json::to_string(value).unwrap_or_default();
        self.add(&text)
    }

    fn finish(self) -> String {
        self.0.finalize().iter().take(16).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl fmt::Write for Key {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}
