//! The messages of one language, read from its Fluent files, and its texts that have files of their own.

use fluent_syntax::ast::{self, Entry};
use fluent_syntax::parser;
use foldhash::HashMap;
use include_dir::{Dir, include_dir};

use super::Language;
use super::message::{Argument, Message, Patterns};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words");

/// A text with its title.
pub(super) type Titled = (&'static str, &'static str);

/// All messages of a language.
pub(super) struct Catalogue {
    pub(super) language: Language,
    messages: HashMap<&'static str, Message>,
    /// The keys of all messages, in the order of the files.
    pub(super) keys: Vec<&'static str>,
    /// What rules say, by their ids. English keeps such texts beside what they speak of.
    pub(super) rules: HashMap<&'static str, Titled>,
    /// What problems in files are called, by their ids.
    pub(super) codes: HashMap<&'static str, Titled>,
}

impl Catalogue {
    /// Reads a language's files. What is wrong in them shows as a missing message, for which the tests look.
    pub(super) fn read(language: Language) -> Catalogue {
        let (mut patterns, mut keys) = (Patterns::new(), Vec::new());
        for (_, text) in files(language) {
            let (Ok(resource) | Err((resource, _))) = parser::parse_runtime(text);
            for entry in resource.body {
                if let Entry::Message(ast::Message { id, value: Some(pattern), .. }) = entry {
                    keys.push(id.name);
                    // a message that stands twice keeps its first text; the tests find the second
                    patterns.entry(id.name).or_insert(pattern);
                }
            }
        }
        let messages = patterns.iter().filter_map(|(key, pattern)| Some((*key, Message::read(pattern, &patterns)?))).collect();
        Catalogue { language, messages, keys, rules: texts(language, "rules"), codes: texts(language, "codes") }
    }

    /// A message without arguments, where there is one.
    pub(super) fn plain(&self, key: &str) -> Option<&str> {
        self.messages.get(key)?.plain()
    }

    /// A message with its arguments filled in; the key itself where there is no such message.
    pub(super) fn fill<A: Argument>(&self, key: &str, args: &[(&str, A)]) -> String {
        let Some(message) = self.messages.get(key) else { return key.to_owned() };
        let mut text = String::with_capacity(64);
        message.write(args, self.language, &mut text);
        text
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

/// The texts in a language's folder by the names of their files: a title behind `# ` on the first line, then Markdown.
fn texts(language: Language, folder: &str) -> HashMap<&'static str, Titled> {
    let dir = FILES.get_dir(format!("{}/{folder}", language.id()));
    let text = |file: &'static include_dir::File<'static>| {
        let (title, words) = file.contents_utf8()?.strip_prefix("# ")?.split_once('\n')?;
        Some((file.path().file_stem()?.to_str()?, (title.trim(), words.trim_start())))
    };
    dir.into_iter().flat_map(Dir::files).filter_map(text).collect()
}
