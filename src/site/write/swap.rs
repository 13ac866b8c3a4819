//! One folder in the place of another.

use std::fs;
use std::io;
use std::path::Path;

use super::WriteError;
use super::error::disk;

/// Puts a folder in the place of a site, in one step where the system can do that. The last site is then where `fresh` was, or at `last`.
pub(super) fn replace(fresh: &Path, target: &Path, last: &Path) -> Result<(), WriteError> {
    // some drives cannot, on systems that can
    exchange(fresh, target).or_else(|_| in_two_steps(fresh, target, last))
}

/// Puts a folder where nothing is, or an empty folder.
pub(super) fn place(fresh: &Path, target: &Path) -> Result<(), WriteError> {
    match fs::remove_dir(target) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(disk("cannot replace", target)(error)),
        _ => {}
    }
    fs::rename(fresh, target).map_err(disk("cannot create", target))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(Into::into)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Puts the last site aside and the new one in its place. A build that is killed in between is made good by the next one.
fn in_two_steps(fresh: &Path, target: &Path, last: &Path) -> Result<(), WriteError> {
    fs::rename(target, last).map_err(disk("cannot replace", target))?;
    fs::rename(fresh, target).map_err(|error| {
        // if this fails too, the next build tries again
        let _ = fs::rename(last, target);
        disk("cannot replace", target)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_put_a_folder_in_the_place_of_another() {
        for way in [replace, in_two_steps] {
            let ground = tempfile::tempdir().unwrap();
            let [fresh, target, last] = ["fresh", "target", "last"].map(|name| ground.path().join(name));
            for folder in [&fresh, &target] {
                fs::create_dir(folder).unwrap();
                fs::write(folder.join("file"), folder.file_name().unwrap().as_encoded_bytes()).unwrap();
            }
            way(&fresh, &target, &last).unwrap();
            assert_eq!(fs::read_to_string(target.join("file")).unwrap(), "fresh");
            let old = if last.exists() { last } else { fresh };
            assert_eq!(fs::read_to_string(old.join("file")).unwrap(), "target");
        }
    }

    #[test]
    fn where_the_second_step_fails_the_first_is_taken_back() {
        let ground = tempfile::tempdir().unwrap();
        let [fresh, target, last] = ["fresh", "target", "last"].map(|name| ground.path().join(name));
        fs::create_dir(&target).unwrap();
        assert!(in_two_steps(&fresh, &target, &last).is_err());
        assert!(target.is_dir() && !last.exists());
    }
}
