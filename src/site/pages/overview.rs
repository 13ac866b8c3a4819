//! `<audit>/index.html`: the whole audit on one page that can be printed.

use serde::Serialize;

use super::data::chart_file;
use super::sample::{self, SampleView};
use crate::audit::Status;
use crate::charts::{self, Chart};
use crate::framework::Step;
use crate::report::{ChannelReport, CheckState, FixFirst, GateLevel, GateResult, Report};
use crate::say;
use crate::site::edition;
use crate::site::frame::{Current, Frame};
use crate::site::markdown::Html;
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::{CheckView, ClassView, FigureView, LevelView, Link, Mark, ReceiptLine, scale};
use crate::site::{Error, Press, headlines, links};
use crate::words::{Words, capital};

/// How many fixes stand on the overview.
const FIXES: usize = 3;

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    title: &'a str,
    headline: String,
    /// Where most is lost.
    leak: Option<String>,
    /// Who traced how many leads of when, and how long they were watched.
    about: String,
    /// That the report is in review or final; a draft says so at its top.
    status: Option<String>,
    earlier: Option<Link>,
    later: Option<Link>,
    level: LevelView,
    classes: Vec<ClassView>,
    classes_bar: FigureView,
    internal: Option<Html>,
    summary: Option<Html>,
    fixes: Vec<FixView>,
    /// What the estimates of the fixes rest on.
    at_stake: &'static str,
    /// What more there is than the fixes shown.
    more: Option<Link>,
    plan: String,
    print: String,
    /// The level through the series, where there was an audit before.
    series: Option<FigureView>,
    checks: String,
    scorecard: Vec<ScoreRow>,
    figures: Vec<FigureView>,
    /// Which leads were lost, place by place.
    losses: Vec<LossView>,
    gate_result: String,
    gate: Vec<GateView>,
    samples: Vec<SampleView>,
    advice: String,
    method: String,
}

/// One of the things to mend first.
#[derive(Serialize)]
struct FixView {
    link: Link,
    rating: Option<Mark>,
    place: String,
    /// What is lost there, and what is at stake.
    effect: String,
    recommendation: Option<Html>,
    action: Option<String>,
}

/// The leads that were lost at a step of a channel.
#[derive(Serialize)]
struct LossView {
    place: Link,
    leads: LeadLinks,
}

/// One channel's row of the scorecard.
#[derive(Serialize)]
struct ScoreRow {
    channel: Link,
    /// Its kind, and how many of its leads count.
    about: String,
    level: String,
    provisional: bool,
    checks: Vec<CheckView>,
}

/// One threshold of the gate.
#[derive(Serialize)]
struct GateView {
    what: String,
    expected: String,
    actual: String,
    mark: Mark,
    weight: &'static str,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (words, audit, report) = (subject.words, subject.audit, subject.report);
    let from = links::overview(&audit.id);
    let to = |file: &str| links::between(&from, &subject.path(file));
    let headline = headlines::audit(words, &report.overall, &report.unaccounted);
    let rows = report.fix_first.len() + report.unaccounted.len();
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Overview, words.get("page-overview"), &headline),
        title: &audit.title,
        headline,
        leak: leak(subject),
        about: say!(
            words,
            "overview-about",
            auditor = audit.auditor.as_str(),
            count = report.overall.classes.total(),
            period = words.period(audit.period),
            day = words.day(audit.observed_through).text
        ),
        status: (audit.status != Status::Draft).then(|| say!(words, "overview-status", status = words.name(audit.status))),
        earlier: other(press, subject, subject.earlier, &from),
        later: other(press, subject, subject.later, &from),
        level: level(subject),
        classes: ClassView::all(words, &report.overall.classes),
        classes_bar: press.figure(charts::classes::bar(words, &report.overall.classes, report.overall.classes.total()), None),
        internal: edition::note(press, subject, &from, "internal", 1, audit.internal.as_ref()),
        summary: audit.summary.as_ref().map(|text| press.markdown(subject, &from, "summary", 2, text)),
        fixes: fixes(press, subject, &from),
        at_stake: headlines::at_stake(words),
        more: (rows > FIXES || !report.findings.is_empty())
            .then(|| Link::new(to("findings.html"), headlines::findings(words, &report.findings))),
        plan: to("plan.html"),
        print: to("print.html"),
        series: press.series_chart(at).map(|chart| {
            let file = to(&chart_file(&chart));
            press.figure(chart, Some(file))
        }),
        checks: checks(words, report),
        scorecard: scorecard(subject, &from),
        figures: figures(press, &from, subject),
        losses: losses(subject, &from),
        gate_result: words.gate(&report.gate),
        gate: report.gate.iter().map(|result| gate(subject, result)).collect(),
        samples: subject.channels().map(|(channel, report)| SampleView::new(words, channel, report)).collect(),
        advice: sample::advice(words),
        method: to("method.html"),
    };
    press.render(words, "overview.html", &view)
}

