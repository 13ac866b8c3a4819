//! Inputs that were made to take time, memory or the program itself down: a table of names and of what writes the files.
//!
//! Each takes the size that its largest file may have; [`LARGEST`] is as much as the program reads of one.

mod crowds;
mod folders;
mod runs;
mod values;
mod yaml;

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{Resource, UsageWho, getrusage, setrlimit};
use nix::sys::time::TimeValLike;

/// As large as a file may be.
pub(crate) const LARGEST: usize = 16 << 20;

/// One input.
pub(crate) struct Input {
    /// What is wrong with it.
    pub(crate) name: &'static str,
    /// The code that has to be told; empty where nothing is wrong, and the audit is built.
    pub(crate) told: &'static str,
    /// Writes its files.
    pub(crate) make: fn(&Ground),
}

impl Input {
    /// Whether a run told what has to be told; of a file as large as may be, it may be told instead that it is more than is read.
    pub(crate) fn told_in(&self, took: &Took, size: usize) -> bool {
        let told = |wanted: &str| took.told.iter().any(|(code, _)| code == wanted);
        let as_wanted = if self.told.is_empty() { took.code == 0 } else { told(self.told) };
        as_wanted || size > LARGEST / 2 && told("limits")
    }

    /// The command and its options: what is private is read for the internal edition alone.
    pub(crate) fn command(&self) -> &'static [&'static str] {
        if self.name.starts_with("private") {
            &["build", "--no-cache", "--edition", "internal"]
        } else {
            &["build", "--no-cache"]
        }
    }
}

/// All of them.
pub(crate) fn inputs() -> impl Iterator<Item = &'static Input> {
    [runs::INPUTS, yaml::INPUTS, values::INPUTS, crowds::INPUTS, folders::INPUTS].into_iter().flatten()
}

/// The folder of an audit that an input is written into.
pub(crate) struct Ground {
    /// The folder `audits`.
    root: PathBuf,
    /// How large a file may be.
    size: usize,
}

