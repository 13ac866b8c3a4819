//! Writing a site: the only place that touches the disk.
//!
//! A site is written whole into a new folder beside its target and then put in the target's place, so that a build that fails leaves
//! the last site as it was, and nothing of it stays behind after one that succeeds.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::{Entry, Site};
use crate::audit::Edition;

/// The file by which a folder is known to hold a site of ours.
const MARKER: &str = ".handoff-audit";

/// Why a site could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The disk: what was being done, where, and what it said.
    Disk {
        /// What was being done: `cannot write`.
        doing: &'static str,
        /// Where.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The target holds something that is no site of ours.
    NotASite(PathBuf),
    /// The archive would take the place of a file that is no archive of ours.
    NotAnArchive(PathBuf),
    /// The target is a site of ours, and somebody has put this file into it.
    Foreign(PathBuf),
    /// The target holds a site of the other edition.
    OtherEdition(PathBuf, Edition),
    /// The target lies in the folder of the audits, or the other way round.
    Overlap {
        /// The target.
        target: PathBuf,
        /// The folder of the audits.
        audits: PathBuf,
    },
    /// A path of the site that leads out of it.
    Astray(String),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Disk { doing, path, source } => write!(f, "{doing} {}: {source}", path.display()),
            WriteError::NotASite(path) => {
                write!(f, "{} holds files that this program did not write; name an empty folder or a new one", path.display())
            }
            WriteError::NotAnArchive(path) => {
                write!(
                    f,
                    "{} was not written by this program and would be lost: move it away, or name another site with -o",
                    path.display()
                )
            }
            WriteError::Foreign(path) => {
                let path = path.display();
                write!(f, "{path} was not written by this program and would be lost: move it out of the site first")
            }
            WriteError::OtherEdition(path, edition) => {
                let (path, edition) = (path.display(), edition.id());
                write!(
                    f,
                    "{path} holds the {edition} edition, and the other one would take its place: name another with -o, or delete it first"
                )
            }
            WriteError::Overlap { target, audits } => {
                write!(
                    f,
                    "the site at {} and the audits at {} must lie apart from one another",
                    target.display(),
                    audits.display()
                )
            }
            WriteError::Astray(path) => write!(f, "{path} would lie outside the site"),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Disk { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// Says what was being done and where, when the disk fails.
pub(super) fn disk<'p>(doing: &'static str, path: &'p Path) -> impl FnOnce(io::Error) -> WriteError + 'p {
    move |source| WriteError::Disk { doing, path: path.to_owned(), source }
}

/// Writes a site to `target`, whose last content is replaced as a whole; attachments are copied from the folder `audits`.
///
/// # Errors
/// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says. The target is then as it was.
pub fn write(site: &Site, audits: &Path, target: &Path) -> Result<(), WriteError> {
    let stage = Stage::new(audits, target, site.edition())?;
    site.iter().try_for_each(|(path, entry)| stage.put(path, entry).map(drop))?;
    stage.replace(site.iter().map(|(path, _)| path))
}

/// A site on its way to the disk: its files are written beside its target, and come into their place all at once at the end.
#[derive(Debug)]
pub struct Stage {
    audits: PathBuf,
    target: PathBuf,
    edition: Edition,
    workshop: tempfile::TempDir,
}

impl Stage {
    /// Makes ready to write to `target`; attachments are copied from the folder `audits`.
    ///
    /// # Errors
    /// A target that is no site of ours and not empty, or that overlaps with the audits; whatever the disk says.
    pub fn new(audits: &Path, target: &Path, edition: Edition) -> Result<Self, WriteError> {
        let stage = Stage::beside(audits, target, edition)?;
        let marker = fs::read_to_string(stage.target.join(MARKER)).unwrap_or_default();
        foreign(&stage.target, &marker).map_or(Ok(stage), |path| Err(WriteError::Foreign(path)))
    }

    /// The same for a site that will be renewed and not replaced: files of others may lie in its target, and stay there.
    ///
    /// # Errors
    /// The same, but for files of others in a site of ours.
    pub fn beside(audits: &Path, target: &Path, edition: Edition) -> Result<Self, WriteError> {
        let (audits, target) = apart(audits, target)?;
        check_replaceable(&target, edition)?;
        let parent = target.parent().unwrap_or(&target);
        fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
        let workshop =
            tempfile::Builder::new().prefix(".handoff-audit-").tempdir_in(parent).map_err(disk("cannot write in", parent))?;
        // the workshop is closed to others; the folder made inside it has the usual rights
        let fresh = workshop.path().join(FRESH);
        fs::create_dir(&fresh).map_err(disk("cannot create", &fresh))?;
        Ok(Stage { audits, target, edition, workshop })
    }

    /// The target, without symbolic links.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Writes a file, to be put at a path of the site.
    ///
    /// # Errors
    /// A path that leads out of the site; whatever the disk says.
    pub fn put(&self, path: &str, entry: &Entry) -> Result<(), WriteError> {
        let to = self.fresh().join(within(path)?);
        match entry {
            Entry::Bytes(bytes) => make_way(&to, |to| fs::write(to, bytes)),
            Entry::Attachment { audit, file } => copy(&place(&self.audits, audit, file)?, &to),
        }
    }

    /// Copies a file from elsewhere, to be put at a path of the site.
    ///
    /// # Errors
    /// A path that leads out of the site; whatever the disk says.
    pub fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        copy(from, &self.fresh().join(within(path)?))
    }

    /// Whether the target holds this already at a path.
    pub fn holds(&self, path: &str, entry: &Entry) -> bool {
        let Ok(within) = within(path) else { return false };
        let there = self.target.join(within);
        let same = |bytes: &[u8]| {
            fs::symlink_metadata(&there).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
                && fs::read(&there).is_ok_and(|found| found == bytes)
        };
        match entry {
            Entry::Bytes(bytes) => same(bytes),
            Entry::Attachment { audit, file } => {
                place(&self.audits, audit, file).ok().and_then(|from| fs::read(from).ok()).is_some_and(|bytes| same(&bytes))
            }
        }
    }

    /// Puts everything in the target's place; nothing of what lay there stays.
    ///
    /// # Errors
    /// Whatever the disk says; the target is then as it was.
    pub fn replace<'p>(self, paths: impl Iterator<Item = &'p str>) -> Result<(), WriteError> {
        let path = self.fresh().join(MARKER);
        fs::write(&path, marker(self.edition, paths)).map_err(disk("cannot write", &path))?;
        swap(&self.fresh(), &self.target, &self.workshop.path().join("last"))?;
        self.close()
    }

    /// Puts what was written into the target, file by file, and removes what an earlier build left and `paths` does not name: all that
    /// the site consists of now. Whoever reads meanwhile sees each file as it was or as it is; a build that is broken off here leaves
    /// a folder that is known as ours.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn renew(self, written: &[String], paths: &BTreeSet<String>) -> Result<(), WriteError> {
        let before = ours(&self.target, self.edition);
        let gone: Vec<&String> = before.iter().filter(|path| !paths.contains(*path)).collect();
        if !paths.is_subset(&before) {
            self.mark(before.union(paths).map(String::as_str))?;
        }
        for path in written {
            let (from, to) = (self.fresh().join(within(path)?), self.target.join(within(path)?));
            make_way(&to, |to| fs::rename(&from, to))?;
        }
        for path in gone {
            self.remove(path)?;
        }
        if before != *paths {
            self.mark(paths.iter().map(String::as_str))?;
        }
        self.close()
    }

    /// Removes a file of the target, and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let there = self.target.join(within(path)?);
        match fs::remove_file(&there) {
            Err(error) if !is_missing(&error) => return Err(disk("cannot remove", &there)(error)),
            _ => {}
        }
        let folders = there.ancestors().skip(1).take_while(|folder| *folder != self.target);
        // a folder that is not empty stays
        folders.take_while(|folder| fs::remove_dir(folder).is_ok()).for_each(drop);
        Ok(())
    }

    /// Writes the target's marker, at once and whole.
    fn mark<'p>(&self, paths: impl Iterator<Item = &'p str>) -> Result<(), WriteError> {
        let (fresh, path) = (self.workshop.path().join(MARKER), self.target.join(MARKER));
        fs::write(&fresh, marker(self.edition, paths)).map_err(disk("cannot write", &fresh))?;
        fs::rename(&fresh, &path).map_err(disk("cannot replace", &path))
    }

    fn fresh(&self) -> PathBuf {
        self.workshop.path().join(FRESH)
    }

    fn close(self) -> Result<(), WriteError> {
        let path = self.workshop.path().to_owned();
        self.workshop.close().map_err(disk("cannot remove", &path))
    }
}

