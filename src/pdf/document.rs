//! The document that is printed: `print.html` of one audit with what it needs, changed where paper differs from the web.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Paper;
use crate::site::{Entry, Error, Press, Printed, Sheet, Site};

/// What the browser opens.
pub(super) struct Document {
    /// The page and what it needs.
    pub(super) site: Site,
    /// Where the page lies in it.
    pub(super) page: String,
    /// The ids to which its table of contents points.
    pub(super) contents: Vec<String>,
}

/// Makes the document of the audit at a place of the press; `numbers` says on which page a part begins, as far as it is known.
pub(super) fn make(press: &Press<'_>, at: usize, paper: Paper, numbers: &BTreeMap<String, usize>) -> Result<Document, Error> {
    let page = press.path(Sheet::Print(at)).unwrap_or_default();
    let mut document = Document { site: Site::of(press.edition()), page, contents: Vec::new() };
    document.site.extend(press.print(Sheet::Assets)?);
    for Printed { path, entry } in press.print(Sheet::Data(at))?.into_iter().chain(press.print(Sheet::Print(at))?) {
        let entry = match entry {
            Entry::Bytes(bytes) if path == document.page => {
                let html = String::from_utf8_lossy(&bytes);
                document.contents = contents(&html);
                Entry::Bytes(without_ways_out(&html).into_bytes())
            }
            Entry::Bytes(mut bytes) if path.ends_with("/audit.css") => {
                bytes.extend(style(paper, numbers).bytes());
                Entry::Bytes(bytes)
            }
            entry => entry,
        };
        document.site.insert(path, entry);
    }
    Ok(document)
}

/// The paper, and the page numbers of the contents.
fn style(paper: Paper, numbers: &BTreeMap<String, usize>) -> String {
    let mut css = format!("@page{{size:{}}}\n.contents a::after{{float:right}}\n", paper.css());
    for (place, number) in numbers {
        let _ = writeln!(css, ".contents a[href=\"#{place}\"]::after{{content:\"{number}\"}}");
    }
    css
}

/// The ids to which the table of contents points.
fn contents(html: &str) -> Vec<String> {
    let list = html.split_once("class=\"contents\"").and_then(|(_, rest)| rest.split_once("</ol>")).map_or("", |(list, _)| list);
    list.split("href=\"#").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// The document without links to other pages of the site: a PDF travels alone, and they would lead to a folder that is gone.
fn without_ways_out(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut parts = html.split("<a ");
    kept.push_str(parts.next().unwrap_or_default());
    for part in parts {
        kept.push_str("<a ");
        let tag = part.find('>').unwrap_or(part.len());
        let link = part[..tag].find("href=\"").and_then(|start| {
            let value = start + "href=\"".len();
            Some((start, value, value + part[value..tag].find('"')?))
        });
        match link {
            Some((start, value, end)) if !part[value..end].starts_with('#') && !part[value..end].contains(':') => {
                kept.push_str(&part[..start]);
                kept.push_str(&part[end + 1..]);
            }
            _ => kept.push_str(part),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_leave_the_document_are_texts() {
        for (html, kept) in [
            ("<a href=\"#plan\">x</a>", "<a href=\"#plan\">x</a>"),
            ("a <a class=\"b\" href=\"../leads/w-01.html#claim\">x</a> b", "a <a class=\"b\" >x</a> b"),
            ("<a href=\"https://example.com/\">x</a>", "<a href=\"https://example.com/\">x</a>"),
            ("<a href=\"mailto:a\">x</a><link href=\"y.css\">", "<a href=\"mailto:a\">x</a><link href=\"y.css\">"),
            ("<a id=\"y\">href=\"z\"</a>", "<a id=\"y\">href=\"z\"</a>"),
        ] {
            assert_eq!(without_ways_out(html), kept);
        }
    }

    #[test]
    fn the_contents_name_their_parts() {
        let html = "<a href=\"#main\"></a><ol class=\"contents\">\n<li><a href=\"#plan\">P</a></li><li><a href=\"#leads\">L</a></li></ol><a href=\"#x\">";
        assert_eq!(contents(html), ["plan", "leads"]);
    }

    #[test]
    fn paper_and_numbers_stand_in_the_style() {
        let css = style(Paper::Letter, &BTreeMap::from([("plan".to_owned(), 12)]));
        assert!(css.contains("@page{size:letter}") && css.contains("a[href=\"#plan\"]::after{content:\"12\"}"), "{css}");
    }
}
