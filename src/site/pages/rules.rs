//! `rules/index.html`: every rule by step, then every problem that a file can have.

use std::sync::LazyLock;

use serde::Serialize;

use crate::diagnostic::{Code, Severity};
use crate::framework::Step;
use crate::rules::{CATALOGUE, Rule};
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::{Language, Words};

/// A rule or a code, as its page shows it.
pub(crate) struct RuleEntry {
    pub(crate) id: &'static str,
    pub(crate) kind: Kind,
    /// Lines of a lead on which a rule fires, and close ones on which it does not.
    pub(crate) examples: Option<[&'static str; 2]>,
}

/// What kind of thing an entry is.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Rule(&'static Rule),
    Problem(Code),
}

/// All rules, then all codes, in the order of their catalogues.
pub(crate) fn entries() -> &'static [RuleEntry] {
    static ENTRIES: LazyLock<Vec<RuleEntry>> = LazyLock::new(|| {
        let rules = CATALOGUE.iter().map(|rule| RuleEntry {
            id: rule.id,
            kind: Kind::Rule(rule),
            examples: Some([rule.fires_on, rule.passes_on]),
        });
        let codes = Code::ALL.iter().map(|code| RuleEntry { id: code.id(), kind: Kind::Problem(*code), examples: None });
        rules.chain(codes).collect()
    });
    &ENTRIES
}

impl Kind {
    /// What the entry says, and its text in Markdown.
    pub(crate) fn text(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Kind::Rule(rule) => words.rule(rule),
            Kind::Problem(code) => words.code(code),
        }
    }

    /// What the entry does when it fires.
    pub(crate) fn mark(self, words: Words) -> Mark {
        match self {
            Kind::Rule(rule) => Mark::of(words, rule.effect),
            Kind::Problem(code) => Mark::of(words, code.severity()),
        }
    }
}

#[derive(Serialize)]
struct View {
    frame: Frame,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    id: &'static str,
    title: String,
    about: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    title: &'static str,
    mark: Mark,
}

/// Renders the page in a language.
pub(crate) fn render(press: &Press<'_>, language: Language) -> Result<String, Error> {
    let words = Words::of(language);
    let folder = language;
    let from = links::rules(folder);
    let group = |id, title: String, about: String, pick: &dyn Fn(Kind) -> bool| {
        let rows = entries()
            .iter()
            .filter(|entry| pick(entry.kind))
            .map(|entry| Row {
                link: Link::new(links::between(&from, &links::rule(folder, entry.id)), entry.id),
                title: entry.kind.text(words).0,
                mark: entry.kind.mark(words),
            })
            .collect();
        Group { id, title, about, rows }
    };
    let mut groups: Vec<Group> = Step::ALL
        .into_iter()
        .map(|step| {
            group(
                step.id(),
                say!(words, "rules-group", number = step.number(), step = words.name(step)),
                words.about(step, "question"),
                &|kind| matches!(kind, Kind::Rule(rule) if rule.step == step),
            )
        })
        .collect();
    for (id, severity, title, about) in [
        ("errors", Severity::Error, words.get("rules-errors"), words.get("rules-errors-about")),
        ("warnings", Severity::Warning, words.get("rules-warnings"), words.get("rules-warnings-about")),
        ("todo", Severity::Todo, words.get("rules-todo"), words.get("rules-todo-about")),
    ] {
        let pick = |kind| matches!(kind, Kind::Problem(code) if code.severity() == severity);
        groups.push(group(id, title.to_owned(), about.to_owned(), &pick));
    }
    let (title, about) = (words.get("rules-title"), words.get("rules-about"));
    let frame = press.frame_in(words, &from, None, Current::Rules, title, about);
    press.render(words, "rules.html", &View { frame, groups })
}
