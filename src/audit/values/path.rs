//! Paths of attachments and logos, as written.

use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::audit::personal;
use crate::diagnostic::{Code, Diagnostic};
use crate::yaml::Node;

/// The path of an attachment, relative to the audit's folder, with `/` between the parts.
pub(in crate::audit) struct FilePath;

/// The path of a logo, relative to the folder of its `brand.yml`.
pub(in crate::audit) struct LogoPath;

macro_rules! paths {
    ($($shape:ident, $example:literal, $folder:literal;)+) => {$(
        impl Shape for $shape {
            type Out = String;
            const EXAMPLE: &'static str = $example;
            const FORM: &'static str = "A path with `/` between its parts.";

            fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
                let text = reader.scalar(node, name, "the path of a file", $example)?;
                for find in personal::find(text) {
                    let piece = &text[find.range.clone()];
                    let place = reader.find(node, piece);
                    reader.report(find.diagnostic(place, piece));
                }
                if let Some((fault, help)) = fault(text, name, $folder, $example) {
                    let message = format!("`{}` {fault}", shortened(text));
                    reader.report(Diagnostic::new(Code::UnsafePath, reader.head(node), message).help(help));
                    return None;
                }
                Some(text.to_owned())
            }

            fn schema() -> serde_json::Value {
                json!({"type": "string", "pattern": "^[^/\\\\.][^\\\\]*$"})
            }
        }
    )+};
}

paths! {
    FilePath, "evidence/calls.csv", "the audit's folder";
    LogoPath, "logo.svg", "the folder of `brand.yml`";
}

/// What is wrong with a path before anybody looks whether it exists, and how to mend it.
fn fault(path: &str, name: &str, folder: &str, example: &str) -> Option<(String, String)> {
    let here = format!("name the file from {folder} on, such as `{name}: {example}`");
    let copy = |verb| format!("{verb} the file into {folder} and name it there");
    let drive = path.len() >= 2 && path.as_bytes()[0].is_ascii_alphabetic() && path.as_bytes()[1] == b':';
    if path.contains("://") {
        return Some(("is an address, not a file".into(), copy("save")));
    }
    if path.starts_with('/') || path.starts_with('~') || path.starts_with("\\\\") || drive {
        return Some((format!("does not begin in {folder}"), here));
    }
    if path.contains('\\') {
        return Some(("has backslashes".into(), format!("write it with `/`: `{name}: {}`", path.replace('\\', "/"))));
    }
    if path.chars().any(char::is_control) {
        return Some(("holds a control character".into(), here));
    }
    // a name that reads otherwise than it is: `exe` where `txt` is read
    if path.chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
        return Some(("holds an invisible character that turns the direction of its letters".into(), "rename the file".into()));
    }
    for part in path.split('/') {
        match part {
            ".." => return Some((format!("leads out of {folder}"), copy("copy"))),
            "" | "." => return Some(("has an empty step in it".into(), here)),
            hidden if hidden.starts_with('.') => {
                return Some((
                    "is hidden, and hidden files are passed over".into(),
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
            assert_eq!(fault(path, "file", "the folder", "x"), None, "{path}");
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
            "invoice\u{202e}txt.exe",
            "a\u{2066}b",
        ];
        for path in bad {
            assert!(fault(path, "file", "the folder", "x").is_some(), "{path}");
        }
    }
}
