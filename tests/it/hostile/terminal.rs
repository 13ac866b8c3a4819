//! What comes out beside the site: for terminals, programs, GitHub and readers of Markdown.

use std::fs;
use std::path::Path;

use handoff_audit::Checked;
use handoff_audit::diagnostic::{human, json};
use handoff_audit::output::{Paths, Run, gate, github, junit, sarif, summary};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

use crate::cli::{copy, edit, program};
use crate::tests_folder;

/// Everything that a run says, in each format; counted.
pub(super) fn outputs_are_harmless(checked: &Checked) -> usize {
    let (problems, sources) = (&checked.problems, &checked.sources);
    let gates: String = checked.summaries().iter().map(gate::of).collect();
    is_calm(&uncoloured(&human::render(problems, sources, true)), "human");
    is_calm(&human::summary(problems, sources), "summary in the terminal");
    is_calm(&uncoloured(&gates), "gate");
    let paths = Paths::new("/here".into(), "/here".into());
    let run = Run { checked, strict: true, gate: true, paths: &paths };
    commands_are_ours(&github::render(&run));
    for line in uncoloured(&gates).lines() {
        commands_are_ours(&github::log_line(line));
    }
    is_xml(&junit::render(&run));
    for document in [json::render(problems, sources), sarif::render(&run)] {
        is_calm(&document, "json");
        assert!(!document.contains("##["), "{document}");
        serde_json::from_str::<Value>(&document).unwrap();
    }
    is_plain_markdown(&summary::render(&run));
    8
}

/// A text does nothing to a terminal and turns no direction.
pub(super) fn is_calm(text: &str, what: &str) {
    let wild = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if let Some(at) = text.find(wild) {
        let line = text.lines().find(|line| line.contains(wild)).unwrap_or_default();
        panic!("{what}: {:?} in {line:?}", text[at..].chars().next());
    }
}

/// A text without the colours that the program sets.
pub(super) fn uncoloured(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split("\u{1b}[").enumerate() {
        let codes = piece.find('m').filter(|end| at > 0 && piece[..*end].bytes().all(|b| b.is_ascii_digit() || b == b';'));
        match codes {
            Some(end) => out.push_str(&piece[end + 1..]),
            None if at > 0 => out.extend(["\u{1b}[", piece]),
            None => out.push_str(piece),
        }
    }
    out
}

/// Of what the runner of GitHub takes for commands, each is one that this program means.
pub(super) fn commands_are_ours(text: &str) {
    is_calm(text, "github");
    for line in text.split(['\n', '\r']) {
        assert!(!line.contains("##["), "{line:?} holds a command of the old kind");
        let Some(rest) = line.trim_start().strip_prefix("::") else { continue };
        let level = ["error", "warning", "notice"].iter().find_map(|level| rest.strip_prefix(&format!("{level} ")));
        let (properties, _) = level.and_then(|rest| rest.split_once("::")).unwrap_or_else(|| panic!("{line:?}"));
        let names: Vec<_> = properties.split(',').map(|property| property.split('=').next().unwrap()).collect();
        let known = ["title", "file", "line", "endLine", "col", "endColumn"];
        assert_eq!(names, known[..names.len()], "{line:?}");
    }
}

/// The elements of a test report are those that such reports have.
fn is_xml(text: &str) {
    is_calm(text, "junit");
    assert!(!text.contains("##["), "{text}");
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let known = ["testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"];
        assert!(known.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            let known = ["name", "tests", "failures", "errors", "skipped", "classname", "time", "type", "message"];
            assert!(known.contains(&attribute.name()), "{attribute:?}");
        }
    }
    assert!(document.descendants().all(|node| node.is_element() || node.is_text() || node.is_root()), "{text}");
}

