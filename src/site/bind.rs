//! Binds pages into one document: what stands in each page's `<main>`, with names that stay unique and links that stay inside.
//! Links to what the document does not hold lead to the pages beside it, or nowhere where it stands alone.
//!
//! It reads tags alone, and trusts that pages are our own: every attribute stands in double quotes, and `<` begins nothing but tags.

use std::borrow::Cow;
use std::collections::BTreeMap;

use foldhash::HashMap;

use super::links;
use super::markdown::escape;

/// The document to which pages are bound.
pub(crate) struct Binding {
    /// Its path.
    path: String,
    parts: HashMap<String, Part>,
    /// Where the document stands alone: the pictures that it holds, as addresses that need no file.
    alone: Option<BTreeMap<String, String>>,
}

/// A part of the document.
struct Part {
    /// Its id there.
    id: String,
    /// Begins the names within it, which sets them apart from those of other parts.
    prefix: String,
}

/// A page while it is bound.
struct Page<'b> {
    binding: &'b Binding,
    path: &'b str,
    /// What tells its regions from those of other parts, as it stands in an attribute.
    title: String,
    /// What begins its names.
    prefix: &'b str,
}

impl Binding {
    /// A document at a path with its parts: the path of each bound page, and the part's id, which begins unlike `s1-`.
    pub(crate) fn new(path: String, parts: impl IntoIterator<Item = (String, String)>) -> Self {
        let part = |(number, (path, id))| (path, Part { id, prefix: format!("s{number}-") });
        Binding { path, parts: parts.into_iter().enumerate().map(part).collect(), alone: None }
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
        let page = Page { binding: self, path, title: escape(title), prefix: self.prefix(path) };
        let mut bound = Copied { from: content, done: 0, out: String::with_capacity(content.len() + content.len() / 8) };
        let mut in_dead = false;
        for open in memchr::memchr_iter(b'<', content.as_bytes()) {
            let tag = cut(&content[open + 1..], b'>').map_or(&content[open + 1..], |(tag, _)| tag);
            match tag {
                "/a" if std::mem::take(&mut in_dead) => bound.replace(tag, "/span"),
                _ => in_dead |= page.tag(tag, &mut bound),
            }
        }
        bound.finish()
    }

    /// A name within the page at `path`, made unique.
    pub(crate) fn name(&self, path: &str, id: &str) -> String {
        [self.prefix(path), id].concat()
    }

    /// What begins the names within the page at `path`; nothing for a page that the document does not hold.
    fn prefix(&self, path: &str) -> &str {
        self.parts.get(path).map_or("", |part| &part.prefix)
    }

    /// Where a link on the page at `path` leads from the document: within it where it holds the target.
    pub(crate) fn link(&self, path: &str, link: &str) -> Option<String> {
        let mut out = String::with_capacity(link.len() + 16);
        self.push_link(path, link, &mut out).then_some(out)
    }

    /// Writes where a link on the page at `path` leads from the document; whether it leads anywhere.
    fn push_link(&self, path: &str, link: &str, out: &mut String) -> bool {
        if link.contains(':') {
            out.push_str(link);
            return true;
        }
        let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
        let to = if file.is_empty() { Cow::Borrowed(path) } else { Cow::Owned(joined(path, file)) };
        match (self.parts.get(&*to), fragment) {
            (Some(part), None) => out.extend(["#", &part.id]),
            (Some(part), Some(fragment)) => out.extend(["#", &part.prefix, fragment]),
            (None, _) if self.alone.is_some() => {
                let itself = *to == self.path;
                out.push_str(if itself { "#main" } else { "" });
                return itself;
            }
            (None, fragment) => {
                // the parts of both paths are encoded already
                let down = links::push_way_up(out, &self.path, &to);
                out.push_str(down);
                fragment.into_iter().for_each(|fragment| out.extend(["#", fragment]));
            }
        }
        true
    }
}

/// A text that is copied, but for some parts of it.
struct Copied<'t> {
    from: &'t str,
    /// Up to where it is copied, or replaced.
    done: usize,
    out: String,
}

