//! Brands: the `brand.yml` of every folder on the way from an audit up to the root, with the picture that it names.

use std::collections::BTreeSet;

use super::tree::{Folder, Tree};
use super::{Attachment, Loader, ancestors, files, join};
use crate::diagnostic::FileId;
use crate::task::{self, Doing};
use crate::yaml;

/// A `brand.yml` that could be read.
#[derive(Clone, Debug)]
pub struct BrandText {
    /// Its folder, by its path below the root; empty for the root.
    pub(in crate::audit) folder: String,
    /// The file.
    pub(in crate::audit) file: FileId,
    /// What stands in it.
    pub(in crate::audit) parsed: yaml::Parsed,
    /// What the path behind `logo` leads to; nothing where there is no such field.
    pub(in crate::audit) logo: Option<LogoFile>,
    /// The pictures in its folder, for what was meant by a path that leads nowhere.
    pub(in crate::audit) pictures: Vec<String>,
}

/// What lies at the path of a logo.
#[derive(Clone, Debug)]
pub(in crate::audit) enum LogoFile {
    /// A file with these bytes.
    Bytes(Vec<u8>),
    /// A file of more bytes than a logo may have.
    TooLarge,
    /// A file that cannot be read, and why.
    Unreadable(String),
    /// Something else than a file.
    No(Attachment),
    /// Nothing.
    Missing,
}

impl Loader {
    /// Reads the brands of all folders that hold an audit, near or far below; `audits` are the audits' own.
    pub(super) fn brands<'a>(&mut self, audits: impl Iterator<Item = &'a str>, tree: &Tree) {
        let folders: BTreeSet<&str> = audits.flat_map(|audit| ancestors(audit).chain([audit])).collect();
        for path in folders {
            let Some(folder) = tree.folders.get(path) else { continue };
            let Some(name) = self.named(path, folder, "brand") else { continue };
            let shown = join(path, name);
            let file = self.whole(&shown).file;
            if !self.read_into(file, &folder.entries[name], &shown) {
                continue;
            }
            let _task = task::begin(Doing::Reading, self.show(&shown));
            let parsed = yaml::parse(file, &self.loaded.sources.get(file).text);
            let logo = named_logo(&parsed.root).map(|logo| logo_file(tree, path, logo));
            self.loaded.brands.push(BrandText { folder: path.to_owned(), file, parsed, logo, pictures: pictures(folder) });
        }
    }
}

/// What stands behind `logo`.
fn named_logo(root: &yaml::Node) -> Option<&str> {
    let yaml::Value::Map(entries) = &root.value else { return None };
    let entry = entries.iter().find(|entry| entry.key == "logo")?;
    if let yaml::Value::Scalar(scalar) = &entry.value.value { Some(&scalar.text) } else { None }
}

fn logo_file(tree: &Tree, folder: &str, path: &str) -> LogoFile {
    match tree.attachment(folder, path) {
        Some(Attachment::File(real)) => files::logo(&real),
        Some(other) => LogoFile::No(other),
        None => LogoFile::Missing,
    }
}

fn pictures(folder: &Folder) -> Vec<String> {
    let picture = |name: &&String| {
        name.rsplit_once('.').is_some_and(|(_, ending)| ["svg", "png"].iter().any(|known| ending.eq_ignore_ascii_case(known)))
    };
    folder.entries.keys().filter(picture).cloned().collect()
}