/// Where most is lost, and what the step asks.
fn leak(subject: &Subject<'_>) -> Option<String> {
    let words = subject.words;
    let row = subject.report.fix_first.iter().chain(&subject.report.unaccounted).next()?;
    let leak = headlines::biggest_leak(words, row, subject.title(&row.channel));
    Some(say!(words, "overview-leak", leak = leak, step = words.name(row.step), question = words.about(row.step, "question")))
}

/// Another audit of the series, with its level.
fn other(press: &Press<'_>, subject: &Subject<'_>, at: Option<usize>, from: &str) -> Option<Link> {
    let (words, other) = (subject.words, &press.summaries[at?]);
    let level = other.overall.level.map_or("none".to_owned(), |level| level.to_string());
    let text = say!(words, "overview-other", period = words.period(other.audit.period.into()), level = level);
    Some(Link::new(links::between(from, &links::overview(&other.audit.id)), text))
}

/// The overall level with its receipt.
fn level(subject: &Subject<'_>) -> LevelView {
    let words = subject.words;
    let overall = &subject.report.overall;
    let shown = |level: Option<u8>| level.map_or_else(|| words.get("no-score").to_owned(), |level| level.to_string());
    let band = overall.band.map(|band| words.about(band, "meaning"));
    let weighed = subject.report.channels.iter().all(|channel| channel.level.is_none() || channel.volume_per_month.is_some());
    let mut receipt: Vec<ReceiptLine> = subject
        .report
        .channels
        .iter()
        .map(|channel| {
            let note = match channel.volume_per_month {
                _ if channel.level.is_none() => words.get("overview-no-lead-counts").to_owned(),
                Some(volume) if weighed => say!(words, "overview-weight", volume = words.quantity(volume)),
                _ => words.get("overview-equal-weight").to_owned(),
            };
            ReceiptLine::new(channel.title.clone(), note, shown(channel.level))
        })
        .collect();
    if let Some(weighted) = overall.weighted {
        let average = words.decimal(&format!("{weighted:.2}"));
        receipt.push(ReceiptLine::new(words.get("overview-average"), words.get("receipt-rounded"), average).sum());
    }
    receipt.extend(overall.limits.iter().map(|limit| ReceiptLine::limit(words, limit)));
    let meaning = band.clone().unwrap_or_default();
    receipt.push(ReceiptLine::new(words.get("receipt-level"), meaning, shown(overall.level)).sum());
    let note = say!(words, "overridden-count", count = overrides(subject));
    let without = shown(overall.level_without_overrides);
    receipt.push(ReceiptLine::new(words.get("overview-without-overrides"), note, without));
    LevelView {
        level: overall.level,
        band: band.map_or_else(|| words.get("overview-band-none").to_owned(), |band| capital(&band)),
        scale: scale(overall.level, None),
        range: None,
        provisional: provisional(subject),
        receipt,
    }
}

/// Why the overall score is provisional, where it is.
fn provisional(subject: &Subject<'_>) -> Option<String> {
    let words = subject.words;
    let scored = || subject.report.channels.iter().filter(|channel| channel.level.is_some());
    let count = scored().filter(|channel| channel.provisional).count();
    match scored().count() {
        _ if count == 0 => None,
        1 => Some(words.get("overview-provisional-only").to_owned()),
        all => Some(say!(words, "overview-provisional", count = count, all = all)),
    }
}

/// How many verdicts an override changed.
fn overrides(subject: &Subject<'_>) -> usize {
    let leads = subject.report.channels.iter().flat_map(|channel| &channel.leads);
    leads.map(|lead| lead.steps.iter().filter(|(_, step)| step.derived.is_some()).count()).sum()
}

/// The first of the fixes, those that win bookings back before those that only account for leads.
fn fixes(press: &Press<'_>, subject: &Subject<'_>, from: &str) -> Vec<FixView> {
    let rows = subject.report.fix_first.iter().chain(&subject.report.unaccounted).take(FIXES);
    rows.map(|row| fix(press, subject, from, row)).collect()
}

