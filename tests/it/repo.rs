//! What must hold for the repository itself: sizes, documentation, no trace of a machine, promises kept, site fresh.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const BINARY: &str = env!("CARGO_BIN_EXE_handoff-audit");
const LONGEST_FILE: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, by their path from that folder with `/` between the parts; none if there is no such folder.
fn files_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    if !folder.exists() {
        return BTreeMap::new();
    }
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("the folder can be read"));
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (relative(&path, folder), path)).collect()
}

fn relative(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).expect("the path is below the folder").components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn rust_sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for folder in ["src", "tests", "benches", "fuzz/fuzz_targets"] {
        for (name, path) in files_below(&root().join(folder)) {
            if name.ends_with(".rs") {
                sources.push((format!("{folder}/{name}"), fs::read_to_string(path).expect("sources are UTF-8")));
            }
        }
    }
    sources
}

/// What is committed or would be: git's list, without what it ignores. A test must not depend on stray build output.
fn kept_files() -> Vec<String> {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git is installed");
    assert!(git.status.success(), "git ls-files: {}", String::from_utf8_lossy(&git.stderr));
    let names = String::from_utf8(git.stdout).expect("file names are UTF-8");
    names.split('\0').filter(|name| root().join(name).is_file()).map(str::to_owned).collect()
}

#[test]
fn no_source_file_is_too_long() {
    let long: Vec<_> = rust_sources()
        .iter()
        .map(|(name, text)| (name.clone(), text.lines().count()))
        .filter(|(_, n)| *n > LONGEST_FILE)
        .collect();
    assert!(long.is_empty(), "more than {LONGEST_FILE} lines, please split: {long:?}");
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<_> = rust_sources().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(name, _)| name).collect();
    assert!(silent.is_empty(), "these files do not begin with a //! comment: {silent:?}");
}

/// Folders that exist on somebody's machine alone. Written in two parts, since this file is searched too.
const MACHINE_FOLDERS: [&str; 5] =
    [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("C:\\Us", "ers\\")];
/// Where packages are fetched from is the business of whoever builds: mirrors differ.
const REGISTRY_HOSTS: [&str; 6] = [
    concat!("registry.", "npmjs.org"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("deb.", "debian.org"),
    concat!("files.", "pythonhosted.org"),
    concat!("registry.", "yarnpkg.com"),
];

/// Whether `text` has `folder` at the beginning of a path, and not as the middle of an address or a longer path.
fn names_folder(text: &str, folder: &str) -> bool {
    text.match_indices(folder).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| c.is_whitespace() || "\"'`(<[=:,".contains(c))
    })
}

fn traces_in(text: &str) -> Vec<&'static str> {
    let folders = MACHINE_FOLDERS.into_iter().filter(|folder| names_folder(text, folder));
    folders.chain(REGISTRY_HOSTS.into_iter().filter(|host| text.contains(host))).collect()
}

#[test]
fn no_file_tells_of_the_machine_it_was_made_on() {
    let files = kept_files();
    assert!(files.iter().any(|file| file == "Cargo.toml"), "git lists no files of this repository");
    let mut traces = Vec::new();
    for file in files {
        let bytes = fs::read(root().join(&file)).expect("a listed file can be read");
        let found = traces_in(&String::from_utf8_lossy(&bytes));
        if !found.is_empty() {
            traces.push(format!("{file}: {found:?}"));
        }
    }
    assert!(traces.is_empty(), "traces of a machine or a registry:\n{}", traces.join("\n"));
}

#[test]
fn traces_are_told_from_addresses() {
    let [work, _, home, ..] = MACHINE_FOLDERS;
    assert_eq!(traces_in(&format!("built in {work}x")), [work]);
    assert_eq!(traces_in(&format!("file://{work}x or \"{home}me\"")), [home]);
    assert!(traces_in(&format!("https://example.com{work} and team{home}")).is_empty());
    assert_eq!(traces_in(&format!("\"resolved\": \"https://{}/x\"", REGISTRY_HOSTS[0])), [REGISTRY_HOSTS[0]]);
}

/// The commands a README names: the lines of its shell blocks (a block without a language is one), without prompts and
/// comments, and the code in its sentences that begins like a command.
fn commands_of(readme: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut block = None;
    for line in readme.lines() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            block = if block.is_some() { None } else { Some(matches!(language.trim(), "" | "sh" | "bash" | "console")) };
        } else if block == Some(true) {
            let line = line.trim().trim_start_matches("$ ").split(" #").next().unwrap_or("").trim();
            if !line.is_empty() && !line.starts_with('#') {
                commands.push(line.to_owned());
            }
        } else if block.is_none() {
            let code = line.split('`').skip(1).step_by(2);
            commands.extend(code.filter(|code| begins_like_a_command(code)).map(str::to_owned));
        }
    }
    commands
}

fn begins_like_a_command(code: &str) -> bool {
    ["./", ".ci/", "cargo ", "handoff-audit "].iter().any(|beginning| code.starts_with(beginning))
}

