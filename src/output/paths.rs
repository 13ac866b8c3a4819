//! How files are named for programs: from the folder of the repository on.

use std::path::{Component, Path, PathBuf};

use crate::site::links::encode;

/// From the paths that are shown to those of a repository.
#[derive(Clone, Debug)]
pub struct Paths {
    /// Where shown paths begin.
    here: PathBuf,
    /// The folder of the repository.
    base: PathBuf,
}

impl Paths {
    /// Paths that are shown from the folder `here` on and named from the folder `base` on; both absolute.
    pub fn new(here: PathBuf, base: PathBuf) -> Self {
        Paths { here, base }
    }

    /// A shown path from the folder of the repository on, parts joined by `/`; the whole path where it lies elsewhere.
    pub(super) fn name(&self, shown: &str) -> String {
        let whole = tidy(&self.here.join(shown));
        let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
        match whole.strip_prefix(&self.base) {
            Ok(below) if below.as_os_str().is_empty() => ".".to_owned(),
            Ok(below) => text(below),
            Err(_) => text(&whole),
        }
    }

    /// The same as an address: relative where the file lies in the repository.
    pub(super) fn uri(&self, shown: &str) -> String {
        let name = self.name(shown);
        let parts: Vec<_> = name.split('/').map(encode).collect();
        let path = parts.join("/");
        match name.strip_prefix('/') {
            Some(_) => format!("file://{path}"),
            None if Path::new(&name).is_absolute() => format!("file:///{path}"),
            None => path,
        }
    }
}

/// A path without `.` and `..`, as it is written: links are not followed.
fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                tidied.pop();
            }
            part => tidied.push(part),
        }
    }
    tidied
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_from_the_repository_on() {
        let paths = Paths::new("/repo/clients".into(), "/repo".into());
        for (shown, name, uri) in [
            ("audits/a/phone.yml", "clients/audits/a/phone.yml", "clients/audits/a/phone.yml"),
            ("./a b/50%.yml", "clients/a b/50%.yml", "clients/a%20b/50%25.yml"),
            ("../other/a.yml", "other/a.yml", "other/a.yml"),
            ("..", ".", "."),
            ("/repo/x.yml", "x.yml", "x.yml"),
            ("/elsewhere/a b.yml", "/elsewhere/a b.yml", "file:///elsewhere/a%20b.yml"),
        ] {
            assert_eq!((paths.name(shown).as_str(), paths.uri(shown).as_str()), (name, uri), "{shown}");
        }
    }
}
