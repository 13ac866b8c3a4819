//! The whole program against what its work costs at least, over generated audits: a table of wall time, processor time and memory.
//!
//! `cargo bench --bench whole` prints the table, `cargo bench --bench whole -- AUDITS LEADS` the rows of that size alone; with
//! `KEEP=FOLDER` the audits and the site stay there. Everything lies in the folder for temporary files: `TMPDIR=/dev/shm` measures without
//! a disk. Rows that are compared are run in turn, and each figure is the median of its runs.
//!
//! The *floor* is what no program that does this work can go below: it reads the same files, lets the parser find the events of their YAML,
//! and writes as many bytes into files of the same names.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a measurement that cannot go on says so"
)]
#![allow(clippy::print_stdout, reason = "its figures are its result")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

mod serving;
mod workload;

/// How often each row is run; the median counts.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["floor", audits, sizes, out] => floor(audits.as_ref(), sizes.as_ref(), out.as_ref()),
        ["run", program, ref rest @ ..] => run(program, rest),
        // `cargo test --all-targets` runs benches, too; only `cargo bench` passes this
        _ if !arguments.iter().any(|argument| argument == "--bench") => println!("nothing is measured without `cargo bench`"),
        _ => {
            let numbers: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
            println!("{:>14}  {:<26} {:>9} {:>9} {:>8} {:>9}", "audits x leads", "work", "wall ms", "cpu ms", "MiB", "of floor");
            match numbers[..] {
                [audits, leads] => rows(audits, leads, RUNS),
                _ => {
                    rows(1, 30, 4 * RUNS);
                    rows(100, 100, RUNS);
                    rows(1, 10_000, RUNS);
                    rows(1_000, 100, 1);
                }
            }
        }
    }
}

/// What a run took.
#[derive(Clone, Copy)]
struct Took {
    wall: f64,
    cpu: f64,
    memory: f64,
}

/// The rows of one size.
fn rows(audits: usize, leads: usize, runs: usize) {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let folder = std::env::var_os("KEEP").map_or(temporary.path().to_owned(), PathBuf::from);
    let (input, site) = (folder.join("audits"), folder.join("site"));
    workload::write(&input, audits, leads, 1).expect("the workload");
    let (floor_out, sizes, cache) = (folder.join("floor"), folder.join("sizes"), folder.join("cache"));
    let program = env!("CARGO_BIN_EXE_handoff-audit");
    let build = |options: &[&Path]| {
        let arguments = [input.as_path(), "-o".as_ref(), &site].into_iter().chain(options.iter().copied());
        measure(program.as_ref(), arguments)
    };
    build(&["--no-cache".as_ref()]);
    fs::write(&sizes, sizes_of(&site)).expect("the sizes");
    let own = std::env::current_exe().expect("this program");
    let (mut clean, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        clear(&site);
        clean.push(build(&["--no-cache".as_ref()]));
        clear(&floor_out);
        floor.push(measure(&own, ["floor".as_ref(), input.as_path(), &sizes, &floor_out].into_iter()));
    }
    clear(&floor_out);
    let kept = ["--cache".as_ref(), cache.as_path()];
    build(&kept);
    let again: Vec<Took> = (0..runs).map(|_| build(&kept)).collect();
    let edited: Vec<Took> = (0..runs)
        .map(|run| {
            edit(&input, run);
            build(&kept)
        })
        .collect();
    let saved = saved_while_serving(program, &input, runs);
    let size = format!("{audits} x {leads}");
    let least = median(&floor);
    for (work, took) in [
        ("clean build", median(&clean)),
        ("floor", least),
        ("nothing changed", median(&again)),
        ("one lead edited", median(&edited)),
    ] {
        let Took { wall, cpu, memory } = took;
        println!("{size:>14}  {work:<26} {wall:>9.1} {cpu:>9.1} {memory:>8.0} {:>9.2}", cpu / least.cpu);
    }
    println!("{size:>14}  {:<26} {:>9.1} {:>9} {:>8.0} {:>9}", "saved, shown by `serve`", saved.0, "", saved.1, "");
}

