//! Texts: published ones, those that state facts, Markdown, what is for the internal edition alone, and the auditor's own address.

use serde_json::json;

use super::{Reader, Shape};
use crate::audit::{personal, wording};
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::{Node, Scalar, Value};

/// No text of more bytes is read where it is no Markdown: some of them stand on every page.
const LONGEST_LINE: usize = 5_000;

/// A text that readers see.
pub(in crate::audit) struct Text;

/// A text that states a fact: it is looked through for intentions as well.
pub(in crate::audit) struct Fact;

/// Markdown that readers see.
pub(in crate::audit) struct Markdown;

/// Markdown for the internal edition alone: it may hold personal data.
pub(in crate::audit) struct Internal;

/// Markdown with the auditor's own address, which readers are meant to see.
pub(in crate::audit) struct Contact;

/// Personal data, for the internal edition alone.
pub(in crate::audit) struct Private;

macro_rules! texts {
    ($($shape:ident, $example:literal, $markdown:literal, [$($check:ident),*];)+) => {$(
        impl Shape for $shape {
            type Out = String;
            const EXAMPLE: &'static str = $example;
            // each is compared with what is asked for, and shown on the lead's page
            const MOST: usize = 200;

            fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
                let scalar = text(node, name, $markdown, reader)?;
                $($check(scalar, node, reader);)*
                let text = scalar.text.trim_end();
                // every block of Markdown ends by itself what was begun in it
                Some(if $markdown { text.to_owned() } else { closed(text) })
            }

            fn schema() -> serde_json::Value {
                if $markdown {
                    json!({"type": ["string", "number", "boolean"], "contentMediaType": "text/markdown"})
                } else {
                    json!({"type": ["string", "number", "boolean"]})
                }
            }
        }
    )+};
}

texts! {
    Text, "a few words", false, [personal_data];
    Fact, "what happened, in a few words", false, [personal_data, intention];
    Markdown, "a few words, with **Markdown** where it helps", true, [personal_data_in_markdown];
    Internal, "a few words for the internal edition", true, [];
    Contact, "Harbour Audit Practice, <desk@harbour-audit.example>", true, [];
    Private, "Jo Example", false, [];
}

/// A text that ends what it begins: signs that turn the direction of writing would go on in the sentence of the site around it.
fn closed(text: &str) -> String {
    const ISOLATE_END: char = '\u{2069}';
    let mut text = text.to_owned();
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push(ISOLATE_END),
            '\u{202c}' if open.last() == Some(&c) => drop(open.pop()),
            // closes what was begun within, too
            ISOLATE_END => open.truncate(open.iter().rposition(|end| *end == c).unwrap_or(open.len())),
            _ => {}
        }
    }
    text.extend(open.into_iter().rev());
    text
}

fn text<'n>(node: &'n Node, name: &str, markdown: bool, reader: &mut Reader<'_>) -> Option<&'n Scalar> {
    match &node.value {
        Value::Scalar(scalar) => {
            reader.scalar(node, name, "a text", "a few words")?;
            if !markdown && scalar.text.len() > LONGEST_LINE {
                reader.too_long(node, name, scalar.text.len(), LONGEST_LINE);
                return None;
            }
            if let Some(control) = scalar.text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
                let problem = Diagnostic::new(
                    Code::BadValue,
                    reader.head(node),
                    format!("`{name}` holds an invisible control character (U+{:04X})", u32::from(control)),
                )
                .help("type the text anew instead of pasting it");
                reader.report(problem);
                return None;
            }
            comment_in_text(scalar, node, name, reader);
            Some(scalar)
        }
        Value::Broken => None,
        _ => {
            let mut problem = reader.wrong(node, name, "a text");
            problem.help.push(match reader.quote_advice(node, name) {
                Some(advice) => advice,
                None => format!("write it like this: `{name}: a few words`, and put it in quotes if it holds `: `"),
            });
            reader.report(problem);
            None
        }
    }
}

/// Warns of a text that surely goes on behind its `#`: no space after it, or a number.
fn comment_in_text(scalar: &Scalar, node: &Node, name: &str, reader: &mut Reader<'_>) {
    let Some(comment) = scalar.comment.as_ref().filter(|_| scalar.plain) else { return };
    let written = reader.source(comment);
    let Some(behind) = written.strip_prefix('#') else { return };
    let part_of_text = match behind.chars().next() {
        None | Some('#') => false,
        Some(' ' | '\t') => behind.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        Some(_) => true,
    };
    if part_of_text {
        let whole = reader.source(&(node.span.start..comment.end)).trim();
        let problem = Diagnostic::new(
            Code::CommentInText,
            reader.place(comment),
            format!("`{name}` ends before the `#`: what follows is taken for a comment"),
        )
        .label("not part of the text")
        .help(format!("put the text in quotes: `{name}: {}`", quoted(whole)))
        .help(match behind.starts_with([' ', '\t']) {
            true => "if it is meant as a comment, begin it with a word",
            false => "if it is meant as a comment, leave a space after the `#`",
        });
        reader.report(problem);
    }
}

fn personal_data(scalar: &Scalar, node: &Node, reader: &mut Reader<'_>) {
    if reader.told_enough_of(Code::PersonalData) {
        return;
    }
    let found = personal::find(&scalar.text);
    let pieces = || found.iter().map(|find| &scalar.text[find.range.clone()]);
    for ((find, piece), place) in found.iter().zip(pieces()).zip(reader.find_all(node, pieces())) {
        reader.report(find.diagnostic(place, piece));
    }
}

fn personal_data_in_markdown(scalar: &Scalar, node: &Node, reader: &mut Reader<'_>) {
    if !reader.told_enough_of(Code::PersonalData) && personal::find(&scalar.text).is_empty() {
        for (piece, find) in personal::find_as_shown(&scalar.text) {
            let place = reader.find(node, &piece);
            reader.report(find.diagnostic(place, &piece));
        }
    }
    personal_data(scalar, node, reader);
}

fn intention(scalar: &Scalar, node: &Node, reader: &mut Reader<'_>) {
    if let Some((range, tells)) = wording::intention(&scalar.text) {
        let words = &scalar.text[range];
        let problem = Diagnostic::new(
            Code::IntentionWording,
            reader.find(node, words),
            format!("\"{words}\" tells {tells}, not what happened here"),
        )
        .help("write what the records show, for example \"No call in the call log by 31 March\"")
        .help("what somebody told you belongs in `staff_says`");
        reader.report(problem);
    }
}

/// A text in quotes that keep it what it is.
pub(in crate::audit) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn a_text_ends_what_it_begins() {
        for (text, end) in [
            ("plain", ""),
            ("\u{202e}turned\u{202c} and back", ""),
            ("\u{202e}turned", "\u{202c}"),
            ("\u{202b}a \u{2067}b \u{202d}c", "\u{202c}\u{2069}\u{202c}"),
            ("\u{2067}a \u{202e}b\u{2069} c", ""),
            ("\u{2067}a \u{202c} b", "\u{2069}"),
            ("\u{2069}\u{202c} stray ends", ""),
            ("\u{200f}marks\u{61c}", ""),
        ] {
            assert_eq!(closed(text), [text, end].concat(), "{text:?}");
        }
    }
}
