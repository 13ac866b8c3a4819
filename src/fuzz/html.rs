//! A strict look at HTML of our own: every tag is read, and what a browser would have to guess is a mistake.

use std::collections::BTreeMap;

/// Elements that have no end.
const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// Elements whose inside is no HTML.
const RAW: [&str; 2] = ["script", "style"];

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    pub(super) name: &'t str,
    /// Its attributes, with their values as they are meant; one without a value has an empty one.
    pub(super) attributes: BTreeMap<&'t str, String>,
    /// The names of the elements around it, from the outermost on.
    pub(super) around: Vec<&'t str>,
}

impl Tag<'_> {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// All elements of a document or a part of one, in their order.
///
/// # Panics
/// Where a tag is malformed, an attribute is given twice or without quotes, or elements do not end in the order in which they began.
pub(super) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some((_, behind)) = rest.split_once('<') {
        if let Some(behind) = behind.strip_prefix("!doctype html>") {
            rest = behind;
        } else if let Some(behind) = behind.strip_prefix('/') {
            let (name, behind) = behind.split_once('>').expect("an end tag ends");
            assert_eq!(open.pop(), Some(name), "</{name}> ends what is open");
            rest = behind;
        } else {
            let (tag, closed, behind) = start(behind, &open);
            rest = behind;
            if RAW.contains(&tag.name) {
                rest = rest.split_once(&format!("</{}>", tag.name)).expect("a script and a style end").1;
            } else if !closed && !VOID.contains(&tag.name) {
                open.push(tag.name);
            }
            found.push(tag);
        }
    }
    assert!(open.is_empty(), "{open:?} do not end");
    found
}

/// Reads a tag up to its `>`: the tag, whether it ends with `/>`, and what stands behind it.
fn start<'t>(text: &'t str, around: &[&'t str]) -> (Tag<'t>, bool, &'t str) {
    let (name, mut rest) = word(text);
    assert!(!name.is_empty(), "`<` begins a tag: {:?}", text.chars().take(40).collect::<String>());
    let mut tag = Tag { name, attributes: BTreeMap::new(), around: around.to_vec() };
    loop {
        let bare = rest.trim_start();
        if let Some(behind) = bare.strip_prefix("/>") {
            return (tag, true, behind);
        }
        if let Some(behind) = bare.strip_prefix('>') {
            return (tag, false, behind);
        }
        assert!(bare.len() < rest.len(), "a space stands before an attribute of {tag:?}");
        let (name, behind) = word(bare);
        assert!(!name.is_empty(), "an attribute of {tag:?} has a name: {:?}", bare.chars().take(40).collect::<String>());
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("the value of an attribute ends"),
            None => ("", behind),
        };
        assert!(!value.contains('<'), "a value of {tag:?} holds no `<`: {value:?}");
        assert!(tag.attributes.insert(name, meant(value)).is_none(), "{tag:?} has {name} once");
        rest = behind;
    }
}

/// The name that a text begins with, and what stands behind it.
fn word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len());
    text.split_at(end)
}

/// What the value of an attribute means.
fn meant(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let (name, behind) = behind.split_once(';').expect("a bare `&` stands in no value");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => {
                let code = other.strip_prefix('#').expect("a name that every browser knows");
                let number = match code.strip_prefix('x') {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => code.parse(),
                };
                number.ok().and_then(char::from_u32).expect("a number of a letter")
            }
        });
        rest = behind;
    }
    out + rest
}

/// Where a browser would go from an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Goes<'a> {
    /// To the web, a mail program, a telephone.
    Out,
    /// To another file of the site, or to a place on this page.
    Within { path: &'a str, fragment: Option<&'a str> },
}

/// Where an address leads.
///
/// # Panics
/// Where it leads to none of these.
pub(super) fn goes(address: &str) -> Goes<'_> {
    // as browsers do: what is in front is passed over, and so are tabs and line breaks anywhere
    let seen: String =
        address.trim_start_matches(|c: char| c <= ' ').chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let scheme = seen.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).next().unwrap_or_default();
    if seen.strip_prefix(scheme).is_some_and(|rest| rest.starts_with(':'))
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
    {
        let known = ["http", "https", "mailto", "tel"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
        assert!(known, "{address:?} leads to where nothing of ours leads");
        return Goes::Out;
    }
    assert!(!seen.starts_with(['/', '\\']), "{address:?} leads out of the site");
    match address.split_once('#') {
        Some((path, fragment)) => Goes::Within { path, fragment: Some(fragment) },
        None => Goes::Within { path: address, fragment: None },
    }
}
