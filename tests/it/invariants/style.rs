//! One tree, written as YAML in several ways.

use serde_json::Value;

/// A way to write it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style {
    /// Lines; texts without quotes where they can be.
    Block,
    /// Braces and brackets on one line, every text in quotes.
    Flow,
    /// Lines with comments and empty ones between them, texts in single quotes, list items further in.
    Commented,
    /// Lines; what a list of evidence holds, or a fact, has a name where it first stands and is named afterwards.
    Named,
}

impl Style {
    pub(super) const ALL: [Style; 4] = [Style::Block, Style::Flow, Style::Commented, Style::Named];

    /// The text of a file.
    pub(super) fn write(self, value: &Value) -> String {
        if let Style::Flow = self {
            return value.to_string();
        }
        let mut writer = Writer { style: self, out: String::new(), names: Vec::new() };
        writer.block(value, 0);
        match self {
            Style::Commented => format!("\u{feff}# A file: with a comment\n\n{}", writer.out.replace('\n', "\r\n")),
            _ => writer.out,
        }
    }
}

struct Writer {
    style: Style,
    out: String,
    /// Values that have a name.
    names: Vec<Value>,
}

impl Writer {
    /// Writes the lines of a map or a list.
    fn block(&mut self, value: &Value, indent: usize) {
        let pad = " ".repeat(indent);
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    self.comment(&pad);
                    self.out += &format!("{pad}{key}:");
                    self.value(value, indent + 2);
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.comment(&pad);
                    self.out += &format!("{pad}-");
                    self.value(item, indent + if matches!(self.style, Style::Commented) { 4 } else { 2 });
                }
            }
            other => self.out += &format!("{pad}{}\n", self.scalar(other)),
        }
    }

    fn comment(&mut self, pad: &str) {
        if let Style::Commented = self.style {
            self.out += &format!("{pad}# a note: [not, read]\n\n");
        }
    }

    /// Writes what stands behind a colon or a dash.
    fn value(&mut self, value: &Value, indent: usize) {
        let nothing = match value {
            Value::Object(entries) => entries.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => true,
        };
        if nothing {
            self.out += &format!(" {}\n", self.scalar(value));
            return;
        }
        if let Style::Named = self.style {
            if let Some(name) = self.names.iter().position(|named| named == value) {
                self.out += &format!(" *n{name}\n");
                return;
            }
            self.out += &format!(" &n{}", self.names.len());
            self.names.push(value.clone());
        }
        self.out.push('\n');
        self.block(value, indent);
    }

    fn scalar(&self, value: &Value) -> String {
        let Value::String(text) = value else { return value.to_string() };
        let plain = !text.contains(": ") && !text.contains(", ") && text.starts_with(|c: char| c.is_alphanumeric() || c == '+');
        match self.style {
            Style::Commented => format!("'{text}' # said"),
            _ if plain => text.clone(),
            _ => format!("\"{text}\""),
        }
    }
}
