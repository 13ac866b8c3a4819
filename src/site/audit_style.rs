//! `<audit>/audit.css`: what the pages of one audit have of their own in style: the look of its brand, and the running heads of
//! its printed pages: words cannot come into the margins of paper except through a style sheet, and ours may not stand in the pages.

use std::fmt::Write as _;

use super::brand;
use super::frame::Current;
use super::subject::Subject;
use super::templates::OwnTemplates;
use crate::audit::{Brand, Edition, Status};

/// The name of the file in the audit's folder.
pub(crate) const FILE: &str = "audit.css";

/// The style sheet of an audit; `common` is the brand of the site, which the style sheet of all pages has already.
pub(crate) fn style(subject: &Subject<'_>, common: Option<&Brand>, own: &OwnTemplates) -> String {
    let brand = brand::own(subject.brand, common);
    [brand.map(|brand| brand::style(brand, own)).unwrap_or_default(), running_heads(subject)].concat()
}

/// Whose audit it is and which page, at the head of every sheet of paper; who audited, at its foot. The cover has none of it.
fn running_heads(subject: &Subject<'_>) -> String {
    let (audit, words) = (subject.audit, subject.words);
    let whose = [audit.client.as_str(), &words.period(audit.period)].join(" · ");
    let draft = (audit.status == Status::Draft).then(|| words.get("draft-mark"));
    let internal = (audit.edition == Edition::Internal).then(|| words.get("edition-internal-head"));
    let right = |title: Option<&str>| internal.into_iter().chain(draft).chain(title).collect::<Vec<_>>().join(" · ");
    let mut css = String::from("@page{");
    for (place, text) in [("top-left", &whose), ("top-right", &right(None)), ("bottom-left", &audit.auditor)] {
        let _ = write!(css, "@{place}{{content:{}}}", string(text));
    }
    // named pages of an earlier style sheet yield to these heads, hence the cover once more
    css.push_str("}\n@page cover{@top-left{content:none}@top-right{content:none}@bottom-left{content:none}}\n");
    for (part, title) in parts(subject) {
        let text = string(&right(Some(title)));
        let _ = writeln!(css, "@page {part}{{@top-right{{content:{text}}}}}\n[data-part={part}]{{page:{part}}}");
    }
    css
}

/// The parts of a report that have a head of their own, with their titles; a page or a part of the bound document names its own.
fn parts<'a>(subject: &Subject<'a>) -> Vec<(String, &'a str)> {
    let channels = subject.audit.channels.iter().enumerate().map(|(at, channel)| (channel_part(at), channel.title.as_str()));
    let page = |id: &str, key| (id.to_owned(), subject.words.get(key));
    let mut all = vec![page("overview", "page-overview")];
    all.extend(channels);
    all.extend([
        page("findings", "page-findings"),
        page("plan", "page-plan"),
        page("patterns", "page-patterns"),
        page("evidence", "page-evidence"),
        page("method", "page-method"),
        page("leads", "print-leads"),
    ]);
    all
}

/// The part to which a page of the audit belongs; none for the bound document, which has them all.
pub(crate) fn part(subject: &Subject<'_>, current: Current<'_>) -> Option<String> {
    let part = match current {
        Current::Channel(id) => return subject.audit.channels.iter().position(|channel| channel.id == id).map(channel_part),
        Current::Overview => "overview",
        Current::Findings => "findings",
        Current::Plan => "plan",
        Current::Patterns => "patterns",
        Current::Evidence => "evidence",
        Current::Method => "method",
        Current::Index | Current::Rules | Current::Print => return None,
    };
    Some(part.to_owned())
}

/// The part of a channel by its place: its id may hold a dot, which no name in a style sheet may.
pub(crate) fn channel_part(at: usize) -> String {
    format!("channel-{at}")
}

/// A text as a string of CSS. Whatever could end it, or the style sheet, or be no letter, is written as its number.
fn string(text: &str) -> String {
    let mut css = String::with_capacity(text.len() + 2);
    css.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' | '<' | '>' | '&' => drop(write!(css, "\\{:x} ", u32::from(letter))),
            letter if letter.is_control() => drop(write!(css, "\\{:x} ", u32::from(letter))),
            letter => css.push(letter),
        }
    }
    css.push('"');
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_its_string() {
        for (text, css) in [
            ("Blue Heron · 2 to 13 March", "\"Blue Heron · 2 to 13 March\""),
            ("\"}*{display:none}", "\"\\22 }*{display:none}\""),
            ("back\\", "\"back\\5c \""),
            ("two\nlines\r\0", "\"two\\a lines\\d \\0 \""),
            ("</style><script>", "\"\\3c /style\\3e \\3c script\\3e \""),
            ("\\\"", "\"\\5c \\22 \""),
            ("Zoë’s 木", "\"Zoë’s 木\""),
        ] {
            assert_eq!(string(text), css);
        }
    }
}
