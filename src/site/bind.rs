//! Binds pages into one document: what stands in each page's `<main>`, with names that stay unique and links that stay inside.
//!
//! It reads tags alone, and trusts that pages are our own: every attribute stands in double quotes, and `<` begins nothing but tags.

use std::collections::BTreeMap;

/// The document to which pages are bound.
pub(crate) struct Binding {
    /// Its path.
    path: String,
    parts: BTreeMap<String, Part>,
}

/// A part of the document.
struct Part {
    /// Its id there.
    id: String,
    /// Sets the names within it apart from those of other parts.
    number: usize,
}

impl Binding {
    /// A document at a path with its parts: the path of each bound page, and the part's id, which begins unlike `s1-`.
    pub(crate) fn new(path: String, parts: impl IntoIterator<Item = (String, String)>) -> Self {
        let parts = parts.into_iter().enumerate().map(|(number, (path, id))| (path, Part { id, number }));
        Binding { path, parts: parts.collect() }
    }

    /// What stands in the `<main>` of the page at `path`, as a part of the document. Headings go down by one level, since the document
    /// has the highest for itself.
    pub(crate) fn part(&self, path: &str, page: &str) -> String {
        let content = page.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).map_or(page, |(_, rest)| rest);
        let content = content.rsplit_once("</main>").map_or(content, |(content, _)| content);
        let mut bound = String::with_capacity(content.len() + content.len() / 8);
        let mut rest = content;
        while let Some((text, tag)) = rest.split_once('<') {
            bound.push_str(text);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            bound.push('<');
            self.tag(path, tag, &mut bound);
            bound.push('>');
            rest = after;
        }
        bound.push_str(rest);
        bound
    }

    /// Writes what stands between `<` and `>`.
    fn tag(&self, path: &str, tag: &str, out: &mut String) {
        let (name, mut attributes) = tag.split_at(tag.find([' ', '\n']).unwrap_or(tag.len()));
        out.push_str(&lower_heading(name));
        while let Some((key, rest)) = attributes.split_once("=\"") {
            let Some((value, after)) = rest.split_once('"') else { break };
            attributes = after;
            // a word before it is an attribute without a value
            let value = match key.rsplit([' ', '\n']).next().unwrap_or(key) {
                // a section with a name is a landmark; a document has a hundred of them, and few names
                "aria-labelledby" | "aria-label" if name == "section" => continue,
                "id" => self.name(path, value),
                "aria-labelledby" | "aria-describedby" | "for" => {
                    value.split(' ').map(|id| self.name(path, id)).collect::<Vec<_>>().join(" ")
                }
                "aria-label" => format!("{value} ({})", self.parts.get(path).map_or("", |part| &part.id)),
                "href" | "src" => self.link(path, value),
                _ => value.to_owned(),
            };
            out.push_str(key);
            out.push_str("=\"");
            out.push_str(&value);
            out.push('"');
        }
        out.push_str(attributes);
    }

    /// A name within the page at `path`, made unique.
    pub(crate) fn name(&self, path: &str, id: &str) -> String {
        match self.parts.get(path) {
            Some(part) => format!("s{}-{id}", part.number),
            None => id.to_owned(),
        }
    }

    /// Where a link on the page at `path` leads from the document: within it where it holds the target.
    fn link(&self, path: &str, link: &str) -> String {
        if link.contains(':') {
            return link.to_owned();
        }
        let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
        let to = if file.is_empty() { path.to_owned() } else { joined(path, file) };
        match (self.parts.get(&to), fragment) {
            (Some(part), None) => format!("#{}", part.id),
            (Some(_), Some(fragment)) => format!("#{}", self.name(&to, fragment)),
            (None, fragment) => {
                let fragment = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
                format!("{}{fragment}", relative(&self.path, &to))
            }
        }
    }
}

/// The name of a tag, a heading's one level down.
fn lower_heading(name: &str) -> String {
    let (slash, bare) = name.strip_prefix('/').map_or(("", name), |bare| ("/", bare));
    match bare {
        "h1" | "h2" | "h3" | "h4" | "h5" => {
            let level = bare.as_bytes()[1] - b'0' + 1;
            format!("{slash}h{level}")
        }
        _ => name.to_owned(),
    }
}

/// The path of a file that a link on the page at `path` names, both as links write them.
pub(super) fn joined(path: &str, file: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in file.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The link from the page at one path to a file at another, whose parts are encoded already.
fn relative(from: &str, to: &str) -> String {
    let (here, there): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let most = here.len().min(there.len()) - 1;
    let shared = here.iter().zip(&there).take(most).take_while(|(one, other)| one == other).count();
    "../".repeat(here.len() - 1 - shared) + &there[shared..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binding() -> Binding {
        let part = |path: &str, part: &str| (path.to_owned(), part.to_owned());
        let parts = [part("a/findings.html", "findings"), part("a/channels/phone.html", "channel-phone")];
        Binding::new("a/print.html".to_owned(), parts)
    }

    #[test]
    fn links_lead_within_the_document_where_they_can() {
        for (link, bound) in [
            ("#missing", "#s1-missing"),
            ("../findings.html", "#findings"),
            ("../findings.html#phone-claim", "#s0-phone-claim"),
            ("../leads/p-01.html#claim", "leads/p-01.html#claim"),
            ("../../rules/claim-late.html", "../rules/claim-late.html"),
            ("../evidence/50%25.png", "evidence/50%25.png"),
            ("https://example.com/#x", "https://example.com/#x"),
            ("mailto:x", "mailto:x"),
        ] {
            assert_eq!(binding().link("a/channels/phone.html", link), bound);
        }
    }

    #[test]
    fn names_headings_and_landmarks_are_those_of_a_part() {
        let page = "<body><main id=\"main\">\n<section class=\"x\" aria-labelledby=\"t\"><h2 id=\"t\">1 &lt; 2, id=\"t\"</h2></section>\
                    <svg aria-labelledby=\"t u\"/><b hidden id=\"b\">y</b></main></body>";
        let part = binding().part("a/findings.html", page);
        assert_eq!(
            part,
            "\n<section class=\"x\"><h3 id=\"s0-t\">1 &lt; 2, id=\"t\"</h3></section>\
             <svg aria-labelledby=\"s0-t s0-u\"/><b hidden id=\"s0-b\">y</b>"
        );
    }
}
