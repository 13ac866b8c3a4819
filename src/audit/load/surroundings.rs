//! What was most likely meant by a folder in which there is no audit.

use std::path::{Component, Path};

use crate::diagnostic::Diagnostic;
use crate::suggest::nearest;

/// The commands of the program, one of which may have been misspelt and so taken for a folder.
const COMMANDS: [&str; 11] = ["add", "build", "check", "completions", "explain", "help", "man", "new", "pdf", "schema", "serve"];

/// Adds to the report of a folder that is not there what to give instead.
pub(super) fn missing(root: &Path, problem: Diagnostic) -> Diagnostic {
    let typed = root.to_string_lossy();
    let command = nearest(&typed, COMMANDS).filter(|_| root.components().count() == 1);
    let problem = match command {
        Some(command) => {
            problem.label(format!("did you mean the command `{command}`?")).help(format!("run `handoff-audit {command}`"))
        }
        None => problem,
    };
    let help = match around_here(Path::new(".")).filter(|_| root.is_relative()) {
        Some(help) => help,
        None => "give the folder in which the audits lie: `handoff-audit check path/to/audits`".to_owned(),
    };
    // who gave no folder may not have begun yet
    let problem = match typed == "audits" {
        true => problem.help("to begin, type `handoff-audit new my-client/2026-11`: it lays out a first audit here"),
        false => problem,
    };
    problem.help(help)
}

/// What to give where the program was started inside an audit or beside some.
fn around_here(here: &Path) -> Option<String> {
    for (up, outer) in [(".", "../.."), ("..", "../../.."), ("../..", "../../../..")] {
        if has_audit(&here.join(up)) {
            return Some(format!(
                "you are inside an audit: `handoff-audit check {up}` reads it alone, `handoff-audit check {outer}` all audits around it"
            ));
        }
    }
    let inside = here.read_dir().ok()?.flatten().any(|entry| has_audit(&entry.path()));
    inside.then(|| "you are inside a client's folder: `handoff-audit check .` reads its audits, `handoff-audit check ..` those of all clients".into())
}

/// What to give where the folder that was given lies inside an audit.
pub(super) fn audit_around(root: &Path) -> Option<String> {
    let mut given = root.to_path_buf();
    for _ in 0..3 {
        // above `.` lies `..`, and above `a` lies `.`
        match given.components().next_back() {
            Some(Component::Normal(_)) => given.pop(),
            Some(Component::CurDir) | None => {
                given = "..".into();
                true
            }
            Some(Component::ParentDir) => {
                given.push("..");
                true
            }
            Some(Component::RootDir | Component::Prefix(_)) => return None,
        };
        let shown = if given.as_os_str().is_empty() { Path::new(".") } else { &given };
        if has_audit(shown) {
            return Some(format!("this folder lies inside an audit: give `{}`", shown.display().to_string().replace('\\', "/")));
        }
    }
    None
}

fn has_audit(folder: &Path) -> bool {
    ["audit.yml", "audit.yaml"].iter().any(|name| folder.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_to_give_instead_is_told() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("client/2026-03/evidence/more")).unwrap();
        fs::write(at("client/2026-03/audit.yml"), "").unwrap();
        assert!(around_here(&at("client/2026-03")).unwrap().contains("check .` reads it alone, `handoff-audit check ../..` all"));
        assert!(around_here(&at("client/2026-03/evidence")).unwrap().contains("check ..` reads it alone"));
        assert!(around_here(&at("client")).unwrap().starts_with("you are inside a client's folder"));
        assert_eq!(around_here(root.path()), None);
        let audit = at("client/2026-03").display().to_string();
        assert_eq!(
            audit_around(&at("client/2026-03/evidence/more")),
            Some(format!("this folder lies inside an audit: give `{audit}`"))
        );
        assert_eq!(audit_around(root.path()), None);
    }
}
