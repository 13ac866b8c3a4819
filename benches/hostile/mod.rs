//! Inputs that were made to take time, memory or the program itself down: a table of names and of what writes the files.
//!
//! Each takes the size that its largest file may have; [`LARGEST`] is as much as the program reads of one.

mod runs;
mod values;
mod yaml;
#[cfg(unix)]
mod folders;

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

/// All of them.
pub(crate) fn inputs() -> Vec<Input> {
    let all = [runs::INPUTS, yaml::INPUTS, values::INPUTS];
    #[cfg(unix)]
    let all = all.into_iter().chain([folders::INPUTS]);
    all.into_iter().flatten().map(|&Input { name, told, make }| Input { name, told, make }).collect()
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

impl Ground {
    /// Writes the files of an input into an empty folder.
    pub(crate) fn make(input: &Input, root: &Path, size: usize) {
        let ground = Ground { root: root.to_owned(), size };
        fs::create_dir_all(ground.path("")).expect("a folder");
        ground.write("audit.yml", AUDIT);
        ground.write("phone.yml", &channel(5, |number| lead(number, "")));
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
pub(crate) struct Took {
    pub(crate) wall: f64,
    pub(crate) cpu: f64,
    pub(crate) memory: f64,
    /// The exit code; the signal, negative, where one ended it.
    pub(crate) code: i32,
    /// The codes that were told, most frequent first.
    pub(crate) told: String,
}

/// Runs a command in a folder with `audits` by way of this program, whose only child it then is: so its own time and memory are told.
pub(crate) fn measure(program: &str, folder: &Path, command: &str) -> Took {
    let own = std::env::current_exe().expect("this program");
    let output = Command::new(own).args(["run", program, command]).current_dir(folder).output().expect("this program starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let mut parts = text.splitn(5, ' ');
    let mut next = || parts.next().unwrap_or_else(|| panic!("{text}{}", String::from_utf8_lossy(&output.stderr))).to_owned();
    let mut number = || next().trim().parse::<f64>().expect("a number");
    let (wall, cpu, memory, code) = (number(), number(), number(), number());
    Took { wall, cpu, memory, code: code as i32, told: next().trim().to_owned() }
}

/// The other half of [`measure`].
pub(crate) fn run(program: &str, arguments: &[String]) {
    setrlimit(Resource::RLIMIT_CPU, 30, 30).expect("a limit");
    let begin = Instant::now();
    let (out, err) = (fs::File::create("out").expect("a file"), fs::File::create("err").expect("a file"));
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(out).stderr(err).status().expect("it starts");
    let wall = begin.elapsed().as_secs_f64() * 1e3;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the child's usage");
    let cpu = (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e3;
    let code = status.code().unwrap_or_else(|| -status.signal().unwrap_or_default());
    let text = fs::read_to_string("out").expect("its output") + &fs::read_to_string("err").expect("its output");
    let mut told: Vec<(usize, &str)> = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning[") || line.starts_with("todo")|| line.contains("panicked")) {
        let code = line.split(['[', ']']).nth(1).unwrap_or(line);
        match told.iter_mut().find(|(_, known)| *known == code) {
            Some((count, _)) => *count += 1,
            None => told.push((1, code)),
        }
    }
    told.sort_by(|a, b| b.cmp(a));
    let told: Vec<String> = told.iter().take(3).map(|(count, code)| format!("{code}*{count}")).collect();
    println!("{wall} {cpu} {} {code} {} {}", usage.max_rss() as f64 / 1024.0, told.join(","), text.len());
}
