//! Every chart of hand-made audits: as expected, readable, and never broken by odd data.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use proptest::prelude::*;

use super::backend::escape;
use super::labels::{Anchor, Rect};
use super::paint::rules;
use super::samples::{self, ODD_TITLES};
use super::{Chart, classes, drop_off, held, levels, standalone, timeline, times, verdicts};
use crate::audit::{Audit, Lead};
use crate::framework::{ChannelKind, Step, Verdict};
use crate::palette;
use crate::palette::Accent;
use crate::report::{Report, Summary};
use crate::words::{Language, Words};

fn in_repo(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// The file must hold this text; UPDATE=1 makes it so.
fn expect_file(path: &str, text: &str) {
    let file = in_repo(path);
    if updating() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    } else {
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(found == text, "{path} is not what is drawn now: look at the change after UPDATE=1 cargo test charts");
    }
}

#[test]
fn style_sheet_has_a_rule_for_every_class() {
    let path = "templates/assets/charts.css";
    let sheet = std::fs::read_to_string(in_repo(path)).unwrap();
    let (by_hand, _) = sheet.split_once("/* Written by").expect("the sheet says where the generated part begins");
    let rules = rules(|colour| format!("var(--{})", colour.name));
    expect_file(
        path,
        &format!("{by_hand}/* Written by UPDATE=1 cargo test style_sheet: the classes of src/charts/paint.rs */\n{rules}"),
    );
}

#[test]
fn every_class_that_is_drawn_has_a_rule() {
    let rules = rules(|colour| colour.light.to_owned());
    let known: BTreeSet<&str> =
        rules.lines().filter_map(|rule| rule.strip_prefix('.')?.split_once('{')).map(|(name, _)| name).collect();
    let mut drawn = BTreeSet::new();
    for (name, audit) in cases() {
        for chart in all(Words::english(), &audit) {
            for drawing in [&chart.wide, &chart.narrow] {
                for class in drawing.split("class=\"").skip(1).flat_map(|rest| rest.split('"').next().unwrap().split(' ')) {
                    assert!(known.contains(class) || class.starts_with("chart"), "{name}: {} has no rule for {class}", chart.id);
                    drawn.insert(class.to_owned());
                }
            }
        }
    }
    assert!(drawn.len() > 50, "only {drawn:?} are drawn");
}

/// Every chart of an audit.
fn all(words: Words, audit: &Audit) -> Vec<Chart> {
    let report = samples::report(audit);
    let mut charts = vec![
        classes::bar(words, &report.overall.classes, report.overall.classes.total()),
        drop_off::overview(words, &report),
        held::audit(words, &report),
        verdicts::audit(words, &report),
    ];
    for (channel, derived) in audit.channels.iter().zip(&report.channels) {
        charts.push(classes::channel(words, derived));
        charts.push(drop_off::channel(words, derived));
        charts.push(verdicts::channel(words, derived));
        charts.extend([Step::Claim, Step::Continue].map(|step| times::channel(words, audit, channel, derived, step)));
        for (lead, derived) in channel.leads.iter().zip(&derived.leads).take(6) {
            charts.push(timeline::lead(words, audit, channel, lead, derived));
        }
    }
    charts
}

fn languages() -> [Words; 2] {
    Language::ALL.map(Words::of)
}

/// The samples that are looked at in every language, as every other language is longer than English.
const IN_EVERY_LANGUAGE: [&str; 5] = ["example", "many-leads", "odd-leads", "still-open", "twelve-channels"];

