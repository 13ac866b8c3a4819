//! `private.yml`: opened for the internal edition alone.

use super::tree::Folder;
use super::{Loader, join};
use crate::audit::Edition;
use crate::diagnostic::{Code, Diagnostic, FileId};

impl Loader {
    /// The folder's `private.yml` or `private.yaml`, read, where the edition may know it; reports both together, and a name that
    /// misses by its case.
    pub(super) fn private_file(&mut self, path: &str, folder: &Folder) -> Option<FileId> {
        if self.loaded.edition == Edition::Client {
            return None;
        }
        let named = |name: &&String| ["private.yml", "private.yaml"].iter().any(|known| name.eq_ignore_ascii_case(known));
        let mut names = folder.entries.keys().filter(named);
        let (name, other) = (names.next()?, names.next());
        let place = self.whole(&join(path, name));
        if let Some(other) = other {
            let second = self.whole(&join(path, other));
            let problem = Diagnostic::new(Code::DuplicateId, second, format!("a folder holds both `{name}` and `{other}`"))
                .second(place, "this one is read")
                .help("keep one of the two");
            self.loaded.diagnostics.push(problem);
        }
        let small = name.to_ascii_lowercase();
        if *name != small {
            let message = format!("`{name}` is not read: its name is not in small letters");
            let problem = Diagnostic::new(Code::BadId, place, message).help(format!("rename it to `{small}`"));
            self.loaded.diagnostics.push(problem);
            return None;
        }
        self.read_into(place.file, &folder.entries[name], &join(path, name)).then_some(place.file)
    }
}
