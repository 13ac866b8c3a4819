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
