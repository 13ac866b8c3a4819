//! Finds the audits below a folder and reads their files. Nothing else in `audit` touches the outside world.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "texts are cut where something was found in them; entries are looked up by names that came from the same folder"
)]

mod brands;
mod files;
mod private;
mod published;
mod surroundings;
mod tree;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::values::id_fault as part_fault;
use crate::audit::Edition;
use crate::audit::personal::{self, Spot};
use crate::diagnostic::{Code, Diagnostic, FileId, Place, SourceFile, Sources};
use crate::task::{self, Doing};
pub use brands::BrandText;
pub(super) use brands::LogoFile;
use tree::{Entry, Folder, Kind, Tree};

/// Everything that was found below a folder.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The texts of all files that were read.
    pub sources: Sources,
    /// The audits, by id.
    pub audits: Vec<AuditFiles>,
    /// The brands, by folder.
    pub brands: Vec<BrandText>,
    /// For which edition they were read.
    pub edition: Edition,
    /// What is wrong with the files and folders themselves.
    pub diagnostics: Vec<Diagnostic>,
}

/// The files of one audit.
#[derive(Clone, Debug)]
pub struct AuditFiles {
    /// Its path below the root, parts joined by `/`.
    pub id: String,
    /// Its folder, as the file system names it.
    pub folder: PathBuf,
    /// Its `audit.yml`.
    pub main: FileId,
    /// Whether `main` could be read.
    pub main_readable: bool,
    /// Its channels, by id.
    pub channels: Vec<ChannelText>,
    /// Its `private.yml`, where it is there, could be read, and the edition may know it.
    pub private: Option<FileId>,
    /// Whether every channel's file could be read and named, so that nothing is missing from `channels`.
    pub complete: bool,
    /// Everything else in its folder, by path from there on with `/` between the parts: what `evidence.file` may name.
    pub attachments: BTreeMap<String, Attachment>,
    /// Which of those that the client edition would publish name an e-mail address or a phone number, and where.
    pub(super) personal: BTreeMap<String, Vec<Spot>>,
}

/// The file of a channel that could be read.
#[derive(Clone, Debug)]
pub struct ChannelText {
    /// The file's stem.
    pub id: String,
    /// The file.
    pub file: FileId,
}

/// Something in an audit's folder that evidence may name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attachment {
    /// A file inside the folder, links resolved; its real path, to copy it from.
    File(PathBuf),
    /// A folder.
    Folder,
    /// A link that leads out of the audit's folder.
    Outside,
    /// One of the audit's own files.
    OwnFile,
    /// Neither a file nor a folder.
    Special,
}

impl Loaded {
    /// The audit with this id.
    pub fn audit(&self, id: &str) -> Option<&AuditFiles> {
        self.audits.iter().find(|audit| audit.id == id)
    }
}

impl AuditFiles {
    /// Its own files: the main one, those of its channels, and the private one.
    pub fn sources(&self) -> impl Iterator<Item = FileId> {
        [self.main].into_iter().chain(self.channels.iter().map(|channel| channel.file)).chain(self.private)
    }

    /// Whether a file belongs to this audit.
    pub fn owns(&self, file: FileId) -> bool {
        self.main == file || self.private == Some(file) || self.channels.iter().any(|channel| channel.file == file)
    }
}

/// Finds and reads every audit below `root` for the client edition: no `private.yml` is opened.
///
/// Never fails: what is wrong, the root itself included, is told in `diagnostics`. Paths are shown with the root as it was typed.
pub fn load(root: &Path) -> Loaded {
    load_for(root, Edition::Client)
}

/// The same for the given edition.
pub fn load_for(root: &Path, edition: Edition) -> Loaded {
    let loaded = Loaded { edition, ..Loaded::default() };
    let mut loader = Loader { loaded, shown: shown_root(root), files: BTreeMap::new() };
    match tree::walk(root) {
        Ok(tree) => loader.tree(root, tree),
        Err(fault) => {
            let problem = Diagnostic::new(Code::Unreadable, loader.whole(""), fault.message);
            let problem = if fault.missing { surroundings::missing(root, problem) } else { problem.help(fault.help) };
            loader.loaded.diagnostics.push(problem);
        }
    }
    loader.loaded
}

