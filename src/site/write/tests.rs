//! Sites that are written, and such that are not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::audit::Edition;
use crate::site::Entry;

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

    fn stage(&self, target: &str) -> Result<Stage, WriteError> {
        Stage::new(&self.path("audits"), &self.path(target), Edition::Client, &|| ())
    }

    fn write(&self, site: &Site, target: &str) -> Result<(), WriteError> {
        write(site, &self.path("audits"), &self.path(target))
    }

    /// The same, and which files of others stay.
    fn put(&self, site: &Site, target: &str) -> Result<Vec<String>, WriteError> {
        self.stage(target)?.finish(site)
    }

    /// Renews a site file by file.
    fn renew(&self, site: &Site, target: &str) -> Result<Vec<String>, WriteError> {
        let stage = self.stage(target)?;
        let new = || site.iter().filter(|(path, entry)| !stage.holds(path, entry));
        new().try_for_each(|(path, entry)| stage.put(path, entry))?;
        let new: Vec<&str> = new().map(|(path, _)| path).collect();
        stage.renew(&new, &site.iter().map(|(path, _)| path).collect())
    }

    /// What lies beside the target, in order.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    /// Every file below a folder with its text; folders end in `/`.
    fn files(&self, folder: &str) -> BTreeMap<String, String> {
        let root = self.path(folder);
        let found = walkdir::WalkDir::new(&root).min_depth(1).into_iter().map(Result::unwrap);
        let name = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        found
            .map(|entry| match entry.file_type().is_dir() {
                true => (name(entry.path()) + "/", String::new()),
                false if entry.path_is_symlink() => (name(entry.path()), "a link".to_owned()),
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
    let expected = ["site/", "site/.handoff-audit", "site/a/", "site/a/evidence/", "site/a/evidence/x.png", "site/index.html"];
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
    assert_eq!(ground.beside(), ["audits", "site"]);
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
        let refused = ground.write(&site, taken).unwrap_err();
        assert!(matches!(refused, WriteError::NotASite(_) | WriteError::InTheWay(_)), "{taken}: {refused}");
    }
    assert_eq!(ground.files("thesis").len(), 1);
    ground.write(&site, "empty").unwrap();
}

#[test]
fn a_file_that_somebody_put_into_the_site_stays() {
    let ground = Ground::new();
    ground.write(&site(&[("index.html", "one"), ("old/page.html", "old")]), "site").unwrap();
    fs::write(ground.path("site/.DS_Store"), "litter").unwrap();
    assert_eq!(ground.put(&site(&[("index.html", "two"), ("old/page.html", "old")]), "site").unwrap(), Vec::<String>::new());
    fs::write(ground.path("site/letter.txt"), "Dear client").unwrap();
    fs::write(ground.path("site/old/CNAME"), "report.example").unwrap();
    let others = ground.put(&site(&[("index.html", "three"), ("new/page.html", "new")]), "site").unwrap();
    assert_eq!(others, ["letter.txt", "old/CNAME"]);
    let files = ground.files("site");
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, [".handoff-audit", "index.html", "letter.txt", "new/", "new/page.html", "old/", "old/CNAME"]);
    assert_eq!(files["index.html"], "three");
    assert!(!files[".handoff-audit"].contains("letter") && files[".handoff-audit"].ends_with("\nindex.html\nnew/page.html\n"));
    assert_eq!(ground.beside(), ["audits", "site"]);
}

/// What somebody did, how, and what the error names.
#[cfg(unix)]
type InTheWay = (&'static str, fn(&Path), &'static str);

