//! `rules/<id>.html`: what one rule or code means, why it matters and what to do.

use serde::Serialize;

use super::rules::{Kind, entries};
use crate::diagnostic::Severity;
use crate::rules::Rule;
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::markdown::{self, Html, Setting};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::{Language, Words};

#[derive(Serialize)]
struct View {
    frame: Frame,
    kicker: String,
    id: &'static str,
    title: &'static str,
    mark: Mark,
    /// What the mark means here.
    effect: String,
    html: Html,
    examples: Vec<Example>,
    previous: Option<Link>,
    next: Option<Link>,
    all: Link,
}

/// Lines of a lead.
#[derive(Serialize)]
struct Example {
    title: &'static str,
    lines: &'static str,
}

/// Renders the page of one entry in a language.
pub(crate) fn render(press: &Press<'_>, language: Language, at: usize) -> Result<String, Error> {
    let words = Words::of(language);
    let folder = language;
    let entry = &entries()[at];
    let from = links::rule(folder, entry.id);
    let (title, text) = entry.kind.text(words);
    let resolve = |target: &str| {
        let known = entries().iter().any(|entry| target == format!("{}.html", entry.id));
        known.then(|| target.to_owned())
    };
    let html = markdown::render(text, &Setting { prefix: entry.id, under: 1, resolve: &resolve });
    let (kicker, effect) = match entry.kind {
        Kind::Rule(Rule { step, effect, .. }) => {
            (say!(words, "rule-of-step", number = step.number(), step = words.name(*step)), words.about(*effect, "meaning"))
        }
        Kind::Problem(code) => {
            let effect = match code.severity() {
                Severity::Error => words.get("rule-error-effect"),
                Severity::Warning => words.get("rule-warning-effect"),
                Severity::Todo => words.get("rule-todo-effect"),
            };
            (words.get("rule-problem").to_owned(), effect.to_owned())
        }
    };
    let to = |at: Option<usize>| {
        let entry = entries().get(at?)?;
        Some(Link::new(links::between(&from, &links::rule(folder, entry.id)), entry.id))
    };
    let view = View {
        frame: press.frame_in(words, &from, None, Current::Rules, &format!("{}: {title}", entry.id), title),
        kicker,
        id: entry.id,
        title,
        mark: entry.kind.mark(words),
        effect,
        html,
        examples: entry.examples.map_or_else(Vec::new, |[fires_on, passes_on]| {
            let example = |title, lines| Example { title, lines };
            vec![example(words.get("rule-fires-on"), fires_on), example(words.get("rule-passes-on"), passes_on)]
        }),
        previous: to(at.checked_sub(1)),
        next: to(Some(at + 1)),
        all: Link::new(links::between(&from, &links::rules(folder)), words.get("rules-all")),
    };
    press.render(words, "rule.html", &view)
}