/// The folder of a workshop that holds what is new.
const FRESH: &str = "site";

/// Writes a file, whose folder is made where it is missing.
fn make_way(to: &Path, write: impl Fn(&Path) -> io::Result<()>) -> Result<(), WriteError> {
    let written = match write(to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let parent = to.parent().unwrap_or(to);
            fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
            write(to)
        }
        written => written,
    };
    written.map_err(disk("cannot write", to))
}

/// Whether nothing is there, for which the disk has several names.
fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// The paths of the files that an earlier build of an edition wrote into a folder; none where it is no site of ours.
pub fn ours(folder: &Path, edition: Edition) -> BTreeSet<String> {
    let marker = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    match marker.starts_with(marker_words(edition)) {
        true => marker.lines().skip(1).map(str::to_owned).collect(),
        false => BTreeSet::new(),
    }
}

/// The audits and the target without symbolic links; neither may lie in the other.
pub(super) fn apart(audits: &Path, target: &Path) -> Result<(PathBuf, PathBuf), WriteError> {
    let audits = fs::canonicalize(audits).map_err(disk("cannot find", audits))?;
    let target = resolve(target)?;
    if target.starts_with(&audits) || audits.starts_with(&target) {
        return Err(WriteError::Overlap { target, audits });
    }
    Ok((audits, target))
}

