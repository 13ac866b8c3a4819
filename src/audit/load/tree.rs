//! What lies below a folder: one walk, hidden things passed over, links followed as long as they stay inside.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Attachment;
use crate::diagnostic::Code;

/// Everything below the root.
pub(super) struct Tree {
    /// Folders by their path below the root, parts joined by `/`; the root is the empty path.
    pub(super) folders: BTreeMap<String, Folder>,
    /// What could not be walked.
    pub(super) faults: Vec<Fault>,
}

/// One folder.
pub(super) struct Folder {
    /// Its path in the file system, links resolved.
    pub(super) real: PathBuf,
    /// What lies in it, by name.
    pub(super) entries: BTreeMap<String, Entry>,
}

/// One thing in a folder.
pub(super) struct Entry {
    /// Its path in the file system.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it, or a folder on the way to it, is a link.
    linked: bool,
    /// Its bytes, where they lie in memory and not on a disk.
    pub(super) held: Option<Vec<u8>>,
}

/// Where files in memory lie: at a path that no system takes, so that none is ever looked for on a disk.
pub(super) const NOWHERE: &str = "\0";

/// Kinds of things in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file, or a link to one.
    File,
    /// A folder, or a link to one.
    Folder,
    /// A link that leads out of the root.
    Outside,
    /// A link that leads nowhere.
    Dangling,
    /// A pipe, a device.
    Special,
}

/// Something that could not be walked.
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) path: String,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Why the root cannot be walked at all.
pub(super) struct RootFault {
    pub(super) message: String,
    pub(super) help: &'static str,
    /// Whether it is not there.
    pub(super) missing: bool,
}

/// How many files and folders are reached by way of links, at most: links to folders with links in them multiply.
const MOST_LINKED: usize = 10_000;

/// Walks the tree below the root.
pub(super) fn walk(root: &Path) -> Result<Tree, RootFault> {
    let fault = |message: &str, help| Err(RootFault { message: message.into(), help, missing: false });
    match root.metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(RootFault { message: "there is no such folder".into(), help: "", missing: true });
        }
        Err(error) => return fault(&format!("the folder cannot be opened: {}", plain(&error)), "check the rights to the folder"),
        Ok(found) if !found.is_dir() => {
            return fault("this is not a folder", "give the folder in which the audits lie, not a file");
        }
        Ok(_) => {}
    }
    let real_root = match root.canonicalize() {
        Ok(real) => real,
        Err(error) => return fault(&format!("the folder cannot be opened: {}", plain(&error)), "check the rights to the folder"),
    };
    let mut tree = Tree { folders: BTreeMap::new(), faults: Vec::new() };
    tree.folders.insert(String::new(), Folder { real: real_root.clone(), entries: BTreeMap::new() });
    let mut linked = 0;
    let mut entries = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry) if hidden(entry.file_name()) => {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => {
                linked += usize::from(tree.is_linked(root, &entry));
                if linked > MOST_LINKED {
                    tree.faults.push(Fault {
                        code: Code::Limits,
                        path: below(root, entry.path()),
                        message: format!("more than {MOST_LINKED} files and folders are reached by way of links"),
                        help: "put the folders themselves in the place of links to them",
                    });
                    break;
                }
                if tree.add(root, &real_root, &entry) == Kind::Outside && entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Err(error) => tree.fault(root, &error),
        }
    }
    Ok(tree)
}

