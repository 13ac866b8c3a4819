//! The messages of one language, read from its Fluent files.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use super::Language;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words");

/// All messages of a language.
pub(super) struct Catalogue {
    pub(super) language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without arguments, which most are: worked out once.
    plain: HashMap<String, String>,
    /// The keys of all messages, in the order of the files.
    pub(super) keys: Vec<String>,
}

impl Catalogue {
    /// Reads a language's files. What is wrong in them shows as a missing message, for which the tests look.
    pub(super) fn read(language: Language) -> Catalogue {
        let tag = language.id().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // marks of direction around every argument would stand in file names, charts and attributes
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| number(value, Language::English),
            Language::German => |value, _| number(value, Language::German),
        }));
        let mut keys = Vec::new();
        for (_, text) in files(language) {
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
            keys.extend(resource.entries().filter_map(|entry| match entry {
                fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            // a message that stands twice keeps its first text; the tests find the second
            let _ = bundle.add_resource(resource);
        }
        let mut catalogue = Catalogue { language, bundle, plain: HashMap::new(), keys: Vec::new() };
        for key in &keys {
            if let (Some(text), true) = catalogue.format(key, None) {
                catalogue.plain.insert(key.clone(), text);
            }
        }
        catalogue.keys = keys;
        catalogue
    }

    /// A message without arguments; the key itself where there is no such message.
    pub(super) fn plain<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A message with its arguments filled in; the key itself where there is no such message.
    pub(super) fn fill(&self, key: &str, args: &FluentArgs<'_>) -> String {
        self.format(key, Some(args)).0.unwrap_or_else(|| key.to_owned())
    }

    /// The text of a message, and whether nothing was missing.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> (Option<String>, bool) {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return (None, false);
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors).into_owned();
        (Some(text), errors.is_empty())
    }
}

/// The Fluent files of a language with their names, in the order of the names.
pub(super) fn files(language: Language) -> Vec<(&'static str, &'static str)> {
    let dir = FILES.get_dir(language.id());
    let mut files: Vec<_> = dir
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "ftl"))
        .filter_map(|file| Some((file.path().file_name()?.to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

/// A text of a language that has a file of its own: `rules/claim-late.md`.
pub(super) fn file(language: Language, path: &str) -> Option<&'static str> {
    FILES.get_file(format!("{}/{path}", language.id()))?.contents_utf8()
}

/// Whole numbers with their thousands set apart; everything else as it is.
fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => Some(super::numbers::grouped(number.value, language)),
        _ => None,
    }
}
