//! `<audit>/index.html`: the whole audit on one page that can be printed.

use serde::Serialize;

use super::data::chart_file;
use super::sample::{self, SampleView};
use crate::charts::{self, Chart};
use crate::report::{CheckState, Figure, FixFirst, GateLevel, GateResult, Report};
use crate::site::figures::figure;
use crate::site::markdown::Html;
use crate::site::press::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::{CheckView, ClassView, FigureView, LevelView, Link, Mark, ReceiptLine, scale};
use crate::site::{Error, Press, headlines, links, words};
use crate::words::capital;

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
    status: &'static str,
    earlier: Option<Link>,
    later: Option<Link>,
    level: LevelView,
    traced: String,
    classes: Vec<ClassView>,
    classes_bar: FigureView,
    summary: Option<Html>,
    fixes: Vec<FixView>,
    /// What the estimates of the fixes rest on.
    at_stake: &'static str,
    /// What more there is than the fixes shown.
    more: Option<Link>,
    plan: Link,
    print: Link,
    /// The level through the series, where there was an audit before.
    series: Option<FigureView>,
    checks: String,
    scorecard: Vec<ScoreRow>,
    figures: Vec<FigureView>,
    gate_result: String,
    gate: Vec<GateView>,
    samples: Vec<SampleView>,
    advice: String,
    method: Link,
}

/// One of the things to mend first.
#[derive(Serialize)]
struct FixView {
    link: Link,
    place: String,
    effect: String,
    recoverable: Option<String>,
    recommendation: Option<Html>,
    action: Option<String>,
}

/// One channel's row of the scorecard.
#[derive(Serialize)]
struct ScoreRow {
    channel: Link,
    kind: &'static str,
    traced: String,
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
    level: &'static str,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (audit, report) = (subject.audit, subject.report);
    let from = links::overview(&audit.id);
    let headline = headlines::audit(subject.words, report);
    let other = |at: Option<usize>| {
        let other = &press.subjects[at?];
        let level = other.report.overall.level.map_or("no score".to_owned(), |level| format!("level {level}"));
        let text = format!("{} ({level})", words::period(other.audit.period));
        Some(Link::new(links::between(&from, &links::overview(&other.audit.id)), text))
    };
    let rows = report.fix_first.len() + report.unaccounted.len();
    let findings = links::between(&from, &subject.path("findings.html"));
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Overview, "Overview", &headline),
        title: &audit.title,
        headline,
        leak: headlines::biggest_leak(subject.words, subject),
        about: format!(
            "{} traced {} that arrived from {}, and watched what became of them until {}.",
            audit.auditor,
            words::leads_text(report.overall.classes.total()),
            words::period(audit.period),
            words::day(audit.observed_through).text
        ),
        status: audit.status.id(),
        earlier: other(subject.earlier),
        later: other(subject.later),
        level: level(subject),
        traced: format!("{} traced", words::leads_text(report.overall.classes.total())),
        classes: ClassView::all(subject.words, &report.overall.classes),
        classes_bar: figure(charts::classes::bar(subject.words, &report.overall.classes, report.overall.classes.total()), None),
        summary: audit.summary.as_ref().map(|text| press.markdown(subject, &from, "summary", 2, text)),
        fixes: fixes(press, subject, &from),
        at_stake: headlines::at_stake(subject.words),
        more: (rows > FIXES || !report.findings.is_empty())
            .then(|| Link::new(findings, headlines::findings(subject.words, &report.findings))),
        plan: Link::new(links::between(&from, &subject.path("plan.html")), "The whole plan"),
        print: Link::new(links::between(&from, &subject.path("print.html")), "The whole audit in one document"),
        series: press.series_chart(at).map(|chart| {
            let file = links::between(&from, &subject.path(&chart_file(&chart)));
            figure(chart, Some(file))
        }),
        checks: checks(report),
        scorecard: scorecard(subject, &from),
        figures: figures(report, &from, subject),
        gate_result: gate_result(&report.gate),
        gate: report.gate.iter().map(|result| gate(subject, result)).collect(),
        samples: subject.channels().map(|(channel, report)| SampleView::new(subject.words, channel, report)).collect(),
        advice: sample::advice(subject.words),
        method: Link::new(links::between(&from, &subject.path("method.html")), "How the audit was done"),
    };
    press.render(subject.words, "overview.html", &view)
}