/// What somebody may have done to a site before `new/page.html` and `old` come into it, and what the error names.
#[cfg(unix)]
const IN_THE_WAY: [InTheWay; 5] = [
    ("a file where a page belongs", |site| file(&site.join("new/page.html")), "new/page.html"),
    ("a file where a folder belongs", |site| file(&site.join("new")), "new"),
    ("a file in a folder where a page belongs", |site| file(&site.join("old/letter.txt")), "old/letter.txt"),
    ("a link where a folder belongs", |site| std::os::unix::fs::symlink("../elsewhere", site.join("new")).unwrap(), "new"),
    (
        "a link in place of a folder of ours",
        |site| {
            fs::remove_dir_all(site.join("old")).unwrap();
            std::os::unix::fs::symlink("../elsewhere", site.join("old")).unwrap();
        },
        "old",
    ),
];

fn file(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "theirs").unwrap();
}

#[cfg(unix)]
#[test]
fn what_is_in_the_way_is_named_before_anything_changes() {
    for (what, change, name) in IN_THE_WAY {
        for renews in [false, true] {
            let ground = Ground::new();
            file(&ground.path("elsewhere/page.html"));
            ground.write(&site(&[("index.html", "one"), ("old/page.html", "old")]), "site").unwrap();
            change(&ground.path("site"));
            let before = ground.files("site");
            let new = site(&[("index.html", "two"), ("new/page.html", "new"), ("old", "a file now")]);
            let error = if renews { ground.renew(&new, "site") } else { ground.put(&new, "site") }.unwrap_err();
            let path = match &error {
                WriteError::Foreign(path) | WriteError::Link(path) => path,
                error => panic!("{what}: {error}"),
            };
            assert!(path.ends_with(Path::new("site").join(name)), "{what}: {error}");
            assert_eq!(ground.files("site"), before, "{what}");
            assert_eq!(ground.files("elsewhere")["page.html"], "theirs", "{what}");
            assert_eq!(ground.beside(), ["audits", "elsewhere", "site"], "{what}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_page_that_somebody_made_a_link_is_a_page_again() {
    for renews in [false, true] {
        let ground = Ground::new();
        file(&ground.path("elsewhere/precious"));
        ground.write(&site(&[("index.html", "one"), ("gone.html", "old")]), "site").unwrap();
        for name in ["index.html", "gone.html"] {
            fs::remove_file(ground.path("site").join(name)).unwrap();
            std::os::unix::fs::symlink("../elsewhere/precious", ground.path("site").join(name)).unwrap();
        }
        let new = site(&[("index.html", "two")]);
        if renews { ground.renew(&new, "site") } else { ground.put(&new, "site") }.unwrap();
        assert!(ground.path("site/index.html").symlink_metadata().unwrap().is_file());
        assert!(ground.path("site/gone.html").symlink_metadata().is_err());
        assert_eq!(ground.files("site")["index.html"], "two");
        assert_eq!(ground.files("elsewhere")["precious"], "theirs");
    }
}

#[test]
fn files_and_folders_change_places() {
    for renews in [false, true] {
        let ground = Ground::new();
        ground.write(&site(&[("a", "file"), ("b/c", "in a folder"), ("d", "same")]), "site").unwrap();
        let new = site(&[("a/c", "in a folder"), ("b", "file"), ("d", "same")]);
        if renews { ground.renew(&new, "site") } else { ground.put(&new, "site") }.unwrap();
        let files = ground.files("site");
        assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), [".handoff-audit", "a/", "a/c", "b", "d"]);
    }
}

#[test]
fn what_a_killed_build_left_is_put_in_order() {
    let ground = Ground::new();
    let (one, two) = (site(&[("index.html", "one")]), site(&[("index.html", "two")]));
    // in the first step of two: the last site is aside
    ground.write(&one, "site").unwrap();
    fs::create_dir(ground.path(".handoff-audit-site")).unwrap();
    fs::rename(ground.path("site"), ground.path(".handoff-audit-site/last")).unwrap();
    drop(ground.stage("site").unwrap());
    assert_eq!(ground.files("site")["index.html"], "one");
    assert_eq!(ground.beside(), ["audits", "site"]);

    // after the step: the old site lies in the workshop, with a file that came too late to be seen
    fs::create_dir(ground.path(".handoff-audit-site")).unwrap();
    fs::rename(ground.path("site"), ground.path(".handoff-audit-site/fresh-1")).unwrap();
    file(&ground.path(".handoff-audit-site/fresh-1/notes/letter.txt"));
    ground.write(&two, "other").unwrap();
    fs::rename(ground.path("other"), ground.path("site")).unwrap();
    drop(ground.stage("site").unwrap());
    let files = ground.files("site");
    assert_eq!((files["index.html"].as_str(), files["notes/letter.txt"].as_str()), ("two", "theirs"));
    assert_eq!(ground.beside(), ["audits", "site"]);

    // one whose place is taken is named, and stays where it is
    fs::create_dir(ground.path(".handoff-audit-site")).unwrap();
    ground.write(&one, "other").unwrap();
    fs::rename(ground.path("other"), ground.path(".handoff-audit-site/fresh-1")).unwrap();
    file(&ground.path(".handoff-audit-site/fresh-1/notes/letter.txt"));
    let error = ground.stage("site").unwrap_err();
    assert!(matches!(&error, WriteError::Stranded { file, .. } if file.is_file()), "{error}");
}

#[test]
fn what_was_removed_during_the_build_is_missed() {
    let ground = Ground::new();
    let new = site(&[("index.html", "two"), ("a/page.html", "a")]);
    ground.write(&new, "site").unwrap();
    for (removed, renews) in [(".handoff-audit-site", true), (".handoff-audit-site", false), ("site", true), ("site/a", true)] {
        let before = ground.files("site");
        let stage = ground.stage("site").unwrap();
        stage.put("index.html", new.get("index.html").unwrap()).unwrap();
        if !renews {
            stage.put("a/page.html", new.get("a/page.html").unwrap()).unwrap();
        }
        fs::remove_dir_all(ground.path(removed)).unwrap();
        let paths = new.iter().map(|(path, _)| path).collect();
        let done = if renews { stage.renew(&["index.html"], &paths) } else { stage.replace(&paths) };
        assert!(matches!(&done, Err(WriteError::Vanished(_))), "{removed}: {done:?}");
        if !removed.starts_with("site") {
            assert_eq!(ground.files("site"), before);
        }
        assert!(!ground.path(".handoff-audit-site").exists());
        ground.write(&new, "site").unwrap();
    }
    // a site that is made anew as a whole needs nothing of the last one
    let stage = ground.stage("site").unwrap();
    fs::remove_dir_all(ground.path("site")).unwrap();
    stage.finish(&new).unwrap();
    assert_eq!(ground.files("site").len(), 4);
}

#[test]
fn a_marker_that_somebody_wrote_into_leads_nowhere() {
    let ground = Ground::new();
    ground.write(&site(&[("index.html", "one")]), "site").unwrap();
    file(&ground.path("precious"));
    let marker = fs::read_to_string(ground.path("site/.handoff-audit")).unwrap();
    fs::write(ground.path("site/.handoff-audit"), format!("{marker}../precious\n/etc/passwd\n")).unwrap();
    ground.renew(&site(&[("index.html", "two")]), "site").unwrap();
    assert!(ground.path("precious").is_file());
}

#[test]
fn the_root_a_home_and_what_is_no_folder_are_no_targets() {
    let ground = Ground::new();
    let refused = |target: &Path| super::target::apart(&ground.path("audits"), target).unwrap_err().to_string();
    assert!(refused(Path::new("/")).contains("root of the disk"));
    if let Some(home) = dirs::home_dir().filter(|home| home.is_dir() && home.parent().is_some()) {
        assert!(refused(&home).contains("home folder"));
        assert!(refused(&home.join(".")).contains("home folder"));
    }
    file(&ground.path("note.txt"));
    for target in ["note.txt", "note.txt/site"] {
        let error = ground.write(&site(&[]), target).unwrap_err().to_string();
        assert!(error.contains("note.txt") && error.contains("a folder is needed"), "{error}");
    }
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
