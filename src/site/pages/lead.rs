//! `<audit>/leads/<id>.html`: one trace, step by step: what is shown, what was said, and why it is judged as it is.

use serde::Serialize;

use crate::audit::{EvidenceKind, Lead};
use crate::charts;
use crate::framework::{Step, Verdict};
use crate::report::{Class, StepReport};
use crate::rules::Rule;
use crate::site::facts::{self, Facts};
use crate::site::figures::figure;
use crate::site::press::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::{EvidenceView, FigureView, Link, Mark};
use crate::site::words::{self, Time};
use crate::site::{Error, Press, headlines, links};

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    id: &'a str,
    channel: Link,
    headline: String,
    class: Mark,
    /// What the class means, where the headline does not say it.
    meaning: Option<&'static str>,
    /// `1 verdict is overridden`.
    overridden: Option<String>,
    test: bool,
    arrived: Time,
    arrived_about: bool,
    /// Whether the business was open when the lead arrived; nothing where hours are not known.
    arrived_when: &'static str,
    wants: Option<&'a str>,
    note: Option<&'a str>,
    value: Option<String>,
    said: Option<&'a str>,
    timeline: FigureView,
    steps: Vec<StepView>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// One step of the lead.
#[derive(Serialize)]
struct StepView {
    id: &'static str,
    number: u8,
    name: &'static str,
    question: &'static str,
    mark: Mark,
    /// What the verdict of the rules means.
    meaning: &'static str,
    facts: Facts,
    evidence: Vec<EvidenceView>,
    /// Whether all that is relied on is somebody's word.
    only_said: bool,
    rules: Vec<RuleView>,
    overridden: Option<OverrideView>,
}

/// A rule that fired.
#[derive(Serialize)]
struct RuleView {
    link: Link,
    title: &'static str,
    mark: Mark,
}

/// An override, in full.
#[derive(Serialize)]
struct OverrideView {
    derived: Mark,
    to: Mark,
    /// Whether it counts; an expired one does not.
    counts: bool,
    kind: &'static str,
    because: String,
    by: String,
    date: Time,
    until: Option<Time>,
    evidence: Vec<EvidenceView>,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize, channel_at: usize, place: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (channel, _) = subject.channel(channel_at);
    let (lead, report) = subject.lead(channel_at, place);
    let from = links::lead(&subject.audit.id, &lead.id);
    let headline = headlines::lead(subject.words, report);
    let about = format!("{}, lead {}: {headline}", channel.title, lead.id);
    let overrides = report.steps.iter().filter(|(_, step)| step.derived.is_some()).count();
    let neighbour = |place: Option<usize>| channel.leads.get(place?).map(|lead| subject.lead_link(&from, &lead.id, None));
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Channel(&channel.id), &format!("{}: {headline}", lead.id), &about),
        id: &lead.id,
        channel: subject.channel_link(&from, &channel.id),
        class: Mark::of(subject.words, report.class),
        meaning: Some(report.class.meaning())
            .filter(|meaning| *meaning != headline && (report.class != Class::Leaked || report.stopped_at != Some(Step::Close))),
        overridden: (overrides > 0).then(|| words::count(overrides, "verdict is overridden", "verdicts are overridden")),
        headline,
        test: lead.test,
        arrived: words::moment(lead.arrived.time, &subject.audit.zone),
        arrived_about: lead.arrived.approximate,
        arrived_when: arrived_when(subject, lead),
        wants: lead.wants.as_deref(),
        note: lead.note.as_deref(),
        value: lead.value.map(|value| words::money(subject.audit.currency.as_deref().unwrap_or_default(), value)),
        said: lead.staff_says.as_deref(),
        timeline: figure(charts::timeline::lead(subject.words, subject.audit, channel, lead, report), None),
        steps: Step::ALL
            .into_iter()
            .map(|step| {
                let facts = facts::of(subject, channel, lead, step, &report.steps[step]);
                step_view(subject, lead, step, &report.steps[step], facts, &from)
            })
            .collect(),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(Some(place + 1)),
    };
    press.render(subject.words, "lead.html", &view)
}

/// Whether the business was open when the lead arrived.
fn arrived_when(subject: &Subject<'_>, lead: &Lead) -> &'static str {
    let Some(hours) = &subject.audit.hours else { return "" };
    let local = subject.audit.zone.to_datetime(lead.arrived.time);
    let minute = i32::from(local.hour()) * 60 + i32::from(local.minute());
    let open = hours.of(local.date()).iter().any(|&(from, to)| i32::from(from) <= minute && minute < i32::from(to));
    if open { "in opening hours" } else { "outside opening hours" }
}

fn step_view(subject: &Subject<'_>, lead: &Lead, step: Step, report: &StepReport, facts: Facts, from: &str) -> StepView {
    let evidence = lead.evidence(step);
    let said = |id: &String| subject.audit.evidence.get(id).is_some_and(|item| item.kind == EvidenceKind::StaffStatement);
    StepView {
        id: step.id(),
        number: step.number(),
        name: step.name(),
        question: step.question(),
        mark: Mark::of(subject.words, report.verdict),
        meaning: report.derived.unwrap_or(report.verdict).meaning(),
        facts,
        evidence: subject.evidence(from, evidence),
        only_said: !evidence.is_empty() && evidence.iter().all(said),
        rules: report.rules.iter().filter_map(|id| rule_view(subject, id, from)).collect(),
        overridden: overridden(subject, lead, step, report, from),
    }
}

fn rule_view(subject: &Subject<'_>, id: &str, from: &str) -> Option<RuleView> {
    let (rule, words) = (Rule::from_id(id)?, subject.words);
    let link = subject.rule_link(from, rule);
    Some(RuleView { link, title: words.rule(rule).0, mark: Mark::of(words, rule.effect) })
}

fn overridden(subject: &Subject<'_>, lead: &Lead, step: Step, report: &StepReport, from: &str) -> Option<OverrideView> {
    let written = lead.overrides.iter().find(|written| written.step == step)?;
    let derived: Verdict = report.derived.unwrap_or(report.verdict);
    Some(OverrideView {
        derived: Mark::of(subject.words, derived),
        to: Mark::of(subject.words, written.to),
        counts: report.derived.is_some(),
        kind: written.kind.name(),
        because: written.because.clone(),
        by: subject.audit.owner_shown(&written.by).to_owned(),
        date: words::day(written.date),
        until: written.until.map(words::day),
        evidence: subject.evidence(from, &written.evidence),
    })
}