/// Nothing but the program's own headings, tables, folds and code comes of a summary.
fn is_plain_markdown(text: &str) {
    is_calm(text, "summary");
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        let own = match &event {
            Event::InlineHtml(html) => ["<code>", "</code>", "<span>", "</span>", "<br>"].contains(&&**html),
            // an HTML block is a fold with its heading, in which the program writes code and spans alone
            Event::Html(html) => {
                let bare = ["<details>", "</details>", "<summary>", "</summary>", "<code>", "</code>", "<span>", "</span>"]
                    .iter()
                    .fold(html.to_string(), |html, own| html.replace(own, ""));
                !bare.contains(['<', '>'])
            }
            Event::Start(tag) => matches!(
                tag,
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::Table(_)
                    | Tag::TableHead
                    | Tag::TableRow
                    | Tag::TableCell
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::Strong
                    | Tag::HtmlBlock
            ),
            Event::End(_) | Event::Text(_) | Event::SoftBreak => true,
            _ => false,
        };
        assert!(own, "{event:?} in {text}");
    }
    let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let mut wanted = 0;
    for line in text.lines() {
        wanted = if !line.starts_with('|') {
            0
        } else if wanted == 0 {
            bars(line)
        } else {
            wanted
        };
        assert!(wanted == 0 || bars(line) == wanted, "a row that is broken: {line}");
    }
}

/// What a command prints, in a job of GitHub's or not; standard output first.
fn printed(folder: &Path, arguments: &[&str], job: &str) -> [String; 2] {
    let output = program().current_dir(folder).args(arguments).env("GITHUB_ACTIONS", job).output().unwrap();
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
}

/// GitHub's runner takes a command of the old kind from anywhere in a line, whoever prints it.
#[test]
fn a_job_prints_no_command_of_the_old_kind() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let audit = |root: &str| here.join(root).join("blue-heron/2026-03");
    let golden = tests_folder().join("golden/blue-heron/audits");
    copy(&golden, &here.join("audits"));
    edit(&audit("audits").join("phone.yml"), "title: Phone calls", "title: Phone ##[error]calls");
    edit(&audit("audits").join("audit.yml"), "unproven_above: 0.25", "channel_below: 5");
    copy(&golden, &here.join("broken"));
    edit(&audit("broken").join("audit.yml"), "status: review", "status: \"##[error]review\"");
    fs::rename(audit("broken"), here.join("broken/blue-heron/##[group]")).unwrap();
    // a site with a file of somebody else
    printed(here, &[], "");
    fs::write(here.join("site/##[warning]mine"), "").unwrap();

    let commands: [&[&str]; 11] = [
        &["check", "broken"],
        &["broken"],
        &["broken", "--single-file"],
        &["audits", "--no-cache"],
        &["explain", "##[error]"],
        &["check", "##[error]"],
        &["--fast##[error]"],
        &["pdf", "##[error]"],
        &["new", "##[error]"],
        &["add", "lead", "##[error].yml", "--id", "P-01"],
        &["serve", "##[error]"],
    ];
    for command in commands {
        let [plain, job] = ["false", "true"].map(|job| printed(here, command, job).concat());
        assert!(plain.contains("##["), "{command:?}: {plain}");
        let timeless = |text: &str| text.lines().filter(|line| !line.starts_with("Built ")).collect::<Vec<_>>().join("\n");
        assert_eq!(timeless(&job), timeless(&plain.replace("##[", "## [")), "{command:?}");
        assert!(!job.contains("##["), "{command:?}: {job}");
    }

    // documents are the same everywhere, and hold the text
    let documents: [(&[&str], &str); 4] = [
        (&["--format", "json"], "##[warning]mine"),
        (&["check", "broken", "--format", "json"], "##[error]review"),
        (&["check", "broken", "--format", "sarif"], "##[error]review"),
        (&["check", "broken", "--format", "junit"], "##[error]review"),
    ];
    for (command, wanted) in documents {
        let [document, job] = ["false", "true"].map(|job| printed(here, command, job)[0].clone());
        assert!(document == job && !job.contains("##["), "{command:?}: {document}");
        let mut texts = Vec::new();
        if command.ends_with(&["junit"]) {
            let document = roxmltree::Document::parse(&document).unwrap();
            for node in document.descendants() {
                texts.extend(node.attributes().map(|attribute| attribute.value().to_owned()));
                texts.extend(node.text().map(str::to_owned));
            }
        } else {
            texts_of(&serde_json::from_str(&document).unwrap(), &mut texts);
        }
        assert!(texts.iter().any(|text| text.contains(wanted)), "{command:?} lost `{wanted}`: {document}");
    }
}

/// Every text in a document.
fn texts_of(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, texts)),
        Value::Object(map) => map.values().for_each(|value| texts_of(value, texts)),
        _ => {}
    }
}