/// The target without symbolic links, whether or not it exists yet.
fn resolve(target: &Path) -> Result<PathBuf, WriteError> {
    let absolute = std::path::absolute(target).map_err(disk("cannot find", target))?;
    let mut missing = Vec::new();
    let mut known = absolute.as_path();
    loop {
        match fs::canonicalize(known) {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, part| path.join(part))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match (known.file_name(), known.parent()) {
                (Some(name), Some(parent)) => {
                    missing.push(name.to_owned());
                    known = parent;
                }
                _ => return Err(disk("cannot find", target)(error)),
            },
            Err(error) => return Err(disk("cannot find", target)(error)),
        }
    }
}

/// What the marker of a site begins with; the paths of its files follow, one a line.
const fn marker_words(edition: Edition) -> &'static str {
    match edition {
        Edition::Client => "Written by handoff-audit, which replaces this folder as a whole. It consists of these files:",
        Edition::Internal => {
            "Written by handoff-audit, internal edition, which replaces this folder as a whole. It consists of these files:"
        }
    }
}

/// Files that file managers leave behind, which nobody misses.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The text of the marker of a site with files at these paths.
fn marker<'p>(edition: Edition, paths: impl Iterator<Item = &'p str>) -> String {
    std::iter::once(marker_words(edition)).chain(paths).flat_map(|line| [line, "\n"]).collect()
}

/// A file in a site of ours that no build has put there.
fn foreign(target: &Path, marker: &str) -> Option<PathBuf> {
    let ours: BTreeSet<&str> = marker.lines().skip(1).chain([MARKER]).collect();
    let entries = walkdir::WalkDir::new(target).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries.filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path).find(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy());
        let within: Option<Vec<_>> =
            path.strip_prefix(target).ok().map(|path| path.iter().map(|part| part.to_string_lossy()).collect());
        !name.is_some_and(|name| LITTER.contains(&&*name)) && !within.is_some_and(|parts| ours.contains(&*parts.join("/")))
    })
}

/// Only what is missing, empty or a site of ours and of the same edition is replaced.
fn check_replaceable(target: &Path, edition: Edition) -> Result<(), WriteError> {
    match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(WriteError::NotASite(target.to_owned())),
        Err(error) => Err(disk("cannot read", target)(error)),
        Ok(mut entries) => {
            if entries.next().is_none() {
                return Ok(());
            }
            let marker = fs::read_to_string(target.join(MARKER)).unwrap_or_default();
            match Edition::ALL.into_iter().find(|edition| marker.starts_with(marker_words(*edition))) {
                None => Err(WriteError::NotASite(target.to_owned())),
                Some(other) if other != edition => Err(WriteError::OtherEdition(target.to_owned(), other)),
                Some(_) => Ok(()),
            }
        }
    }
}

/// A path of the site as one of the disk, which may not lead out of it.
pub(super) fn within(path: &str) -> Result<PathBuf, WriteError> {
    let one_name = |part: &str| {
        let mut components = Path::new(part).components();
        matches!(components.next(), Some(Component::Normal(name)) if name == part) && components.next().is_none()
    };
    if path.split('/').all(one_name) { Ok(path.split('/').collect()) } else { Err(WriteError::Astray(path.to_owned())) }
}

