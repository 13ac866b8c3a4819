//! `<audit>/evidence.html`: what the audit rests on, who relies on it, and every verdict that was overridden.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::audit::{Audit, Lead, Override};
use crate::framework::{PerStep, Step, Verdict};
use crate::report::StepReport;
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::{EvidenceView, Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::{Time, Words};

#[derive(Serialize)]
struct View {
    frame: Frame,
    headline: String,
    /// What overrides do to the overall level.
    effect: String,
    levels: Option<Levels>,
    overrides: Vec<OverrideView>,
    register: Vec<ItemView>,
}

/// The overall level with overrides and without.
#[derive(Serialize)]
struct Levels {
    with: String,
    without: String,
    overview: Link,
}

/// An override, and where it was made.
#[derive(Serialize)]
struct OverrideView {
    lead: Link,
    channel: Link,
    step: String,
    derived: Mark,
    to: Mark,
    /// Why it no longer counts, where that is so.
    expired: bool,
    test: bool,
    kind: String,
    because: String,
    by: String,
    date: Time,
    until: Option<Time>,
    evidence: Vec<EvidenceView>,
}

/// One item of the register, and who relies on it.
#[derive(Serialize)]
struct ItemView {
    anchor: String,
    item: EvidenceView,
    /// `Relied on by 13 steps of 4 leads`, or that nothing relies on it.
    relied: String,
    uses: Vec<Use>,
    overrides: Vec<Link>,
}

/// The leads that rely on an item at one step, channel by channel.
#[derive(Serialize)]
struct Use {
    step: String,
    channels: Vec<ChannelUse>,
}

/// The leads of one channel.
#[derive(Serialize)]
struct ChannelUse {
    channel: String,
    leads: LeadLinks,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let from = subject.path("evidence.html");
    let overrides = overrides(subject, &from);
    let counting = overrides.iter().filter(|written| !written.expired && !written.test).count();
    let mut ids: Vec<&String> = subject.audit.evidence.keys().collect();
    ids.sort_by_key(|id| in_counting_order(id));
    let (relied_on, none) = (reliance(subject.audit), Reliance::default());
    let words = subject.words;
    let headline = say!(words, "evidence-headline", items = subject.audit.evidence.len(), overridden = counting);
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Evidence, words.get("page-evidence"), &headline),
        headline,
        effect: effect(subject, counting),
        levels: (!overrides.is_empty()).then(|| levels(subject, &from)),
        overrides,
        register: ids
            .into_iter()
            .filter_map(|id| item(subject, id, relied_on.get(id.as_str()).unwrap_or(&none), &from))
            .collect(),
    };
    press.render(words, "evidence.html", &view)
}

/// What sorts `E2` before `E10`: the text before the number, its digits, the number.
fn in_counting_order(id: &str) -> (&str, usize, &str) {
    let text = id.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let number = &id[text.len()..];
    (text, number.len(), number)
}

fn level_text(words: Words, level: Option<u8>) -> String {
    level.map_or_else(|| words.get("no-score").to_owned(), |level| level.to_string())
}

fn levels(subject: &Subject<'_>, from: &str) -> Levels {
    let overall = &subject.report.overall;
    Levels {
        with: level_text(subject.words, overall.level),
        without: level_text(subject.words, overall.level_without_overrides),
        overview: Link::new(
            links::to_place(from, &links::overview(&subject.audit.id), "level"),
            subject.words.get("evidence-level"),
        ),
    }
}

/// What overrides do to the overall level.
fn effect(subject: &Subject<'_>, counting: usize) -> String {
    let words = subject.words;
    let overall = &subject.report.overall;
    match (overall.level, overall.level_without_overrides) {
        _ if counting == 0 => words.get("evidence-effect-none").to_owned(),
        (with, without) if with == without => say!(words, "evidence-effect-same", level = level_text(words, with)),
        (with, without) => {
            say!(words, "evidence-effect", with = level_text(words, with), without = level_text(words, without))
        }
    }
}

/// Every override of every lead, those that no longer count included.
fn overrides(subject: &Subject<'_>, from: &str) -> Vec<OverrideView> {
    let mut views = Vec::new();
    for (channel, report) in subject.channels() {
        for (lead, derived) in channel.leads.iter().zip(&report.leads) {
            for written in &lead.overrides {
                let channel = subject.channel_link(from, &channel.id);
                views.push(override_view(subject, channel, lead, &derived.steps[written.step], written, from));
            }
        }
    }
    views
}

