//! The templates: embedded, under names that a folder of the user's own may override.

mod inline;
mod own;

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use super::Error;
use super::markdown::Html;
use crate::words::{Language, Words};

pub(crate) use own::NONE;
pub use own::{OwnTemplates, TemplateFaults};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Where the built-in templates stand, so that others can take their names and still extend them.
const PREFIX: &str = "builtin/";

/// All templates, ready to render.
pub(crate) struct Templates<'a> {
    tera: Tera,
    own: &'a OwnTemplates,
}

impl<'a> Templates<'a> {
    /// Templates that are ready: the built-in ones alone are read once in a run, since who serves prints with them again and again.
    pub(crate) fn of(words: Words, own: &'a OwnTemplates) -> Result<Arc<Self>, String> {
        static READY: Mutex<BTreeMap<Language, Arc<Templates<'static>>>> = Mutex::new(BTreeMap::new());
        if !own.is_empty() {
            return Templates::new(words, own).map(Arc::new);
        }
        let mut ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(match ready.entry(words.language()) {
            Slot::Occupied(slot) => Arc::clone(slot.get()),
            Slot::Vacant(slot) => Arc::clone(slot.insert(Arc::new(Templates::new(words, &NONE)?))),
        })
    }

    /// Reads the built-in templates, and the user's own before them.
    pub(crate) fn new(words: Words, own: &'a OwnTemplates) -> Result<Self, String> {
        let mut tera = Tera::default();
        tera.register_filter("safe", safe);
        let failed = |error: tera::Error| own.words(&error);
        tera.set_fallback_prefixes([PREFIX]).map_err(failed)?;
        let built_in: Vec<_> = sources().map(|(name, text)| (name, with_words(text, words))).collect();
        let mut components = inline::components(built_in.iter().map(|(_, text)| text.as_str()));
        components.retain(|name, _| !own.templates().any(|(_, text)| inline::defines(text, name)));
        let built_in = built_in.iter().map(|(name, text)| (format!("{PREFIX}{name}"), inline::expand(text, &components)));
        let all = built_in.chain(own.templates().map(|(name, text)| (name.to_owned(), with_words(text, words))));
        tera.add_raw_templates(all).map_err(failed)?;
        Ok(Templates { tera, own })
    }

    /// Renders a page's view with the template of the same name in `pages/`.
    pub(crate) fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, Error> {
        let failed = |error: tera::Error| Error::new(format!("a page of {template}"), self.own.words(&error));
        let context = Context::from_serialize(view).map_err(failed)?;
        self.tera.render(&format!("pages/{template}"), &context).map_err(failed)
    }

    /// Renders a component with its arguments.
    pub(crate) fn render_component(&self, component: &str, arguments: &Context) -> Result<Html, Error> {
        let failed = |error: tera::Error| Error::new(format!("the component {component}"), self.own.words(&error));
        self.tera.render_component(component, arguments, None, true).map(Html).map_err(failed)
    }
}

/// HTML as it is. The template engine's own filter copies the text, and charts are long.
fn safe(html: Value, _: Kwargs, _: &State<'_>) -> Value {
    if html.is_string() { html.mark_safe() } else { Value::safe_string(&html.to_string()) }
}

/// A template with its words put in. `[[key]]` stands for a message, which is HTML; `[[key name={{ value }}]]` for one with arguments,
/// whose values the template fills in at each rendering.
fn with_words(template: &str, words: Words) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((slot, after)) = after.split_once("]]") else { break };
        text.push_str(before);
        let (key, mut arguments) = slot.split_once(' ').unwrap_or((slot, ""));
        let mut values = Vec::new();
        while let Some((name, value)) = arguments.split_once('=') {
            let end = value.find("}}").map_or(value.len(), |at| at + 2);
            values.push((name.trim(), &value[..end]));
            arguments = &value[end..];
        }
        // lines stay what they are, for whoever is told of a mistake in one
        text.push_str(&words.fill(key, &values).replace('\n', " "));
        rest = after;
    }
    text + rest
}

/// The keys of the catalogue for which a template asks, each with its place.
fn slots(template: &str) -> impl Iterator<Item = (usize, &str)> {
    template.match_indices("[[").filter_map(|(at, _)| {
        let (slot, _) = template[at + 2..].split_once("]]")?;
        Some((at, slot.split_once(' ').map_or(slot, |(key, _)| key)))
    })
}