/// The same of files that lie in memory, each by its path below the root, parts joined by `/`. Of what evidence and brands name, only that it
/// is there is known.
pub(crate) fn load_texts(texts: &BTreeMap<String, Vec<u8>>, edition: Edition) -> Loaded {
    let loaded = Loaded { edition, ..Loaded::default() };
    let mut loader = Loader { loaded, shown: "audits".to_owned(), files: BTreeMap::new() };
    loader.tree(Path::new(tree::NOWHERE), Tree::of_texts(texts));
    loader.loaded
}

/// The root as typed, with `/` between its parts and none behind them.
fn shown_root(root: &Path) -> String {
    let typed = root.to_string_lossy().replace('\\', "/");
    let bare = typed.trim_end_matches('/');
    if bare.is_empty() { typed } else { bare.to_owned() }
}

/// How many channels an audit may have: each is named on every page of it.
const MOST_CHANNELS: usize = 200;

struct Loader {
    loaded: Loaded,
    /// The root as it is shown.
    shown: String,
    /// Files and folders that are among the sources, by their path below the root.
    files: BTreeMap<String, FileId>,
}

impl Loader {
    /// A path below the root, as it is shown.
    fn show(&self, path: &str) -> String {
        match (path, self.shown.as_str()) {
            ("", shown) => shown.to_owned(),
            (path, "/") => format!("/{path}"),
            (path, shown) => format!("{shown}/{path}"),
        }
    }

    /// A place that speaks of a file or folder as a whole.
    fn whole(&mut self, path: &str) -> Place {
        let file = match self.files.get(path) {
            Some(file) => *file,
            None => {
                let file = self.loaded.sources.add(SourceFile { path: self.show(path), text: String::new() });
                self.files.insert(path.to_owned(), file);
                file
            }
        };
        Place { file, start: 0, end: 0 }
    }

    fn problem(&mut self, code: Code, path: &str, message: impl Into<String>, help: impl Into<String>) {
        let place = self.whole(path);
        self.loaded.diagnostics.push(Diagnostic::new(code, place, message).help(help));
    }

    fn tree(&mut self, root: &Path, tree: Tree) {
        for fault in &tree.faults {
            self.problem(fault.code, &fault.path, fault.message.clone(), fault.help);
        }
        let mut found: BTreeMap<&str, Place> = BTreeMap::new();
        let mut ids: BTreeMap<String, Place> = BTreeMap::new();
        for (path, folder) in &tree.folders {
            let Some(main) = self.named(path, folder, "audit") else { continue };
            let place = self.whole(&join(path, main));
            if let Some(outer) = ancestors(path).find_map(|folder| found.get(folder)) {
                let problem = Diagnostic::new(Code::NestedAudit, place, "an audit lies inside another audit")
                    .second(*outer, "the outer audit is this")
                    .help("put the two folders side by side, or rename this file if it is no audit");
                self.loaded.diagnostics.push(problem);
                continue;
            }
            found.insert(path, place);
            let id = if path.is_empty() { own_name(root) } else { path.clone() };
            self.check_id(&id, place);
            if let Some(first) = ids.insert(id.to_ascii_lowercase(), place) {
                self.loaded.diagnostics.push(same_name(&id, place, first));
            }
            let audit = self.audit(id, path, main, place.file, folder, &tree);
            self.loaded.audits.push(audit);
        }
        match found.is_empty() {
            true => self.no_audits(root, &tree),
            false => self.hidden_audits(&found, &tree),
        }
        self.brands(found.keys().copied(), &tree);
        self.loaded.audits.sort_by(|a, b| a.id.cmp(&b.id));
    }

