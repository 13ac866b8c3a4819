//! An auditor's folder, the program that serves it, and a plain HTTP client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::cli::{copy, program};
use crate::tests_folder;

/// What takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder with audits.
pub(super) struct Desk(tempfile::TempDir);

impl Desk {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&tests_folder().join("golden/blue-heron/audits"), &folder.path().join("audits"));
        Desk(folder)
    }

    pub(super) fn empty() -> Self {
        Desk(tempfile::tempdir().unwrap())
    }

    pub(super) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(super) fn audits(&self, path: &str) -> PathBuf {
        self.0.path().join("audits").join(path)
    }

    /// Serves at any free port.
    pub(super) fn serve(&self, options: &[&str]) -> Serving {
        self.serve_with(&[&["--port", "0"], options].concat())
    }

    pub(super) fn serve_with(&self, options: &[&str]) -> Serving {
        self.serve_as(options, &[])
    }

    pub(super) fn serve_as(&self, options: &[&str], variables: &[(&str, &str)]) -> Serving {
        let mut command = program();
        command.current_dir(self.folder()).arg("serve").args(options).envs(variables.iter().copied());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = mpsc::channel();
        let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        for told in [Box::new(out) as Box<dyn Read + Send>, Box::new(err)] {
            let sender = sender.clone();
            thread::spawn(move || BufReader::new(told).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        }
        let mut serving = Serving { child, lines, said: String::new().into(), url: String::new() };
        serving.said_until("Serving http");
        let said = serving.said.borrow().clone();
        said.split_whitespace().find(|word| word.starts_with("http://")).unwrap().clone_into(&mut serving.url);
        serving
    }
}

/// The program while it serves.
pub(super) struct Serving {
    child: Child,
    lines: Receiver<String>,
    said: std::cell::RefCell<String>,
    url: String,
}

/// An answer to a request.
pub(super) struct Answer {
    pub(super) status: u16,
    /// In lower case.
    pub(super) head: String,
    pub(super) body: String,
}

impl Serving {
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// The address to connect to.
    fn address(&self) -> &str {
        self.url.strip_prefix("http://").unwrap().trim_end_matches('/')
    }

    pub(super) fn port(&self) -> u16 {
        self.address().rsplit_once(':').unwrap().1.parse().unwrap()
    }

    /// All that was printed as soon as these words are in it.
    pub(super) fn said_until(&self, words: &str) -> String {
        let mut said = self.said.borrow_mut();
        while !said.contains(words) {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("it never says `{words}`, but: {said}"));
            said.push_str(&line);
            said.push('\n');
        }
        said.clone()
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        self.ask("GET", &format!("/{path}"), "localhost")
    }

    pub(super) fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        self.raw(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
    }

    /// The answer to a request as it goes over the line.
    pub(super) fn raw(&self, request: &str) -> Answer {
        let mut text = Vec::new();
        self.send_request(request).read_to_end(&mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: format!("{}\r\n", head.to_lowercase()), body: body.to_owned() }
    }

    fn send_request(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    pub(super) fn events(&self) -> Events {
        self.events_of("")
    }

    /// What the page at a path is told.
    pub(super) fn events_of(&self, path: &str) -> Events {
        let asked = format!("GET /.live/events?page=/{path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Events(BufReader::new(self.send_request(&asked)))
    }

    /// Sends a signal; the exit code.
    #[cfg(unix)]
    pub(super) fn signal(&mut self, signal: nix::sys::signal::Signal) -> i32 {
        assert!(self.send(signal));
        self.child.wait().unwrap().code().expect("it ends by itself")
    }

    /// Sends a signal; false where it has ended.
    #[cfg(unix)]
    fn send(&mut self, signal: nix::sys::signal::Signal) -> bool {
        // until it is waited for, no other process has its number
        let runs = matches!(self.child.try_wait(), Ok(None));
        let id = self.child.id().try_into().map(nix::unistd::Pid::from_raw);
        runs && id.is_ok_and(|id| nix::sys::signal::kill(id, signal).is_ok())
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // it ends by itself where it can, so that what it did is counted (`tests/coverage`); its output closes when it has
        #[cfg(unix)]
        if self.send(nix::sys::signal::Signal::SIGTERM) {
            while self.lines.recv_timeout(PATIENCE).is_ok() {}
        }
        // one that has ended cannot be ended
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What pages are told.
pub(super) struct Events(BufReader<TcpStream>);

impl Events {
    /// What stands before the first of them, and how soon one who lost the server shall ask again.
    pub(super) fn beginning(&mut self) -> String {
        let mut text = String::new();
        while !text.contains("retry:") {
            assert!(self.0.read_line(&mut text).expect("something is told in time") > 0, "the stream goes on");
        }
        text.to_lowercase()
    }

    pub(super) fn next(&mut self) -> Value {
        self.before(Instant::now() + PATIENCE)
    }

    /// The first event of which this is true.
    pub(super) fn until(&mut self, is: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + PATIENCE;
        loop {
            let event = self.before(end);
            if is(&event) {
                return event;
            }
        }
    }

    fn before(&mut self, end: Instant) -> Value {
        let mut line = String::new();
        while Instant::now() < end {
            line.clear();
            assert!(self.0.read_line(&mut line).expect("something is told in time") > 0, "the stream goes on");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
        panic!("nothing was told in time");
    }
}

/// The words of HTML.
pub(super) fn words(html: &str) -> String {
    let mut text = String::new();
    for (at, piece) in html.split('<').enumerate() {
        text.push_str(if at == 0 { piece } else { piece.split_once('>').unwrap().1 });
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].iter().fold(text, |text, (from, to)| text.replace(from, to))
}