/// The overall level with its receipt.
fn level(subject: &Subject<'_>) -> LevelView {
    let overall = &subject.report.overall;
    let weighed = subject.report.channels.iter().all(|channel| channel.level.is_none() || channel.volume_per_month.is_some());
    let mut receipt: Vec<ReceiptLine> = subject
        .report
        .channels
        .iter()
        .map(|channel| {
            let note = match channel.volume_per_month {
                _ if channel.level.is_none() => "no lead counts, so it takes no part".to_owned(),
                Some(volume) if weighed => format!("weight: {} leads a month", words::quantity(volume)),
                _ => "equal weight, since not every volume is known".to_owned(),
            };
            let level = channel.level.map_or("no score".to_owned(), |level| level.to_string());
            ReceiptLine::new(channel.title.clone(), note, level)
        })
        .collect();
    if let Some(weighted) = overall.weighted {
        receipt.push(ReceiptLine::new("Average", "rounded down, at least 1", format!("{weighted:.2}")).sum());
    }
    receipt.extend(overall.limits.iter().map(|limit| ReceiptLine::limit(subject.words, limit)));
    let shown = |level: Option<u8>| level.map_or("no score".to_owned(), |level| level.to_string());
    receipt.push(ReceiptLine::new("Level", overall.band.map_or("", |band| band.meaning()), shown(overall.level)).sum());
    let overrides = overrides(subject);
    let note = if overrides == 0 {
        "no verdict is overridden".to_owned()
    } else {
        words::count(overrides, "verdict is overridden", "verdicts are overridden")
    };
    receipt.push(ReceiptLine::new("Without overrides", note, shown(overall.level_without_overrides)));
    LevelView {
        level: overall.level,
        band: capital(&overall.band.map_or("no channel has a score".to_owned(), |band| subject.words.about(band, "meaning"))),
        scale: scale(overall.level, None),
        range: None,
        provisional: provisional(subject),
        receipt,
    }
}