    /// The folder's `audit.yml` or `audit.yaml`, where `stem` is `audit`; reports both together, and names that miss by their case.
    fn named<'a>(&mut self, path: &str, folder: &'a Folder, stem: &str) -> Option<&'a str> {
        let (yml, yaml) = (format!("{stem}.yml"), format!("{stem}.yaml"));
        let has = |name: &str| folder.entries.get_key_value(name).map(|(name, _)| name.as_str());
        match (has(&yml), has(&yaml)) {
            (Some(main), Some(other)) => {
                let (first, second) = (self.whole(&join(path, main)), self.whole(&join(path, other)));
                let problem = Diagnostic::new(Code::DuplicateId, second, format!("a folder holds both `{yml}` and `{yaml}`"))
                    .second(first, "this one is read")
                    .help("keep one of the two");
                self.loaded.diagnostics.push(problem);
                Some(main)
            }
            (Some(main), None) | (None, Some(main)) => Some(main),
            (None, None) => {
                let meant = folder.entries.keys().find(|name| [&yml, &yaml].iter().any(|right| right.eq_ignore_ascii_case(name)));
                if let Some(name) = meant {
                    let help = format!("rename it to `{}`", name.to_ascii_lowercase());
                    self.problem(
                        Code::BadId,
                        &join(path, name),
                        format!("`{name}` is not read: its name is not in small letters"),
                        help,
                    );
                }
                None
            }
        }
    }

    /// Reports audits beside those that were found which go unread because of the ending of their main file.
    fn hidden_audits(&mut self, found: &BTreeMap<&str, Place>, tree: &Tree) {
        let inside = |path: &str| found.contains_key(path) || ancestors(path).any(|folder| found.contains_key(folder));
        for (path, folder) in tree.folders.iter().filter(|(path, _)| !inside(path)) {
            let named = folder.entries.keys().filter_map(|name| Some((name, without_txt(name)?)));
            for (name, mended) in named.filter(|(_, mended)| stem_of_yaml(mended) == Some("audit")) {
                self.hidden_ending(&join(path, name), name, mended);
            }
        }
    }

    /// Reports a file that an editor or a system gave a second ending, which many do not show.
    fn hidden_ending(&mut self, path: &str, name: &str, mended: &str) {
        let help = format!("rename it to `{mended}`; where the system hides endings, let it show them first");
        self.problem(Code::BadId, path, format!("`{name}` is not read: a second ending, `.txt`, stands behind its own"), help);
    }

    fn check_id(&mut self, id: &str, place: Place) {
        for part in id.split('/') {
            if let Some((message, help)) = part_fault(part) {
                let problem =
                    Diagnostic::new(Code::BadId, place, format!("{message}, and the folder's name is part of the audit's id"))
                        .help(format!("rename the folder; {help}"));
                self.loaded.diagnostics.push(problem);
            }
            for find in personal::find(part) {
                self.loaded.diagnostics.push(find.in_id(place, part));
            }
        }
        if let Some(first) = taken_by_site(id) {
            let problem = Diagnostic::new(Code::BadId, place, format!("an audit's id cannot begin with `{first}`"))
                .help(format!("the site keeps its own pages there: rename the folder `{first}`"));
            self.loaded.diagnostics.push(problem);
        }
    }

    fn no_audits(&mut self, root: &Path, tree: &Tree) {
        // a folder that looks like an audit without its main file is most likely what was meant
        let first = |is: fn(&str) -> bool| {
            tree.folders
                .iter()
                .find_map(|(path, folder)| Some((path.clone(), folder.entries.keys().find(|name| is(name))?.clone())))
        };
        let help = if let Some((path, name)) =
            first(|name| without_txt(name).is_some_and(|name| stem_of_yaml(name) == Some("audit")))
        {
            let mended = without_txt(&name).unwrap_or_default().to_owned();
            format!("found `{}`: rename it to `{mended}`", self.show(&join(&path, &name)))
        } else if let Some((path, name)) = first(|name| stem_of_yaml(name).is_some()) {
            let folder = if path.is_empty() { self.show("") } else { self.show(&path) };
            format!("`{name}` lies in `{folder}`, and no `audit.yml` beside it; an audit is a folder with an `audit.yml`")
        } else {
            surroundings::audit_around(root)
                .unwrap_or_else(|| "an audit is a folder with an `audit.yml`, such as `blue-heron/2026-03/audit.yml`".to_owned())
        };
        self.problem(Code::NoAudits, "", "there is no audit in this folder", help);
    }

    fn audit(&mut self, id: String, path: &str, main: &str, main_file: FileId, folder: &Folder, tree: &Tree) -> AuditFiles {
        let entry = &folder.entries[main];
        let main_readable = self.read_into(main_file, entry, &join(path, main));
        let attachments = tree.attachments(path);
        let personal = match main_readable {
            true => published::look_through(main_file, &self.loaded.sources.get(main_file).text, &attachments),
            false => BTreeMap::new(),
        };
        let mut audit = AuditFiles {
            id,
            folder: folder.real.clone(),
            main: main_file,
            main_readable,
            channels: Vec::new(),
            private: self.private_file(path, folder),
            complete: true,
            attachments,
            personal,
        };
        let mut ids: BTreeMap<String, Place> = BTreeMap::new();
        let mut none = true;
        let count = folder.entries.keys().filter(|name| channel_stem(name).is_some()).count();
        if count > MOST_CHANNELS {
            let message =
                format!("{count} files lie beside `{main}` that could be channels, and no more than {MOST_CHANNELS} are read");
            let place = Place { file: main_file, start: 0, end: 0 };
            let problem = Diagnostic::new(Code::Limits, place, message)
                .help("a channel is a route by which leads come, such as `phone.yml`: put all that is something else into other folders");
            self.loaded.diagnostics.push(problem);
            audit.complete = false;
            return audit;
        }
        for (name, entry) in &folder.entries {
            let Some(stem) = channel_stem(name) else { continue };
            none = false;
            let shown = join(path, name);
            let place = self.whole(&shown);
            if entry.kind == Kind::Outside {
                audit.complete = false;
                continue;
            }
            if let Some((message, help)) = stem_fault(name, stem) {
                let problem = Diagnostic::new(Code::BadId, place, message).help(help);
                self.loaded.diagnostics.push(problem);
                audit.complete = false;
            }
            for find in personal::find(stem) {
                self.loaded.diagnostics.push(find.in_id(place, stem));
            }
            if let Some(first) = ids.insert(stem.to_ascii_lowercase(), place) {
                self.loaded.diagnostics.push(same_name(stem, place, first));
                audit.complete = false;
            }
            if self.read_into(place.file, entry, &shown) {
                audit.channels.push(ChannelText { id: stem.to_owned(), file: place.file });
            } else {
                audit.complete = false;
            }
        }
        if none {
            let place = Place { file: main_file, start: 0, end: 0 };
            let problem = Diagnostic::new(Code::NoChannels, place, "the audit has no channel");
            let near = folder
                .entries
                .keys()
                .find_map(|name| Some((name, without_txt(name).filter(|name| channel_stem(name).is_some())?)));
            let problem = match near {
                Some((name, mended)) => problem.help(format!("found `{name}`: rename it to `{mended}`")),
                None => problem.help("put a file for each route beside this one, such as `phone.yml` and `web-form.yml`"),
            };
            self.loaded.diagnostics.push(problem);
            audit.complete = false;
        }
        if !none {
            let has = |name: &str| folder.entries.contains_key(name);
            let named = folder.entries.keys().filter_map(|name| Some((name, without_txt(name)?)));
            for (name, mended) in named.filter(|(_, mended)| channel_stem(mended).is_some() && !has(mended)) {
                self.hidden_ending(&join(path, name), name, mended);
                audit.complete = false;
            }
        }
        audit.channels.sort_by(|a, b| a.id.cmp(&b.id));
        audit
    }

    /// Reads a file's text into the sources; reports why it cannot be read.
    fn read_into(&mut self, file: FileId, entry: &Entry, shown: &str) -> bool {
        let _task = task::begin(Doing::Reading, self.show(shown));
        match files::read(entry) {
            Ok(text) => {
                self.loaded.sources.set_text(file, text);
                true
            }
            Err(fault) => {
                // a link that leads out was reported where it was found
                if entry.kind == Kind::Outside {
                    return false;
                }
                let place = Place { file, start: fault.at.start, end: fault.at.end };
                self.loaded.sources.set_text(file, fault.text);
                let name = shown.rsplit('/').next().unwrap_or(shown);
                let problem = Diagnostic::new(fault.code, place, format!("`{name}` {}", fault.message)).help(fault.help);
                self.loaded.diagnostics.push(problem);
                false
            }
        }
    }
}

