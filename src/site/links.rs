//! Addresses: where each page of the site lies, and how one page points at another.
//!
//! A path is relative to the site's root, its parts joined by `/`. Every link between pages is relative, so that the site opens from
//! any folder. Ids are letters, digits, `.`, `_` and `-`; whatever else a path holds is percent-encoded in links.

use std::fmt::Write as _;

use crate::framework::Step;
use crate::words::Language;

/// The path of an audit's overview.
pub(crate) fn overview(audit: &str) -> String {
    format!("{audit}/index.html")
}

/// The path of another page of an audit: `findings.html`.
pub(crate) fn of_audit(audit: &str, file: &str) -> String {
    format!("{audit}/{file}")
}

/// The path of a channel's page.
pub(crate) fn channel(audit: &str, channel: &str) -> String {
    format!("{audit}/channels/{channel}.html")
}

/// The path of a page of a channel's leads, counted from 0: the channel's own page is the first.
pub(crate) fn leads(audit: &str, channel: &str, page: usize) -> String {
    match page {
        0 => self::channel(audit, channel),
        _ => format!("{audit}/channels/{channel}/leads-{}.html", page + 1),
    }
}

/// The path of a lead's page: in lower case, since ids are unique without regard to case.
pub(crate) fn lead(audit: &str, lead: &str) -> String {
    format!("{audit}/leads/{}.html", lead.to_lowercase())
}

/// The path of the list of rules. English has no folder of its own, every other language has.
pub(crate) fn rules(language: Language) -> String {
    rule(language, "index")
}

/// The path of the page of a rule or of a diagnostic's code.
pub(crate) fn rule(language: Language, id: &str) -> String {
    match language {
        Language::English => format!("rules/{id}.html"),
        language => format!("rules/{}/{id}.html", language.id()),
    }
}

/// The fragment of a finding on its page: `web-form-claim`.
pub(crate) fn finding_anchor(channel: &str, step: Step) -> String {
    format!("{channel}-{}", step.id())
}

/// The fragment of an observation on the page of findings.
pub(crate) fn observation_anchor(id: &str) -> String {
    format!("observation-{id}")
}

/// The fragment of an item of evidence in the register.
pub(crate) fn evidence_anchor(id: &str) -> String {
    format!("evidence-{id}")
}

/// The link from the page at one path to a file at another, or to itself.
pub(crate) fn between(from: &str, to: &str) -> String {
    let here: Vec<&str> = from.split('/').collect();
    let there: Vec<&str> = to.split('/').collect();
    let most = here.len().min(there.len()) - 1;
    let shared = here.iter().zip(&there).take(most).take_while(|(one, other)| one == other).count();
    let rest: Vec<String> = there[shared..].iter().map(|part| encode(part)).collect();
    "../".repeat(here.len() - 1 - shared) + &rest.join("/")
}

/// The link from the page at one path to a place on another page, or on itself.
pub(crate) fn to_place(from: &str, to: &str, anchor: &str) -> String {
    let page = if from == to { String::new() } else { between(from, to) };
    format!("{page}#{}", encode(anchor))
}

/// One part of a path, with everything but unreserved characters percent-encoded (RFC 3986, 2.3).
pub(crate) fn encode(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_short() {
        let lead = lead("blue-heron/2026-03", "W-03");
        assert_eq!(lead, "blue-heron/2026-03/leads/w-03.html");
        for (from, to, link) in [
            ("index.html", lead.as_str(), "blue-heron/2026-03/leads/w-03.html"),
            (&lead, "index.html", "../../../index.html"),
            (&lead, "rules/claim-late.html", "../../../rules/claim-late.html"),
            (&lead, "blue-heron/2026-03/findings.html", "../findings.html"),
            (&lead, "blue-heron/2026-09/index.html", "../../2026-09/index.html"),
            ("index.html", "index.html", "index.html"),
            ("blue-heron/index.html", "blue-heron/2026/index.html", "2026/index.html"),
            ("a/index.html", "a/evidence/50% & more#1.png", "evidence/50%25%20%26%20more%231.png"),
        ] {
            assert_eq!(between(from, to), link, "{from} to {to}");
        }
        assert_eq!(to_place(&lead, "blue-heron/2026-03/leads/w-04.html", "confirm"), "w-04.html#confirm");
        assert_eq!(to_place(&lead, &lead, "claim"), "#claim");
    }
}
