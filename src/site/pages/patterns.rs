//! `<audit>/patterns.html`: the five failure patterns and the five mistakes, each with its count and its leads.

use serde::Serialize;

use crate::framework::{ChannelKind, Step};
use crate::report::{MISTAKES, Mistake, MistakeKind, PATTERNS, Pattern, PatternKind};
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::Link;
use crate::site::{Error, Press, links};
use crate::words::Words;

#[derive(Serialize)]
struct View {
    frame: Frame,
    headline: String,
    /// What was seen most.
    most: Option<String>,
    patterns: Vec<Item>,
    mistakes: Vec<Item>,
    method: Link,
}

/// A pattern or a mistake.
#[derive(Serialize)]
struct Item {
    id: &'static str,
    title: String,
    meaning: String,
    seen: bool,
    /// How many leads show it.
    number: String,
    /// `of 12 leads`, or that it was not seen.
    count: String,
    /// Its leads, channel by channel.
    groups: Vec<Group>,
    /// Channels that show it as a whole.
    channels: Vec<Link>,
}

/// The leads of one channel.
#[derive(Serialize)]
struct Group {
    channel: Link,
    leads: LeadLinks,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let report = subject.report;
    let from = subject.path("patterns.html");
    let words = subject.words;
    let patterns = report.patterns.iter().zip(&PATTERNS);
    let mistakes = report.mistakes.iter().zip(&MISTAKES);
    let headline = headline(
        words,
        report.patterns.iter().filter(|pattern| !pattern.leads.is_empty()).count(),
        report.mistakes.iter().filter(|mistake| mistake.seen).count(),
    );
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Patterns, words.get("page-patterns"), &headline),
        headline,
        most: most(subject),
        patterns: patterns.map(|(seen, kind)| pattern(subject, seen, kind, &from)).collect(),
        mistakes: mistakes.map(|(seen, kind)| mistake(subject, seen, kind, &from)).collect(),
        method: Link::new(links::to_place(&from, &subject.path("method.html"), "conventions"), words.get("patterns-method")),
    };
    press.render(words, "patterns.html", &view)
}

fn headline(words: Words, patterns: usize, mistakes: usize) -> String {
    match patterns + mistakes {
        0 => words.get("patterns-headline-none").to_owned(),
        seen => say!(words, "patterns-headline", patterns = patterns, mistakes = mistakes, seen = seen),
    }
}

/// The pattern that most leads show.
fn most(subject: &Subject<'_>) -> Option<String> {
    let patterns = subject.report.patterns.iter().zip(&PATTERNS);
    let (seen, kind) = patterns.rev().max_by_key(|(pattern, _)| pattern.leads.len())?;
    let words = subject.words;
    let pattern = words.find(&format!("pattern-{}-within", kind.id));
    (!seen.leads.is_empty())
        .then(|| say!(words, "patterns-most", pattern = pattern, count = seen.leads.len(), of = traced(subject, kind)))
}

/// How many leads could show a pattern.
fn traced(subject: &Subject<'_>, kind: &PatternKind) -> usize {
    let channels = subject.report.channels.iter().filter(|channel| kind.kind.is_none_or(|kind| kind == channel.kind));
    channels.map(|channel| channel.traced).sum()
}

fn pattern(subject: &Subject<'_>, pattern: &Pattern, kind: &PatternKind, from: &str) -> Item {
    let words = subject.words;
    let traced = traced(subject, kind);
    let (route, all) = match kind.kind {
        Some(ChannelKind::Phone) => ("phone", say!(words, "traced-phone", count = traced)),
        Some(ChannelKind::Form) => ("form", say!(words, "traced-form", count = traced)),
        _ => ("any", words.leads(traced)),
    };
    let seen = !pattern.leads.is_empty();
    Item {
        id: pattern.id,
        title: words.find(&format!("pattern-{}", kind.id)),
        meaning: words.find(&format!("pattern-{}-meaning", kind.id)),
        seen,
        number: words.count(pattern.leads.len()),
        count: match traced {
            0 => say!(words, "seen-none-traced", kind = route),
            _ if seen => say!(words, "seen-of", leads = all),
            _ => say!(words, "seen-not-in", leads = all),
        },
        groups: groups(subject, &pattern.leads, kind.step, from),
        channels: Vec::new(),
    }
}

fn mistake(subject: &Subject<'_>, mistake: &Mistake, kind: &MistakeKind, from: &str) -> Item {
    let words = subject.words;
    let all = words.leads(subject.report.overall.classes.total());
    let (number, count) = match (mistake.leads.len(), mistake.channels.len()) {
        (0, 0) => (0, say!(words, "seen-not-in", leads = all)),
        (0, channels) => (channels, say!(words, "seen-of-channels", channels = subject.report.channels.len())),
        (leads, 0) => (leads, say!(words, "seen-of", leads = all)),
        (leads, channels) => (leads, say!(words, "seen-of-both", leads = all, channels = channels)),
    };
    Item {
        id: mistake.id,
        title: words.find(&format!("mistake-{}", kind.id)),
        meaning: words.find(&format!("mistake-{}-meaning", kind.id)),
        seen: mistake.seen,
        number: words.count(number),
        count,
        groups: groups(subject, &mistake.leads, kind.step, from),
        channels: mistake.channels.iter().map(|channel| subject.channel_link(from, channel)).collect(),
    }
}

/// Leads by channel, each linked to the step at which it shows.
fn groups(subject: &Subject<'_>, leads: &[String], step: Option<Step>, from: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    for channel in &subject.report.channels {
        let of_channel: Vec<&String> =
            channel.leads.iter().map(|lead| &lead.id).filter(|id| leads.binary_search(id).is_ok()).collect();
        if !of_channel.is_empty() {
            let leads = subject.lead_links(from, &channel.id, of_channel.into_iter(), step);
            groups.push(Group { channel: subject.channel_link(from, &channel.id), leads });
        }
    }
    groups
}