fn fix(press: &Press<'_>, subject: &Subject<'_>, from: &str, row: &FixFirst) -> FixView {
    let words = subject.words;
    let written = subject.written(&row.channel, row.step);
    let prefix = format!("fix-{}", links::finding_anchor(&row.channel, row.step));
    FixView {
        link: Link::new(subject.finding_href(from, &row.channel, row.step), subject.finding_title(&row.channel, row.step)),
        rating: subject.finding(&row.channel, row.step).map(|finding| Mark::of(words, finding.rating)),
        place: say!(words, "overview-fix-place", channel = subject.title(&row.channel), step = words.name(row.step)),
        effect: headlines::stakes(words, row, subject.audit.currency.as_deref()),
        recommendation: written
            .and_then(|written| written.recommendation.as_ref())
            .map(|text| press.markdown(subject, from, &prefix, 3, text)),
        action: written.and_then(|written| written.action.as_ref()).map(|action| {
            say!(
                words,
                "overview-fix-action",
                what = action.what.as_str(),
                owner = capital(subject.audit.owner_shown(&action.owner)),
                due = words.weekday_and_day(action.due).text,
                status = words.name(action.status)
            )
        }),
    }
}

/// How many of all checks hold.
fn checks(words: Words, report: &Report) -> String {
    let count = |state| report.channels.iter().flat_map(|channel| &channel.checks).filter(|check| check.state == state).count();
    let parts = [
        (count(CheckState::Holds), "overview-checks-hold"),
        (count(CheckState::Partly), "overview-checks-partly"),
        (count(CheckState::Fails), "overview-checks-fail"),
        (count(CheckState::NotShown), "overview-checks-unseen"),
    ];
    let all: usize = parts.iter().map(|(count, _)| count).sum();
    if parts[0].0 == all {
        return say!(words, "overview-checks-all", count = all);
    }
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, key)| say!(words, key, count = count)).collect();
    say!(words, "overview-checks", count = all, parts = words.list(&parts))
}

/// Every place where leads were lost, in the order of the steps.
fn losses(subject: &Subject<'_>, from: &str) -> Vec<LossView> {
    let places = Step::ALL.into_iter().flat_map(|step| subject.report.channels.iter().map(move |channel| (step, channel)));
    let loss = |(step, channel): (Step, &ChannelReport)| {
        let leads = subject.lost_links(from, &channel.id, step)?;
        let place = say!(subject.words, "overview-loss", step = subject.words.name(step), channel = channel.title.as_str());
        Some(LossView { place: Link::new(subject.finding_href(from, &channel.id, step), place), leads })
    };
    places.filter_map(loss).collect()
}

fn scorecard(subject: &Subject<'_>, from: &str) -> Vec<ScoreRow> {
    let words = subject.words;
    subject
        .report
        .channels
        .iter()
        .map(|channel| {
            let page = links::channel(&subject.audit.id, &channel.id);
            let (kind, leads) = (words.name(channel.kind), words.leads(channel.counted));
            ScoreRow {
                channel: subject.channel_link(from, &channel.id),
                about: say!(words, "overview-row", kind = kind, leads = leads),
                level: channel.level.map_or("–".to_owned(), |level| level.to_string()),
                provisional: channel.provisional && channel.level.is_some(),
                checks: channel
                    .checks
                    .iter()
                    .map(|check| {
                        let lost = channel.leads.iter().filter(|lead| headlines::leaked_at(lead, check.step)).count();
                        let href = links::to_place(from, &page, &format!("check-{}", check.step.id()));
                        let key = if check.step == Step::Close { "overview-cell-unaccounted" } else { "overview-cell-lost" };
                        CheckView {
                            lost: (lost > 0).then(|| say!(words, key, count = lost)),
                            ..CheckView::new(words, check, href)
                        }
                    })
                    .collect(),
            }
        })
        .collect()
}

fn figures(press: &Press<'_>, from: &str, subject: &Subject<'_>) -> Vec<FigureView> {
    let shown = |chart: &Chart| {
        let file = links::between(from, &subject.path(&chart_file(chart)));
        press.figure(chart.clone(), Some(file))
    };
    vec![shown(subject.drop_off()), shown(subject.verdicts())]
}

/// One threshold in words.
fn gate(subject: &Subject<'_>, result: &GateResult) -> GateView {
    let words = subject.words;
    let said = words.threshold(result, |channel| subject.title(channel));
    GateView {
        what: said.what,
        expected: said.expected,
        actual: said.actual,
        mark: Mark::passed(words, result.passed, result.level == GateLevel::Fail),
        weight: said.weight,
    }
}
