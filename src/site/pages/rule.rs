//! `rules/<id>.html`: what one rule or code means, why it matters and what to do.

use serde::Serialize;

use super::rules::{Kind, entries};
use crate::diagnostic::Severity;
use crate::site::markdown::{self, Html, Setting};
use crate::site::press::{Current, Frame};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};

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

/// Renders the page of one entry.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let entry = &entries()[at];
    let from = links::rule(entry.id);
    let resolve = |target: &str| {
        let known = entries().iter().any(|entry| target == format!("{}.html", entry.id));
        known.then(|| target.to_owned())
    };
    let html = markdown::render(entry.words, &Setting { prefix: entry.id, under: 1, resolve: &resolve });
    let (kicker, effect) = match entry.kind {
        Kind::Rule(step, effect) => (format!("Rule of step {}, {}", step.number(), step.name()), effect.meaning().to_owned()),
        Kind::Problem(severity) => (
            "A problem in an auditor's file".to_owned(),
            match severity {
                Severity::Error => "nothing is built until it is mended".to_owned(),
                Severity::Warning => "the site is built all the same".to_owned(),
            },
        ),
    };
    let to = |at: Option<usize>| {
        let entry = entries().get(at?)?;
        Some(Link::new(links::between(&from, &links::rule(entry.id)), entry.id))
    };
    let view = View {
        frame: press.frame(&from, None, Current::Rules, &format!("{}: {}", entry.id, entry.title), entry.title),
        kicker,
        id: entry.id,
        title: entry.title,
        mark: entry.kind.mark(press.words),
        effect,
        html,
        examples: entry.examples.map_or_else(Vec::new, |[fires_on, passes_on]| {
            let example = |title, lines| Example { title, lines };
            vec![example("It fires on", fires_on), example("It does not fire on", passes_on)]
        }),
        previous: to(at.checked_sub(1)),
        next: to(Some(at + 1)),
        all: Link::new(links::between(&from, "rules/index.html"), "All rules"),
    };
    press.render(press.words, "rule.html", &view)
}
