//! The name of what a site is made from, by which pages know whether they are the latest.

use std::fmt::{self, Write};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::Checked;
use crate::site::{OwnTemplates, attachment_path};

/// The same for the same files, also after the program was started again. Attachments are known by size and time.
pub fn version(checked: &Checked, templates: Option<&OwnTemplates>, audits: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    for (_, source) in checked.sources.iter() {
        (&source.path, &source.text).hash(&mut hasher);
    }
    templates.hash(&mut hasher);
    // the files of brands are among the sources, their logos are not
    let _ = write!(Feed(&mut hasher), "{:?}", checked.brands);
    for (audit, _) in &checked.audits {
        audit.edition.id().hash(&mut hasher);
        for file in audit.evidence.values().filter_map(|item| item.file.as_deref()) {
            let found = attachment_path(audits, &audit.id, file).ok().and_then(|path| fs::metadata(path).ok());
            (&audit.id, file, found.map(|found| (found.len(), found.modified().ok()))).hash(&mut hasher);
        }
    }
    format!("{:016x}", hasher.finish())
}

/// The same for the same words.
pub(super) fn of_words(words: &str) -> String {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Hashes what is written, without keeping it.
struct Feed<'h>(&'h mut DefaultHasher);

impl Write for Feed<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.write(text.as_bytes());
        Ok(())
    }
}
