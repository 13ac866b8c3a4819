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
    let (audits, target) = apart(audits, target)?;
    check_replaceable(&target, site.edition())?;
    let parent = target.parent().unwrap_or(&target);
    fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
    let workshop =
        tempfile::Builder::new().prefix(".handoff-audit-").tempdir_in(parent).map_err(disk("cannot write in", parent))?;
    // the workshop is closed to others; the folder made inside it has the usual rights
    let fresh = workshop.path().join("site");
    fs::create_dir(&fresh).map_err(disk("cannot create", &fresh))?;
    fill(site, &audits, &fresh)?;
    let path = fresh.join(MARKER);
    fs::write(&path, marker(site)).map_err(disk("cannot write", &path))?;
    swap(&fresh, &target, &workshop.path().join("last"))?;
    let path = workshop.path().to_owned();
    workshop.close().map_err(disk("cannot remove", &path))
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

/// The text of the marker of a site.
fn marker(site: &Site) -> String {
    let paths = site.iter().map(|(path, _)| path);
    std::iter::once(marker_words(site.edition())).chain(paths).flat_map(|line| [line, "\n"]).collect()
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
                None => return Err(WriteError::NotASite(target.to_owned())),
                Some(other) if other != edition => return Err(WriteError::OtherEdition(target.to_owned(), other)),
                Some(_) => {}
            }
            foreign(target, &marker).map_or(Ok(()), |path| Err(WriteError::Foreign(path)))
        }
    }
}

/// Writes every entry of a site into a folder.
fn fill(site: &Site, audits: &Path, folder: &Path) -> Result<(), WriteError> {
    let mut last = PathBuf::new();
    for (path, entry) in site.iter() {
        let to = folder.join(within(path)?);
        let parent = to.parent().unwrap_or(folder);
        if parent != last {
            fs::create_dir_all(parent).map_err(disk("cannot create", parent))?;
            last = parent.to_owned();
        }
        match entry {
            Entry::Bytes(bytes) => fs::write(&to, bytes).map_err(disk("cannot write", &to))?,
            Entry::Attachment { audit, file } => copy(&place(audits, audit, file)?, &to)?,
        }
    }
    Ok(())
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