/// Every built-in template with its name.
pub(crate) fn sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    names().filter(|name| name.ends_with(".html")).filter_map(|name| Some((name, built_in_file(name)?)))
}

/// The names of all built-in files, parts joined by `/`, in order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let mut names = BTreeSet::new();
        collect(&BUILT_IN, &mut names);
        names
    });
    NAMES.iter().map(String::as_str)
}

/// The built-in file with the given path below `templates/`.
pub(crate) fn built_in_file(path: &str) -> Option<&'static str> {
    BUILT_IN.get_file(path)?.contents_utf8()
}

fn collect(dir: &Dir<'static>, names: &mut BTreeSet<String>) {
    for file in dir.files() {
        let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        names.insert(parts.join("/"));
    }
    dir.dirs().for_each(|dir| collect(dir, names));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in a template outside of braces and of the places for words.
    fn bare(template: &str) -> String {
        let mut text = template.to_owned();
        for (open, close) in [("[[", "]]"), ("{#", "#}"), ("{{", "}}"), ("{%", "%}")] {
            let mut kept = String::new();
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once(open) {
                let (inside, after) = after.split_once(close).unwrap_or((after, ""));
                kept.push_str(before);
                if open == "{%" && inside.trim_start().starts_with('<') {
                    // a component around a body: its texts are arguments
                    kept.push_str(&inside.replace(" name=", " aria-label="));
                }
                rest = after;
            }
            kept.push_str(rest);
            text = kept;
        }
        text
    }

    /// Words of a text for readers that a template holds itself.
    fn words_in(template: &str) -> Vec<String> {
        // an attribute that is read aloud or shown
        const READ: [&str; 6] = ["aria-label", "alt", "title", "placeholder", "data-label", "summary"];
        let bare = bare(template);
        // the names of keys are those that stand on the keyboard
        let texts = bare
            .split('>')
            .filter(|piece| !piece.ends_with("</kbd"))
            .map(|piece| piece.split('<').next().unwrap_or_default().to_owned());
        let read = READ.iter().flat_map(|name| {
            let start = format!(" {name}=\"");
            bare.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
        });
        texts.chain(read).filter(|text| text.chars().any(char::is_alphabetic)).map(|text| text.trim().to_owned()).collect()
    }

    #[test]
    fn no_template_has_words_of_its_own() {
        for (template, found) in [
            ("<p class=\"x\">{{ a }} [[key b={{ c }}]]</p>{# A note. #}", &[][..]),
            ("<p>{% if a %}Draft{% endif %}</p>", &["Draft"]),
            ("<nav aria-label=\"Pages\"></nav>", &["Pages"]),
            ("{% <scroll name=\"All of it\"> %}<b>1</b>{% </scroll> %}", &["All of it"]),
            ("{% <scroll name=\"[[key]]\"> %}<b>1</b>{% </scroll> %}", &[]),
        ] {
            assert_eq!(words_in(template), found, "{template}");
        }
        let found: Vec<_> =
            sources().filter_map(|(name, text)| Some((name, words_in(text))).filter(|(_, words)| !words.is_empty())).collect();
        assert!(found.is_empty(), "these words belong into the catalogue: {found:#?}");
    }

    #[test]
    fn templates_can_be_read_in_every_language() {
        for language in Language::ALL {
            let words = Words::of(language);
            Templates::new(words, &NONE).unwrap();
            for (name, text) in sources() {
                let text = with_words(text, words);
                assert!(!text.contains("{$"), "{name} leaves an argument out: {}", text.split("{$").nth(1).unwrap_or_default());
            }
        }
    }

    #[test]
    fn words_are_put_in_and_values_left_to_the_template() {
        let put = |text: &str| with_words(text, Words::english());
        assert_eq!(put("<h1>[[month-3]]</h1> [["), "<h1>March</h1> [[");
        assert_eq!(put("<p>[[of-all count={{ view.held }} all={{ of | round }}]]."), "<p>{{ view.held }} of {{ of | round }}.");
        assert_eq!(with_words("[[span from={{ a }} to={{ b }}]]", Words::of(Language::German)), "{{ a }} bis {{ b }}");
        assert_eq!(put("[[no-such-message]]"), "no-such-message");
    }
}