/// The first part of an audit's id where the site has pages of its own there.
fn taken_by_site(id: &str) -> Option<&str> {
    let first = id.split('/').next().unwrap_or_default();
    let own = ["rules", "assets", "index.html", "index.json", "index.schema.json"];
    own.iter().any(|taken| first.eq_ignore_ascii_case(taken)).then_some(first)
}

/// Why a new audit cannot have this id, and how to choose another; `None` for a good one.
pub fn id_fault(id: &str) -> Option<(String, String)> {
    let number = |part: &&str| !personal::find(part).is_empty();
    if let Some(fault) = id.split('/').find_map(part_fault) {
        return Some(fault);
    }
    if let Some(part) = id.split('/').find(number) {
        return Some((format!("`{part}` looks like a phone number"), "choose a name for the folder that is none".into()));
    }
    let first = taken_by_site(id)?;
    Some((format!("an audit's id cannot begin with `{first}`"), "the site keeps its own pages there: choose another name".into()))
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// Two files or folders whose names give the same id.
fn same_name(id: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Code::DuplicateId, place, format!("the id `{id}` is used twice"))
        .second(first, "used here first")
        .help("rename or delete one of the two: upper and lower case, and the ending, make no difference")
}

/// The folders that a folder lies in, the root among them.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    let root = (!path.is_empty()).then_some("");
    root.into_iter().chain(path.match_indices('/').map(|(at, _)| &path[..at]))
}

