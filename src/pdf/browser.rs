//! Which browser prints, and how it is made to.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{PdfError, disk};

/// What names a browser by its path or its name, first of all.
const VARIABLES: [&str; 2] = ["CHROMIUM", "CHROME"];

/// The names of browsers that can print, in the order of trying.
const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Where macOS keeps them, below `/` or the user's folder.
const MACOS: [&str; 3] = [
    "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "Applications/Chromium.app/Contents/MacOS/Chromium",
    "Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Where Windows keeps them, below the folders that these variables name.
const WINDOWS: [&str; 3] =
    ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
const WINDOWS_FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];

/// How often it is looked whether the browser has ended.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser that can print a page into a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    program: PathBuf,
}

/// That no browser was found, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoBrowser {
    /// The variable that names one that is not there.
    named: Option<(&'static str, OsString)>,
}

impl fmt::Display for NoBrowser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((variable, value)) = &self.named {
            let value = value.to_string_lossy();
            return write!(
                f,
                "{variable} names `{value}`, which is no program here: name Chromium, Chrome or Edge, or unset {variable}"
            );
        }
        f.write_str(
            "a PDF is printed by Chromium, Google Chrome or Microsoft Edge (131 or newer), and none of them was found\n  \
             install one: `sudo apt install chromium` on Debian and its relatives, `brew install --cask chromium` on macOS, \
             or from https://www.google.com/chrome/\n  \
             or name one that is installed: CHROMIUM=/path/to/chrome handoff-audit pdf …\n  \
             or build the site, open `print.html` of the audit in any browser, and print that into a file",
        )
    }
}

impl std::error::Error for NoBrowser {}

/// What one print gave.
pub(super) struct Print {
    pub(super) pdf: Vec<u8>,
    /// Whether the browser could not have its sandbox.
    pub(super) unsandboxed: bool,
}

impl Browser {
    /// The browser that the environment names, or else one that is installed.
    ///
    /// # Errors
    /// There is none.
    pub fn find(variable: impl Fn(&str) -> Option<OsString>) -> Result<Self, NoBrowser> {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let path = set("PATH").unwrap_or_default();
        let on_path = |name: &OsStr| std::env::split_paths(&path).find_map(|folder| program(folder.join(name)));
        for name in VARIABLES {
            if let Some(value) = set(name) {
                let named =
                    if Path::new(&value).components().count() > 1 { program(PathBuf::from(&value)) } else { on_path(&value) };
                return named.map(|program| Browser { program }).ok_or(NoBrowser { named: Some((name, value)) });
            }
        }
        let usual = || {
            let mac =
                ["/".into()].into_iter().chain(set("HOME")).flat_map(|folder| MACOS.map(|path| Path::new(&folder).join(path)));
            let windows = WINDOWS_FOLDERS.iter().filter_map(|name| set(name));
            let windows = windows.flat_map(|folder| WINDOWS.map(|path| Path::new(&folder).join(path)));
            mac.chain(windows).find_map(program)
        };
        let found = NAMES.iter().find_map(|name| on_path(OsStr::new(name))).or_else(usual);
        found.map(|program| Browser { program }).ok_or(NoBrowser { named: None })
    }

    /// Prints a page, with everything that the browser needs for it in the folder `workshop`; in its sandbox, if it can have one.
    pub(super) fn print(&self, page: &Path, workshop: &Path, limit: Duration, sandbox: bool) -> Result<Print, PdfError> {
        match self.try_to_print(page, workshop, limit, sandbox) {
            // root may not have a sandbox, nor may who lives in a container without namespaces; the page is our own and its policy
            // lets nothing in, so it may be opened without one
            Err(PdfError::Browser { what, .. }) if sandbox && what.to_lowercase().contains("sandbox") => {
                let pdf = self.try_to_print(page, workshop, limit, false)?;
                Ok(Print { pdf, unsandboxed: true })
            }
            other => Ok(Print { pdf: other?, unsandboxed: !sandbox }),
        }
    }

    fn try_to_print(&self, page: &Path, workshop: &Path, limit: Duration, sandbox: bool) -> Result<Vec<u8>, PdfError> {
        let (pdf, words) = (workshop.join("print.pdf"), workshop.join("words.txt"));
        if pdf.exists() {
            fs::remove_file(&pdf).map_err(disk("cannot remove", &pdf))?;
        }
        // into a file: a pipe would have to be emptied, and its end may be held by a child that outlives the browser
        let said = File::create(&words).map_err(disk("cannot write", &words))?;
        let mut command = Command::new(&self.program);
        command
            .args(["--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check"])
            .args(["--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update"])
            .args(["--use-mock-keychain", "--password-store=basic"])
            // whatever it would like to ask, it finds nobody
            .arg("--host-resolver-rules=MAP * ~NOTFOUND")
            .arg(option("--user-data-dir=", &workshop.join("profile")))
            .args(["--no-pdf-header-footer", "--generate-pdf-document-outline"])
            .arg(option("--print-to-pdf=", &pdf))
            .args((!sandbox).then_some("--no-sandbox"))
            .arg(file_address(page))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(said);
        let failed = |what: String| PdfError::Browser { program: self.program.clone(), what };
        let mut child = command.spawn().map_err(|error| failed(format!("it does not start ({error})")))?;
        let status = wait(&mut child, limit);
        match fs::read(&pdf) {
            // some browsers stay after their work is done
            Ok(bytes) if is_whole(&bytes) => Ok(bytes),
            _ => {
                let said = String::from_utf8_lossy(&fs::read(&words).unwrap_or_default()).into_owned();
                let end = match status {
                    Some(status) => format!("it ended with {status}"),
                    None => format!("it was not ready after {} s and was stopped", limit.as_secs_f64()),
                };
                Err(failed(last_words(&said).into_iter().fold(end, |all, line| format!("{all}\n  {line}"))))
            }
        }
    }
}

