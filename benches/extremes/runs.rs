//! The same few characters again and again: as a whole file, as a value, in the texts that become Markdown.

use super::{CHANNEL, Ground, Input, channel, lead};

/// A file of one unit, repeated.
macro_rules! file_of {
    ($name:literal, $told:literal, $unit:expr) => {
        Input { name: concat!("a file of ", $name), told: $told, make: |ground| ground.phone(&ground.fill("", $unit, "")) }
    };
}

/// A value of one unit, repeated, between what opens and what closes it, in a channel in which all else is right.
macro_rules! value_of {
    ($name:literal, $told:literal, $open:literal, $unit:expr, $close:literal) => {
        Input { name: concat!("a value of ", $name), told: $told, make: |ground| value(ground, $open, $unit, $close) }
    };
}

/// A title of one unit, repeated; titles stand on every page.
macro_rules! title_of {
    ($name:literal, $unit:expr) => {
        Input {
            name: concat!("a title of ", $name),
            told: "limits",
            make: |ground| {
                let rest = channel(5, |number| lead(number, ""));
                ground.phone(&ground.fill("title: \"", $unit, &rest.replacen("title: Calls", "\"", 1)));
            },
        }
    };
}

/// Leads with notes of one unit, repeated as often as a text may be long.
macro_rules! note_of {
    ($name:literal, $told:literal, $unit:expr) => {
        Input {
            name: concat!("notes of ", $name),
            told: $told,
            make: |ground| {
                let note = format!(", note: \"{}\"", $unit.repeat(4_900 / $unit.len()));
                ground.phone(&channel(ground.leads(note.len()), |number| lead(number, &note)));
            },
        }
    };
}

/// A text of Markdown of one unit, repeated.
macro_rules! markdown_of {
    ($name:literal, $before:expr, $unit:expr, $after:expr) => {
        Input { name: concat!("Markdown of ", $name), told: "", make: |ground| markdown(ground, $before, $unit, $after) }
    };
}

/// Writes a value in the middle of a channel.
fn value(ground: &Ground, open: &str, unit: &str, close: &str) {
    let rest = channel(5, |number| lead(number, ""));
    ground.phone(&ground.fill(&format!("internal: {open}"), unit, &format!("{close}\n{rest}")));
}

/// Writes texts of many lines into the findings of the audit: each as long as may be, and as many as fit.
fn markdown(ground: &Ground, before: &str, unit: &str, after: &str) {
    let room = 90_000.min(ground.size - 2_000) / 2;
    let middle = unit.repeat((room - before.len() - after.len()) / (unit.len() + 8 * unit.matches('\n').count()));
    let text = format!("{before}{middle}{after}").replace('\n', "\n      ");
    let steps = ["capture", "claim", "continue", "confirm", "close"];
    let written = steps.iter().take(ground.size / 100_000).map(|step| format!("  phone/{step}:\n    cause: |2\n      {text}\n"));
    let findings: String = written.collect();
    ground.audit(&format!("summary: |6\n      {text}\n{}{findings}", if findings.is_empty() { "" } else { "findings:\n" }));
}