/// From a saved file until `serve` shows the lead's new page: the median, and the most memory that serving took.
fn saved_while_serving(program: &str, audits: &Path, runs: usize) -> (f64, f64) {
    let mut serving = serving::Serving::start(program.as_ref(), audits);
    let mut times: Vec<f64> = (0..2 * runs)
        .map(|run| {
            let wanted = format!("Something else, save {run}");
            let (file, text) = edited(audits, &wanted);
            serving.save(&file, &text, "/client-0000/2026-01/leads/p-00001.html", &wanted)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], serving.memory())
}

/// Lets the first lead of the first audit want something else.
fn edit(audits: &Path, run: usize) {
    let (file, text) = edited(audits, &format!("Something else, edit {run}"));
    fs::write(file, text).expect("the channel");
}

/// The file of that lead, and its text with other words for what the lead wants.
fn edited(audits: &Path, wants: &str) -> (PathBuf, String) {
    let file = audits.join("client-0000/2026-01/phone.yml");
    let text = fs::read_to_string(&file).expect("a channel");
    let (before, after) = text.split_once("wants: ").expect("what the lead wants");
    let (_, after) = after.split_once('\n').expect("more lines");
    (file, format!("{before}wants: {wants}\n{after}"))
}

fn clear(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("an empty place");
    }
}

/// The size and the path of each file of a site, a line each.
fn sizes_of(site: &Path) -> String {
    let files = walkdir::WalkDir::new(site).sort_by_file_name().into_iter().map(|entry| entry.expect("the site"));
    let files = files.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(site).expect("below the site").display().to_string();
            format!("{} {path}\n", entry.metadata().expect("a file").len())
        })
        .collect()
}

/// Runs a program by way of this one, whose only child it then is: so its own processor time and memory are told.
fn measure<'a>(program: &Path, arguments: impl Iterator<Item = &'a Path>) -> Took {
    let own = std::env::current_exe().expect("this program");
    let output = Command::new(own).arg("run").arg(program).args(arguments).output().expect("this program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stdout);
    let mut numbers = told.split_whitespace().map(|number| number.parse().expect("a number"));
    let mut next = || numbers.next().expect("three numbers");
    Took { wall: next(), cpu: next(), memory: next() }
}

fn run(program: &str, arguments: &[&str]) {
    let begin = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let wall = begin.elapsed().as_secs_f64() * 1e3;
    assert!(status.expect("the program starts").success(), "{program} {arguments:?}");
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the child's usage");
    let cpu = (usage.user_time() + usage.system_time()).num_microseconds() as f64 / 1e3;
    println!("{wall} {cpu} {}", usage.max_rss() as f64 / 1024.0);
}

fn median(runs: &[Took]) -> Took {
    let of = |figure: fn(&Took) -> f64| {
        let mut figures: Vec<f64> = runs.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    Took { wall: of(|took| took.wall), cpu: of(|took| took.cpu), memory: of(|took| took.memory) }
}

/// Reads the events of all YAML below a folder, and writes files of given sizes.
fn floor(audits: &Path, sizes: &Path, out: &Path) {
    let mut events = 0;
    for entry in walkdir::WalkDir::new(audits).into_iter().map(|entry| entry.expect("the audits")) {
        if entry.file_type().is_file() {
            let text = fs::read_to_string(entry.path()).expect("a text");
            let mut parser = granit_parser::Parser::new_from_str(&text);
            while let Some(event) = granit_parser::ParserTrait::next_event(&mut parser) {
                event.expect("sound YAML");
                events += 1;
            }
        }
    }
    assert!(events > 0, "there is nothing to read");
    let sizes = fs::read_to_string(sizes).expect("the sizes");
    let size = |line: &str| line.split_once(' ').and_then(|(size, _)| size.parse::<usize>().ok());
    let bytes = vec![b'x'; sizes.lines().filter_map(size).max().unwrap_or_default()];
    let mut last = PathBuf::new();
    for line in sizes.lines() {
        let (size, path) = line.split_once(' ').expect("a size and a path");
        let path = out.join(path);
        let parent = path.parent().expect("a folder");
        if parent != last {
            fs::create_dir_all(parent).expect("a folder");
            parent.clone_into(&mut last);
        }
        fs::write(&path, &bytes[..size.parse::<usize>().expect("a size")]).expect("a file");
    }
}