fn override_view(
    subject: &Subject<'_>,
    channel: Link,
    lead: &Lead,
    report: &StepReport,
    written: &Override,
    from: &str,
) -> OverrideView {
    let words = subject.words;
    let derived: Verdict = report.derived.unwrap_or(report.verdict);
    OverrideView {
        lead: subject.lead_link(from, &lead.id, Some(written.step)),
        channel,
        step: words.name(written.step),
        derived: Mark::of(words, derived),
        to: Mark::of(words, written.to),
        expired: written.expired(subject.audit.observed_through),
        test: lead.test,
        kind: words.name(written.kind),
        because: written.because.clone(),
        by: subject.audit.owner_shown(&written.by).to_owned(),
        date: words.day(written.date),
        until: written.until.map(|day| words.day(day)),
        evidence: subject.evidence(from, &written.evidence),
    }
}

/// What relies on one item.
#[derive(Default)]
struct Reliance<'a> {
    /// The leads at each step, by the place of their channel.
    steps: PerStep<BTreeMap<usize, Vec<&'a String>>>,
    /// How many leads rely on it at any step.
    leads: usize,
    /// The last of them.
    last: Option<&'a String>,
    /// The overrides that name it, as lead and step.
    overrides: Vec<(&'a str, Step)>,
}

/// What relies on each item, by its id.
fn reliance(audit: &Audit) -> HashMap<&str, Reliance<'_>> {
    let mut all: HashMap<&str, Reliance<'_>> = HashMap::new();
    for (at, channel) in audit.channels.iter().enumerate() {
        for lead in &channel.leads {
            for step in Step::ALL {
                for id in lead.evidence(step) {
                    let item = all.entry(id).or_default();
                    let leads = item.steps[step].entry(at).or_default();
                    // a list may name an item twice
                    if leads.last() != Some(&&lead.id) {
                        leads.push(&lead.id);
                    }
                    item.leads += usize::from(item.last.replace(&lead.id) != Some(&lead.id));
                }
            }
            for written in &lead.overrides {
                for (place, id) in written.evidence.iter().enumerate() {
                    if !written.evidence[..place].contains(id) {
                        all.entry(id).or_default().overrides.push((&lead.id, written.step));
                    }
                }
            }
        }
    }
    all
}

/// One item of the register, with all that relies on it.
fn item(subject: &Subject<'_>, id: &String, reliance: &Reliance<'_>, from: &str) -> Option<ItemView> {
    let words = subject.words;
    let links = |(at, leads): (&usize, &Vec<&String>), step| {
        let channel = &subject.audit.channels[*at];
        let leads = subject.lead_links(from, &channel.id, leads.iter().copied(), Some(step));
        ChannelUse { channel: channel.title.clone(), leads }
    };
    let used = reliance.steps.iter().filter(|(_, channels)| !channels.is_empty());
    let uses = used.map(|(step, channels)| Use {
        step: words.name(step),
        channels: channels.iter().map(|channel| links(channel, step)).collect(),
    });
    let overrides = reliance.overrides.iter().map(|(lead, step)| {
        let Link { href, text } = subject.lead_link(from, lead, Some(*step));
        Link::new(href, say!(words, "evidence-lead-step", lead = text, step = words.name(*step)))
    });
    let steps: usize = reliance.steps.iter().flat_map(|(_, channels)| channels.values()).map(Vec::len).sum();
    Some(ItemView {
        anchor: links::evidence_anchor(id),
        item: subject.evidence(from, std::slice::from_ref(id)).pop()?,
        relied: match (steps, reliance.overrides.len()) {
            (0, 0) => words.get("evidence-relied-none").to_owned(),
            (0, count) => say!(words, "evidence-relied-overrides", overrides = count),
            _ => say!(words, "evidence-relied", steps = steps, leads = reliance.leads),
        },
        uses: uses.collect(),
        overrides: overrides.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_counted() {
        let mut ids = ["F1", "E10", "E2", "calls", "E1"];
        ids.sort_by_key(|id| in_counting_order(id));
        assert_eq!(ids, ["E1", "E2", "E10", "F1", "calls"]);
    }
}
