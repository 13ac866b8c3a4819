//! `<audit>/method.html`: how the audit was done, what its numbers rest on, and what may be concluded.

use serde::Serialize;

use super::sample::{self, SampleView};
use super::tables;
use crate::audit::Channel;
use crate::framework::scoring::{self, Convention, Number};
use crate::framework::{Clock, Step, Verdict};
use crate::report::Band;
use crate::say;
use crate::site::facts;
use crate::site::frame::{Current, Frame};
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::Words;

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    steps: Vec<StepView>,
    verdicts: Vec<VerdictView>,
    /// Where the list of rules lies.
    rules: String,
    hours: Vec<HoursView>,
    holidays: Vec<String>,
    zone: &'a str,
    observed_through: String,
    samples: Vec<SampleView>,
    advice: String,
    channels: Vec<ChannelView>,
    bands: Vec<BandView>,
    conventions: Vec<ConventionView>,
    /// Where the register of evidence lies.
    evidence: String,
    report: Link,
    schema: Link,
    tables: Vec<Link>,
    badge: String,
    generator: &'a str,
    scoring: u32,
}

#[derive(Serialize)]
struct StepView {
    number: u8,
    name: String,
    question: String,
    check: String,
    holds_when: String,
}

#[derive(Serialize)]
struct VerdictView {
    mark: Mark,
    meaning: String,
}

/// The opening hours of one weekday.
#[derive(Serialize)]
struct HoursView {
    day: String,
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
    levels: String,
    meaning: String,
}

#[derive(Serialize)]
struct ConventionView {
    name: String,
    value: String,
    used_for: String,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (audit, words) = (subject.audit, subject.words);
    let from = subject.path("method.html");
    let href = |file: &str| links::between(&from, &subject.path(file));
    let file = |name: &str| Link::new(href(name), name);
    let (title, about) = (words.get("page-method"), words.get("how-about"));
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Method, title, about),
        steps: Step::ALL
            .into_iter()
            .map(|step| StepView {
                number: step.number(),
                name: words.name(step),
                question: words.about(step, "question"),
                check: words.about(step, "check"),
                holds_when: words.about(step, "holds-when"),
            })
            .collect(),
        verdicts: Verdict::ALL
            .into_iter()
            .map(|verdict| VerdictView { mark: Mark::of(words, verdict), meaning: words.about(verdict, "meaning") })
            .collect(),
        rules: subject.rules_href(&from),
        hours: audit.hours.as_ref().map_or_else(Vec::new, |hours| week(words, &hours.week)),
        holidays: audit.hours.iter().flat_map(|hours| &hours.holidays).map(|holiday| words.day(*holiday).text).collect(),
        zone: &audit.zone_name,
        observed_through: words.day(audit.observed_through).text,
        samples: subject.channels().map(|(channel, report)| SampleView::new(words, channel, report)).collect(),
        advice: sample::advice(words),
        channels: audit
            .channels
            .iter()
            .map(|channel| channel_view(words, channel, subject.channel_link(&from, &channel.id)))
            .collect(),
        bands: Vec::from([&["1", "2"][..], &["3"], &["4"], &["5"]].map(|levels| band(words, levels))),
        conventions: scoring::conventions().iter().map(|convention| ConventionView::new(words, convention)).collect(),
        evidence: href("evidence.html"),
        report: file("report.json"),
        schema: file("report.schema.json"),
        tables: tables::FILES.map(file).to_vec(),
        badge: href("badge.svg"),
        generator: &subject.report.generator,
        scoring: subject.report.scoring,
    };
    press.render(words, "method.html", &view)
}

/// The week as rows, a day each.
fn week(words: Words, week: &[Vec<(u16, u16)>; 7]) -> Vec<HoursView> {
    let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    (1..)
        .zip(week)
        .map(|(day, spans)| {
            let spans: Vec<String> =
                spans.iter().map(|&(from, to)| say!(words, "span", from = time(from), to = time(to))).collect();
            HoursView {
                day: words.find(&format!("weekday-{day}")),
                spans: if spans.is_empty() { words.get("how-closed").to_owned() } else { words.list(&spans) },
            }
        })
        .collect()
}

fn band(words: Words, levels: &[&str]) -> BandView {
    let level = levels[0].parse().unwrap_or_default();
    BandView { levels: words.list(levels), meaning: words.about(Band::of(level), "meaning") }
}

impl ConventionView {
    fn new(words: Words, convention: &Convention) -> Self {
        let numbers: Vec<(&str, String)> = convention
            .numbers
            .iter()
            .map(|(name, number)| {
                let text = match number {
                    Number::Share(share) => format!("{} %", words.decimal(&(share * 100.0).to_string())),
                    Number::Plain(number) => words.decimal(&number.to_string()),
                };
                (*name, text)
            })
            .collect();
        let key = format!("convention-{}", convention.id);
        ConventionView {
            name: words.find(&key),
            value: words.fill(&format!("{key}-value"), &numbers),
            used_for: words.fill(&format!("{key}-use"), &numbers),
        }
    }
}

fn channel_view(words: Words, channel: &Channel, link: Link) -> ChannelView {
    let whose = facts::whose_limits(words, channel);
    ChannelView {
        link,
        // a number stays with its unit in the narrow columns
        limits: channel.within.iter().map(|(_, limit)| words.limit(limit).replace(' ', "\u{a0}")).collect(),
        dead_after: words.limit(&channel.dead_after),
        clock: match channel.clock {
            Clock::Always => words.get("how-clock-always"),
            Clock::Business => words.get("how-clock-business"),
        },
        whose,
        must_capture: words.list(&channel.must_capture.iter().map(|detail| words.detail(detail)).collect::<Vec<_>>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn every_convention_has_its_words_and_numbers_in_every_language() {
        for words in Language::ALL.map(Words::of) {
            for convention in scoring::conventions() {
                let ConventionView { name, value, used_for } = ConventionView::new(words, &convention);
                for text in [&name, &value, &used_for] {
                    assert!(!text.starts_with("convention-") && !text.contains(['{', '$']), "{words:?}: {text}");
                }
                // no rounding noise
                assert!(value.len() < 90, "{value}");
            }
        }
        let month = |words| scoring::conventions().iter().map(|row| ConventionView::new(words, row).value).nth(15);
        assert_eq!(month(Words::english()).as_deref(), Some("30.4375 days"));
        assert_eq!(month(Words::of(Language::German)).as_deref(), Some("30,4375 Tage"));
    }
}
