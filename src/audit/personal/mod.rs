//! Personal data in texts that the client edition publishes: e-mail addresses and phone numbers.
//!
//! Dates, times, counts, amounts and record numbers are not phone numbers; what the shapes leave open, the words before decide.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "offsets are those at which digits and signs of one byte were found in the same text; groups are never empty"
)]

mod context;
mod email;
mod file;
mod groups;
mod phone;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::diagnostic::{Code, Diagnostic, Place};
pub(super) use file::{Spot, find_in_file};

/// An e-mail address or a phone number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Find {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// Which of the two.
    pub(super) kind: Kind,
}

/// Kinds of personal data that are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An e-mail address.
    Email,
    /// A phone number by its shape, whatever stands around it.
    Phone,
    /// Digits that would not count as a phone number if they were called the number of a record.
    Digits,
}

impl Find {
    /// The report of it in an id.
    pub(super) fn in_id(&self, place: Place, id: &str) -> Diagnostic {
        let problem = Diagnostic::new(Code::PersonalData, place, format!("the id `{id}` looks like a phone number"))
            .label("the client edition would publish it")
            .help("an id is a pseudonym: number the leads, such as `P-01`");
        match self.kind {
            Kind::Email | Kind::Phone => problem,
            Kind::Digits => problem.help(format!("if it is the number of a record, put letters before it: `R-{id}`")),
        }
    }

    /// The report of it.
    pub(super) fn diagnostic(&self, place: Place, piece: &str) -> Diagnostic {
        let (what, belongs) = match self.kind {
            Kind::Email => ("an e-mail address", "addresses"),
            Kind::Phone | Kind::Digits => ("a phone number", "numbers"),
        };
        let problem = Diagnostic::new(Code::PersonalData, place, format!("`{}` looks like {what}", piece.trim()))
            .label("the client edition would publish it")
            .help(format!("take it out; names and {belongs} belong in `private.yml`"));
        match self.kind {
            Kind::Email | Kind::Phone => problem,
            Kind::Digits => {
                problem.help("if it is no phone number but a record number, write a word such as `record` or `ticket` in front")
            }
        }
    }
}

/// All personal data in a text, in order.
pub(super) fn find(text: &str) -> Vec<Find> {
    let mut found = Vec::new();
    if text.contains('@') {
        found.extend(email::find(text).into_iter().map(|range| Find { range, kind: Kind::Email }));
    }
    if text.bytes().filter(u8::is_ascii_digit).count() >= phone::FEWEST_DIGITS {
        found.extend(phone::find(text));
        found.sort_by_key(|find| find.range.start);
    }
    found
}

/// What a reader of the rendered Markdown would see of personal data, with the piece itself: markup or escapes may hide it in the
/// source (`512-**555**-0123`, `ann&#64;example.com`).
pub(super) fn find_as_shown(markdown: &str) -> Vec<(String, Find)> {
    let mut shown = String::with_capacity(markdown.len());
    let mut targets = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => shown.push_str(&text),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                targets.push_str(&unescaped(&dest_url));
                targets.push('\n');
                targets.push_str(&title);
                targets.push('\n');
            }
            Event::SoftBreak | Event::HardBreak => shown.push('\n'),
            Event::End(end) if !is_inline(end) => shown.push('\n'),
            _ => {}
        }
    }
    shown.push('\n');
    shown.push_str(&targets);
    find(&shown).into_iter().map(|find| (shown[find.range.clone()].to_owned(), find)).collect()
}

fn is_inline(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// A link target with `%40` as `@`.
fn unescaped(target: &str) -> String {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target.as_bytes();
    while let [first, behind @ ..] = rest {
        let code = (*first == b'%')
            .then(|| behind.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_looked_through(
            text in "([0-9]{1,4}|[-+() ./:;,#_@%x*\u{a0}\u{3000}\u{2011}\u{e9}\u{1f600}\n]|order|tel|no[.] |&#64;|://){0,40}"
        ) {
            for find in find(&text) {
                prop_assert!(text.get(find.range.clone()).is_some_and(|found| !found.is_empty()), "{:?} of {text:?}", find.range);
            }
            find_as_shown(&text);
            file::find_in_file("calls.csv", &text);
        }
    }

    #[test]
    fn markup_hides_nothing() {
        let cases = [
            ("call 512-**555**-0123 now", vec!["512-555-0123"]),
            ("ann&#64;example.com", vec!["ann@example.com"]),
            ("ann\\@example.com", vec!["ann@example.com"]),
            ("[write](mailto:ann%40example.com)", vec!["ann@example.com"]),
            ("[call](tel:+1%20512%20555%200123)", vec!["+1 512 555 0123"]),
            ("| a | b |\n|---|---|\n| 512 | 555-012 |", vec![]),
            ("**three** routes, 2 to 13 March 2026", vec![]),
        ];
        for (markdown, expected) in cases {
            let found: Vec<String> = find_as_shown(markdown).into_iter().map(|(piece, _)| piece).collect();
            assert_eq!(found, expected, "{markdown}");
        }
    }
}
