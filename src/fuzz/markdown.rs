//! Markdown: what an auditor wrote comes out as HTML of a few harmless elements.

use std::collections::BTreeSet;

use super::html::{Goes, Tag, goes, tags};
use crate::site::{MarkdownSetting, markdown as render};

/// Every element that may come out, with the attributes that it may have.
const ALLOWED: [(&str, &[&str]); 29] = [
    ("a", &["href", "id", "aria-label"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("div", &["class", "role", "aria-label", "tabindex"]),
    ("em", &[]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title"]),
    ("input", &["type", "disabled", "checked", "aria-label"]),
    ("li", &["id", "value"]),
    ("ol", &["class", "start"]),
    ("p", &[]),
    ("pre", &[]),
    ("strong", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Elements that hold texts and what stands in a line, and would be ended by a browser where something else began.
const LINES: [&str; 8] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "a"];

/// What may stand in a line.
const IN_LINES: [&str; 9] = ["a", "br", "code", "del", "em", "img", "input", "strong", "sup"];

/// The one page of the site that a text can lead to, and the link to it.
const PAGE: (&str, &str) = ("findings.html", "../findings.html");

/// Markdown: the text of a summary, a finding or an observation.
///
/// # Panics
/// Where what comes out is malformed, holds an element or attribute that is not allowed, leads to where nothing may lead, or has ids that
/// are not its own.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let resolve = |target: &str| (target == PAGE.0).then(|| PAGE.1.to_owned());
    let html = render(&text, &MarkdownSetting { prefix: "own", under: 2, resolve: &resolve }).0;
    let tags = tags(&html);
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.attribute("id")).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an id is given once: {ids:?}");
    assert!(ids.iter().all(|id| id.starts_with("own-")), "ids are those of the text: {ids:?}");
    for tag in &tags {
        is_allowed(tag);
        for address in ["href", "src"].into_iter().filter_map(|name| tag.attribute(name)) {
            match goes(address) {
                Goes::Out => assert_eq!(tag.name, "a", "nothing is loaded from elsewhere: {address:?}"),
                Goes::Within { path: "", fragment: Some(id) } => assert!(unique.contains(id), "{address:?} leads to a place"),
                Goes::Within { .. } => assert_eq!(address, PAGE.1, "a link leads to what the site holds"),
            }
        }
    }
}

fn is_allowed(tag: &Tag<'_>) {
    let known = ALLOWED.iter().find(|(name, _)| *name == tag.name);
    let (_, attributes) = known.unwrap_or_else(|| panic!("no text holds <{}>", tag.name));
    let other: Vec<_> = tag.attributes.keys().filter(|name| !attributes.contains(name)).collect();
    assert!(other.is_empty(), "<{}> never has {other:?}", tag.name);
    let class = tag.attribute("class").unwrap_or_default();
    let word = class.strip_prefix("language-").is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    assert!(word || ["", "scroll", "footnotes", "right", "centre"].contains(&class), "a text gives no class: {class:?}");
    let (around, name) = (&tag.around, tag.name);
    assert!(name != "a" || !around.contains(&"a"), "a link stands in a link");
    let line = around.iter().find(|around| LINES.contains(around));
    assert!(line.is_none() || IN_LINES.contains(&name), "<{name}> stands in {around:?}");
    let around = around.last().copied();
    let fits = match name {
        "li" => matches!(around, Some("ul" | "ol")),
        "tr" => matches!(around, Some("thead" | "tbody")),
        "td" | "th" => around == Some("tr"),
        "thead" | "tbody" => around == Some("table"),
        _ => !matches!(around, Some("ul" | "ol" | "table" | "thead" | "tbody" | "tr")),
    };
    assert!(fits, "<{name}> does not belong into {around:?}");
}