#[test]
fn the_readme_names_commands_that_exist() {
    let readme = fs::read_to_string(root().join("README.md")).expect("there is a README.md");
    let commands = commands_of(&readme);
    let all = commands.join("\n");
    for promised in ["tests/run", ".ci/run", "cargo run"] {
        assert!(all.contains(promised), "README.md does not name `{promised}`");
    }
    let mut wrong = Vec::new();
    for command in &commands {
        let words: Vec<_> = command.split_whitespace().collect();
        let script = words[0].trim_start_matches("./");
        if (script.contains('/') || words[0].starts_with("./")) && !root().join(script).is_file() {
            wrong.push(format!("`{command}`: there is no {script}"));
        }
        let first = arguments_of_ours(&words).and_then(|arguments| arguments.first());
        if let Some(name) = first.filter(|word| word.chars().all(|c| c.is_ascii_lowercase()))
            && !has_help_of_its_own(name)
        {
            wrong.push(format!("`{command}`: handoff-audit has no command {name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A word that is no command may be taken for a folder, and `--help` then be the whole program's: hence the look at the usage.
fn has_help_of_its_own(command: &str) -> bool {
    let output = Command::new(BINARY).args([command, "--help"]).output().expect("the program runs");
    let help = String::from_utf8_lossy(&output.stdout);
    help.lines().any(|line| line.starts_with("Usage: ") && line.split_whitespace().any(|word| word == command))
}

/// What a command line hands to handoff-audit, if it calls it by name or through `cargo run`.
fn arguments_of_ours<'a>(words: &'a [&'a str]) -> Option<&'a [&'a str]> {
    match words {
        ["handoff-audit", rest @ ..] => Some(rest),
        ["cargo", "run", rest @ ..] => rest.iter().position(|word| *word == "--").map(|at| &rest[at + 1..]),
        _ => None,
    }
}

#[test]
fn commands_are_told_from_other_code() {
    let readme = "Run `x` or `handoff-audit explain CODE`.\n```sh\n./tests/run   # all\n# words\n$ cargo run -- check audits\n```\n```yaml\nid: `./y`\n```\n";
    assert_eq!(commands_of(readme), ["handoff-audit explain CODE", "./tests/run", "cargo run -- check audits"]);
    assert_eq!(arguments_of_ours(&["cargo", "run", "--release", "--", "check", "audits"]), Some(&["check", "audits"][..]));
    assert_eq!(arguments_of_ours(&["cargo", "run", "--release"]), None);
}

#[cfg(unix)]
#[test]
fn the_scripts_can_be_run() {
    use std::os::unix::fs::PermissionsExt;
    for script in ["tests/run", ".ci/run", ".github/pack", "fuzz/run"] {
        let mode = fs::metadata(root().join(script)).expect(script).permissions().mode();
        assert!(mode & 0o111 == 0o111, "{script} is not executable");
    }
}

/// What crates.io would get: packed without a warning, and small. Whether it builds is for a release to try.
#[test]
fn the_package_is_small_and_clean() {
    const MOST: u64 = 2_000_000;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let packed = Command::new(env!("CARGO"))
        .args(["package", "--no-verify", "--allow-dirty", "--offline", "--target-dir"])
        .arg(folder.path())
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&packed.stderr);
    assert!(packed.status.success() && !told.contains("warning"), "{told}");
    let name = concat!("package/", env!("CARGO_PKG_NAME"), "-", env!("CARGO_PKG_VERSION"), ".crate");
    let size = fs::metadata(folder.path().join(name)).expect("a package was made").len();
    assert!(size < MOST, "{name} has {size} bytes; Cargo.toml says what is left out");
}

/// How two folders differ, one line for each file; empty when they hold the same bytes.
fn differences(kept: &Path, built: &Path) -> Vec<String> {
    let (kept, built) = (files_below(kept), files_below(built));
    let names: BTreeSet<_> = kept.keys().chain(built.keys()).collect();
    let mut lines = Vec::new();
    for name in names {
        match (kept.get(name), built.get(name)) {
            (Some(_), None) => lines.push(format!("no longer built: {name}")),
            (None, Some(_)) => lines.push(format!("not committed:   {name}")),
            (Some(old), Some(new)) => {
                let [old, new] = [old, new].map(|path| fs::read(path).expect("a listed file can be read"));
                if old != new {
                    let at = old.iter().zip(&new).take_while(|(a, b)| a == b).filter(|(a, _)| **a == b'\n').count() + 1;
                    lines.push(format!("differs:         {name}, from line {at} on"));
                }
            }
            (None, None) => unreachable!("each name comes from one of the two"),
        }
    }
    lines
}

#[test]
fn the_committed_site_is_what_the_samples_give() {
    let built = tempfile::tempdir().expect("a temporary folder");
    let folder = built.path().join("site");
    let run =
        Command::new(BINARY).args(["build", "audits", "-o"]).arg(&folder).current_dir(root()).output().expect("the program runs");
    assert!(run.status.success(), "the samples do not build:\n{}", String::from_utf8_lossy(&run.stderr));
    assert!(!files_below(&folder).is_empty(), "the build wrote nothing");
    let lines = differences(&root().join("site"), &folder);
    let shown = lines.iter().take(30).cloned().collect::<Vec<_>>().join("\n");
    assert!(lines.is_empty(), "site/ is stale in {} files; `cargo run --release` refreshes it:\n{shown}", lines.len());
}

#[test]
fn differences_are_found_and_placed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in
        [("a/same", "x"), ("b/same", "x"), ("a/old", "x"), ("b/new", "x"), ("a/changed", "1\n2\n3"), ("b/changed", "1\n2\n4")]
    {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let found = differences(&folder.path().join("a"), &folder.path().join("b"));
    assert_eq!(found, ["differs:         changed, from line 3 on", "not committed:   new", "no longer built: old"]);
}