/// Why the overall score is provisional, where it is.
fn provisional(subject: &Subject<'_>) -> Option<String> {
    let scored = || subject.report.channels.iter().filter(|channel| channel.level.is_some());
    let count = scored().filter(|channel| channel.provisional).count();
    match scored().count() {
        _ if count == 0 => None,
        1 => Some("the sample of the only channel with a score is too small, or was chosen by judgement".to_owned()),
        all => {
            let have = if count == 1 { "has" } else { "have" };
            Some(format!("{count} of {all} channels {have} too small a sample, or one chosen by judgement"))
        }
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
    let written = subject.written(&row.channel, row.step);
    let prefix = format!("fix-{}", links::finding_anchor(&row.channel, row.step));
    FixView {
        link: Link::new(subject.finding_href(from, &row.channel, row.step), subject.finding_title(&row.channel, row.step)),
        place: format!("{}, {}", subject.title(&row.channel), row.step.name()),
        effect: headlines::effect(subject.words, row),
        recoverable: headlines::recoverable(subject.words, row, subject.audit.currency.as_deref()),
        recommendation: written
            .and_then(|words| words.recommendation.as_ref())
            .map(|text| press.markdown(subject, from, &prefix, 3, text)),
        action: written.and_then(|words| words.action.as_ref()).map(|action| {
            let owner = words::capital(subject.audit.owner_shown(&action.owner));
            format!("{} · {owner}, by {} ({})", action.what, words::day(action.due).text, action.status.name())
        }),
    }
}

/// How many of all checks hold.
fn checks(report: &Report) -> String {
    let count = |state| report.channels.iter().flat_map(|channel| &channel.checks).filter(|check| check.state == state).count();
    let (holds, partly, fails) = (count(CheckState::Holds), count(CheckState::Partly), count(CheckState::Fails));
    let unseen = count(CheckState::NotShown);
    let all = holds + partly + fails + unseen;
    if holds == all {
        return format!("All {} hold", words::count(all, "check", "checks"));
    }
    let verb = |count, one: &'static str, many: &'static str| if count == 1 { one } else { many };
    let parts: Vec<String> = [
        (holds, verb(holds, "holds", "hold")),
        (partly, verb(partly, "holds partly", "hold partly")),
        (fails, verb(fails, "fails", "fail")),
        (unseen, "could not be judged"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, verb)| format!("{} {verb}", words::count_text(count)))
    .collect();
    format!("Of {}, {}", words::count(all, "check", "checks"), words::list_text(&parts))
}

/// Whether the gate holds, which only the thresholds that must hold decide, and how many of each are missed.
fn gate_result(results: &[GateResult]) -> String {
    let missed = |level| results.iter().filter(|result| result.level == level && !result.passed).count();
    let (fails, warns) = (missed(GateLevel::Fail), missed(GateLevel::Warn));
    let all = words::count(results.len(), "threshold", "thresholds");
    match (fails, warns) {
        (0, 0) if results.len() == 1 => "Passed: the one threshold holds".to_owned(),
        (0, 0) => format!("Passed: all {all} hold"),
        (0, _) => format!("Passed, with {}", words::count(warns, "warning", "warnings")),
        (_, 0) => format!("Not passed: {fails} of {all} missed"),
        _ => format!("Not passed: {fails} of {all} missed, and {}", words::count(warns, "warning", "warnings")),
    }
}

fn scorecard(subject: &Subject<'_>, from: &str) -> Vec<ScoreRow> {
    subject
        .report
        .channels
        .iter()
        .map(|channel| {
            let page = links::channel(&subject.audit.id, &channel.id);
            ScoreRow {
                channel: subject.channel_link(from, &channel.id),
                kind: channel.kind.name(),
                traced: words::leads_text(channel.counted),
                level: channel.level.map_or("–".to_owned(), |level| level.to_string()),
                provisional: channel.provisional && channel.level.is_some(),
                checks: channel
                    .checks
                    .iter()
                    .map(|check| {
                        CheckView::new(subject.words, check, links::to_place(from, &page, &format!("check-{}", check.step.id())))
                    })
                    .collect(),
            }
        })
        .collect()
}

fn figures(report: &Report, from: &str, subject: &Subject<'_>) -> Vec<FigureView> {
    let shown = |chart: Chart| {
        let file = links::between(from, &subject.path(&chart_file(&chart)));
        figure(chart, Some(file))
    };
    vec![shown(charts::drop_off::overview(subject.words, report)), shown(charts::verdicts::audit(subject.words, report))]
}

/// One threshold in words.
fn gate(subject: &Subject<'_>, result: &GateResult) -> GateView {
    let channel = result.channel.as_deref().map_or_else(String::new, |channel| format!(", {}", subject.title(channel)));
    let number = |figure: Figure| match figure {
        Figure::Whole(number) => number.to_string(),
        Figure::Share(share) => words::percent(share),
    };
    let (expected, actual) = (number(result.expected), number(result.actual));
    // a drop below zero is a rise
    let actual = actual.strip_prefix('-').map_or_else(|| actual.clone(), |gained| format!("{gained} gained"));
    let (what, expected) = match result.rule {
        "overall_below" => ("Overall level", format!("at least {expected}")),
        "channel_below" => ("Level", format!("at least {expected}")),
        "unproven_above" => ("Unproven verdicts", format!("at most {expected}")),
        "leaked_above" => ("Leads that leaked", format!("at most {expected}")),
        "overdue_actions" => ("Overdue actions", "none".to_owned()),
        "sample_below" => ("Counted leads", format!("at least {expected}")),
        "drop_from_previous" => ("Levels lost since the audit before", format!("fewer than {expected}")),
        other => (other, expected),
    };
    GateView {
        what: format!("{what}{channel}"),
        expected,
        actual,
        mark: Mark::passed(subject.words, result.passed, result.level == GateLevel::Fail),
        level: match result.level {
            GateLevel::Fail => "must hold",
            GateLevel::Warn => "warns only",
        },
    }
}