/// Audits by the name of their golden file.
fn cases() -> Vec<(&'static str, Audit)> {
    let perfect = ["+0m", "+3m", "+6m", "+9m for=2026-03-05T10:00", "+1d23h30m"];
    let lead = samples::lead;
    let phone = |leads| samples::with([samples::channel("phone", "Phone calls", ChannelKind::Phone, leads)]);
    vec![
        ("example", samples::example()),
        (
            "perfect",
            samples::with(["Phone calls", "Web form"].into_iter().enumerate().map(|(place, title)| {
                let leads = (0..6).map(|number| lead(&format!("L{place}-{number}"), "2026-03-03 10:30", perfect)).collect();
                samples::channel(&format!("c{place}"), title, ChannelKind::Phone, leads)
            })),
        ),
        ("one-lead", phone(vec![lead("P-1", "2026-03-03 10:30", perfect)])),
        ("no-lead", phone(Vec::new())),
        (
            "still-open",
            samples::with([samples::channel(
                "form",
                "Web form",
                ChannelKind::Form,
                vec![
                    lead("F-1", "2026-03-31 17:52", ["+0m", "never", "never", "never", "open"]),
                    lead("F-2", "2026-03-30 09:15", ["+0m", "+9m", "+21m", "never", "open"]),
                ],
            )]),
        ),
        (
            "nothing-moved",
            phone(vec![lead("P-1", "2026-03-03 10:30", ["never"; 5]), lead("P-2", "2026-03-04 10:30", ["unknown"; 5])]),
        ),
        (
            "odd-leads",
            phone(vec![
                // over the night in which the clocks go forward
                lead("A-1", "2026-03-07 23:30", ["+0m", "+2h", "+4h sent", "+1d5h for=2026-03-10T08:00", "+5d lost"]),
                samples::overridden(
                    lead("A-2", "2026-03-04 09:00", ["+0m", "never", "+30d20h replied", "na", "na"]),
                    Step::Claim,
                    Verdict::Pass,
                ),
                lead("A-3", "2026-03-04 09:00", ["+0m", "+5m ~ said", "+7m bounced", "+9m", "+1d booked"]),
                lead("A-4", "2026-03-04 09:00", ["unknown", "unknown", "na", "unknown", "unknown"]),
                // the slot lies far behind the end of watching
                lead("A-5", "2026-03-04 09:00", ["+0m", "+1m", "+2m", "+3m for=2026-09-01T09:00", "+4m booked"]),
                Lead { test: true, ..lead("A-6", "2026-03-04 09:00", ["+0m", "+1m", "+2m", "+3m for=2026-03-05T09:00", "+2d"]) },
            ]),
        ),
        ("three-channels", samples::channels(&["Phone", "Web form", "Estimate request"], 60)),
        ("many-leads", samples::channels(&["Phone"], 1200)),
        ("twelve-channels", samples::channels(&ODD_TITLES, 14)),
    ]
}

/// A page that shows the charts as the site does.
fn page(words: Words, name: &str, charts: &[Chart]) -> String {
    let language = words.language().id();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>{name}</title>\n<link rel=\"stylesheet\" href=\"look.css\">\n"
    );
    for chart in charts {
        let mut text = |before: &str, text: &str, after: &str| {
            page.push_str(before);
            escape(text, &mut page);
            page.push_str(after);
        };
        text("<figure>\n<figcaption><b id=\"", &chart.id, "-title\">");
        text("", &chart.title, "</b>\n<p>");
        text("", &chart.subtitle, "</p></figcaption>\n");
        page.push_str(&chart.wide);
        page.push_str(&chart.narrow);
        page.push_str("<details><summary>The numbers</summary><table><caption>");
        escape(&chart.table.caption, &mut page);
        page.push_str("</caption>\n");
        for row in std::iter::once(&chart.table.head).chain(&chart.table.rows) {
            page.push_str("<tr>");
            for cell in row {
                page.push_str("<td>");
                escape(cell, &mut page);
            }
            page.push('\n');
        }
        page.push_str("</table></details>\n</figure>\n");
    }
    page
}

#[test]
fn charts_look_as_they_were_accepted() {
    let mut expected = BTreeSet::from(["levels.html", "levels-de.html", "look.css", "standalone.svg"].map(str::to_owned));
    for (name, audit) in cases() {
        for words in languages() {
            let (language, english) = (words.language(), words.language() == Language::English);
            if !english && !IN_EVERY_LANGUAGE.contains(&name) {
                continue;
            }
            let charts = all(words, &audit);
            // one channel of each is enough to look at
            let channel = if name == "example" { "web-form" } else { &audit.channels[0].id };
            let shown = |id: &str| {
                ["classes", "drop-off", "held", "verdicts"].contains(&id)
                    || id.ends_with(&format!("-{channel}"))
                    || id.starts_with("timeline-W-")
                    || id.starts_with("timeline-A-")
            };
            let lead = charts.iter().position(|chart| chart.id.starts_with("timeline-"));
            let few: Vec<_> = charts
                .iter()
                .enumerate()
                .filter(|(place, chart)| shown(&chart.id) || lead == Some(*place))
                .map(|(_, chart)| chart.clone())
                .collect();
            let file = if english { format!("{name}.html") } else { format!("{name}-{}.html", language.id()) };
            expect_file(&format!("tests/charts/{file}"), &page(words, name, &few));
            expected.insert(file);
        }
    }
    let example = samples::report(&samples::example());
    expect_file("tests/charts/standalone.svg", &standalone(&drop_off::overview(Words::english(), &example), &Accent::default()));
    let look = format!(
        "@import \"../../templates/assets/charts.css\";\n:root{{color-scheme:light dark;{}}}\n{}",
        palette::custom_properties(),
        "body{font-family:system-ui,sans-serif;background:var(--page);color:var(--ink);max-width:720px;margin:24px auto;padding:0 16px}\n\
         figure{margin:0 0 48px}figcaption{margin-bottom:14px}figcaption b{font-size:19px}figcaption p{margin:4px 0;color:var(--ink-soft);font-size:14px}\n"
    );
    expect_file("tests/charts/look.css", &look);
    let found: BTreeSet<_> = std::fs::read_dir(in_repo("tests/charts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(found, expected, "tests/charts holds exactly the expected files");
}

/// One element of a drawing: its name, and its attributes.
struct Element<'a> {
    tag: &'a str,
    attributes: &'a str,
    content: &'a str,
}

impl<'a> Element<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        let at = self.attributes.find(&format!(" {name}=\""))? + name.len() + 3;
        self.attributes[at..].split('"').next()
    }

    fn number(&self, name: &str) -> f64 {
        self.get(name).and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("no number {name} in {}", self.attributes))
    }
}

