//! `<audit>/method.html`: how the audit was done, what its numbers rest on, and what may be concluded.

use serde::Serialize;

use super::sample::{self, SampleView};
use super::tables;
use crate::audit::Channel;
use crate::framework::{Clock, Step, Verdict, scoring};
use crate::report::Band;
use crate::site::facts;
use crate::site::press::{Current, Frame};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links, words};
use crate::words::Words;

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    steps: Vec<StepView>,
    verdicts: Vec<VerdictView>,
    rules: Link,
    hours: Vec<HoursView>,
    holidays: Vec<String>,
    zone: &'a str,
    observed_through: String,
    samples: Vec<SampleView>,
    advice: String,
    channels: Vec<ChannelView>,
    bands: Vec<BandView>,
    conventions: Vec<ConventionView>,
    evidence: Link,
    data: Vec<Link>,
    tables: Vec<Link>,
    badge: Link,
    generator: &'a str,
    scoring: u32,
}

#[derive(Serialize)]
struct StepView {
    number: u8,
    name: &'static str,
    question: &'static str,
    check: &'static str,
    holds_when: &'static str,
}

#[derive(Serialize)]
struct VerdictView {
    mark: Mark,
    meaning: &'static str,
}

/// The opening hours of one weekday.
#[derive(Serialize)]
struct HoursView {
    day: &'static str,
    spans: String,
}

/// The limits of one channel.
#[derive(Serialize)]
struct ChannelView {
    link: Link,
    limits: Vec<String>,
    dead_after: String,
    clock: &'static str,
    whose: String,
    must_capture: String,
}

#[derive(Serialize)]
struct BandView {
    levels: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct ConventionView {
    name: &'static str,
    value: String,
    used_for: &'static str,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let audit = subject.audit;
    let from = subject.path("method.html");
    let file = |file: &str, text: &str| Link::new(links::between(&from, &subject.path(file)), text);
    let about = "How the leads were drawn and traced, which limits were applied and whose they are, and what may be concluded.";
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Method, "Method", about),
        steps: Step::ALL
            .into_iter()
            .map(|step| StepView {
                number: step.number(),
                name: step.name(),
                question: step.question(),
                check: step.check(),
                holds_when: step.holds_when(),
            })
            .collect(),
        verdicts: Verdict::ALL
            .into_iter()
            .map(|verdict| VerdictView { mark: Mark::of(subject.words, verdict), meaning: verdict.meaning() })
            .collect(),
        rules: Link::new(links::between(&from, "rules/index.html"), "every rule, with its reason"),
        hours: audit.hours.as_ref().map_or_else(Vec::new, |hours| week(&hours.week)),
        holidays: audit.hours.iter().flat_map(|hours| &hours.holidays).map(|holiday| words::day(*holiday).text).collect(),
        zone: &audit.zone_name,
        observed_through: words::day(audit.observed_through).text,
        samples: subject.channels().map(|(channel, report)| SampleView::new(subject.words, channel, report)).collect(),
        advice: sample::advice(subject.words),
        channels: audit
            .channels
            .iter()
            .map(|channel| channel_view(subject.words, channel, subject.channel_link(&from, &channel.id)))
            .collect(),
        bands: Vec::from(
            [("1 and 2", 1), ("3", 3), ("4", 4), ("5", 5)]
                .map(|(levels, level)| BandView { levels, meaning: Band::of(level).meaning() }),
        ),
        conventions: scoring::conventions()
            .into_iter()
            .map(|convention| ConventionView { name: convention.name, value: convention.value, used_for: convention.used_for })
            .collect(),
        evidence: file("evidence.html", "the register of evidence"),
        data: ["report.json", "report.schema.json"].map(|name| file(name, name)).to_vec(),
        tables: tables::FILES.map(|name| file(name, name)).to_vec(),
        badge: file("badge.svg", "as a badge"),
        generator: &subject.report.generator,
        scoring: subject.report.scoring,
    };
    press.render(subject.words, "method.html", &view)
}

/// The week as rows, a day each.
fn week(week: &[Vec<(u16, u16)>; 7]) -> Vec<HoursView> {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    days.into_iter()
        .zip(week)
        .map(|(day, spans)| {
            let spans: Vec<String> = spans.iter().map(|&(from, to)| format!("{} to {}", time(from), time(to))).collect();
            HoursView { day, spans: if spans.is_empty() { "closed".to_owned() } else { words::list_text(&spans) } }
        })
        .collect()
}

fn channel_view(words: Words, channel: &Channel, link: Link) -> ChannelView {
    let whose = facts::whose_limits(words, channel);
    ChannelView {
        link,
        // a number stays with its unit in the narrow columns
        limits: channel.within.iter().map(|(_, limit)| words::limit_text(limit).replace(' ', "\u{a0}")).collect(),
        dead_after: words::limit_text(&channel.dead_after),
        clock: match channel.clock {
            Clock::Always => "around the clock",
            Clock::Business => "opening hours",
        },
        whose,
        must_capture: words::list_text(&channel.must_capture),
    }
}
