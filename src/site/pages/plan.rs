//! `<audit>/plan.html`: what to mend first, with the ranges that the sample allows, and what was agreed to be done about it.

use serde::Serialize;

use super::tables;
use crate::audit::ActionStatus;
use crate::framework::Step;
use crate::report::FixFirst;
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, headlines, links};
use crate::words::{Time, capital};

#[derive(Serialize)]
struct View {
    frame: Frame,
    headline: String,
    /// What is lost there.
    lede: Option<String>,
    /// Where the actions stand, in a sentence.
    state: String,
    fixes: Vec<FixView>,
    unaccounted: Vec<FixView>,
    /// Whether a booking has a value, so that there is a column for it.
    money: bool,
    /// Whether the sample stands in for some channel's volume.
    stands_in: bool,
    actions: Vec<ActionView>,
    as_of: Time,
    accepted: Vec<AcceptedView>,
    undecided: Vec<PlaceView>,
    method: Link,
    table: Link,
}

/// A place where leads are lost.
#[derive(Serialize)]
struct FixView {
    place: PlaceView,
    /// `3 of 4 leads`.
    lost: String,
    /// How many that is a month, and the range.
    affected: String,
    range: String,
    volume_known: bool,
    bookings: Option<String>,
    worth: Option<String>,
    action: Option<Mark>,
}

/// A finding, and where it was made.
#[derive(Serialize)]
struct PlaceView {
    finding: Link,
    channel: Link,
    step: String,
    rating: Option<Mark>,
}

/// What is to be done.
#[derive(Serialize)]
struct ActionView {
    /// Its place among what to mend first.
    rank: Option<usize>,
    place: PlaceView,
    what: String,
    owner: String,
    due: Time,
    mark: Mark,
    /// What the auditor wrote, where the mark says that it is overdue.
    status: Option<String>,
}

/// A finding whose risk somebody accepted.
#[derive(Serialize)]
struct AcceptedView {
    place: PlaceView,
    because: String,
    by: String,
    date: Time,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (audit, report) = (subject.audit, subject.report);
    let from = subject.path("plan.html");
    let words = subject.words;
    let headline = headline(subject);
    let rows = |rows: &[FixFirst]| rows.iter().map(|row| fix(subject, row, &from)).collect::<Vec<_>>();
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Plan, words.get("page-plan"), &headline),
        headline,
        lede: first(subject).map(|row| headlines::stakes(words, row, audit.currency.as_deref())),
        state: state(subject),
        fixes: rows(&report.fix_first),
        unaccounted: rows(&report.unaccounted),
        money: report.fix_first.iter().any(|row| row.recoverable_value_per_month.is_some()),
        stands_in: report.fix_first.iter().chain(&report.unaccounted).any(|row| !row.volume_known),
        actions: actions(subject, &from),
        as_of: words.day(audit.actions_as_of),
        accepted: accepted(subject, &from),
        undecided: undecided(subject, &from),
        method: Link::new(links::to_place(&from, &subject.path("method.html"), "scoring"), words.get("plan-method")),
        table: Link::new(links::between(&from, &subject.path(tables::ACTIONS)), words.get("plan-actions-table")),
    };
    press.render(words, "plan.html", &view)
}

/// The row that comes first.
fn first<'a>(subject: &Subject<'a>) -> Option<&'a FixFirst> {
    subject.report.fix_first.iter().chain(&subject.report.unaccounted).next()
}

/// What comes first.
fn headline(subject: &Subject<'_>) -> String {
    let words = subject.words;
    match first(subject) {
        Some(row) => say!(words, "plan-headline", title = subject.finding_title(&row.channel, row.step)),
        None => words.get("plan-headline-none").to_owned(),
    }
}

