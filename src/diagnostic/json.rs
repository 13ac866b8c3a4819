//! Diagnostics as one JSON document, for editors and other programs.

use std::borrow::Cow;

use serde::Serialize;

use super::human::{Counts, turns};
use super::position::Positions;
use super::{Diagnostic, Place, Sources};

/// Everything that is wrong, and how much of it.
#[derive(Serialize)]
struct Document<'d> {
    problems: Vec<Problem<'d>>,
    errors: usize,
    warnings: usize,
    /// Parts of files in which something is still `TODO`.
    todos: usize,
    /// Files with problems.
    files: usize,
}

#[derive(Serialize)]
struct Problem<'d> {
    code: &'static str,
    severity: &'static str,
    message: &'d str,
    #[serde(flatten)]
    stretch: Stretch<'d>,
    label: &'d str,
    second: Option<Second<'d>>,
    help: &'d [String],
}

#[derive(Serialize)]
struct Second<'d> {
    #[serde(flatten)]
    stretch: Stretch<'d>,
    label: &'d str,
}

/// Where something stands; all `null` but the file if it speaks of the whole file.
#[derive(Serialize)]
struct Stretch<'d> {
    file: &'d str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// The line it begins on; of a very long line, what stands around.
    source: Option<Cow<'d, str>>,
}

/// The diagnostics as one JSON text, with a line break at its end.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    text(&document(diagnostics, sources))
}

/// A document as a text, with a line break at its end. What would steer a terminal on which it is shown is written as an escape, and so is
/// `##[`, from which GitHub reads a command wherever it is printed.
pub fn text(document: &serde_json::Value) -> String {
    let written = format!("{document:#}\n").replace("##[", "#\\u0023[");
    let steers = |c: char| (c.is_control() && c != '\n') || turns(c);
    if !written.contains(steers) {
        return written;
    }
    // outside of texts there is none of them, and all are of the first plane
    written.chars().fold(String::with_capacity(written.len() + 64), |mut text, c| {
        if steers(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
        text
    })
}

/// The diagnostics as JSON; lines and columns (of characters) count from 1, ends are exclusive.
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "texts and numbers become JSON")]
pub fn document(diagnostics: &[Diagnostic], sources: &Sources) -> serde_json::Value {
    let mut positions = Positions::new(sources);
    let Counts { errors, warnings, todos, files } = Counts::of(diagnostics);
    let problems = diagnostics
        .iter()
        .map(|diagnostic| Problem {
            code: diagnostic.code.id(),
            severity: diagnostic.severity.id(),
            message: &diagnostic.message,
            stretch: stretch(diagnostic.place, &mut positions),
            label: &diagnostic.label,
            second: diagnostic.second.as_ref().map(|(place, label)| Second { stretch: stretch(*place, &mut positions), label }),
            help: &diagnostic.help,
        })
        .collect();
    serde_json::to_value(Document { problems, errors, warnings, todos, files }).expect("texts and numbers become JSON")
}

fn stretch<'d>(place: Place, positions: &mut Positions<'d>) -> Stretch<'d> {
    let _task = positions.telling(place);
    let file = positions.path(place.file);
    let Some(bytes) = positions.bytes(place) else {
        return Stretch { file, line: None, column: None, end_line: None, end_column: None, source: None };
    };
    let start = positions.of(place.file, bytes.start);
    let end = positions.of(place.file, bytes.end);
    let line = positions.line_bytes(place.file, start.line - 1);
    let source = match positions.on_long_line(place) {
        true => positions.excerpt(place.file, bytes).into(),
        false => positions.text(place.file)[line].into(),
    };
    Stretch {
        file,
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
        source: Some(source),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::{Code, SourceFile};
    use super::*;

    #[test]
    fn the_document_holds_what_is_shown() {
        let mut sources = Sources::default();
        let text = "n\u{f6}te: x\r\nleads:\n  - many\n".to_owned();
        let file = sources.add(SourceFile { path: "a.yml".into(), text });
        let folder = sources.add(SourceFile { path: "b".into(), text: String::new() });
        let first = Diagnostic::new(Code::BadTime, Place { file, start: 7, end: 20 }, "bad")
            .label("here")
            .second(Place { file, start: 0, end: 5 }, "there")
            .help("mend");
        let second = Diagnostic::new(Code::NoVolume, Place { file: folder, start: 0, end: 0 }, "none");
        let text = render(&[first, second], &sources);
        let expected = json!({
            "problems": [
                {
                    "code": "bad-time", "severity": "error", "message": "bad",
                    "file": "a.yml", "line": 1, "column": 7, "end_line": 3, "end_column": 4, "source": "n\u{f6}te: x",
                    "label": "here",
                    "second": {
                        "file": "a.yml", "line": 1, "column": 1, "end_line": 1, "end_column": 5, "source": "n\u{f6}te: x",
                        "label": "there",
                    },
                    "help": ["mend"],
                },
                {
                    "code": "no-volume", "severity": "warning", "message": "none",
                    "file": "b", "line": null, "column": null, "end_line": null, "end_column": null, "source": null,
                    "label": "", "second": null, "help": [],
                },
            ],
            "errors": 1, "warnings": 1, "todos": 0, "files": 2,
        });
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), expected);
        assert!(text.ends_with("}\n"));
    }
}
