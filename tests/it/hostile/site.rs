//! The files of a site that no browser takes apart: tables, data, pictures, scripts. Each holds texts whole, and nothing that comes of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use roxmltree::Document;
use serde_json::Value;

use super::corpus::Hostile;

/// What was looked at.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Files, by their ending.
    pub(super) files: BTreeMap<String, usize>,
    /// Texts that were met, by the ending of the file.
    pub(super) texts: BTreeMap<String, BTreeSet<String>>,
}

/// What a site is made of that has no such strings.
#[derive(Debug, Default)]
pub(super) struct Plain {
    /// Elements and attributes of its pictures.
    names: BTreeSet<String>,
    /// Its style sheets without the texts in them.
    styles: BTreeSet<String>,
}

impl Plain {
    pub(super) fn of(site: &Path) -> Plain {
        let mut plain = Plain::default();
        for (path, bytes) in crate::cli::files(site) {
            match path.extension().and_then(|ending| ending.to_str()) {
                Some("svg") => plain.names.extend(names_in(std::str::from_utf8(&bytes).unwrap())),
                Some("css") => drop(plain.styles.insert(without_texts(std::str::from_utf8(&bytes).unwrap()))),
                _ => {}
            }
        }
        plain
    }
}

/// A style sheet without what stands between quotes, as a browser reads them: a line break ends a text that nobody closed.
fn without_texts(style: &str) -> String {
    let (mut out, mut quoted, mut chars) = (String::new(), false, style.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                quoted = !quoted;
                out.push(c);
            }
            '\n' if quoted => panic!("a text is not closed in {style}"),
            '\\' if quoted => drop(chars.next()),
            c if !quoted => out.push(c),
            _ => {}
        }
    }
    out
}

/// Looks at every file of a site that is no page.
pub(super) fn is_sound(site: &Path, strings: &[Hostile], plain: &Plain) -> Seen {
    let mut seen = Seen::default();
    for entry in walkdir::WalkDir::new(site).sort_by_file_name().into_iter().map(Result::unwrap) {
        let path = entry.path();
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let attached = path.components().any(|part| part.as_os_str() == "evidence");
        if !entry.file_type().is_file() || attached || entry.file_name() == ".handoff-audit" {
            continue;
        }
        *seen.files.entry(ending.clone()).or_default() += 1;
        let met = seen.texts.entry(ending.clone()).or_default();
        let mut hold = |text: &str| holds_whole(text, strings, path, met);
        let text = || fs::read_to_string(path).unwrap();
        match ending.as_str() {
            "csv" => cells(&text(), |cell| {
                let risky = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
                assert!(!cell.starts_with(risky), "{}: {cell:?} is a formula", path.display());
                hold(cell);
            }),
            "json" => values(&serde_json::from_str(&text()).unwrap(), &mut hold),
            "js" if path.ends_with("search.js") => {
                let text = text();
                let data = text.strip_prefix("handoff(").and_then(|rest| rest.strip_suffix(");\n")).expect("one call");
                assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{}", path.display());
                values(&serde_json::from_str(data).unwrap(), &mut hold);
            }
            "svg" => {
                let found = names_in(&text());
                assert!(found.is_subset(&plain.names), "{}: {:?}", path.display(), found.difference(&plain.names));
            }
            "css" => assert!(plain.styles.contains(&without_texts(&text())), "{}: another style", path.display()),
            "html" | "js" | "" => {}
            other => panic!("{}: nobody looks at `{other}`", path.display()),
        }
    }
    seen
}

/// A text in which a mark stands has the whole string of that mark, unless it is a part of a text that was cut or taken apart.
fn holds_whole(text: &str, strings: &[Hostile], path: &Path, met: &mut BTreeSet<String>) {
    for one in strings.iter().filter(|one| text.contains(&one.mark)) {
        assert!(text.contains(one.text.trim()), "{}: {text:?} does not hold {:?}", path.display(), one.text);
        met.insert(one.mark.clone());
    }
}

fn cells(text: &str, mut cell: impl FnMut(&str)) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    for row in reader.records() {
        row.expect("every row is as long as the head").iter().for_each(&mut cell);
    }
}

fn values(value: &Value, met: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => met(text),
        Value::Array(items) => items.iter().for_each(|item| values(item, met)),
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            met(key);
            values(value, met);
        }),
        _ => {}
    }
}

/// The names of elements and attributes of a picture, which is well-formed.
fn names_in(svg: &str) -> BTreeSet<String> {
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}: {svg}"));
    let mut names = BTreeSet::new();
    for node in document.descendants() {
        assert!(!node.is_pi() && !node.is_comment(), "{node:?}");
        names.extend(Some(node.tag_name().name()).filter(|_| node.is_element()).map(str::to_owned));
        for attribute in node.attributes() {
            names.insert(format!("@{}", attribute.name()));
            // what an attribute may load or lead to
            let loads = ["href", "src", "style"].contains(&attribute.name()) || attribute.value().contains("url(");
            assert!(!loads || attribute.value().starts_with("url(#"), "{attribute:?}");
        }
    }
    names
}