impl Tree {
    /// The tree of files in memory, each by its path below the root; what a disk could not hold, or a walk would pass over, is left out.
    pub(super) fn of_texts(texts: &BTreeMap<String, Vec<u8>>) -> Tree {
        let mut tree = Tree { folders: BTreeMap::new(), faults: Vec::new() };
        tree.folders.insert(String::new(), Folder { real: PathBuf::from(NOWHERE), entries: BTreeMap::new() });
        for (path, text) in texts {
            if path.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.contains('\0')) {
                continue;
            }
            let ways = path.match_indices('/').map(|(at, _)| path.split_at(at).0);
            if ways.clone().all(|folder| tree.entry(folder).is_none_or(|there| there.kind == Kind::Folder)) {
                ways.for_each(|folder| tree.hold(folder, None));
                tree.hold(path, Some(text.clone()));
            }
        }
        tree
    }

    /// Puts a file, or a folder, that lies in memory where it belongs.
    fn hold(&mut self, path: &str, held: Option<Vec<u8>>) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let kind = if held.is_some() { Kind::File } else { Kind::Folder };
        let real = Path::new(NOWHERE).join(path);
        if kind == Kind::Folder {
            self.folders.entry(path.to_owned()).or_insert_with(|| Folder { real: real.clone(), entries: BTreeMap::new() });
        }
        if let Some(folder) = self.folders.get_mut(folder) {
            folder.entries.entry(name.to_owned()).or_insert(Entry { path: real, kind, linked: false, held });
        }
    }

    fn add(&mut self, root: &Path, real_root: &Path, entry: &DirEntry) -> Kind {
        let path = below(root, entry.path());
        let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
        let linked = self.is_linked(root, entry);
        let mut kind = match entry.file_type() {
            kind if kind.is_dir() => Kind::Folder,
            kind if kind.is_file() => Kind::File,
            _ => Kind::Special,
        };
        let real = if linked { entry.path().canonicalize().ok() } else { None };
        if linked && !real.as_ref().is_some_and(|real| real.starts_with(real_root)) {
            kind = Kind::Outside;
            // a linked file matters only where something refers to it, or where it would be read
            if entry.file_type().is_dir() || is_yaml(name) {
                self.faults.push(Fault {
                    code: Code::UnsafePath,
                    path: path.clone(),
                    message: format!("`{name}` is a link that leads out of the folder of the audits"),
                    help: "copy what it points to, in place of the link",
                });
            }
        }
        if kind == Kind::Folder {
            let real = real.unwrap_or_else(|| real_root.join(&path));
            self.folders.insert(path.clone(), Folder { real, entries: BTreeMap::new() });
        }
        let found = Entry { path: entry.path().to_owned(), kind, linked, held: None };
        if let Some(folder) = self.folders.get_mut(folder) {
            folder.entries.insert(name.to_owned(), found);
        }
        kind
    }

    /// Whether something is a link, or lies behind one.
    fn is_linked(&self, root: &Path, entry: &DirEntry) -> bool {
        let path = below(root, entry.path());
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        entry.path_is_symlink() || self.entry(folder).is_some_and(|folder| folder.linked)
    }

    fn entry(&self, path: &str) -> Option<&Entry> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.folders.get(folder)?.entries.get(name)
    }

    /// What lies at a path from a folder on.
    pub(super) fn attachment(&self, folder: &str, path: &str) -> Option<Attachment> {
        let real = &self.folders.get(folder)?.real;
        Some(self.entry(&super::join(folder, path))?.attachment(real, is_yaml(path)))
    }

    fn fault(&mut self, root: &Path, error: &walkdir::Error) {
        let path = error.path().map(|path| below(root, path)).unwrap_or_default();
        let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
        if hidden(name.as_ref()) {
            return;
        }
        if error.loop_ancestor().is_some() {
            self.faults.push(Fault {
                code: Code::UnsafePath,
                message: format!("`{name}` is a link that leads back to a folder it lies in"),
                help: "delete the link",
                path,
            });
            return;
        }
        let dangling = error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound);
        if dangling {
            // only where it would be read, or is referred to, does a link that leads nowhere matter
            let found = Entry { path: root.join(&path), kind: Kind::Dangling, linked: true, held: None };
            if let Some(folder) = self.folders.get_mut(folder) {
                folder.entries.insert(name.to_owned(), found);
            }
            return;
        }
        let why = error.io_error().map_or_else(|| "it is not there any more".to_owned(), plain);
        let name = if name.is_empty() { "the folder" } else { name };
        self.faults.push(Fault {
            code: Code::Unreadable,
            message: format!("`{name}` cannot be opened: {why}"),
            help: "check the rights to it, or move it out of the folder of the audits",
            path,
        });
    }

    /// What lies in an audit's folder, by path from there on.
    pub(super) fn attachments(&self, audit: &str) -> BTreeMap<String, Attachment> {
        let mut attachments = BTreeMap::new();
        let Some(own) = self.folders.get(audit) else { return attachments };
        let prefix = if audit.is_empty() { String::new() } else { format!("{audit}/") };
        let inside = self.folders.range(prefix.clone()..).take_while(|(path, _)| path.starts_with(&prefix));
        for (path, folder) in std::iter::once((&audit.to_owned(), own)).chain(inside) {
            for (name, entry) in &folder.entries {
                let full = super::join(path, name);
                let relative = full.strip_prefix(&prefix).unwrap_or(&full).to_owned();
                let attachment = entry.attachment(&own.real, !relative.contains('/') && is_yaml(name));
                attachments.insert(relative, attachment);
            }
        }
        attachments
    }
}

impl Entry {
    fn attachment(&self, folder: &Path, own_file: bool) -> Attachment {
        let real = if self.linked { self.path.canonicalize().ok() } else { Some(self.path.clone()) };
        match (self.kind, real) {
            (Kind::Outside, _) => Attachment::Outside,
            (Kind::Special | Kind::Dangling, _) | (_, None) => Attachment::Special,
            (_, Some(real)) if self.linked && !real.starts_with(folder) => Attachment::Outside,
            (Kind::Folder, _) => Attachment::Folder,
            (Kind::File, _) if own_file => Attachment::OwnFile,
            (Kind::File, Some(real)) => Attachment::File(real),
        }
    }
}

/// A path below the root, parts joined by `/`.
fn below(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

fn is_yaml(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("yml") || ending.eq_ignore_ascii_case("yaml")
}

/// What an error of the file system means, without its number.
pub(super) fn plain(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "no rights to read it".into(),
        std::io::ErrorKind::NotFound => "it is not there".into(),
        kind => kind.to_string(),
    }
}
