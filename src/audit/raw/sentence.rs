//! What a sentence says that stands where the facts of a step belong: `nobody called`, `n/a, a supplier`, `no idea`.

/// The word of the format that a sentence stands for, and what of the sentence goes behind it; nothing where it says no more than the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) word: &'static str,
    pub(super) said: Option<String>,
}

/// How sentences begin, and for which word of the format they stand; none where a fact follows.
const BEGINNINGS: &[(&str, Option<&str>)] = &[
    ("n/a", Some("na")),
    ("na", Some("na")),
    ("not applicable", Some("na")),
    ("does not apply", Some("na")),
    ("doesn't apply", Some("na")),
    ("not needed", Some("na")),
    ("not required", Some("na")),
    ("no need", Some("na")),
    ("nothing to", Some("na")),
    ("?", Some("unknown")),
    ("??", Some("unknown")),
    ("unclear", Some("unknown")),
    ("not clear", Some("unknown")),
    ("not known", Some("unknown")),
    ("not sure", Some("unknown")),
    ("no idea", Some("unknown")),
    ("don't know", Some("unknown")),
    ("nobody knows", Some("unknown")),
    ("no one knows", Some("unknown")),
    ("unknown", Some("unknown")),
    ("no", Some("never")),
    ("none", Some("never")),
    ("noone", Some("never")),
    ("nobody", Some("never")),
    ("nothing", Some("never")),
    ("never", Some("never")),
    ("not", Some("never")),
    ("didn't", Some("never")),
    ("did not", Some("never")),
    ("missed", Some("never")),
    ("not until", None),
    ("not before", None),
    ("not immediately", None),
    ("not right away", None),
];

/// Sentences that say no more than the word itself.
const BARE: [&str; 7] =
    ["didn't happen", "did not happen", "never happened", "not done", "not at all", "no one", "not applicable"];

/// What a sentence stands for, if it says that there is no fact.
pub(super) fn meaning(text: &str) -> Option<Meaning> {
    let text = text.trim();
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let begins = |beginning: &str| lower.strip_prefix(beginning).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let (beginning, word) =
        BEGINNINGS.iter().filter(|(beginning, _)| begins(beginning)).max_by_key(|(beginning, _)| beginning.len())?;
    let word = (*word)?;
    if BARE.contains(&lower.as_str()) {
        return Some(Meaning { word, said: None });
    }
    // `never - nobody saw it`: the word itself is written before the rest
    let rest = text.get(beginning.len()..).unwrap_or_default().trim_start();
    let own = [word, "n/a", "not applicable"].contains(beginning)
        && (rest.starts_with([',', ':', '-', '(', '\u{2013}']) || word == "na");
    let said = if own { rest.trim_matches([' ', ',', ':', '-', '(', ')', '\u{2013}']) } else { text };
    let said = Some(said).filter(|said| said.contains(' ') || (own && !said.is_empty()));
    Some(Meaning { word, said: said.map(str::to_owned) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_without_a_fact_are_understood() {
        for (text, expected) in [
            ("nobody", Some(("never", None))),
            ("No", Some(("never", None))),
            ("never called back", Some(("never", Some("never called back")))),
            ("never - nobody saw the mail", Some(("never", Some("nobody saw the mail")))),
            ("Didn\u{2019}t happen", Some(("never", None))),
            ("not until two days later", None),
            ("nothing to confirm", Some(("na", Some("nothing to confirm")))),
            ("n/a", Some(("na", None))),
            ("N/A (supplier)", Some(("na", Some("supplier")))),
            ("not applicable, she only asked the way", Some(("na", Some("she only asked the way")))),
            ("?", Some(("unknown", None))),
            ("no idea", Some(("unknown", Some("no idea")))),
            ("unknown: the log is lost", Some(("unknown", Some("the log is lost")))),
            ("Nora took it", None),
            ("notes in the book", None),
            ("the desk took it", None),
            ("\u{130}", None),
        ] {
            let found = meaning(text);
            let found = found.as_ref().map(|meaning| (meaning.word, meaning.said.as_deref()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
