//! What holds of a site in several languages, or in another than English.

use std::collections::BTreeMap;

use super::{Entry, Site, build, derived, links_hold, pages, rewrite, samples, values};
use crate::audit::{Audit, Edition};
use crate::words::{Language, tests::pieces};

/// The samples in the languages of a list, which begins again at its end.
fn in_languages(languages: &[Language]) -> Vec<Audit> {
    let audits = samples().into_iter().map(|(audit, _)| audit).zip(languages.iter().cycle());
    audits.map(|(audit, language)| Audit { language: *language, ..audit }).collect()
}

fn site(audits: Vec<Audit>) -> Site {
    build(&derived(audits)).unwrap()
}

/// The language that a page names for itself.
fn language(page: &str) -> &str {
    values(page, "lang")[0]
}

#[test]
fn each_audit_leads_to_the_rules_in_its_own_language() {
    let audits = in_languages(&[Language::English, Language::German]);
    let site = site(audits.clone());
    links_hold(&site);
    for (path, page) in pages(&site) {
        let audit = audits.iter().find(|audit| path.starts_with(&format!("{}/", audit.id)));
        let expected = match audit {
            Some(audit) => audit.language,
            None if path.starts_with("rules/de/") => Language::German,
            None => Language::English,
        };
        assert_eq!(language(page), expected.id(), "{path}");
        if audit.is_some() {
            let rules: Vec<&str> = values(page, "href").into_iter().filter(|href| href.contains("../rules/")).collect();
            assert!(!rules.is_empty(), "{path} leads to no rule");
            for href in rules {
                assert_eq!(href.contains("rules/de/"), expected == Language::German, "{path}: {href}");
            }
        }
    }
    let rules = |folder: &str| {
        pages(&site).keys().filter(|path| path.strip_prefix(folder).is_some_and(|rest| !rest.contains('/'))).count()
    };
    assert_eq!(rules("rules/"), rules("rules/de/"));
}

#[test]
fn every_page_is_marked_as_internal_in_its_own_language() {
    let audits = in_languages(&[Language::English, Language::German]);
    let site = site(audits.into_iter().map(|audit| Audit { edition: Edition::Internal, ..audit }).collect());
    for (path, page) in pages(&site) {
        let mark = if language(page) == "de" { " · interne Ausgabe</title>" } else { " · internal edition</title>" };
        assert!(page.contains(mark), "{path}");
    }
}

#[test]
fn a_site_in_one_language_speaks_it_everywhere() {
    let site = site(in_languages(&[Language::German]));
    links_hold(&site);
    for (path, page) in pages(&site) {
        assert_eq!(language(page), "de", "{path}");
        assert_eq!(path.starts_with("rules/"), path.starts_with("rules/de/"), "{path}");
    }
}