/// Where the actions stand: `9 actions are agreed: 3 done, 4 in progress, 1 planned, 1 overdue.`
fn state(subject: &Subject<'_>) -> String {
    let words = subject.words;
    let actions = subject.actions();
    let overdue = actions.iter().filter(|(_, action)| action.overdue(subject.audit.actions_as_of)).count();
    let stands = |status: ActionStatus| {
        let day = subject.audit.actions_as_of;
        actions.iter().filter(|(_, action)| action.status == status && !action.overdue(day)).count()
    };
    let counts: Vec<(usize, String)> =
        [ActionStatus::Done, ActionStatus::InProgress, ActionStatus::Planned, ActionStatus::Dropped]
            .into_iter()
            .map(|status| (stands(status), words.name(status)))
            .chain([(overdue, words.get("action-status-overdue").to_owned())])
            .filter(|(count, _)| *count > 0)
            .collect();
    match (actions.len(), counts.as_slice()) {
        (0, _) => words.get("plan-actions-none").to_owned(),
        (1, [(_, state)]) => say!(words, "plan-actions-one", state = state.as_str()),
        (all, counts) => {
            let states: Vec<String> = counts
                .iter()
                .map(|(count, state)| say!(words, "plan-actions-state", count = *count, state = state.as_str()))
                .collect();
            say!(words, "plan-actions-many", count = all, states = words.list(&states))
        }
    }
}

fn place(subject: &Subject<'_>, channel: &str, step: Step, from: &str) -> PlaceView {
    let finding = subject.finding(channel, step);
    let title = subject.finding_title(channel, step);
    let href = match finding {
        Some(_) => subject.finding_href(from, channel, step),
        // words on a finding that the trace does not bear out: only the channel has a page
        None => links::between(from, &links::channel(&subject.audit.id, channel)),
    };
    PlaceView {
        finding: Link::new(href, title),
        channel: subject.channel_link(from, channel),
        step: subject.words.name(step),
        rating: finding.map(|finding| Mark::of(subject.words, finding.rating)),
    }
}

fn fix(subject: &Subject<'_>, row: &FixFirst, from: &str) -> FixView {
    let words = subject.words;
    let action = subject.written(&row.channel, row.step).and_then(|words| words.action.as_ref());
    FixView {
        place: place(subject, &row.channel, row.step, from),
        lost: say!(words, "plan-leads-of", leads = row.leaks, of = row.of),
        affected: words.estimate(row.affected_per_month, row.high),
        range: words.range(row.low, row.high),
        volume_known: row.volume_known,
        bookings: headlines::bookings(row).map(|bookings| say!(words, "plan-bookings-number", count = bookings)),
        worth: row
            .recoverable_value_per_month
            .zip(subject.audit.currency.as_deref())
            .map(|(value, currency)| words.money_about(currency, value)),
        action: action.map(|action| Mark::action(words, action.status, action.overdue(subject.audit.actions_as_of))),
    }
}

/// The overdue ones first, then those to be done, then those that are done or dropped; each by the day it is due.
fn actions(subject: &Subject<'_>, from: &str) -> Vec<ActionView> {
    let words = subject.words;
    let mut actions = subject.actions();
    let day = subject.audit.actions_as_of;
    actions.sort_by_key(|(_, action)| match action.status {
        _ if action.overdue(day) => 0,
        ActionStatus::Planned | ActionStatus::InProgress => 1,
        ActionStatus::Done => 2,
        ActionStatus::Dropped => 3,
    });
    actions
        .into_iter()
        .map(|((channel, step), action)| ActionView {
            rank: subject.rank(channel, step),
            place: place(subject, channel, step, from),
            what: action.what.clone(),
            owner: capital(subject.audit.owner_shown(&action.owner)),
            due: words.weekday_and_day(action.due),
            mark: Mark::action(words, action.status, action.overdue(day)),
            status: action.overdue(day).then(|| words.name(action.status)),
        })
        .collect()
}

/// Findings whose risk was accepted, those with an action aside.
fn accepted(subject: &Subject<'_>, from: &str) -> Vec<AcceptedView> {
    let all = subject.audit.findings.iter().filter(|(_, words)| words.action.is_none());
    all.filter_map(|((channel, step), written)| {
        let accepted = written.accepted.as_ref()?;
        Some(AcceptedView {
            place: place(subject, channel, *step, from),
            because: accepted.because.clone(),
            by: capital(subject.audit.owner_shown(&accepted.by)),
            date: subject.words.day(accepted.date),
        })
    })
    .collect()
}

/// Findings about which nothing was agreed, the weightiest first.
fn undecided(subject: &Subject<'_>, from: &str) -> Vec<PlaceView> {
    let mut findings: Vec<_> = subject.report.findings.iter().filter(|finding| finding.status == "open").collect();
    findings.sort_by_key(|finding| finding.rating);
    findings
        .into_iter()
        .filter_map(|finding| finding.place())
        .map(|(channel, step)| place(subject, channel, step, from))
        .collect()
}
