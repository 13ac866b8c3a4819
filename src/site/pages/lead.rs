//! `<audit>/leads/<id>.html`: one trace, step by step: what is shown, what was said, and why it is judged as it is.

mod shared;

use serde::Serialize;
use tera::Value;

use crate::audit::{EvidenceKind, Lead};
use crate::charts;
use crate::framework::{Step, Verdict};
use crate::report::{Class, StepReport};
use crate::rules::Rule;
use crate::say;
use crate::site::edition::{self, BuyerView};
use crate::site::facts::{self, Facts};
use crate::site::markdown::Html;
use crate::site::subject::Subject;
use crate::site::view::{FigureView, Link};
use crate::site::{Error, Press, headlines, links};
use crate::words::{Time, Words};

pub(crate) use shared::Shared;

#[derive(Serialize)]
struct View<'a> {
    frame: Value,
    id: &'a str,
    channel: Link,
    headline: String,
    class: Value,
    /// What the class means, where the headline does not say it.
    meaning: Option<String>,
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
    buyer: Option<BuyerView>,
    internal: Option<Html>,
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
    name: String,
    question: String,
    /// As HTML.
    mark: Value,
    /// What the verdict of the rules means.
    meaning: String,
    facts: Facts,
    /// What its facts rest on, as a list in HTML; none where nothing is given.
    evidence: Option<Value>,
    /// Whether all that is relied on is somebody's word.
    only_said: bool,
    rules: Vec<Value>,
    /// What was late, lacked a quality or did not count, which the statement alone may not tell.
    wanting: Option<String>,
    overridden: Option<OverrideView>,
}

/// An override, in full.
#[derive(Serialize)]
struct OverrideView {
    /// Both as HTML.
    derived: Value,
    to: Value,
    /// Whether it counts; an expired one does not.
    counts: bool,
    kind: String,
    because: String,
    by: String,
    date: Time,
    until: Option<Time>,
    evidence: Vec<Value>,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize, channel_at: usize, place: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (channel, _) = subject.channel(channel_at);
    let (lead, report) = subject.lead(channel_at, place);
    let from = links::lead(&subject.audit.id, &lead.id);
    let words = subject.words;
    let shared = match subject.lead_pages.get() {
        Some(shared) => shared,
        None => {
            let made = Shared::new(press, subject)?;
            subject.lead_pages.get_or_init(|| made)
        }
    };
    let headline = headlines::lead(words, report);
    let (name, place_of) = (lead.id.as_str(), channel.title.as_str());
    let about = say!(words, "lead-about", channel = place_of, lead = name, headline = headline.as_str());
    let title = say!(words, "lead-title", lead = name, headline = headline.as_str());
    let overrides = report.steps.iter().filter(|(_, step)| step.derived.is_some()).count();
    let neighbour = |place: Option<usize>| channel.leads.get(place?).map(|lead| subject.lead_link(&from, &lead.id, None));
    let view = View {
        frame: shared.frame(channel_at, &press.title(words, Some(subject), &title), &about),
        id: &lead.id,
        channel: subject.channel_link(&from, &channel.id),
        class: subject.marks.class(report.class),
        meaning: Some(words.about(report.class, "meaning"))
            .filter(|meaning| *meaning != headline && (report.class != Class::Leaked || report.stopped_at != Some(Step::Close))),
        overridden: (overrides > 0).then(|| say!(words, "overridden-count", count = overrides)),
        headline,
        test: lead.test,
        arrived: words.moment(lead.arrived.time, &subject.audit.zone),
        arrived_about: lead.arrived.approximate,
        arrived_when: arrived_when(subject, lead),
        wants: lead.wants.as_deref(),
        note: lead.note.as_deref(),
        value: lead.value.map(|value| words.money(subject.audit.currency.as_deref().unwrap_or_default(), value)),
        said: lead.staff_says.as_deref(),
        buyer: BuyerView::of(lead),
        internal: edition::note(press, subject, &from, "internal", 2, lead.internal.as_ref()),
        timeline: press.figure(charts::timeline::lead(words, subject.audit, channel, lead, report), None),
        steps: Step::ALL
            .into_iter()
            .map(|step| {
                let facts = facts::of(subject, channel, lead, step, &report.steps[step]);
                step_view(subject, shared, lead, step, &report.steps[step], facts)
            })
            .collect(),
        previous: neighbour(place.checked_sub(1)),
        next: neighbour(Some(place + 1)),
    };
    press.render(words, "lead.html", &view)
}

/// Whether the business was open when the lead arrived.
fn arrived_when(subject: &Subject<'_>, lead: &Lead) -> &'static str {
    let Some(hours) = &subject.audit.hours else { return "" };
    let local = subject.audit.zone.to_datetime(lead.arrived.time);
    let minute = i32::from(local.hour()) * 60 + i32::from(local.minute());
    let open = hours.of(local.date()).iter().any(|&(from, to)| i32::from(from) <= minute && minute < i32::from(to));
    if open { subject.words.get("lead-in-hours") } else { subject.words.get("lead-outside-hours") }
}

fn step_view(subject: &Subject<'_>, shared: &Shared<'_>, lead: &Lead, step: Step, report: &StepReport, facts: Facts) -> StepView {
    let evidence = lead.evidence(step);
    let said = |id: &String| subject.audit.evidence.get(id).is_some_and(|item| item.kind == EvidenceKind::StaffStatement);
    let words = subject.words;
    StepView {
        id: step.id(),
        number: step.number(),
        name: words.name(step),
        question: words.about(step, "question"),
        mark: shared.mark(report.verdict),
        meaning: words.about(report.derived.unwrap_or(report.verdict), "meaning"),
        facts,
        evidence: shared.evidence_list(evidence).filter(|_| !evidence.is_empty()),
        only_said: !evidence.is_empty() && evidence.iter().all(said),
        rules: report.rules.iter().filter_map(|id| shared.rule(id)).collect(),
        wanting: wanting(words, report),
        overridden: overridden(subject, shared, lead, step, report),
    }
}

fn wanting(words: Words, report: &StepReport) -> Option<String> {
    let rules = report.rules.iter().filter_map(|id| Rule::from_id(id)).map(|rule| words.rule(rule).0);
    // a failure with a time happened, and did not count
    let happened = report.verdict == Verdict::Fail && report.elapsed_minutes.is_some();
    (happened || matches!(report.verdict, Verdict::Late | Verdict::Weak)).then(|| rules.collect::<Vec<_>>().join("; "))
}

fn overridden(subject: &Subject<'_>, shared: &Shared<'_>, lead: &Lead, step: Step, report: &StepReport) -> Option<OverrideView> {
    let written = lead.overrides.iter().find(|written| written.step == step)?;
    let derived: Verdict = report.derived.unwrap_or(report.verdict);
    let words = subject.words;
    Some(OverrideView {
        derived: shared.mark(derived),
        to: shared.mark(written.to),
        counts: report.derived.is_some(),
        kind: words.name(written.kind),
        because: written.because.clone(),
        by: subject.audit.owner_shown(&written.by).to_owned(),
        date: words.day(written.date),
        until: written.until.map(|day| words.day(day)),
        evidence: shared.evidence(&written.evidence),
    })
}