impl<'t> Copied<'t> {
    /// Copies what stands before a part of the text, and leaves that part out; what takes its place can be written to what this gives.
    fn instead(&mut self, part: &'t str) -> &mut String {
        let at = part.as_ptr().addr() - self.from.as_ptr().addr();
        self.out.push_str(&self.from[self.done..at]);
        self.done = at + part.len();
        &mut self.out
    }

    /// Puts a text in the place of a part.
    fn replace(&mut self, part: &'t str, text: &str) {
        self.instead(part).push_str(text);
    }

    fn finish(mut self) -> String {
        self.out.push_str(&self.from[self.done..]);
        self.out
    }
}

impl Page<'_> {
    /// Binds what stands between `<` and `>`. A link that leads nowhere becomes a plain `span`; says whether it was one.
    fn tag<'t>(&self, tag: &'t str, bound: &mut Copied<'t>) -> bool {
        let (name, mut attributes) = tag.split_at(tag.bytes().position(is_space).unwrap_or(tag.len()));
        let dead = name == "a" && self.is_dead(attributes);
        if dead {
            bound.replace(name, "span");
        } else if let Some(level) = heading(name) {
            bound.replace(level, lower(level));
        }
        while let Some((key, rest)) = cut(attributes, b'"') {
            let Some((value, after)) = cut(rest, b'"') else { break };
            let whole = &attributes[..attributes.len() - after.len()];
            attributes = after;
            // a word before it is an attribute without a value
            let begin = key.bytes().rposition(is_space).map_or(0, |at| at + 1);
            match &key[begin..] {
                // a section with a name is a landmark; a document has a hundred of them, and few names
                "aria-labelledby=" | "aria-label=" if name == "section" => bound.replace(whole, ""),
                "href=" | "rel=" if dead => bound.replace(whole, ""),
                "id=" => bound.replace(&value[..0], self.prefix),
                "aria-labelledby=" | "aria-describedby=" | "for=" => {
                    for id in value.split(' ') {
                        bound.replace(&id[..0], self.prefix);
                    }
                }
                "aria-label=" => bound.instead(&value[value.len()..]).extend([" (", &self.title, ")"]),
                "href=" => drop(self.binding.push_link(self.path, value, bound.instead(value))),
                "src=" => match self.picture(value) {
                    Some(address) => bound.replace(value, address),
                    None => drop(self.binding.push_link(self.path, value, bound.instead(value))),
                },
                _ => {}
            }
        }
        dead
    }

    /// Whether a link with these attributes leads nowhere, which only a document that stands alone has.
    fn is_dead(&self, attributes: &str) -> bool {
        let href = || attributes.split_once(" href=\"").and_then(|(_, rest)| rest.split('"').next());
        self.binding.alone.is_some() && href().is_some_and(|href| self.binding.link(self.path, href).is_none())
    }

    /// The address of a picture that the document holds by itself.
    fn picture(&self, file: &str) -> Option<&str> {
        self.binding.alone.as_ref()?.get(&joined(self.path, file)).map(String::as_str)
    }
}

/// What stands before the first such character of ASCII, and what behind it.
fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    // it is near, mostly, so that nothing is won by a search that is quick over long texts
    let place = text.bytes().position(|byte| byte == at)?;
    Some((&text[..place], &text[place + 1..]))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

/// The level of a heading, where a tag of this name begins or ends one that there is a lower one than.
fn heading(name: &str) -> Option<&str> {
    name.strip_prefix('/').unwrap_or(name).strip_prefix('h').filter(|level| matches!(level.as_bytes(), [b'1'..=b'5']))
}

/// One level down.
fn lower(level: &str) -> &'static str {
    match level {
        "1" => "2",
        "2" => "3",
        "3" => "4",
        "4" => "5",
        _ => "6",
    }
}

/// The path of a file that a link on the page at `path` names, both as links write them.
pub(super) fn joined(path: &str, file: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut joined = String::with_capacity(folder.len() + 1 + file.len());
    joined.push_str(folder);
    for part in file.split('/') {
        if part == ".." {
            joined.truncate(joined.rfind('/').unwrap_or(0));
        } else {
            if !joined.is_empty() {
                joined.push('/');
            }
            joined.push_str(part);
        }
    }
    joined
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
