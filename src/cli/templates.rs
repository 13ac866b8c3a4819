//! Reads a folder of templates.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use handoff_audit::diagnostic::Shown as _;
use handoff_audit::site::OwnTemplates;
use walkdir::WalkDir;

use super::Error;

/// The templates in a folder, hidden files passed over.
pub(super) fn read(folder: &Path) -> Result<OwnTemplates, Error> {
    let shown = folder.shown();
    let shown = shown.trim_end_matches(['/', '\\']);
    if !folder.is_dir() {
        let fault = if folder.exists() { "is not a folder" } else { "is not there" };
        return Err(format!("{shown} {fault}: give the folder in which your templates lie").into());
    }
    let mut files = BTreeMap::new();
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let parts = entry.path().strip_prefix(folder)?.iter().map(|part| part.to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        let bytes = fs::read(entry.path()).map_err(|error| format!("{shown}/{} cannot be read: {error}", name.shown()))?;
        let text =
            String::from_utf8(bytes).map_err(|_| format!("{shown}/{} is no text in UTF-8, and templates are", name.shown()))?;
        files.insert(name, text);
    }
    Ok(OwnTemplates::new(shown, files)?)
}
