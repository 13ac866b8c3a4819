//! Markdown as auditors write it, turned into HTML that is safe and fits into a page.
//!
//! Raw HTML becomes text; links go to known schemes and to what the site holds; images come from the site itself. Headings continue
//! the page's own levels, and every id begins with a prefix that is the caller's to keep unique on the page.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use serde::Serialize;

/// HTML that may stand on a page as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Html(pub(crate) String);

/// Where a text will stand.
pub(crate) struct Setting<'a> {
    /// Begins every id; unique on the page.
    pub(crate) prefix: &'a str,
    /// The level of the heading above the text: its own top headings come one below.
    pub(crate) under: u8,
    /// The link for a relative address in the text; none where the site holds no such thing.
    pub(crate) resolve: &'a dyn Fn(&str) -> Option<String>,
}

/// Turns a text into HTML for its setting.
pub(crate) fn render(text: &str, setting: &Setting<'_>) -> Html {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let events: Vec<Event<'_>> = Parser::new_ext(text, options).collect();
    let mut filter = Filter::new(setting, &events);
    let mut body = Vec::with_capacity(events.len());
    let mut footnotes: BTreeMap<usize, Vec<Event<'_>>> = BTreeMap::new();
    let mut inside: Vec<usize> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let number = filter.footnote(label);
                // one without a word is a place to go to, too
                footnotes.entry(number).or_default();
                inside.push(number);
            }
            Event::End(TagEnd::FootnoteDefinition) => drop(inside.pop()),
            _ => {
                let out = inside.last().map_or(&mut body, |number| footnotes.entry(*number).or_default());
                filter.pass(event.clone(), events.get(at + 1), out);
            }
        }
    }
    let mut text = String::new();
    html::push_html(&mut text, body.into_iter());
    filter.push_footnotes(footnotes, &mut text);
    Html(text)
}

/// What has to be remembered from event to event.
struct Filter<'a> {
    setting: &'a Setting<'a>,
    /// Id of each heading, by what it is called in a link: the slug of its text.
    heading_ids: Vec<String>,
    headings_passed: usize,
    /// Levels of the headings around the current place, as the author wrote them.
    levels: Vec<u8>,
    /// For each open link or image: what closes it.
    open: Vec<Closing>,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// Footnotes by label, in the order in which they are met.
    footnotes: Vec<(String, bool)>,
}

/// How an open link or image ends.
enum Closing {
    Nothing,
    Link,
    Image,
}

