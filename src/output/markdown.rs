//! Words of auditors in Markdown that GitHub and GitLab show: they stay words, whatever they hold.

/// Breaks what would otherwise be made of a text: it has no width.
const BREAK: &str = "&#8203;";

/// A text on one line that is neither markup nor HTML, and calls nobody: no mention, no reference, no address.
pub(super) fn text(words: &str) -> String {
    let words = super::one_line(words);
    let mut out = String::with_capacity(words.len() + 8);
    let mut last = ' ';
    for (at, c) in words.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // between two of them GitHub sets a formula
            '$' => out.push_str("<span>\\$</span>"),
            '@' => {
                out.push('@');
                out.push_str(BREAK);
            }
            '#' => {
                out.push_str("\\#");
                out.push_str(BREAK);
            }
            // `://` and `www.` begin an address
            '/' if words[..at].ends_with(":/") => {
                out.push_str(BREAK);
                out.push('/');
            }
            '.' if words[..at].to_ascii_lowercase().ends_with("www") => {
                out.push_str(BREAK);
                out.push('.');
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            ' ' if last == ' ' => {}
            c => out.push(c),
        }
        last = c;
    }
    out.trim().to_owned()
}

/// A text as code.
pub(super) fn code(words: &str) -> String {
    format!("<code>{}</code>", text(words))
}

/// The lines of a table with its head.
pub(super) fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut out = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    for row in rows {
        out.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    /// What a reader sees of a Markdown text, and whether anything but words, paragraphs and tables came of it.
    fn seen(markdown: &str) -> (String, Vec<String>) {
        let (mut words, mut more) = (String::new(), Vec::new());
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::InlineHtml(html) if ["<span>", "</span>", "<code>", "</code>"].contains(&&*html) => {}
                Event::Start(Tag::Paragraph | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
                | Event::End(_) => {}
                other => more.push(format!("{other:?}")),
            }
        }
        (words.replace('\u{200b}', ""), more)
    }

    const HOSTILE: &[&str] = &[
        "a | b || c",
        "<script>alert(1)</script> <!-- x --> <img src=x onerror=y>",
        "**bold** _it_ `code` ~~gone~~ [x](http://evil.example) ![y](z) [^1]",
        "&lt; &amp; &#8203; \\| \\\\",
        "@octocat and @org/team, see #12 and org/repo#3",
        "http://evil.example/x www.evil.example mailto:a@b.example",
        "$x$ and $$y$$ {z}",
        "- [ ] item 1. x # h",
    ];

    #[test]
    fn hostile_words_stay_words() {
        for words in HOSTILE {
            for markdown in [format!("x {} y", text(words)), table(["one", "two"], [[text(words), code(words)]])] {
                let (seen, more) = seen(&markdown);
                assert!(more.is_empty(), "{words:?} became {more:?} in {markdown}");
                assert!(seen.contains(words), "{words:?} is seen as {seen:?} from {markdown}");
            }
        }
        assert_eq!(text(" two\nlines\u{202e} \u{1b}[1m "), "two lines \\[1m");
        for broken in ["@octocat", "#12", "://", "www."] {
            assert!(!text(&HOSTILE.concat()).contains(broken), "{broken}");
        }
    }
}
