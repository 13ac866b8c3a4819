//! `<audit>/patterns.html`: the five failure patterns and the five mistakes, each with its count and its leads.

use serde::Serialize;

use crate::framework::Step;
use crate::report::{MISTAKES, Mistake, PATTERNS, Pattern, PatternKind};
use crate::site::press::{Current, Frame};
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::Link;
use crate::site::{Error, Press, links, words};

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
    title: &'static str,
    meaning: &'static str,
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
    let patterns = report.patterns.iter().zip(&PATTERNS);
    let mistakes = report.mistakes.iter().zip(&MISTAKES);
    let headline = headline(
        report.patterns.iter().filter(|pattern| !pattern.leads.is_empty()).count(),
        report.mistakes.iter().filter(|mistake| mistake.seen).count(),
    );
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Patterns, "Patterns", &headline),
        headline,
        most: most(subject),
        patterns: patterns.map(|(seen, kind)| pattern(subject, seen, kind, &from)).collect(),
        mistakes: mistakes.map(|(seen, kind)| mistake(subject, seen, kind.title, kind.meaning, kind.step, &from)).collect(),
        method: Link::new(links::to_place(&from, &subject.path("method.html"), "conventions"), "The thresholds behind them"),
    };
    press.render(subject.words, "patterns.html", &view)
}

fn headline(patterns: usize, mistakes: usize) -> String {
    let was = if patterns + mistakes == 1 { "was" } else { "were" };
    match (patterns, mistakes) {
        (0, 0) => "None of the five patterns and none of the five mistakes was seen".to_owned(),
        _ => format!("{patterns} of 5 failure patterns and {mistakes} of 5 mistakes {was} seen"),
    }
}

/// The pattern that most leads show.
fn most(subject: &Subject<'_>) -> Option<String> {
    let patterns = subject.report.patterns.iter().zip(&PATTERNS);
    let (seen, kind) = patterns.rev().max_by_key(|(pattern, _)| pattern.leads.len())?;
    let all = words::leads_text(traced(subject, kind));
    (!seen.leads.is_empty()).then(|| format!("Most often: {}, in {} of {all}.", lower(kind.title), seen.leads.len()))
}

/// A title within a sentence.
fn lower(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// How many leads could show a pattern.
fn traced(subject: &Subject<'_>, kind: &PatternKind) -> usize {
    let channels = subject.report.channels.iter().filter(|channel| kind.kind.is_none_or(|kind| kind == channel.kind));
    channels.map(|channel| channel.traced).sum()
}

fn pattern(subject: &Subject<'_>, pattern: &Pattern, kind: &PatternKind, from: &str) -> Item {
    let traced = traced(subject, kind);
    let route = kind.kind.map_or_else(String::new, |kind| format!("{} ", kind.name()));
    let all = words::count(traced, &format!("{route}lead"), &format!("{route}leads"));
    let seen = !pattern.leads.is_empty();
    Item {
        id: pattern.id,
        title: kind.title,
        meaning: kind.meaning,
        seen,
        number: pattern.leads.len().to_string(),
        count: match traced {
            0 => format!("not seen: no {route}lead was traced"),
            _ if seen => format!("of {all}"),
            _ => format!("not seen in {all}"),
        },
        groups: groups(subject, &pattern.leads, kind.step, from),
        channels: Vec::new(),
    }
}

fn mistake(
    subject: &Subject<'_>,
    mistake: &Mistake,
    title: &'static str,
    meaning: &'static str,
    step: Option<Step>,
    from: &str,
) -> Item {
    let all = words::leads_text(subject.report.overall.classes.total());
    let channels = words::count(mistake.channels.len(), "channel", "channels");
    let (number, count) = match (mistake.leads.len(), mistake.channels.len()) {
        (0, 0) => (0, format!("not seen in {all}")),
        (0, channels) => (channels, format!("of {}", words::count(subject.report.channels.len(), "channel", "channels"))),
        (leads, 0) => (leads, format!("of {all}")),
        (leads, _) => (leads, format!("of {all}, and {channels} as a whole")),
    };
    Item {
        id: mistake.id,
        title,
        meaning,
        seen: mistake.seen,
        number: number.to_string(),
        count,
        groups: groups(subject, &mistake.leads, step, from),
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