impl<'a> Filter<'a> {
    fn new(setting: &'a Setting<'a>, events: &[Event<'_>]) -> Self {
        Filter {
            setting,
            heading_ids: heading_ids(events),
            headings_passed: 0,
            levels: Vec::new(),
            open: Vec::new(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            footnotes: Vec::new(),
        }
    }

    /// Passes one event on, changed where it has to be.
    fn pass<'e>(&mut self, event: Event<'e>, next: Option<&Event<'e>>, out: &mut Vec<Event<'e>>) {
        let raw = |html: String| Event::Html(CowStr::from(html));
        out.push(match event {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            // what stands behind a fence becomes a class, which only a word may be
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
                if !info.bytes().all(|byte| byte.is_ascii_alphanumeric()) =>
            {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))
            }
            Event::Start(Tag::Heading { level, .. }) => self.start_heading(level),
            Event::End(TagEnd::Heading(_)) => raw(format!("</h{}>\n", self.level())),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => match self.target(link_type, &dest_url) {
                Some(target) if !self.in_link() => {
                    self.open.push(Closing::Link);
                    raw(format!("<a href=\"{}\">", escape(&target)))
                }
                _ => return self.open.push(Closing::Nothing),
            },
            Event::Start(Tag::Image { dest_url, title, .. }) => return self.start_image(&dest_url, title, out),
            Event::End(TagEnd::Link | TagEnd::Image) => match self.open.pop() {
                Some(Closing::Link) => raw("</a>".into()),
                Some(Closing::Image) => Event::End(TagEnd::Image),
                Some(Closing::Nothing) | None => return,
            },
            Event::FootnoteReference(label) => raw(self.reference(&label)),
            Event::TaskListMarker(done) => {
                let (checked, name) = if done { (" checked", "done") } else { ("", "to do") };
                raw(format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{name}\"> "))
            }
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = alignments;
                raw("<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>\n".into())
            }
            Event::End(TagEnd::Table) => raw("</tbody></table></div>\n".into()),
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                raw("<thead><tr>".into())
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                raw("</tr></thead><tbody>\n".into())
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                raw("<tr>".into())
            }
            Event::End(TagEnd::TableRow) => raw("</tr>\n".into()),
            Event::Start(Tag::TableCell) => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"centre\"",
                    _ => "",
                };
                let empty = matches!(next, Some(Event::End(TagEnd::TableCell)));
                raw(if self.in_head && !empty { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") })
            }
            Event::End(TagEnd::TableCell) => {
                self.column += 1;
                let was_empty = matches!(out.last(), Some(Event::Html(start)) if start.starts_with("<td"));
                raw(if self.in_head && !was_empty { "</th>".into() } else { "</td>".into() })
            }
            other => other,
        });
    }

    /// The level of the heading last started: as many below the setting's as headings lie around it, so that none is skipped.
    fn level(&self) -> u8 {
        self.setting.under.saturating_add(u8::try_from(self.levels.len()).unwrap_or(6)).min(6)
    }

    fn start_heading<'e>(&mut self, level: HeadingLevel) -> Event<'e> {
        let level = level as u8;
        while self.levels.last().is_some_and(|around| *around >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        let slug = self.heading_ids.get(self.headings_passed).map_or("", String::as_str);
        self.headings_passed += 1;
        Event::Html(format!("<h{} id=\"{}-{slug}\">", self.level(), escape(self.setting.prefix)).into())
    }

    fn in_link(&self) -> bool {
        self.open.iter().any(|closing| matches!(closing, Closing::Link))
    }

    /// An image of the site is shown; one from elsewhere is a link to it; any other is its text.
    fn start_image<'e>(&mut self, target: &str, title: CowStr<'e>, out: &mut Vec<Event<'e>>) {
        match scheme(target) {
            Scheme::Relative if !target.starts_with('#') => {
                if let Some(link) = (self.setting.resolve)(target) {
                    self.open.push(Closing::Image);
                    let link_type = LinkType::Inline;
                    out.push(Event::Start(Tag::Image { link_type, dest_url: link.into(), title, id: "".into() }));
                    return;
                }
            }
            Scheme::Web if !self.in_link() => {
                self.open.push(Closing::Link);
                out.push(Event::Html(format!("<a href=\"{}\">", escape(target)).into()));
                return;
            }
            _ => {}
        }
        self.open.push(Closing::Nothing);
    }

    /// Where a link may lead; none where it may not.
    fn target(&self, link_type: LinkType, target: &str) -> Option<String> {
        if link_type == LinkType::Email {
            return Some(format!("mailto:{target}"));
        }
        if let Some(heading) = target.strip_prefix('#') {
            let own = self.heading_ids.iter().any(|id| id == heading);
            return own.then(|| format!("#{}-{heading}", self.setting.prefix)).or_else(|| (self.setting.resolve)(target));
        }
        match scheme(target) {
            Scheme::Web | Scheme::Contact => Some(target.to_owned()),
            Scheme::Relative => (self.setting.resolve)(target),
            Scheme::Other => None,
        }
    }

    /// The number of a footnote, from 0 on.
    fn footnote(&mut self, label: &str) -> usize {
        if let Some(number) = self.footnotes.iter().position(|(known, _)| unicase::eq(known.as_str(), label)) {
            return number;
        }
        self.footnotes.push((label.to_owned(), false));
        self.footnotes.len() - 1
    }

    fn reference(&mut self, label: &str) -> String {
        let number = self.footnote(label);
        let first = !std::mem::replace(&mut self.footnotes[number].1, true);
        let (prefix, shown) = (escape(self.setting.prefix), number + 1);
        let id = if first { format!(" id=\"{prefix}-ref-{shown}\"") } else { String::new() };
        format!("<sup><a href=\"#{prefix}-note-{shown}\"{id} aria-label=\"Footnote {shown}\">{shown}</a></sup>")
    }

    /// All footnotes as one list behind the text, each with the way back.
    fn push_footnotes(&self, footnotes: BTreeMap<usize, Vec<Event<'_>>>, text: &mut String) {
        if footnotes.is_empty() {
            return;
        }
        let prefix = escape(self.setting.prefix);
        text.push_str("<ol class=\"footnotes\">\n");
        for (number, events) in footnotes {
            let shown = number + 1;
            let _ = write!(text, "<li id=\"{prefix}-note-{shown}\" value=\"{shown}\">");
            html::push_html(text, events.into_iter());
            if self.footnotes[number].1 {
                let _ = write!(text, "<a href=\"#{prefix}-ref-{shown}\" aria-label=\"Back to the text\">↩</a>");
            }
            text.push_str("</li>\n");
        }
        text.push_str("</ol>\n");
    }
}

