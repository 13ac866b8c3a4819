//! Texts and what is read of them, written compactly.

use super::{Node, Value, parse};
use crate::diagnostic::{SourceFile, Sources};

/// The tree in one line: `{a: "text" [1,2]}`, `∅` for nothing, `✗` for broken.
fn dump(node: &Node) -> String {
    match &node.value {
        Value::Null => "∅".into(),
        Value::Broken => "✗".into(),
        Value::Scalar(scalar) => {
            let mut text = if scalar.plain { scalar.text.clone() } else { format!("{:?}", scalar.text) };
            if scalar.comment.is_some() {
                text.push('#');
            }
            text
        }
        Value::List(items) => format!("[{}]", items.iter().map(dump).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries: Vec<_> = entries.iter().map(|entry| format!("{}: {}", entry.key, dump(&entry.value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
    }
}

fn show(text: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile { path: "a.yml".into(), text: text.into() });
    let parsed = parse(file, text);
    let mut out = dump(&parsed.root);
    for problem in &parsed.problems {
        let place = problem.place.range();
        out.push_str(&format!(
            "\n{} {:?} {} @{:?}",
            problem.code.id(),
            &text[place.clone()],
            problem.message,
            text[place.start..].chars().take(12).collect::<String>()
        ));
        for help in &problem.help {
            out.push_str(&format!("\n  = {help}"));
        }
    }
    out
}

#[test]
#[ignore = "for looking at texts by hand"]
fn look() {
    for text in std::fs::read_to_string("/tmp/look.txt").unwrap_or_default().split("=====\n") {
        println!("-----------------\n{text}→ {}", show(text));
    }
}
