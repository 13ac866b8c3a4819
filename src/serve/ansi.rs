//! Texts of the terminal as HTML: the same words, and the same colours as classes.

use crate::site::escape;

/// The class of each colour in which problems are rendered.
const CLASSES: [(&str, &str); 9] = [
    ("1", "b"),
    ("31", "red"),
    ("91", "red"),
    ("33", "yellow"),
    ("93", "yellow"),
    ("32", "green"),
    ("92", "green"),
    ("94", "blue"),
    ("96", "blue"),
];

/// Turns escape sequences for colour and weight into elements; the rest is text.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut styled: Vec<&str> = Vec::new();
    for (at, piece) in text.split("\x1b[").enumerate() {
        let Some((codes, words)) = piece.split_once('m').filter(|_| at > 0) else {
            out.push_str(&escape(piece));
            continue;
        };
        for code in codes.split(';') {
            match CLASSES.iter().find(|(known, _)| *known == code) {
                Some((_, class)) => styled.push(class),
                None if matches!(code, "" | "0") => styled.clear(),
                None => {}
            }
        }
        if words.is_empty() || styled.is_empty() {
            out.push_str(&escape(words));
        } else {
            out.push_str(&format!("<span class=\"{}\">{}</span>", styled.join(" "), escape(words)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_become_classes_and_nothing_becomes_markup() {
        for (text, expected) in [
            ("plain <b> & \"so\"", "plain &lt;b&gt; &amp; &quot;so&quot;"),
            ("\x1b[1m\x1b[91merror\x1b[0m: <x>\n", "<span class=\"b red\">error</span>: &lt;x&gt;\n"),
            ("\x1b[1;33mwarning\x1b[0m", "<span class=\"b yellow\">warning</span>"),
            ("\x1b[94m|\x1b[0m a \x1b[94m|", "<span class=\"blue\">|</span> a <span class=\"blue\">|</span>"),
        ] {
            assert_eq!(html(text), expected, "{text:?}");
        }
    }
}