#[test]
fn the_data_of_an_audit_is_the_same_in_every_language() {
    let titled = |mut audits: Vec<Audit>| {
        // findings to which the auditor gave no title have one of the program's
        for written in audits.iter_mut().flat_map(|audit| audit.findings.values_mut()) {
            written.title.get_or_insert_with(|| "A title".to_owned());
        }
        site(audits)
    };
    let (english, german) = (titled(in_languages(&[Language::English])), titled(in_languages(&[Language::German])));
    let data = |path: &str| path.ends_with(".json") || path.ends_with("leads.csv") || path.ends_with("actions.csv");
    let paths: Vec<&str> = english.iter().map(|(path, _)| path).filter(|path| data(path)).collect();
    assert!(paths.len() > 10);
    for path in paths {
        let data = |site: &Site| match site.get(path) {
            Some(Entry::Bytes(bytes)) => String::from_utf8_lossy(bytes).replace(r#""language": "de""#, r#""language": "en""#),
            _ => panic!("{path} is missing"),
        };
        assert!(data(&english) == data(&german), "{path} differs in more than the language that it names");
    }
}

/// Words that hardly any English sentence does without, and no German one has.
const ENGLISH: [&str; 26] = [
    "the", "of", "and", "with", "lead", "leads", "is", "are", "for", "from", "to", "no", "not", "none", "nobody", "level",
    "held", "about", "each", "after", "step", "this", "what", "which", "at", "by",
];

#[test]
fn no_page_in_german_says_a_word_of_english() {
    let mut audits = in_languages(&[Language::German]);
    for audit in &mut audits {
        rewrite(audit, &mut |text| *text = "Xy".to_owned());
    }
    let site = site(audits);
    let mut found = BTreeMap::new();
    let charts = site.iter().filter_map(|(path, entry)| match entry {
        Entry::Bytes(bytes) if path.ends_with(".svg") => Some((path, std::str::from_utf8(bytes).unwrap())),
        _ => None,
    });
    // it quotes the English words that it is about
    let quotes = |path: &str| path == "rules/de/intention-wording.html";
    for (path, page) in pages(&site).into_iter().chain(charts).filter(|(path, _)| !quotes(path)) {
        for text in said(page) {
            // a name of a file is one word
            let mut words = text.split(|letter: char| !letter.is_alphanumeric() && !['-', '.'].contains(&letter));
            if words.any(|word| ENGLISH.contains(&word.trim_end_matches('.').to_lowercase().as_str())) {
                found.entry(text).or_insert(path);
            }
        }
    }
    assert!(found.is_empty(), "these are left in English: {found:#?}");
}

/// Messages of the English catalogue, and pieces of them, that no German message holds: those that stand on a site without auditors' texts.
fn english_messages(language: Language) -> BTreeMap<String, (String, String)> {
    // shorter pieces may stand within other words
    const LONG: usize = 4;
    let mut audits = in_languages(&[language]);
    for audit in &mut audits {
        rewrite(audit, &mut |text| *text = "Xy".to_owned());
    }
    let german = pieces(Language::German);
    let english: Vec<_> = pieces(Language::English).into_iter().filter(|(piece, _)| !german.contains_key(piece)).collect();
    let long: Vec<_> = english.iter().filter(|(piece, _)| piece.split_whitespace().count() >= LONG).collect();
    let mut found = BTreeMap::new();
    for (path, page) in pages(&site(audits)) {
        // only what a page marks within itself is meant to be in another language than the page
        let (_, page) = page.split_once("<head>").unwrap();
        for text in said(page) {
            let text = text.replace("&#x27;", "'").replace("&quot;", "\"").replace("&amp;", "&");
            let whole = text.trim_matches(|letter: char| !letter.is_alphanumeric());
            let same = english.binary_search_by(|(piece, _)| piece.as_str().cmp(whole)).ok().map(|at| &english[at]);
            if let Some((_, key)) = same.or_else(|| long.iter().copied().find(|(piece, _)| text.contains(piece.as_str()))) {
                found.entry(key.clone()).or_insert_with(|| (path.to_owned(), text.clone()));
            }
        }
    }
    found
}

#[test]
fn no_page_in_german_holds_a_message_of_the_english_catalogue() {
    let seen = english_messages(Language::English).len();
    assert!(seen > 300, "only {seen} messages are found where all are English");
    let left = english_messages(Language::German);
    assert!(left.is_empty(), "these messages are left in English: {left:#?}");
}

/// The texts of a page: between tags, apart from code and from what is marked as English; and in attributes that are read aloud.
fn said(page: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut skipped: Option<&str> = None;
    for piece in page.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.split([' ', '\n', '/']).next().unwrap_or_default();
        match skipped {
            Some(open) if tag.strip_prefix('/') == Some(open) => skipped = None,
            Some(_) => continue,
            None if ["code", "style", "script"].contains(&name) || tag.contains(" lang=\"en\"") => {
                skipped = Some(name);
                continue;
            }
            None => {}
        }
        texts.push(text.trim().to_owned());
        let tag = format!("<{tag}>");
        texts.extend(["aria-label", "data-label", "data-text", "alt", "title"].map(|name| values(&tag, name).concat()));
        if name == "meta" && tag.contains("name=\"description\"") {
            texts.extend(values(&tag, "content").into_iter().map(str::to_owned));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}