/// Waits until the browser ends; stops it when its time is up, and then there is no status.
fn wait(child: &mut Child, limit: Duration) -> Option<ExitStatus> {
    let end = Instant::now() + limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < end => thread::sleep(PAUSE),
            _ => {
                // it may have ended by itself in between; either way it is over
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
}

/// Whether a PDF was written to its end.
fn is_whole(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
}

/// What a browser said last, without its complaints about the desktop that it does not have.
fn last_words(said: &str) -> Vec<&str> {
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("dbus")).collect();
    lines[lines.len().saturating_sub(4)..].to_vec()
}

/// The path, if a program lies there.
fn program(path: PathBuf) -> Option<PathBuf> {
    let path = if cfg!(windows) && path.extension().is_none() { path.with_extension("exe") } else { path };
    path.is_file().then_some(path)
}

/// An option with a path as its value.
fn option(name: &str, path: &Path) -> OsString {
    let mut option = OsString::from(name);
    option.push(path);
    option
}

/// The `file:` address of a path.
fn file_address(path: &Path) -> String {
    use fmt::Write as _;
    let path = path.to_string_lossy().replace('\\', "/");
    // Windows writes real paths as `\\?\C:\…`, which addresses know nothing of
    let path = path.trim_start_matches("//?/").trim_start_matches('/');
    let mut address = String::from("file:///");
    for byte in path.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(byte)),
            byte => drop(write!(address, "%{byte:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses() {
        for (path, address) in [
            ("/tmp/a b/ü.html", "file:///tmp/a%20b/%C3%BC.html"),
            ("/tmp/50%#?.html", "file:///tmp/50%25%23%3F.html"),
            (r"\\?\C:\reports\print.html", "file:///C:/reports/print.html"),
        ] {
            assert_eq!(file_address(Path::new(path)), address);
        }
    }

    #[test]
    fn last_words_leave_out_the_noise() {
        let said = "a\n\n[1:2:ERROR:dbus/bus.cc:405] Failed to connect\nb\nc\nd\ne\n";
        assert_eq!(last_words(said), ["b", "c", "d", "e"]);
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::PermissionsExt;

        use super::*;

        /// A folder with a browser in it that is a script of these lines; `$pdf` is the file it shall write.
        fn browser(script: &str) -> (tempfile::TempDir, Browser) {
            let folder = tempfile::tempdir().unwrap();
            let program = folder.path().join("chromium");
            let find = "for word; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; done";
            fs::write(&program, format!("#!/bin/sh\n{find}\n{script}\n")).unwrap();
            fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
            (folder, Browser { program })
        }

        fn print(script: &str) -> Result<Print, String> {
            let (folder, browser) = browser(script);
            let page = folder.path().join("page.html");
            browser.print(&page, folder.path(), Duration::from_secs(2), true).map_err(|error| error.to_string())
        }

        #[test]
        fn what_a_browser_writes_is_what_comes() {
            let print = print("printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$pdf\"").unwrap();
            assert_eq!((print.pdf.as_slice(), print.unsandboxed), (&b"%PDF-1.4\n%%EOF\n"[..], false));
        }

        #[test]
        fn a_browser_that_fails_is_quoted() {
            let error = print("echo 'Page load failed: no such file' >&2; exit 7").err().unwrap();
            assert!(error.contains("Page load failed: no such file") && error.contains('7'), "{error}");
            let error = print("printf '%%PDF-1.4 half' > \"$pdf\"").err().unwrap();
            assert!(error.contains("did not write the PDF"), "{error}");
        }

        #[test]
        fn a_browser_that_hangs_is_stopped() {
            let begin = Instant::now();
            let error = print("exec sleep 60").err().unwrap();
            assert!(error.contains("not ready after 2 s") && begin.elapsed() < Duration::from_secs(30), "{error}");
            let stays = print("printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$pdf\"; exec sleep 60").unwrap();
            assert!(is_whole(&stays.pdf));
        }

        #[test]
        fn the_sandbox_is_left_out_only_where_it_cannot_be() {
            let refuses = "case \"$*\" in *--no-sandbox*) printf '%%PDF-1.4\\n%%%%EOF' > \"$pdf\";; \
                           *) echo 'Running as root without --no-sandbox is not supported.' >&2; exit 1;; esac";
            assert!(print(refuses).unwrap().unsandboxed);
            let error = print("case \"$*\" in *--no-sandbox*) echo without >&2;; esac; echo crashed >&2; exit 1").err().unwrap();
            assert!(!error.contains("without"), "{error}");
        }

        #[test]
        fn the_environment_names_the_browser() {
            let (folder, known) = browser("");
            let find = |variables: &[(&str, &str)]| {
                let variables: Vec<(String, OsString)> =
                    variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect();
                Browser::find(move |name| variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()))
            };
            let (path, program) = (folder.path().to_str().unwrap(), known.program.to_str().unwrap());
            assert_eq!(find(&[("PATH", path)]), Ok(known.clone()));
            assert_eq!(find(&[("CHROME", program)]), Ok(known.clone()));
            assert_eq!(find(&[("CHROME", "chromium"), ("PATH", path), ("CHROMIUM", "")]), Ok(known.clone()));
            let error = find(&[("CHROMIUM", "/nowhere/chrome"), ("PATH", path)]).unwrap_err().to_string();
            assert!(error.starts_with("CHROMIUM names `/nowhere/chrome`"), "{error}");
            if !cfg!(target_os = "macos") {
                let error = find(&[("PATH", "/nowhere")]).unwrap_err().to_string();
                assert!(error.contains("apt install chromium") && error.contains("print.html"), "{error}");
            }
        }
    }
}