/// What an address begins with.
#[derive(Debug, PartialEq, Eq)]
enum Scheme {
    Web,
    Contact,
    Relative,
    Other,
}

/// Sorts an address as a browser would, which passes over spaces in front. Some control characters it passes over, others not: no address
/// that is meant well holds any.
fn scheme(target: &str) -> Scheme {
    if target.contains(char::is_control) {
        return Scheme::Other;
    }
    let seen = target.trim().to_lowercase();
    let head = seen.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    match head.split_once(':') {
        Some(("http" | "https", _)) => Scheme::Web,
        Some(("mailto" | "tel", _)) => Scheme::Contact,
        Some(_) => Scheme::Other,
        None if seen.starts_with(['/', '\\']) => Scheme::Other,
        None => Scheme::Relative,
    }
}

/// The slug of each heading's text, made unique within the text.
fn heading_ids(events: &[Event<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    // how often a slug came: looking for a free number from the first on would take long where all headings are the same
    let mut count: HashMap<String, usize> = HashMap::new();
    let mut text: Option<String> = None;
    for event in events {
        match event {
            Event::Start(Tag::Heading { .. }) => text = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let slug = slug(&text.take().unwrap_or_default());
                let number = count.entry(slug.clone()).or_default();
                let id = loop {
                    *number += 1;
                    let id = if *number == 1 { slug.clone() } else { format!("{slug}-{number}") };
                    if taken.insert(id.clone()) {
                        break id;
                    }
                };
                ids.push(id);
            }
            Event::Text(part) | Event::Code(part) => {
                if let Some(text) = &mut text {
                    text.push_str(part);
                }
            }
            _ => {}
        }
    }
    ids
}

/// Letters and digits in lower case, everything between them one hyphen.
fn slug(text: &str) -> String {
    let words: Vec<String> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    if words.is_empty() { "heading".to_owned() } else { words.join("-") }
}