/// The marks of a drawing of ours, each on its line.
fn elements(svg: &str) -> Vec<Element<'_>> {
    svg.lines()
        .filter(|line| ["<text", "<rect", "<circle", "<path"].iter().any(|start| line.starts_with(start)))
        .map(|line| {
            let (attributes, content) = line.split_once('>').unwrap();
            let tag = attributes[1..].split(' ').next().unwrap();
            Element { tag, attributes: &attributes[1 + tag.len()..], content }
        })
        .collect()
}

/// A drawing in which everything can be read: nothing is cut off, no text lies on another.
fn check(chart: &Chart) -> Result<(), TestCaseError> {
    for svg in [&chart.wide, &chart.narrow] {
        let (_, rest) = svg.split_once("viewBox=\"0 0 ").unwrap();
        let (width, height) = rest.split('"').next().unwrap().split_once(' ').unwrap();
        let view = Rect::new(0.0, 0.0, width.parse().unwrap(), height.parse().unwrap()).grown(0.11);
        let about = |what: String| TestCaseError::fail(format!("{} ({width} wide): {what}", chart.id));
        prop_assert!(svg.len() < 60_000, "{} is {} bytes long", chart.id, svg.len());
        let mut texts: Vec<(Rect, &str)> = Vec::new();
        for element in elements(svg) {
            let rect = match element.tag {
                "text" => {
                    let anchor = match element.get("text-anchor") {
                        Some("middle") => Anchor::Middle,
                        Some("end") => Anchor::End,
                        _ => Anchor::Start,
                    };
                    let content = element.content.rsplit_once("</title>").map_or(element.content, |(_, text)| text);
                    let content = content.trim_end_matches("</text>");
                    let plain = content
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&");
                    let size = element.number("font-size");
                    prop_assert!(svg.contains("chart-wide") || size >= 11.0, "{} has text of {size}", chart.id);
                    let bold = element.get("class").is_some_and(|class| class.contains("bold"));
                    let rect = Rect::of_text(&plain, (element.number("x"), element.number("y")), anchor, size, bold);
                    if let Some((_, other)) = texts.iter().find(|(other, _)| other.grown(-0.06).overlaps(&rect)) {
                        return Err(about(format!("“{content}” lies on “{other}”")));
                    }
                    texts.push((rect, content));
                    rect
                }
                "rect" => {
                    let (x, y) = (element.number("x"), element.number("y"));
                    Rect::new(x, y, x + element.number("width"), y + element.number("height"))
                }
                "circle" => Rect::new(element.number("cx"), element.number("cy"), element.number("cx"), element.number("cy"))
                    .grown(element.number("r")),
                _ => path_box(element.get("d").unwrap()),
            };
            if !rect.inside(&view) {
                return Err(about(format!("outside at {rect:?}: {}{}", element.attributes, element.content)));
            }
        }
        prop_assert!(!texts.is_empty(), "{} is empty", chart.id);
        let text = format!("{} {} {}", chart.title, chart.subtitle, chart.description);
        prop_assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
        prop_assert!(
            !svg.contains("style=") && !svg.contains('#'.to_string().as_str()) || svg.contains("&#39;"),
            "no colours of their own"
        );
    }
    for row in &chart.table.rows {
        prop_assert_eq!(row.len(), chart.table.head.len(), "rows of {} are as long as the head", &chart.id);
    }
    Ok(())
}

