//! Cases as folders, and the expectations that lie in them.

use std::fs;
use std::path::{Path, PathBuf};

use handoff_audit::check;
use handoff_audit::diagnostic::{Diagnostic, Sources, human};

/// The folders below `tests/<name>`, sorted.
pub(crate) fn folders(name: &str) -> Vec<PathBuf> {
    let folder = Path::new("tests").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The name of a case.
pub(crate) fn name(case: &Path) -> String {
    case.file_name().unwrap().to_string_lossy().into_owned()
}

/// What is wrong with the files below `root`.
pub(crate) fn problems(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let checked = check(root);
    (checked.sources, checked.problems)
}

/// What a person sees of the problems, paths from the case's folder on.
pub(crate) fn shown(case: &Path, sources: &Sources, problems: &[Diagnostic]) -> String {
    let text = human::render(problems, sources, false);
    let prefix = format!("{}/", case.display());
    let summary = human::summary(problems, sources);
    format!("{}\n\n{}", text.replace(&prefix, "").trim_end(), summary.replace(&prefix, ""))
}

/// Compares with the file of what is expected, or rewrites it with `UPDATE=1`; what differs is told in `failures`.
pub(crate) fn compare(file: &Path, actual: &str, failures: &mut Vec<String>) {
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == actual {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(file, actual).unwrap();
        return;
    }
    failures.push(format!("{} differs (UPDATE=1 rewrites it)\n--- expected\n{expected}\n--- found\n{actual}", file.display()));
}
