//! Paths of attachments, as written.

use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::audit::personal;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::Node;

/// The path of an attachment, relative to the audit's folder, with `/` between the parts.
pub(in crate::audit) struct FilePath;

impl Shape for FilePath {
    type Out = String;
    const EXAMPLE: &'static str = "evidence/calls.csv";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader.scalar(node, name, "the path of a file", Self::EXAMPLE)?;
        for find in personal::find(text) {
            let piece = &text[find.range.clone()];
            let place = reader.find(node, piece);
            reader.report(find.diagnostic(place, piece));
        }
        if let Some((fault, help)) = fault(text) {
            let problem =
                Diagnostic::new(Code::UnsafePath, reader.head(node), format!("`{}` {fault}", shortened(text))).help(help);
            reader.report(problem);
            return None;
        }
        Some(text.to_owned())
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": "^[^/\\\\.][^\\\\]*$"})
    }
}

/// What is wrong with a path before anybody looks whether it exists, and how to mend it.
fn fault(path: &str) -> Option<(&'static str, String)> {
    let here = "name the file from the audit's folder on, such as `file: evidence/calls.csv`";
    let drive = path.len() >= 2 && path.as_bytes()[0].is_ascii_alphabetic() && path.as_bytes()[1] == b':';
    if path.contains("://") {
        return Some(("is an address, not a file", "save the file into the audit's folder and name it there".into()));
    }
    if path.starts_with('/') || path.starts_with('~') || path.starts_with("\\\\") || drive {
        return Some(("does not begin in the audit's folder", here.into()));
    }
    if path.contains('\\') {
        return Some(("has backslashes", format!("write it with `/`: `file: {}`", path.replace('\\', "/"))));
    }
    if path.chars().any(char::is_control) {
        return Some(("holds a control character", here.into()));
    }
    for part in path.split('/') {
        match part {
            ".." => {
                return Some((
                    "leads out of the audit's folder",
                    "copy the file into the audit's folder and name it there".into(),
                ));
            }
            "" | "." => return Some(("has an empty step in it", here.into())),
            hidden if hidden.starts_with('.') => {
                return Some((
                    "is hidden, and hidden files are passed over",
                    "give the file a name that does not begin with a point".into(),
                ));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_inside_the_folder_pass() {
        for path in ["evidence/calls.csv", "calls.csv", "evidence/2026-03/a b.pdf", "a..b.csv"] {
            assert_eq!(fault(path), None, "{path}");
        }
        let bad = [
            "/etc/passwd",
            "../x",
            "a/../../x",
            "C:/x",
            "c:x",
            "a\\b",
            "\\\\server\\x",
            "~/x",
            "a//b",
            "./a",
            "a/.",
            "",
            ".env",
            "a/.git/x",
            "https://example.com/x",
            "a\u{7}b",
        ];
        for path in bad {
            assert!(fault(path).is_some(), "{path}");
        }
    }
}