fn path_box(path: &str) -> Rect {
    let (mut x, mut y) = (0.0, 0.0);
    let mut found: Option<Rect> = None;
    let mut rest = path.trim_end_matches('Z');
    while let Some(letter) = rest.chars().next() {
        let end = rest[1..].find(|char: char| char.is_ascii_alphabetic()).map_or(rest.len(), |at| at + 1);
        let numbers: Vec<f64> = rest[1..end].split(' ').map(|number| number.parse().unwrap()).collect();
        match letter {
            'H' => x = numbers[0],
            'V' => y = numbers[0],
            _ => (x, y) = (numbers[0], numbers[1]),
        }
        let point = Rect::new(x, y, x, y);
        found =
            Some(found.map_or(point, |rect| Rect::new(rect.left.min(x), rect.top.min(y), rect.right.max(x), rect.bottom.max(y))));
        rest = &rest[end..];
    }
    found.unwrap()
}

#[test]
fn every_sample_can_be_read() {
    let mut wrong = String::new();
    for (name, audit) in cases() {
        for words in languages() {
            for chart in all(words, &audit) {
                if let Err(error) = check(&chart) {
                    writeln!(wrong, "{name} in {words:?}: {error}").unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Four audits in a year, with a channel that comes later and an audit without a score.
fn year() -> Vec<Report> {
    let months = [1, 4, 7, 10].into_iter().zip([[1, 2], [2, 2], [4, 2], [3, 3]]);
    months
        .map(|(month, levels)| {
            let mut report = samples::report(&samples::example());
            report.audit.period.from = jiff::civil::date(2026, month, 1);
            report.overall.level = (month != 4).then_some(levels[1]);
            report.channels.iter_mut().zip(levels).for_each(|(channel, level)| channel.level = Some(level));
            // longer than the room beside the lines
            report.channels[0].title = "Calls to the number of the main office".into();
            if month == 1 {
                report.channels.pop();
            }
            report
        })
        .collect()
}

#[test]
fn levels_through_a_series_can_be_read() {
    let reports: Vec<Summary> = year().iter().map(Summary::from).collect();
    for (words, file, titles) in [
        (
            Words::english(),
            "levels",
            ["No level yet", "Level 2 of 5", "Level 2 of 5", "Still at level 2", "Up 1 level, from 2 to 3"],
        ),
        (
            Words::of(Language::German),
            "levels-de",
            ["Noch keine Stufe", "Stufe 2 von 5", "Stufe 2 von 5", "Weiterhin Stufe 2", "Um 1 Stufe gestiegen, von 2 auf 3"],
        ),
    ] {
        let mut charts = Vec::new();
        for count in 0..=4 {
            let chart = levels::series(words, &reports.iter().take(count).collect::<Vec<_>>());
            check(&chart).unwrap();
            charts.push(chart);
        }
        assert_eq!(charts.iter().map(|chart| chart.title.as_str()).collect::<Vec<_>>(), titles);
        expect_file(&format!("tests/charts/{file}.html"), &page(words, "levels", &charts[4..]));
    }
}

#[test]
fn ids_are_unique_on_a_page() {
    for (name, audit) in cases() {
        let mut seen = BTreeSet::new();
        for chart in all(Words::english(), &audit) {
            for svg in [&chart.wide, &chart.narrow] {
                for id in svg.split(" id=\"").skip(1) {
                    assert!(seen.insert(id.split('"').next().unwrap().to_owned()), "{name}: {id} is there twice");
                }
            }
        }
    }
}

#[test]
fn ten_thousand_leads_stay_small_and_readable() {
    let audit = samples::channels(&["Phone", "Web form"], 10_000);
    let report = samples::report(&audit);
    for words in languages() {
        for (channel, derived) in audit.channels.iter().zip(&report.channels) {
            for step in [Step::Claim, Step::Continue] {
                check(&times::channel(words, &audit, channel, derived, step)).unwrap();
            }
            check(&drop_off::channel(words, derived)).unwrap();
            check(&verdicts::channel(words, derived)).unwrap();
        }
        check(&held::audit(words, &report)).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_audit_breaks_a_chart(language in 0..2_usize, seed in 0_u64..1_000_000, sizes in prop::collection::vec(0_usize..30, 1..6), titles in prop::collection::vec(0_usize..12, 6)) {
        let audit = samples::with(sizes.iter().enumerate().map(|(place, size)| {
            let kind = ChannelKind::ALL[(seed as usize + place) % ChannelKind::ALL.len()];
            samples::channel(&format!("c{place}"), ODD_TITLES[titles[place]], kind, samples::many(&format!("L{place}"), *size, seed + place as u64))
        }));
        for chart in all(languages()[language], &audit) {
            check(&chart)?;
        }
    }
}
