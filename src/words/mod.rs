//! The site's own words: one catalogue for each language, in [Fluent](https://projectfluent.org) files under `en/` and `de/`.
//!
//! [`Words`] is a language's catalogue as the rest of the program holds it. A message is a whole sentence, so that each language may
//! order it as it has to; plurals are chosen within the message. Numbers, lengths of time, dates and lists follow the language, too.
//! A language is a folder here and a variant of [`Language`]; the tests demand that every message stands in each.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "figures are ASCII; months and weekdays are numbered by the calendar"
)]

mod catalogue;
mod dates;
mod gate;
mod language;
mod message;
mod names;
mod numbers;
#[cfg(test)]
pub(crate) mod tests;
mod texts;

use std::fmt;
use std::sync::LazyLock;

pub use dates::{Time, clock};
pub use gate::Threshold;
pub use language::Language;
pub use message::{Argument, Value};
pub use names::Named;
pub use numbers::share_id;
pub use texts::{capital, name_text, percent};

use catalogue::Catalogue;

/// The words of one language. A handle: copies cost nothing.
#[derive(Clone, Copy)]
pub struct Words(&'static Catalogue);

impl Words {
    /// The words of a language; its files are read when they are first asked for.
    pub fn of(language: Language) -> Words {
        static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Language::English));
        static GERMAN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Language::German));
        Words(match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        })
    }

    /// The words of the first language, which the program speaks on the terminal.
    pub fn english() -> Words {
        Words::of(Language::English)
    }

    /// Which language it is.
    pub fn language(self) -> Language {
        self.0.language
    }

    /// A message without arguments. Where there is none, the key itself, so that a gap is seen; the tests find every gap.
    pub fn get(self, key: &'static str) -> &'static str {
        self.0.plain(key).unwrap_or(key)
    }

    /// A message without arguments whose key is put together.
    pub fn find(self, key: &str) -> String {
        self.0.plain(key).unwrap_or(key).to_owned()
    }

    /// A message with arguments; [`say!`](crate::say) is the short way to call it.
    pub fn fill<A: Argument>(self, key: &str, args: &[(&str, A)]) -> String {
        self.0.fill(key, args)
    }

    /// The keys of all messages.
    pub(crate) fn keys(self) -> impl Iterator<Item = &'static str> {
        self.0.keys.iter().copied()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.0.language).finish()
    }
}

/// A message of the catalogue with its arguments: `say!(words, "leads-lost", count = 3, step = name)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:expr $(, $name:ident = $value:expr)+ $(,)?) => {
        $words.fill($key, &[$((stringify!($name), $crate::words::Argument::value(&$value))),+])
    };
}
