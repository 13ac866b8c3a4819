//! The languages that the site speaks.

/// A language of the site's own words; an auditor's texts may be in any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, as written in the United Kingdom and the United States alike.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// The id used in files, which is its BCP 47 tag: `de`.
    pub const fn id(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// The language with the given id.
    pub fn from_id(id: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.id() == id)
    }

    /// What stands between thousands: `10,000`, `10.000`.
    pub(super) const fn thousands(self) -> char {
        match self {
            Language::English => ',',
            Language::German => '.',
        }
    }

    /// What stands before decimals: `7.5`, `7,5`.
    pub(super) const fn decimal(self) -> char {
        match self {
            Language::English => '.',
            Language::German => ',',
        }
    }

    /// The form in which things of this number are named, as messages choose by it.
    pub(super) const fn plural(self, number: i64) -> &'static str {
        match self {
            Language::English | Language::German => {
                if number.unsigned_abs() == 1 {
                    "one"
                } else {
                    "other"
                }
            }
        }
    }
}