/// Where an attachment lies: in its audit's folder, which is the root itself where the root is an audit.
pub(crate) fn place(audits: &Path, audit: &str, file: &str) -> Result<PathBuf, WriteError> {
    let root_is_audit = ["audit.yml", "audit.yaml"].iter().any(|name| audits.join(name).is_file());
    let folder = if root_is_audit { audits.to_owned() } else { audits.join(within(audit)?) };
    Ok(folder.join(within(file)?))
}

/// The bytes of an attachment; none where there are more than `most`.
///
/// # Errors
/// Whatever the disk says.
pub fn attachment(audits: &Path, audit: &str, file: &str, most: u64) -> Result<Option<Vec<u8>>, WriteError> {
    let path = place(audits, audit, file)?;
    let size = fs::metadata(&path).map_err(disk("cannot read", &path))?.len();
    if size > most {
        return Ok(None);
    }
    fs::read(&path).map(Some).map_err(disk("cannot read", &path))
}

/// Copies the bytes of a file, not its rights.
fn copy(from: &Path, to: &Path) -> Result<(), WriteError> {
    let mut source = fs::File::open(from).map_err(disk("cannot read", from))?;
    make_way(to, |to| fs::File::create(to).map(drop))?;
    let mut file = fs::File::create(to).map_err(disk("cannot write", to))?;
    io::copy(&mut source, &mut file).map_err(disk("cannot write", to))?;
    Ok(())
}

