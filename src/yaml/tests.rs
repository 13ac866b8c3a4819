//! Texts and what is read of them, written compactly.

use std::fmt::Write;
use std::ops::Range;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{Node, Parsed, Scalar, Value, parse};
use crate::diagnostic::{Code, SourceFile, Sources, human, whole_characters};

/// A channel file as auditors write it, with most of what YAML offers.
const SAMPLE: &str = include_str!("tests/sample.yml");
/// The same with a mistake of each common kind.
const MISTAKES: &str = include_str!("tests/mistakes.yml");

fn read(text: &str) -> (Parsed, Sources) {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile { path: "a.yml".into(), text: text.into() });
    (parse(file, text), sources)
}

/// The tree in one line: `∅` for nothing, `✗` for broken, `#` behind a text with a comment.
fn dump(node: &Node) -> String {
    match &node.value {
        Value::Null => "∅".into(),
        Value::Broken => "✗".into(),
        Value::Scalar(Scalar { text, plain, comment }) => {
            let text = if *plain { text.clone() } else { format!("{text:?}") };
            text + if comment.is_some() { "#" } else { "" }
        }
        Value::List(items) => format!("[{}]", items.iter().map(dump).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<_> = entries.iter().map(|entry| format!("{}: {}", entry.key, dump(&entry.value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

/// The tree and, for each problem, its code, what is underlined, what is wrong and how to mend it.
fn show(text: &str) -> String {
    let (parsed, _) = read(text);
    let mut out = dump(&parsed.root);
    for problem in &parsed.problems {
        write!(out, "\n{} {:?}: {}", problem.code.id(), &text[problem.place.range()], problem.message).expect("memory");
        for help in &problem.help {
            write!(out, "\n  {help}").expect("memory");
        }
    }
    out
}

/// Every case of a file: a text, `→` and what it becomes; cases are parted by lines of `=`.
#[test]
fn cases_are_read_as_written_down() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/yaml/tests/cases.txt");
    let written = std::fs::read_to_string(path).expect("the cases");
    let mut shown = Vec::new();
    for case in written.split("=====\n") {
        let (text, _) = case.split_once("→ ").unwrap_or((case, ""));
        shown.push(format!("{text}→ {}\n", show(text)));
    }
    let shown = shown.join("=====\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, shown).expect("the cases are rewritten");
    } else {
        assert!(written == shown, "run with UPDATE=1 and look at the difference:\n{shown}");
    }
}

#[test]
fn a_file_of_mistakes_gives_one_diagnostic_each() {
    let (parsed, sources) = read(MISTAKES);
    // Each line with a mistake is followed or preceded by nothing but a mark at its end.
    let expected: Vec<usize> =
        MISTAKES.lines().enumerate().filter(|(_, line)| line.ends_with("#!")).map(|(line, _)| line + 1).collect();
    let found: Vec<usize> =
        parsed.problems.iter().map(|problem| MISTAKES[..problem.place.start].matches('\n').count() + 1).collect();
    assert_eq!(found, expected, "{}", human::render(&parsed.problems, &sources, false));
    let Value::Map(entries) = &parsed.root.value else { panic!("the root is read") };
    let keys: Vec<_> = entries.iter().map(|entry| entry.key.as_str()).collect();
    assert_eq!(keys, ["title", "kind", "volume", "sample", "must_capture", "clock", "leads"]);
    let Value::List(leads) = &entries[6].value.value else { panic!("the leads are read") };
    for lead in leads {
        let Value::Map(fields) = &lead.value else { panic!("each lead is read: {lead:?}") };
        for name in ["id", "arrived", "capture", "claim", "continue", "confirm", "close"] {
            assert!(fields.iter().any(|field| field.key == name), "{name} is there in {}", dump(lead));
        }
    }
}

#[test]
fn places_are_those_of_the_words() {
    let text = "\u{feff}k\u{e9}y: v\u{e4}lue # c\r\nempty:   # d\r\nlist:\r\n  -\r\n  - 'x' # e\r\nblock: | # f\r\n  one\r\n\r\n# g\r\nflow: { a: , b , c: [ 1 ] }\r\nlast:\r\n  in: &a z\r\n  so: *a\r\n";
    let (parsed, _) = read(text);
    assert_eq!(parsed.problems, []);
    let mut found = Vec::new();
    fn walk(text: &str, name: &str, node: &Node, found: &mut Vec<String>) {
        let empty =
            if node.span.is_empty() { format!("behind {:?}", &text[..node.span.start].chars().last()) } else { String::new() };
        let comment = match &node.value {
            Value::Scalar(Scalar { comment: Some(comment), .. }) => format!(" {}", &text[comment.as_ref().clone()]),
            _ => String::new(),
        };
        found.push(format!("{name} {:?}{empty}{comment}", &text[node.span.clone()]));
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| walk(text, "-", item, found)),
            Value::Map(entries) => {
                entries.iter().for_each(|entry| walk(text, &text[entry.key_span.clone()], &entry.value, found));
            }
            _ => {}
        }
    }
    walk(text, "", &parsed.root, &mut found);
    let expected = [
        "k\u{e9}y \"v\u{e4}lue\" # c",
        "empty \"\"behind Some(':')",
        "list \"-\\r\\n  - 'x'\"",
        "- \"\"behind Some('-')",
        "- \"'x'\"",
        "block \"one\"",
        "flow \"{ a: , b , c: [ 1 ] }\"",
        "a \"\"behind Some(':')",
        "b \"\"behind Some('b')",
        "c \"[ 1 ]\"",
        "- \"1\"",
        "last \"in: &a z\\r\\n  so: *a\"",
        "in \"z\"",
        "so \"*a\"",
    ];
    assert_eq!(found[1..], expected);
}

#[test]
fn signs_that_no_text_has_are_told_once_each() {
    let (parsed, sources) = read("a: b\0c\0\nd: e\u{1b}[1m\nf: g\u{feff}\nh: He said: no\n");
    let places: Vec<_> = parsed.problems.iter().map(|problem| (problem.code, problem.place.start)).collect();
    let syntax = Code::Syntax;
    assert_eq!(
        places,
        [(syntax, 4), (syntax, 12), (syntax, 21), (syntax, 35)],
        "{}",
        human::render(&parsed.problems, &sources, false)
    );
    assert_eq!(dump(&parsed.root), "{a: b c, d: e [1m, f: g, h: ✗}");
}

/// Sums up what the other reader reads, texts as texts.
fn other(value: &serde_yaml::Value) -> String {
    match value {
        serde_yaml::Value::Null => "∅".into(),
        serde_yaml::Value::Bool(value) => value.to_string(),
        serde_yaml::Value::Number(value) => value.to_string(),
        serde_yaml::Value::String(text) => text.clone(),
        serde_yaml::Value::Sequence(items) => format!("[{}]", items.iter().map(other).collect::<Vec<_>>().join(", ")),
        serde_yaml::Value::Mapping(map) => {
            let entries: Vec<_> = map.iter().map(|(key, value)| format!("{}: {}", other(key), other(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        serde_yaml::Value::Tagged(tagged) => other(&tagged.value),
    }
}

/// The same of our tree; numbers as the other reader writes them.
fn ours(node: &Node) -> String {
    match &node.value {
        Value::Scalar(scalar) if scalar.plain => match serde_yaml::from_str::<serde_yaml::Value>(&scalar.text) {
            Ok(value @ (serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_))) => other(&value),
            _ => scalar.text.clone(),
        },
        Value::Scalar(scalar) => scalar.text.clone(),
        Value::List(items) => format!("[{}]", items.iter().map(ours).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<_> = entries.iter().map(|entry| format!("{}: {}", entry.key, ours(&entry.value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        _ => dump(node),
    }
}

#[test]
fn another_reader_agrees() {
    let audits = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/audits")).into_iter().flatten();
    let files =
        audits.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "yml" || extension == "yaml"));
    let mut texts = vec![SAMPLE.to_owned()];
    texts.extend(files.map(|entry| std::fs::read_to_string(entry.path()).expect("a sample")));
    for text in texts {
        let (parsed, sources) = read(&text);
        assert!(parsed.problems.is_empty(), "{}", human::render(&parsed.problems, &sources, false));
        let value: serde_yaml::Value = serde_yaml::from_str(&text).expect("valid YAML");
        assert_eq!(ours(&parsed.root), other(&value));
        let with_mark = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        let (marked, _) = read(&with_mark);
        assert_eq!(ours(&marked.root), other(&value), "with a byte-order mark and the line breaks of Windows");
    }
}

#[test]
fn limits_are_told_at_once() {
    let flow = "{a: ".repeat(50_000);
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let bomb = (1..8).fold("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, n| {
        let alias = format!("*a{}, ", n - 1).repeat(10);
        format!("{text}a{n}: &a{n} [{alias}]\n")
    });
    let deep_alias = "a: &a ".to_owned() + &"[".repeat(40) + &"]".repeat(40) + "\nb: " + &"[".repeat(40) + "*a" + &"]".repeat(40);
    for (name, text) in [
        ("dashes", "- ".repeat(100_000)),
        ("braces", flow),
        ("brackets", "[".repeat(200_000)),
        ("closed brackets", closed),
        ("steps", (0..300).map(|n| format!("{}a:\n", " ".repeat(n))).collect()),
        ("aliases", bomb),
        ("depth through an alias", deep_alias),
        ("a long text behind many aliases", format!("a: &a {}\nb: [{}]", "x".repeat(100_000), "*a, ".repeat(1_000))),
        ("mixed", "a:\n  - ".to_owned() + &"- ".repeat(40) + &"[".repeat(40) + &"]".repeat(40)),
    ] {
        let start = Instant::now();
        let (parsed, _) = read(&text);
        let codes: Vec<_> = parsed.problems.iter().map(|problem| problem.code).collect();
        assert!(codes.contains(&Code::Limits), "{name}: {:?}", parsed.problems);
        assert!(start.elapsed() < Duration::from_secs(10), "{name} took {:?}", start.elapsed());
    }
}

#[test]
fn values_are_counted_however_they_are_written() {
    use super::{parse::parse_most, tree::MAX_NODES};
    let lines = "- x\n".repeat(99);
    let braces = format!("{{{}}}", (0..99).map(|n| format!("a{n}: ,")).collect::<String>());
    let nested = format!("a:\n{}", "  - {b: }\n".repeat(49));
    for text in [&lines, &braces, &nested] {
        let (parsed, sources) = read(text);
        let file = sources.iter().next().expect("a file").0;
        let count = count(&parsed.root);
        assert!(count >= 99, "{count}");
        assert!(parse_most(file, text, count).problems.is_empty(), "{count}: {text}");
        let over = parse_most(file, text, count - 1);
        let [problem] = over.problems.as_slice() else { panic!("{:?}", over.problems) };
        assert_eq!(problem.code, Code::Limits, "{text}");
        assert!(problem.message.contains("1,000,000 values") && MAX_NODES == 1_000_000, "{}", problem.message);
        assert_eq!(over.root.value, Value::Broken, "none of it is read");
    }
}

/// How many values a tree has, keys among them.
fn count(node: &Node) -> usize {
    1 + match &node.value {
        Value::List(items) => items.iter().map(count).sum(),
        Value::Map(entries) => entries.iter().map(|entry| 1 + count(&entry.value)).sum(),
        _ => 0,
    }
}

#[test]
fn names_on_lists_in_each_other_count_once_each() {
    let text = format!("{}{}\n", (0..40).map(|n| format!("&a{n} [x, ")).collect::<String>(), "]".repeat(40));
    let parsed = read(&format!("a: {text}b: [*a0, *a39]\n")).0;
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
}

#[test]
fn what_is_no_text_is_not_read_to_its_end() {
    let parsed = read(&"\0".repeat(5_000)).0;
    assert_eq!((parsed.root.value, parsed.problems.len()), (Value::Broken, 1));
}

#[test]
fn sixty_four_levels_are_read() {
    let text = "[".repeat(64) + &"]".repeat(64);
    assert!(read(&text).0.problems.is_empty());
    let text = "[".repeat(65) + &"]".repeat(65);
    assert_eq!(read(&text).0.problems[0].code, Code::Limits);
}

#[test]
fn large_files_with_mistakes_end_soon() {
    let lead = "  - id: x\n    note: He said: wait\n    capture: {a: b\n";
    for text in [
        "leads:\n".to_owned() + &lead.repeat(10_000),
        "a: \"b\n".repeat(20_000),
        "\ta\n".repeat(50_000),
        "&a ".repeat(50_000),
        "? ".repeat(50_000),
        "{a: 1, ".repeat(50_000),
        "a: 'b".repeat(50_000),
        "a: [".to_owned() + &"*x, ".repeat(50_000) + "]",
        "a: {".to_owned() + &"*x, ".repeat(50_000) + "}",
        "a: {".to_owned() + &"&x y, ".repeat(50_000) + "}",
        "a: [".to_owned() + &"b: c, ".repeat(50_000) + "]",
        "a: [".to_owned() + &"!x y, ".repeat(50_000) + "]",
        "a: {".to_owned() + &"k, ".repeat(50_000) + "}",
        (0..50_000).map(|n| format!("k{n}: &a{n} *a{n}\n")).collect(),
        (0..50_000).map(|n| format!("k{n}: 1\n")).collect(),
    ] {
        let start = Instant::now();
        let (parsed, _) = read(&text);
        let head: String = text.chars().take(12).collect();
        assert!(start.elapsed() < Duration::from_secs(10), "{head:?} took {:?}", start.elapsed());
        assert!(parsed.problems.len() <= 50_000, "{head:?}");
    }
}

/// Every span lies in the text and on the beginnings of characters.
fn check_spans(text: &str, parsed: &Parsed) {
    let check = |span: &Range<usize>| assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
    fn walk(node: &Node, check: &dyn Fn(&Range<usize>)) {
        check(&node.span);
        match &node.value {
            Value::Scalar(Scalar { comment: Some(comment), .. }) => check(comment),
            Value::List(items) => items.iter().for_each(|item| walk(item, check)),
            Value::Map(entries) => entries.iter().for_each(|entry| {
                check(&entry.key_span);
                walk(&entry.value, check);
            }),
            _ => {}
        }
    }
    walk(&parsed.root, &check);
    for problem in &parsed.problems {
        check(&problem.place.range());
        problem.second.iter().for_each(|(place, _)| check(&place.range()));
    }
}

fn check(text: &str) -> Parsed {
    let (parsed, sources) = read(text);
    check_spans(text, &parsed);
    human::render(&parsed.problems, &sources, true);
    parsed
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_text_is_read(text in "\\PC*") {
        check(&text);
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_signs_are_read(text in "[ab:,{}\\[\\]\"'#&*!|>%@`?~\t\r\n .é\u{feff}\u{1f600}\\\\-]{0,60}") {
        check(&text);
    }

    #[test]
    fn any_lines_are_read(lines in proptest::collection::vec("( {0,5}|\t)(- ){0,2}(a|b|\"a\")?(: |:)?[\"'{\\[|>&*!é]?[ab ,]{0,4}[\"'}\\]]?( #c)?", 0..12)) {
        check(&lines.join("\n"));
    }

    #[test]
    fn one_wrong_sign_spoils_little(at in 0..SAMPLE.len(), sign in "[\"'{}\\[\\]:,\t #&*-]?", cut in 0_usize..2) {
        let Range { start, end } = whole_characters(SAMPLE, at..at + cut);
        let text = format!("{}{sign}{}", &SAMPLE[..start], &SAMPLE[end..]);
        let parsed = check(&text);
        // A line torn out to the left takes what follows with it.
        prop_assume!(!SAMPLE[..start].ends_with('\n'));
        prop_assert!(parsed.problems.len() <= 4, "{} from\n{text}", show(&text));
        prop_assert!(parsed.root.value != Value::Broken, "{} from\n{text}", show(&text));
    }
}
