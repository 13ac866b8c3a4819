//! The whole build, in memory: files to a site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::html::{Goes, goes, tags};
use super::reader::is_told_well;
use crate::audit::{self, Edition};
use crate::check::{Opened, check_opened};
use crate::site::{Design, Entry, Press, Printed, Sheet};
use crate::words::Language;

/// What stands before the path of a file, on a line of its own.
const FILE: &str = "=== ";

/// Files of audits, each behind a line with its path: `=== client/2026-03/audit.yml`. A path that begins with `internal:` has the internal
/// edition built.
///
/// # Panics
/// Where something is told badly, a sound audit is not printed, or a page is empty, malformed, or leads to what is not there.
pub fn site(bytes: &[u8]) {
    let (texts, edition) = files(bytes);
    let is_audit = |path: &String| path.ends_with("/audit.yml") || path.ends_with("/audit.yaml");
    if !texts.keys().any(is_audit) {
        return;
    }
    let checked = check_opened(Opened::new(audit::load_texts(&texts, edition)));
    is_told_well(&checked.problems, &checked.sources);
    if checked.has_errors() {
        return;
    }
    let design = Design { brands: Some(&checked.brands), templates: None };
    let press = Press::designed(&checked.audits, design).unwrap_or_else(|error| panic!("{error}"));
    let is_shared = |sheet: &Sheet| !matches!(sheet, Sheet::Rules(_) | Sheet::Rule(..));
    let mut printed = Vec::new();
    for sheet in press.sheets().into_iter().filter(is_shared) {
        printed.extend(press.print(sheet).unwrap_or_else(|error| panic!("{error}")));
    }
    let mut pages: BTreeMap<String, Page> = BTreeMap::new();
    for Printed { path, entry } in printed {
        let page = match &entry {
            Entry::Bytes(bytes) => Page::read(&path, bytes),
            Entry::Attachment { .. } => Page::default(),
        };
        assert!(pages.insert(path.clone(), page).is_none(), "two files lie at {path}");
    }
    let with_rules = rules(&press);
    let there = |path: &str| pages.get(path).or_else(|| with_rules.get(path));
    for (path, page) in &pages {
        for link in &page.links {
            leads_somewhere(path, link, &there);
        }
    }
    for (at, id) in press.ids().enumerate() {
        let name = format!("{at}.html");
        let single = press.print_single(at, name.clone(), &|_, _, _| Ok(None)).unwrap_or_else(|error| panic!("{id}: {error}"));
        let Entry::Bytes(bytes) = single.entry else { panic!("{id} as one file is a file") };
        let page = Page::read(&name, &bytes);
        let alone = |path: &str| (path == name).then_some(&page);
        page.links.iter().filter(|link| !link.starts_with("data:")).for_each(|link| leads_somewhere(&name, link, &alone));
    }
}

/// The files that some bytes stand for, and for which edition they are read.
fn files(bytes: &[u8]) -> (BTreeMap<String, Vec<u8>>, Edition) {
    let mut texts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let (mut edition, mut into) = (Edition::Client, None);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(path) = line.strip_prefix(FILE.as_bytes()) {
            let path = String::from_utf8_lossy(path);
            let path = path.trim_end().strip_prefix("internal:").map_or(path.trim_end(), |path| {
                edition = Edition::Internal;
                path
            });
            into = Some(path.to_owned());
            texts.entry(path.to_owned()).or_default();
        } else if let Some(text) = into.as_ref().and_then(|path| texts.get_mut(path)) {
            text.extend_from_slice(line);
        }
    }
    (texts, edition)
}

/// What a file of the site holds that others can lead to, and where it leads.
#[derive(Clone, Debug, Default)]
struct Page {
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
}

impl Page {
    /// Reads a file of the site, which has to be what its name says.
    fn read(path: &str, bytes: &[u8]) -> Page {
        let mut page = Page::default();
        let text = || std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path} is UTF-8: {error}"));
        match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => {
                assert!(!text().trim().is_empty(), "{path} is empty");
                for tag in tags(text()) {
                    if let Some(id) = tag.attribute("id") {
                        assert!(page.ids.insert(id.to_owned()), "{path} has the id {id} twice");
                    }
                    assert!(!tag.attributes.keys().any(|name| name.starts_with("on")), "{path} holds a script: {tag:?}");
                    page.links.extend(["href", "src"].into_iter().filter_map(|name| tag.attribute(name)).map(str::to_owned));
                }
            }
            "json" => drop(serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))),
            "svg" => drop(roxmltree::Document::parse(text()).unwrap_or_else(|error| panic!("{path}: {error}"))),
            "csv" => csv::Reader::from_reader(bytes).records().for_each(|row| {
                let _ = row.unwrap_or_else(|error| panic!("{path}: {error}"));
            }),
            _ => {}
        }
        page
    }
}

/// That what a page names is there.
fn leads_somewhere<'p>(from: &str, link: &str, there: &impl Fn(&str) -> Option<&'p Page>) {
    let Goes::Within { path, fragment } = goes(link) else { return };
    let mut parts: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        parts.pop();
        for part in path.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{link} in {from} leads out of the site"),
                "." => {}
                part => parts.push(part),
            }
        }
    }
    let decode = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let to = if path.is_empty() { from.to_owned() } else { decode(&parts.join("/")) };
    let page = there(&to).unwrap_or_else(|| panic!("{link} in {from} leads to {to}, which is not there"));
    if let Some(id) = fragment.filter(|id| !id.is_empty()) {
        assert!(page.ids.contains(&decode(id)), "{link} in {from} leads to a place that {to} does not have");
    }
}

/// The pages of the rules in the languages of a site. They are the same on every site, and read once in each language.
fn rules(press: &Press<'_>) -> BTreeMap<String, Page> {
    static KNOWN: Mutex<BTreeMap<Language, BTreeMap<String, Page>>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut all = BTreeMap::new();
    for sheet in press.shared_sheets() {
        let Sheet::Rules(language) = sheet else { continue };
        let pages = known.entry(language).or_insert_with(|| {
            let of_rules = |sheet: &Sheet| matches!(sheet, Sheet::Rules(of) | Sheet::Rule(of, _) if *of == language);
            let sheets = press.shared_sheets().into_iter().filter(of_rules);
            let printed = sheets.flat_map(|sheet| press.print(sheet).unwrap_or_else(|error| panic!("{error}")));
            printed
                .filter_map(|Printed { path, entry }| match entry {
                    Entry::Bytes(bytes) => Some((path.clone(), Page::read(&path, &bytes))),
                    Entry::Attachment { .. } => None,
                })
                .collect()
        });
        all.extend(pages.clone());
    }
    all
}
