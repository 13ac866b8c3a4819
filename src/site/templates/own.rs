//! A user's own templates: a folder whose files take the places of built-in ones of the same names.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use super::{PREFIX, Templates, built_in_file, names, slots};
use crate::diagnostic::Shown as _;
use crate::suggest::nearest;
use crate::words::Words;

/// No file at all: what is built in.
pub(crate) static NONE: OwnTemplates = OwnTemplates { folder: String::new(), files: BTreeMap::new() };

/// Files that take the places of built-in ones, by name: `layout.html`, `pages/lead.html`, `assets/extra.css`.
#[derive(Clone, Debug, Default, Hash)]
pub struct OwnTemplates {
    /// The folder as it is shown in messages.
    folder: String,
    files: BTreeMap<String, String>,
}

impl OwnTemplates {
    /// Whether there is no file.
    pub(in crate::site) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Checks a folder's files, by name from there on: each has its place, and the templates among them can be used.
    ///
    /// # Errors
    /// Everything that is wrong in the names and words, or else in the templates.
    pub fn new(folder: impl Into<String>, files: BTreeMap<String, String>) -> Result<Self, TemplateFaults> {
        let own = OwnTemplates { folder: folder.into(), files };
        let mut faults: Vec<String> = own.files.keys().filter_map(|name| own.without_place(name)).collect();
        faults.extend(own.files.iter().flat_map(|(name, text)| own.unknown_words(name, text)));
        if faults.is_empty() {
            faults.extend(Templates::new(Words::english(), &own).err());
        }
        if faults.is_empty() { Ok(own) } else { Err(TemplateFaults(faults)) }
    }

    /// The file with a name: the user's own where there is one, else the built-in one.
    pub(crate) fn file(&self, name: &str) -> &str {
        self.files.get(name).map(String::as_str).or_else(|| built_in_file(name)).unwrap_or_default()
    }

    /// The templates with their names.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().filter(|(name, _)| name.ends_with(".html")).map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// That a file takes no built-in file's place, and no other of the user's names it.
    fn without_place(&self, name: &str) -> Option<String> {
        let used = |text: &String| ['"', '\''].iter().any(|quote| text.contains(&format!("{quote}{name}{quote}")));
        let others = || self.files.iter().filter(|(other, _)| *other != name).map(|(_, text)| text);
        if built_in_file(name).is_some() || (name.ends_with(".html") && !name.starts_with(PREFIX) && others().any(used)) {
            return None;
        }
        let shown = name.shown();
        let mut fault = format!("nothing is called `{shown}`, so this file would change nothing\n --> {}/{shown}", self.folder);
        match nearest(name, names()).or_else(|| same_file_name(name)) {
            Some(meant) => drop(write!(fault, "\n  = did you mean `{meant}`?")),
            None => fault.push_str("\n  = docs/templates.md lists the names"),
        }
        Some(fault)
    }

    /// Words of the catalogue that a template asks for and that do not exist.
    fn unknown_words(&self, name: &str, text: &str) -> Vec<String> {
        let words = Words::english();
        let wanted = slots(text).filter(|_| name.ends_with(".html")).filter(|(_, key)| !words.keys().any(|known| known == *key));
        let fault = |(at, key): (usize, &str)| {
            let line = text[..at].matches('\n').count() + 1;
            let meant = nearest(key, words.keys()).map(|meant| format!("\n  = did you mean `[[{meant}]]`?")).unwrap_or_default();
            format!("the catalogue of words has no `{key}`\n --> {}/{name}:{line}{meant}", self.folder)
        };
        wanted.map(fault).collect()
    }

    /// What the template language says of a mistake, with the file where a person finds it.
    pub(super) fn words(&self, error: &tera::Error) -> String {
        let mut text = String::new();
        for line in error.to_string().lines() {
            let line = line.strip_prefix("error: ").unwrap_or(line);
            match line.split_once("--> ") {
                Some((before, place)) => match place.strip_prefix(PREFIX) {
                    Some(place) => drop(write!(text, "{before}--> the built-in {place}")),
                    None => drop(write!(text, "{before}--> {}/{place}", self.folder)),
                },
                None => text.push_str(line),
            }
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text
    }
}

/// The built-in file with the same name in another folder.
fn same_file_name(name: &str) -> Option<&'static str> {
    let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    names().find(|known| last(known) == last(name))
}

/// What is wrong in a user's own templates, one thing each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFaults(Vec<String>);

impl fmt::Display for TemplateFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n\n"))
    }
}

impl std::error::Error for TemplateFaults {}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(files: &[(&str, &str)]) -> Result<OwnTemplates, String> {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        OwnTemplates::new("mine", files).map_err(|faults| faults.to_string())
    }

    #[test]
    fn what_is_built_in_can_be_replaced_and_extended() {
        own(&[("layout.html", "{% extends \"builtin/layout.html\" %}{% block foot %}{{ super() }}<p>a</p>{% endblock foot %}")])
            .unwrap();
        own(&[("components.html", "{% component time(t) %}<b>{{ t.text }}</b>{% endcomponent time %}")]).unwrap();
        own(&[("assets/extra.css", "h1 { color: var(--accent); }")]).unwrap();
        own(&[("parts/note.html", "<p>note</p>"), ("pages/plan.html", "{% include \"parts/note.html\" %}")]).unwrap();
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        for (name, text, expected) in [
            (
                "pages/laed.html",
                "",
                "nothing is called `pages/laed.html`, so this file would change nothing\n --> mine/pages/laed.html\n  = did you mean `pages/lead.html`?",
            ),
            ("lead.html", "", "did you mean `pages/lead.html`?"),
            ("notes.txt", "", "docs/templates.md lists the names"),
            (
                "pages/lead.html",
                "\n<p>[[audit-titel]]</p>",
                "the catalogue of words has no `audit-titel`\n --> mine/pages/lead.html:2\n  = did you mean `[[audit-title]]`?",
            ),
            ("pages/lead.html", "<p>\n{% if id %}", "--> mine/pages/lead.html:2"),
            ("pages/lead.html", "a\nb\n{{ id | uper }}", "Unknown filter `uper`\n --> mine/pages/lead.html:3:9"),
            ("pages/lead.html", "{% extends \"builtin/pages/laed.html\" %}", "builtin/pages/laed.html"),
            (
                "pages/lead.html",
                "{% extends \"layout.html\" %}{% block mian %}{% endblock mian %}",
                "Block `mian` is not defined in any parent template\n --> mine/pages/lead.html:1",
            ),
            ("pages/lead.html", "{{ <marc m={id} /> }}", "Unknown component `marc`\n --> mine/pages/lead.html:1"),
        ] {
            let fault = own(&[(name, text)]).unwrap_err();
            assert!(fault.contains(expected), "{name} gave:\n{fault}\nwhich lacks:\n{expected}");
            assert!(!fault.contains("error:"), "{fault}");
        }
    }

    #[test]
    fn several_are_told_at_once() {
        let fault = own(&[("pages/laed.html", "[[a]]"), ("pages/plna.html", "")]).unwrap_err();
        assert_eq!(fault.matches("-->").count(), 3, "{fault}");
    }
}
