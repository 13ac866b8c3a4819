//! Binds pages into one document: what stands in each page's `<main>`, with names that stay unique and links that stay inside.
//! Links to what the document does not hold lead to the pages beside it, or nowhere where it stands alone.
//!
//! It reads tags alone, and trusts that pages are our own: every attribute stands in double quotes, and `<` begins nothing but tags.

use std::collections::BTreeMap;

use super::markdown::escape;

/// The document to which pages are bound.
pub(crate) struct Binding {
    /// Its path.
    path: String,
    parts: BTreeMap<String, Part>,
    /// Where the document stands alone: the pictures that it holds, as addresses that need no file.
    alone: Option<BTreeMap<String, String>>,
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
        Binding { path, parts: parts.collect(), alone: None }
    }

    /// The same for a document that has nothing beside it but these pictures: their paths as links write them, and their addresses.
    pub(crate) fn alone(self, pictures: BTreeMap<String, String>) -> Self {
        Binding { alone: Some(pictures), ..self }
    }

    /// What stands in the `<main>` of the page at `path`, as a part of the document. Headings go down by one level, since the document
    /// has the highest for itself; what a region is called tells the title of the part, since other parts have the same regions.
    pub(crate) fn part(&self, path: &str, title: &str, page: &str) -> String {
        let content = page.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).map_or(page, |(_, rest)| rest);
        let content = content.rsplit_once("</main>").map_or(content, |(content, _)| content);
        let mut bound = String::with_capacity(content.len() + content.len() / 8);
        let mut rest = content;
        let mut in_dead = false;
        while let Some((text, tag)) = rest.split_once('<') {
            bound.push_str(text);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            bound.push('<');
            match tag {
                "/a" if std::mem::take(&mut in_dead) => bound.push_str("/span"),
                _ => in_dead |= self.tag(path, title, tag, &mut bound),
            }
            bound.push('>');
            rest = after;
        }
        bound.push_str(rest);
        bound
    }

    /// Writes what stands between `<` and `>`. A link that leads nowhere becomes a plain `span`; says whether it was one.
    fn tag(&self, path: &str, title: &str, tag: &str, out: &mut String) -> bool {
        let (name, mut attributes) = tag.split_at(tag.find([' ', '\n']).unwrap_or(tag.len()));
        let href = attributes.split_once(" href=\"").and_then(|(_, rest)| rest.split('"').next());
        let dead = name == "a" && href.is_some_and(|href| self.link(path, href).is_none());
        out.push_str(&if dead { "span".to_owned() } else { lower_heading(name) });
        while let Some((key, rest)) = attributes.split_once("=\"") {
            let Some((value, after)) = rest.split_once('"') else { break };
            attributes = after;
            // a word before it is an attribute without a value
            let value = match key.rsplit([' ', '\n']).next().unwrap_or(key) {
                // a section with a name is a landmark; a document has a hundred of them, and few names
                "aria-labelledby" | "aria-label" if name == "section" => continue,
                "href" | "rel" if dead => continue,
                "id" => self.name(path, value),
                "aria-labelledby" | "aria-describedby" | "for" => {
                    value.split(' ').map(|id| self.name(path, id)).collect::<Vec<_>>().join(" ")
                }
                "aria-label" => format!("{value} ({})", escape(title)),
                "href" => self.link(path, value).unwrap_or_default(),
                "src" => self.picture(path, value).or_else(|| self.link(path, value)).unwrap_or_default(),
                _ => value.to_owned(),
            };
            out.push_str(key);
            out.push_str("=\"");
            out.push_str(&value);
            out.push('"');
        }
        out.push_str(attributes);
        dead
    }

    /// A name within the page at `path`, made unique.
    pub(crate) fn name(&self, path: &str, id: &str) -> String {
        match self.parts.get(path) {
            Some(part) => format!("s{}-{id}", part.number),
            None => id.to_owned(),
        }
    }

    /// The address of a picture that the document holds by itself.
    fn picture(&self, path: &str, file: &str) -> Option<String> {
        self.alone.as_ref()?.get(&joined(path, file)).cloned()
    }

    /// Where a link on the page at `path` leads from the document: within it where it holds the target.
    pub(crate) fn link(&self, path: &str, link: &str) -> Option<String> {
        if link.contains(':') {
            return Some(link.to_owned());
        }
        let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
        let to = if file.is_empty() { path.to_owned() } else { joined(path, file) };
        match (self.parts.get(&to), fragment, &self.alone) {
            (Some(part), None, _) => Some(format!("#{}", part.id)),
            (Some(_), Some(fragment), _) => Some(format!("#{}", self.name(&to, fragment))),
            (None, _, Some(_)) if to == self.path => Some("#main".to_owned()),
            (None, _, Some(_)) => None,
            (None, fragment, None) => {
                let fragment = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
                Some(format!("{}{fragment}", relative(&self.path, &to)))
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
            assert_eq!(binding().link("a/channels/phone.html", link).as_deref(), Some(bound));
        }
    }

    #[test]
    fn a_document_that_stands_alone_links_to_nothing_outside() {
        let picture = ("a/evidence/50%25.png".to_owned(), "data:image/png;base64,AAAA".to_owned());
        let alone = binding().alone(BTreeMap::from([picture]));
        let part = alone.part(
            "a/channels/phone.html",
            "Phone",
            "<main><a class=\"x\" rel=\"prev\" href=\"../leads/p-01.html\">1</a> <a href=\"../findings.html\">2</a> \
             <a href=\"https://example.com/\">3</a> <a href=\"../print.html\">4</a> <img alt=\"5\" src=\"../evidence/50%25.png\"></main>",
        );
        assert_eq!(
            part,
            "<span class=\"x\">1</span> <a href=\"#findings\">2</a> <a href=\"https://example.com/\">3</a> <a href=\"#main\">4</a> \
             <img alt=\"5\" src=\"data:image/png;base64,AAAA\">"
        );
    }

    #[test]
    fn names_headings_and_landmarks_are_those_of_a_part() {
        let page = "<body><main id=\"main\">\n<section class=\"x\" aria-labelledby=\"t\"><h2 id=\"t\">1 &lt; 2, id=\"t\"</h2></section>\
                    <svg aria-labelledby=\"t u\"/><b hidden id=\"b\" aria-label=\"All\">y</b></main></body>";
        let part = binding().part("a/findings.html", "A & B", page);
        assert_eq!(
            part,
            "\n<section class=\"x\"><h3 id=\"s0-t\">1 &lt; 2, id=\"t\"</h3></section>\
             <svg aria-labelledby=\"s0-t s0-u\"/><b hidden id=\"s0-b\" aria-label=\"All (A &amp; B)\">y</b>"
        );
    }
}