/// Text for the inside of a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let resolve = |target: &str| (!target.contains("missing")).then(|| format!("../{target}"));
        render(text, &Setting { prefix: "p", under: 2, resolve: &resolve }).0
    }

    /// Input, then what the output holds.
    const SHOWN: &[(&str, &str)] = &[
        ("# A\n\n### B", "<h3 id=\"p-a\">A</h3>\n<h4 id=\"p-b\">B</h4>"),
        ("## A\n\n#### B\n\n#### C\n\n## D", "<h4 id=\"p-b\">B</h4>\n<h4 id=\"p-c\">C</h4>\n<h3 id=\"p-d\">D</h3>"),
        ("## Same\n\n## Same", "<h3 id=\"p-same\">Same</h3>\n<h3 id=\"p-same-2\">Same</h3>"),
        ("# \"><b>", "<h3 id=\"p-heading\">\"&gt;&lt;b&gt;</h3>"),
        ("# Cause\n\n[up](#cause)", "<a href=\"#p-cause\">up</a>"),
        ("[a](https://example.org/?a=1&b=2)", "<a href=\"https://example.org/?a=1&amp;b=2\">a</a>"),
        ("[a](findings.html)", "<a href=\"../findings.html\">a</a>"),
        ("[a](missing.html)", "<p>a</p>"),
        ("![a plan](plan.png)", "<img src=\"../plan.png\" alt=\"a plan\" />"),
        ("![a plan](https://example.org/plan.png)", "<a href=\"https://example.org/plan.png\">a plan</a>"),
        ("![a plan](missing.png)", "<p>a plan</p>"),
        ("[![x](https://example.org/i.png)](https://example.org)", "<p><a href=\"https://example.org\">x</a></p>"),
        ("- [x] a\n- [ ] b", "<input type=\"checkbox\" disabled checked aria-label=\"done\">"),
        ("~~gone~~", "<del>gone</del>"),
        ("| a | |\n|--:|---|\n| 1 | 2 |", "<th scope=\"col\" class=\"right\">a</th><td></td>"),
        ("a[^n]\n\n[^n]: note", "<sup><a href=\"#p-note-1\" id=\"p-ref-1\" aria-label=\"Footnote 1\">1</a></sup>"),
        ("a[^n]\n\n[^n]: note", "<li id=\"p-note-1\" value=\"1\"><p>note</p>\n<a href=\"#p-ref-1\""),
        ("a[^n]\n\n[^N]: note", "<li id=\"p-note-1\" value=\"1\"><p>note</p>\n<a href=\"#p-ref-1\""),
        ("a[^n]\n\n[^n]:", "<li id=\"p-note-1\" value=\"1\"><a href=\"#p-ref-1\""),
        ("<div onclick=x>\n", "<p>&lt;div onclick=x&gt;"),
        ("```x\tfind\na\n```", "<pre><code>a"),
    ];

    #[test]
    fn texts_become_what_they_mean() {
        for (text, expected) in SHOWN {
            let got = html(text);
            assert!(got.contains(expected), "{text:?} became {got:?}, which lacks {expected:?}");
        }
    }

    #[test]
    fn nothing_hostile_gets_through() {
        for text in [
            "<script>alert(1)</script>",
            "x <img src=x onerror=alert(1)> y",
            "[a](javascript:alert(1))",
            "[a](JaVaScRiPt:alert(1))",
            "[a](java\tscript:alert(1))",
            "[a](htt&#1;p:)",
            "[a](&#1;javascript:alert(1))",
            "[a](<java\u{1}script:alert(1)>)",
            "[a](data:text/html,x)",
            "[a](vbscript:x)",
            "[a](file:///etc/passwd)",
            "[a](//evil.example)",
            "[a](\\\\evil.example)",
            "[a](/rooted)",
            "![a](javascript:alert(1))",
            "![a](data:image/svg+xml,x)",
            "![a](//evil.example/x.png)",
            "<javascript:alert(1)>",
            "[a]: javascript:alert(1)\n\n[a]",
            "```\" onmouseover=\"alert(1)\n```",
            "|<b>|\n|-|\n|<i onclick=x>|",
            "<!-- comment -->",
            "<![CDATA[x]]>",
            "<?php x ?>",
        ] {
            let got = html(text);
            for bad in ["<script", "<img", "href=", "<!--", "<b", "<i ", "<?", "<![", "style=", "class=\"language-\"\""] {
                assert!(!got.contains(bad), "{text:?} became {got:?}");
            }
        }
    }

    #[test]
    fn schemes_are_told_as_a_browser_does() {
        assert_eq!(scheme("HTTPS://x"), Scheme::Web);
        assert_eq!(scheme("mailto:a"), Scheme::Contact);
        assert_eq!(scheme("notes/a:b.html"), Scheme::Relative);
        assert_eq!(scheme("#a:b"), Scheme::Relative);
        assert_eq!(scheme(" \u{b}javascript:x"), Scheme::Other);
    }
}