/// The head of an audit in which nothing is wrong.
const AUDIT: &str = "format: 1
client: Client
auditor: Auditor
period: 2026-03-02 to 2026-03-13
observed_through: 2026-03-31
timezone: America/New_York
hours: {mon-fri: \"08:00-18:00\"}
systems: {crm: {name: Register, of_record: true}}
people: {desk: {role: Front desk}}
evidence: {E1: {kind: call_log, what: Calls}}
";

/// The head of a channel in which nothing is wrong; its leads follow.
const CHANNEL: &str = "title: Calls
kind: phone
volume: {leads: 96}
evidence: [E1]
";

/// The rest of a lead whose `id` and `arrived` are written.
const STEPS: &str = "capture: never, claim: never, continue: never, confirm: never, close: unknown";

/// A channel of some leads, written by their number.
fn channel(count: usize, lead: impl Fn(usize) -> String) -> String {
    let leads: String = (0..count).map(lead).collect();
    format!("{CHANNEL}sample: {{frame: All, method: all, selected: {count}}}\nleads:\n{leads}")
}

/// A lead on one line, with `more` of it.
fn lead(number: usize, more: &str) -> String {
    format!("- {{id: P-{number:06}, arrived: 2026-03-03 09:12, {STEPS}{more}}}\n")
}

/// A channel full of leads, each with `more` of it.
fn leads(ground: &Ground, more: impl Fn(usize) -> String) {
    let count = ground.leads(more(99_999).len());
    ground.phone(&channel(count, |number| lead(number, &more(number))));
}

/// A channel full of leads, each with another text in place of one of a sound lead.
fn leads_with(ground: &Ground, from: &str, to: impl Fn(usize) -> String) {
    let count = ground.leads(to(99_999).len());
    ground.phone(&channel(count, |number| lead(number, "").replace(from, &to(number))));
}

impl Ground {
    /// Writes the files of an input into an empty folder.
    pub(crate) fn make(input: &Input, root: &Path, size: usize) {
        let ground = Ground { root: root.to_owned(), size };
        fs::create_dir_all(ground.path("")).expect("a folder");
        ground.write("audit.yml", AUDIT);
        ground.write("phone.yml", channel(5, |number| lead(number, "")));
        (input.make)(&ground);
    }

    /// A path in the audit's folder.
    fn path(&self, path: &str) -> PathBuf {
        self.root.join("client/2026-03").join(path)
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// `phone.yml` with a text of its own.
    fn phone(&self, text: &str) {
        self.write("phone.yml", text);
    }

    /// `audit.yml` with more lines.
    fn audit(&self, more: &str) {
        self.write("audit.yml", format!("{AUDIT}{more}"));
    }

    /// `audit.yml` with another value for one of its fields.
    fn audit_with(&self, from: &str, to: &str) {
        assert!(AUDIT.contains(from), "{from}");
        self.write("audit.yml", AUDIT.replace(from, to));
    }

    /// A text as often as it fits between two others.
    fn fill(&self, before: &str, unit: &str, after: &str) -> String {
        let room = self.size.saturating_sub(before.len() + after.len());
        format!("{before}{}{after}", unit.repeat(room / unit.len()))
    }

    /// As many numbered texts as fit between two others.
    fn count(&self, before: &str, unit: impl Fn(usize) -> String, after: &str) -> String {
        let room = self.size.saturating_sub(after.len());
        let mut text = before.to_owned();
        for number in 0.. {
            let next = unit(number);
            if text.len() + next.len() > room {
                break;
            }
            text.push_str(&next);
        }
        text + after
    }

    /// How many leads fit of which each is so long.
    fn leads(&self, length: usize) -> usize {
        self.size.saturating_sub(1_000) / (lead(0, "").len() + length)
    }
}

/// What a run took, and how it ended.
#[derive(Debug)]
pub(crate) struct Took {
    /// In milliseconds.
    pub(crate) wall: f64,
    /// The same of the processor, of all its cores.
    pub(crate) cpu: f64,
    /// In MiB, at most.
    pub(crate) memory: f64,
    /// The exit code; the number of the signal, negative, where one ended it.
    pub(crate) code: i32,
    /// How many bytes it printed.
    pub(crate) output: usize,
    /// The codes that were told, with how often; the most frequent first.
    pub(crate) told: Vec<(String, usize)>,
}

/// How many seconds of the processor a run may take before it is killed: more than enough for any input, unoptimised too.
const SECONDS: u64 = 30;

/// What a child of this program tells of its own only child, which it runs in a folder with [`run`].
pub(crate) fn measure(child: &mut Command, folder: &Path) -> Took {
    let output = child.current_dir(folder).output().expect("this program starts");
    let figures = fs::read_to_string(folder.join("took")).unwrap_or_else(|_| panic!("{output:?}"));
    let mut figures = figures.split(' ');
    let mut next = || figures.next().expect("four figures");
    let number = |figure: &str| figure.parse::<f64>().expect("a number");
    let text = ["out", "err"]
        .map(|name| String::from_utf8_lossy(&fs::read(folder.join(name)).expect("its output")).into_owned())
        .concat();
    let mut told: Vec<(String, usize)> = Vec::new();
    for line in text.lines() {
        let Some((_, code)) = ["error[", "warning[", "todo["].iter().find_map(|kind| Some((kind, line.strip_prefix(kind)?)))
        else {
            continue;
        };
        let code = code.split(']').next().unwrap_or_default();
        match told.iter_mut().find(|(known, _)| known == code) {
            Some((_, count)) => *count += 1,
            None => told.push((code.to_owned(), 1)),
        }
    }
    if text.contains(" still to do") {
        told.push(("todo".to_owned(), 1));
    }
    told.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    assert!(!text.contains("panicked at"), "{text}");
    let (wall, cpu, memory, code) = (number(next()), number(next()), number(next()), next().parse().expect("a code"));
    Took { wall, cpu, memory, code, output: text.len(), told }
}

/// The other half of [`measure`]: runs a command of the program, and writes down what it took.
pub(crate) fn run(program: &str, arguments: &[String]) {
    setrlimit(Resource::RLIMIT_CPU, SECONDS, SECONDS).expect("a limit");
    let begin = Instant::now();
    let file = |name: &str| fs::File::create(name).expect("a file");
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(file("out")).stderr(file("err"));
    let status = command.status().expect("the program starts");
    let wall = begin.elapsed().as_secs_f64() * 1e3;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the child's usage");
    let cpu = (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e3;
    let code = status.code().unwrap_or_else(|| -status.signal().unwrap_or_default());
    fs::write("took", format!("{wall} {cpu} {} {code}", usage.max_rss() as f64 / 1024.0)).expect("the figures");
}