/// Puts a folder in the target's place and the target's last content aside; puts that back if it fails.
pub(super) fn swap(fresh: &Path, target: &Path, aside: &Path) -> Result<(), WriteError> {
    let had_one = target.exists();
    if had_one {
        fs::rename(target, aside).map_err(disk("cannot replace", target))?;
    }
    fs::rename(fresh, target).map_err(|error| {
        if had_one {
            // if this fails too, the last site is lost with the workshop; there is nothing left to try
            let _ = fs::rename(aside, target);
        }
        disk("cannot replace", target)(error)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// A folder with audits and room for a site.
    struct Ground(tempfile::TempDir);

    impl Ground {
        fn new() -> Self {
            let ground = tempfile::tempdir().unwrap();
            fs::create_dir_all(ground.path().join("audits/a/evidence")).unwrap();
            fs::write(ground.path().join("audits/a/evidence/x.png"), "picture").unwrap();
            Ground(ground)
        }

        fn path(&self, path: &str) -> PathBuf {
            self.0.path().join(path)
        }

        fn write(&self, site: &Site, target: &str) -> Result<(), WriteError> {
            write(site, &self.path("audits"), &self.path(target))
        }

        /// Every file below a folder with its text; folders end in `/`.
        fn files(&self, folder: &str) -> BTreeMap<String, String> {
            let root = self.path(folder);
            let found = walkdir::WalkDir::new(&root).min_depth(1).into_iter().map(Result::unwrap);
            let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            found
                .map(|entry| match entry.file_type().is_dir() {
                    true => (name(entry.path()) + "/", String::new()),
                    false => (name(entry.path()), fs::read_to_string(entry.path()).unwrap()),
                })
                .collect()
        }
    }

    fn site(files: &[(&str, &str)]) -> Site {
        let mut site = Site::default();
        for (path, text) in files {
            site.insert(*path, Entry::Bytes(text.as_bytes().to_vec()));
        }
        site
    }

    #[test]
    fn a_site_takes_the_place_of_the_last_one_and_leaves_nothing_of_it() {
        let ground = Ground::new();
        ground.write(&site(&[("index.html", "one"), ("old/page.html", "old")]), "out/site").unwrap();
        let mut second = site(&[("index.html", "two")]);
        let file = "evidence/x.png".to_owned();
        second.insert("a/evidence/x.png", Entry::Attachment { audit: "a".into(), file });
        ground.write(&second, "out/site").unwrap();
        let files = ground.files("out");
        let names: Vec<_> = files.keys().map(String::as_str).collect();
        let expected =
            ["site/", "site/.handoff-audit", "site/a/", "site/a/evidence/", "site/a/evidence/x.png", "site/index.html"];
        assert_eq!(names, expected);
        assert_eq!(files["site/index.html"], "two");
        assert_eq!(files["site/a/evidence/x.png"], "picture");
    }

    #[test]
    fn a_build_that_fails_leaves_the_last_site_as_it_was() {
        let ground = Ground::new();
        ground.write(&site(&[("index.html", "one")]), "site").unwrap();
        let mut broken = site(&[("index.html", "two")]);
        broken.insert("z.png", Entry::Attachment { audit: "a".into(), file: "evidence/missing.png".into() });
        let error = ground.write(&broken, "site").unwrap_err().to_string();
        assert!(error.contains("missing.png"), "{error}");
        assert_eq!(ground.files("site")["index.html"], "one");
        let beside: Vec<_> = fs::read_dir(ground.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(beside.len(), 2, "{beside:?}");
    }

    #[test]
    fn folders_of_others_are_not_replaced() {
        let ground = Ground::new();
        fs::create_dir(ground.path("thesis")).unwrap();
        fs::write(ground.path("thesis/chapter.txt"), "years of work").unwrap();
        fs::write(ground.path("note.txt"), "text").unwrap();
        fs::create_dir(ground.path("empty")).unwrap();
        let site = site(&[("index.html", "one")]);
        for taken in ["thesis", "note.txt"] {
            assert!(matches!(ground.write(&site, taken), Err(WriteError::NotASite(_))), "{taken}");
        }
        assert_eq!(ground.files("thesis").len(), 1);
        ground.write(&site, "empty").unwrap();
    }

    #[test]
    fn a_file_that_somebody_put_into_the_site_is_not_lost() {
        let ground = Ground::new();
        let site = site(&[("index.html", "one")]);
        ground.write(&site, "site").unwrap();
        fs::write(ground.path("site/.DS_Store"), "litter").unwrap();
        ground.write(&site, "site").unwrap();
        fs::write(ground.path("site/letter.txt"), "Dear client").unwrap();
        let error = ground.write(&site, "site").unwrap_err();
        assert!(matches!(&error, WriteError::Foreign(path) if path.ends_with("site/letter.txt")), "{error}");
        assert_eq!(ground.files("site")["letter.txt"], "Dear client");
    }

    #[test]
    fn one_edition_does_not_take_the_place_of_the_other() {
        let ground = Ground::new();
        let of = |edition| Site { edition, ..site(&[("index.html", edition.id())]) };
        for [first, second] in [Edition::ALL, [Edition::Internal, Edition::Client]] {
            let target = format!("{}-first", first.id());
            ground.write(&of(first), &target).unwrap();
            ground.write(&of(first), &target).unwrap();
            let error = ground.write(&of(second), &target).unwrap_err();
            assert!(matches!(error, WriteError::OtherEdition(_, holds) if holds == first), "{error}");
            assert_eq!(ground.files(&target)["index.html"], first.id());
        }
    }

    #[test]
    fn site_and_audits_lie_apart() {
        let ground = Ground::new();
        let site = site(&[("index.html", "one")]);
        for target in ["audits", "audits/site", "audits/a", "", "audits/../audits/new/site"] {
            assert!(matches!(ground.write(&site, target), Err(WriteError::Overlap { .. })), "{target}");
        }
        ground.write(&site, "audits-site").unwrap();
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let ground = Ground::new();
        for path in ["../x", "a/../../x", "/x", ""] {
            let mut astray = site(&[]);
            astray.insert(path, Entry::Bytes(Vec::new()));
            assert!(matches!(ground.write(&astray, "site"), Err(WriteError::Astray(_))), "{path:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn rights_are_the_usual_ones() {
        use std::os::unix::fs::PermissionsExt;
        let ground = Ground::new();
        fs::set_permissions(ground.path("audits/a/evidence/x.png"), fs::Permissions::from_mode(0o600)).unwrap();
        let mut site = site(&[("index.html", "one")]);
        site.insert("x.png", Entry::Attachment { audit: "a".into(), file: "evidence/x.png".into() });
        ground.write(&site, "site").unwrap();
        fs::create_dir(ground.path("usual")).unwrap();
        fs::write(ground.path("usual.txt"), "").unwrap();
        let mode = |path: &str| fs::metadata(ground.path(path)).unwrap().permissions().mode();
        assert_eq!(mode("site"), mode("usual"));
        assert_eq!(mode("site/index.html"), mode("usual.txt"));
        assert_eq!(mode("site/x.png"), mode("usual.txt"));
    }
}
