//! What whoever writes audits waits for: from a saved file until `serve` shows the new page.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// The program while it serves a folder of audits.
pub(crate) struct Serving {
    child: Child,
    port: u16,
    /// What it tells pages.
    events: BufReader<TcpStream>,
}

impl Serving {
    /// Starts it, and waits until the site is there.
    pub(crate) fn start(program: &OsStr, audits: &Path) -> Serving {
        let mut command = Command::new(program);
        command.args(["serve", "--port", "0"]).arg(audits).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("what it says")).lines().map(|line| line.expect("a line"));
        let port = lines.into_iter().find_map(|line| line.split("http://127.0.0.1:").nth(1)?.split('/').next()?.parse().ok());
        let port = port.expect("where it serves");
        let mut serving = Serving { child, port, events: BufReader::new(ask(port, "/.live/events")) };
        serving.until_told();
        serving
    }

    /// Saves a text in a file, and waits until the page at a path shows these words, in milliseconds.
    pub(crate) fn save(&mut self, file: &Path, text: &str, page: &str, words: &str) -> f64 {
        let begin = Instant::now();
        fs::write(file, text).expect("the file");
        let mut shown = String::new();
        while !shown.contains(words) {
            self.until_told();
            shown.clear();
            ask(self.port, page).read_to_string(&mut shown).expect("the page");
        }
        begin.elapsed().as_secs_f64() * 1e3
    }

    fn until_told(&mut self) {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            assert!(self.events.read_line(&mut line).expect("an event") > 0, "it ended");
        }
    }

    /// The most memory that it took, in MiB; nothing where the system does not tell.
    pub(crate) fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<f64>().ok());
        most.map_or(f64::NAN, |kib| kib / 1024.0)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // it puts its folder away when it is told to end
        let id = nix::unistd::Pid::from_raw(self.child.id().try_into().unwrap_or(0));
        let _ = nix::sys::signal::kill(id, nix::sys::signal::Signal::SIGTERM);
        let _ = self.child.wait();
    }
}

/// Asks for a page, whose answer ends with the connection.
fn ask(port: u16, page: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server");
    write!(stream, "GET {page} HTTP/1.0\r\nHost: localhost\r\n\r\n").expect("a question");
    stream
}