/// The name of the root folder, which is the id of an audit that lies in the root itself.
fn own_name(root: &Path) -> String {
    let real = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    real.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The name without the `.txt` that an editor put behind it.
fn without_txt(name: &str) -> Option<&str> {
    let (rest, ending) = name.rsplit_once('.')?;
    (ending.eq_ignore_ascii_case("txt") && stem_of_yaml(rest).is_some()).then_some(rest)
}

/// The stem of a file whose name says that it is YAML.
fn stem_of_yaml(name: &str) -> Option<&str> {
    name.strip_suffix(".yml").or_else(|| name.strip_suffix(".yaml"))
}

/// The stem of a channel's file; none for the audit's other files.
fn channel_stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let yaml = ending.eq_ignore_ascii_case("yml") || ending.eq_ignore_ascii_case("yaml");
    let other = ["audit", "private", "brand"].iter().any(|other| stem.eq_ignore_ascii_case(other));
    (yaml && !other).then_some(stem)
}

fn stem_fault(name: &str, stem: &str) -> Option<(String, String)> {
    let ending = &name[stem.len() + 1..];
    if ending.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Some((
            format!("the ending `.{ending}` is not in small letters"),
            format!("rename the file to `{stem}.{}`", ending.to_ascii_lowercase()),
        ));
    }
    let (message, help) = part_fault(stem)?;
    Some((format!("{message}, and the file's name is the channel's id"), format!("rename the file; {help}")))
}

#[cfg(test)]
mod tests;