pub(super) const INPUTS: &[Input] = &[
    file_of!("`[`", "limits", "["),
    file_of!("`{`", "limits", "{"),
    file_of!("`[{a: `", "limits", "[{a: "),
    file_of!("`]`", "syntax", "]"),
    file_of!("`- ` on one line", "limits", "- "),
    file_of!("`- ` on lines", "wrong-type", "- \n"),
    file_of!("`? ` on one line", "limits", "? "),
    file_of!("`? ` on lines", "syntax", "? \n"),
    file_of!("`: `", "syntax", ": "),
    file_of!("`: ` on lines", "syntax", ": \n"),
    file_of!("`,`", "syntax", ","),
    file_of!("`\"`", "syntax", "\""),
    file_of!("`'`", "wrong-type", "'"),
    file_of!("`\" ` on lines", "syntax", "\" \n"),
    file_of!("`%`", "syntax", "%"),
    file_of!("`%a b` on lines", "syntax", "%a b\n"),
    file_of!("`---` on lines", "syntax", "---\n"),
    file_of!("`...` on lines", "missing-field", "...\n"),
    file_of!("`#`", "missing-field", "#"),
    file_of!("comments", "missing-field", "# a\n"),
    file_of!("empty lines", "missing-field", "\n"),
    file_of!("spaces", "missing-field", " "),
    file_of!("tabs", "missing-field", "\t"),
    file_of!("lines of tabs", "missing-field", "\t\n"),
    file_of!("tabs and fields", "syntax", "\ta: b\n"),
    file_of!("`|` on lines", "wrong-type", "|\n"),
    file_of!("`>`", "syntax", ">"),
    file_of!("`&`", "syntax", "&"),
    file_of!("`&a `", "syntax", "&a "),
    file_of!("`*a `", "syntax", "*a "),
    file_of!("`!`", "syntax", "!"),
    file_of!("`!a ` on lines", "syntax", "- !a b\n"),
    file_of!("`@` on lines", "syntax", "- @a\n"),
    file_of!("backquotes", "syntax", "`"),
    file_of!("NUL", "syntax", "\0"),
    file_of!("byte-order marks", "syntax", "\u{feff}"),
    file_of!("NEL", "wrong-type", "\u{85}"),
    file_of!("carriage returns", "missing-field", "\r"),
    file_of!("line separators", "wrong-type", "\u{2028}"),
    file_of!("mixed line breaks", "duplicate-key", "a: b\r\nc: d\re: f\u{85}\n"),
    file_of!("letters", "wrong-type", "a"),
    file_of!("four-byte letters", "wrong-type", "\u{1f600}"),
    file_of!("marks on one letter", "wrong-type", "\u{301}"),
    file_of!("words", "wrong-type", "ab "),
    file_of!("words on lines", "wrong-type", "ab\n"),
    file_of!("quotes that go on", "syntax", "a: \"b\" c\n"),
    file_of!("quotes left open", "syntax", "a: \"b\n"),
    file_of!("brackets left open", "syntax", "a: [b\n"),
    file_of!("braces left open", "limits", "- {a: b\n"),
    file_of!("braces closed twice", "syntax", "- {a: b}}\n"),
    file_of!("wrong columns", "syntax", "  a: b\n c: d\n"),
    file_of!("names without a colon", "syntax", "a: b\nc\n"),
    file_of!("colons in texts", "syntax", "a: b: c\n"),
    file_of!("fields on one line", "syntax", "a: b, "),
    file_of!("lists in keys", "syntax", "? [a]\n: b\n"),
    file_of!("pairs in lists", "syntax", "- [a: b]\n"),
    file_of!("one field", "duplicate-key", "a: b\n"),
    file_of!("three fields in braces", "wrong-type", "- {a: b, c: d, e}\n"),
    file_of!("bytes of an archive", "syntax", "PK\u{3}\u{4}\u{14}\0\u{8}\u{7f}\u{9}\n"),
    value_of!("letters", "", "", "a", ""),
    value_of!("letters on lines", "", "|\n  ", "a\n  ", ""),
    value_of!("folded letters", "", ">\n  ", "a\n  ", ""),
    value_of!("folded empty lines", "", ">\n  a\n", "\n", "\n  b"),
    value_of!("letters in quotes", "", "\"", "a", "\""),
    value_of!("spaces in quotes", "", "\"a", " ", "b\""),
    value_of!("lines in quotes", "", "\"", "a\n ", "\""),
    value_of!("escapes", "", "\"", "\\u00e9", "\""),
    value_of!("escaped line breaks", "", "\"", "a\\\n ", "\""),
    value_of!("half escapes", "syntax", "\"", "\\u00", "\""),
    value_of!("quotes in quotes", "", "'", "''", "'"),
    value_of!("`*` behind an anchor", "syntax", "&a b\nwithin_source: \"", "*", "\""),
    value_of!("digits", "", "", "1", ""),
    value_of!("digits and dashes", "", "", "12-", "1"),
    value_of!("phone numbers", "", "\"", "0512 5550123, ", "\""),
    value_of!("`#`", "", "a", " #", ""),
    value_of!("`@`", "", "\"", "@", "\""),
    value_of!("`a@`", "", "\"", "a@", "\""),
    value_of!("addresses", "", "\"", "a@b.example ", "\""),
    value_of!("`a.`", "", "\"a@", "a.", "\""),
    value_of!("lists", "wrong-type", "[", "[], ", "]"),
    value_of!("list in lists", "wrong-type", "[", "[[[[[[[[]]]]]]]], ", "]"),
    value_of!("groups", "wrong-type", "[", "{a: b}, ", "]"),
    value_of!("quoted texts", "wrong-type", "[", "\"a\", ", "]"),
    value_of!("`will call`", "", "\"", "will call ", "\""),
    title_of!("phone numbers", "0512 5550123, "),
    title_of!("addresses", "a@b.example "),
    title_of!("digits", "1-"),
    title_of!("letters", "a"),
    note_of!("phone numbers", "personal-data", "0512 5550123, "),
    note_of!("addresses", "personal-data", "a@b.example "),
    note_of!("digits", "", "1-"),
    note_of!("`@`", "", "a@"),
    note_of!("intentions", "intention-wording", "was going to call, "),
    Input {
        name: "one long key",
        told: "syntax",
        make: |ground| ground.phone(&ground.fill("", "k", &format!(": a\n{CHANNEL}"))),
    },
    Input {
        name: "keys as long as YAML has them",
        told: "unknown-field",
        make: |ground| {
            ground.phone(&ground.count("", |number| format!("{}{number}: a\n", "within_source".repeat(70)), CHANNEL));
        },
    },
    Input {
        name: "one long id",
        told: "bad-id",
        make: |ground| {
            let id = "i".repeat(ground.size.saturating_sub(2_000));
            ground.phone(&channel(5, |number| lead(number, "").replace("P-000000", &id)));
        },
    },
    Input {
        name: "ids of 1 MB",
        told: "bad-id",
        make: |ground| {
            let id = "i".repeat(ground.size / 16);
            ground.phone(&channel(15, |number| lead(number, "").replace("P-", &id)));
        },
    },
    Input {
        name: "references of 1 MB",
        told: "unknown-reference",
        make: |ground| {
            let id = "i".repeat(ground.size / 17);
            let step = |number: usize| format!("capture: {{at: +1m, in: {id}{number}, got: [name]}}");
            ground.phone(&channel(15, |number| lead(number, "").replace("capture: never", &step(number))));
        },
    },
    markdown_of!("`>`", "", ">", ""),
    markdown_of!("`> ` on lines", "", "> > > > a\n", ""),
    markdown_of!("`*`", "", "*", ""),
    markdown_of!("`*a `", "", "*a ", ""),
    markdown_of!("`a**b`", "", "a**b", ""),
    markdown_of!("`*a_`", "", "*a_ ", ""),
    markdown_of!("`_`", "", "_a ", ""),
    markdown_of!("`[`", "", "[", ""),
    markdown_of!("`![`", "", "![", ""),
    markdown_of!("`[a](`", "", "[a](", ""),
    markdown_of!("`[a](<b`", "", "[a](<b", ""),
    markdown_of!("links", "", "[a](b) ", ""),
    markdown_of!("`]`", "", "[]", ""),
    markdown_of!("`<`", "", "<", ""),
    markdown_of!("`<!--`", "", "<!--", ""),
    markdown_of!("`<?`", "", "<?", ""),
    markdown_of!("`<![CDATA[`", "", "<![CDATA[", ""),
    markdown_of!("`<a `", "", "<a b=", ""),
    markdown_of!("`&`", "", "&", ""),
    markdown_of!("entities", "", "&amp;", ""),
    markdown_of!("backquotes", "", "`", ""),
    markdown_of!("backquotes of growing length", "", "` `` ``` ```` ````` ", ""),
    markdown_of!("`~`", "", "~~a ", ""),
    markdown_of!("lists", "", "- a\n", ""),
    markdown_of!("lists in lists", "", "- ", "a"),
    markdown_of!("numbers", "", "1. ", "a"),
    markdown_of!("tasks", "", "- [ ] a\n", ""),
    markdown_of!("headings", "", "# a\n", ""),
    markdown_of!("headings underlined", "", "a\n=\n", ""),
    markdown_of!("rules", "", "---\n\n", ""),
    markdown_of!("`\\`", "", "\\", ""),
    markdown_of!("a table of many columns", "|a", "|b", "\n"),
    markdown_of!("table rows", "|a|b|\n|-|-|\n", "|c|d|\n", ""),
    markdown_of!("short table rows", TABLE_HEAD, "|\n", ""),
    markdown_of!("footnotes", "", "[^a] ", "\n\n[^a]: b\n"),
    markdown_of!("footnotes of one name", "[^a]\n\n", "[^a]: b\n\n", ""),
    markdown_of!("link definitions", "", "[a]: b\n", ""),
    markdown_of!("link definitions of a long name", "[a]: ", "b", ""),
    markdown_of!("references to a long link", LONG_LINK, "[a] ", ""),
    markdown_of!("indented code", "", "    a\n", ""),
    markdown_of!("fences", "", "```\n", ""),
    markdown_of!("words with tabs", "", "a\tb ", ""),
    markdown_of!("e-mail addresses", "", "<a@b> ", ""),
    markdown_of!("colons", "", "a:b:", ""),
];

/// A table of a thousand columns.
const TABLE_HEAD: &str = concat!(
    "|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|\n",
    "|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|\n",
);

/// A link that is defined once and much longer than what refers to it.
const LONG_LINK: &str = concat!(
    "[a]: https://link.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\n\n",
);
