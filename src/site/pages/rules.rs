//! `rules/index.html`: every rule by step, then every problem that a file can have.

use std::sync::LazyLock;

use serde::Serialize;

use crate::diagnostic::{Code, Severity};
use crate::framework::{Step, Verdict};
use crate::rules::CATALOGUE;
use crate::site::press::{Current, Frame};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::Words;

/// A rule or a code, as its page shows it.
pub(crate) struct RuleEntry {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) words: &'static str,
    pub(crate) kind: Kind,
    /// Lines of a lead on which a rule fires, and close ones on which it does not.
    pub(crate) examples: Option<[&'static str; 2]>,
}

/// What kind of thing an entry is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Rule(Step, Verdict),
    Problem(Severity),
}

/// All rules, then all codes, in the order of their catalogues.
pub(crate) fn entries() -> &'static [RuleEntry] {
    static ENTRIES: LazyLock<Vec<RuleEntry>> = LazyLock::new(|| {
        let rules = CATALOGUE.iter().map(|rule| RuleEntry {
            id: rule.id,
            title: rule.title,
            words: rule.words,
            kind: Kind::Rule(rule.step, rule.effect),
            examples: Some([rule.fires_on, rule.passes_on]),
        });
        let codes = Code::ALL.iter().map(|code| RuleEntry {
            id: code.id(),
            title: code.title(),
            words: code.words(),
            kind: Kind::Problem(code.severity()),
            examples: None,
        });
        rules.chain(codes).collect()
    });
    &ENTRIES
}

impl Kind {
    /// What the entry does when it fires.
    pub(crate) fn mark(self, words: Words) -> Mark {
        match self {
            Kind::Rule(_, effect) => Mark::of(words, effect),
            Kind::Problem(severity) => Mark::of(words, severity),
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
    about: &'static str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    title: &'static str,
    mark: Mark,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>) -> Result<String, Error> {
    let from = "rules/index.html";
    let group = |id, title: String, about, pick: &dyn Fn(Kind) -> bool| {
        let rows = entries()
            .iter()
            .filter(|entry| pick(entry.kind))
            .map(|entry| Row {
                link: Link::new(links::between(from, &links::rule(entry.id)), entry.id),
                title: entry.title,
                mark: entry.kind.mark(press.words),
            })
            .collect();
        Group { id, title, about, rows }
    };
    let mut groups: Vec<Group> = Step::ALL
        .into_iter()
        .map(|step| {
            group(
                step.id(),
                format!("{}. {}", step.number(), step.name()),
                step.question(),
                &|kind| matches!(kind, Kind::Rule(of, _) if of == step),
            )
        })
        .collect();
    groups.push(group(
        "errors",
        "Problems in the files: errors".to_owned(),
        "Nothing is built until they are mended.",
        &|kind| kind == Kind::Problem(Severity::Error),
    ));
    groups.push(group(
        "warnings",
        "Problems in the files: warnings".to_owned(),
        "The site is built, and the auditor should look.",
        &|kind| kind == Kind::Problem(Severity::Warning),
    ));
    let about = "Every rule that turns facts into a verdict, with its reason and what to do about it.";
    let frame = press.frame(from, None, Current::Rules, "Rules of the handoff audit", about);
    press.render(press.words, "rules.html", &View { frame, groups })
}
