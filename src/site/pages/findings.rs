//! `<audit>/findings.html`: every finding in full, then what the auditor observed beside the traces.

use serde::Serialize;

use super::data::chart_file;
use crate::audit::{Channel, FindingWords, Observation};
use crate::framework::Step;
use crate::report::{Finding, Rating};
use crate::rules::Rule;
use crate::say;
use crate::site::edition;
use crate::site::filters::{Choice, Datum, Filters, NUMBER};
use crate::site::frame::{Current, Frame};
use crate::site::markdown::Html;
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::{FigureView, Link, Mark};
use crate::site::{Error, Press, facts, headlines, links};
use crate::words::{Time, Words, capital};

#[derive(Serialize)]
struct View {
    frame: Frame,
    headline: String,
    /// The same findings in short, the weightiest first.
    glance: Vec<GlanceView>,
    /// Where the gaps are; none without a finding.
    held: Option<FigureView>,
    findings: Vec<FindingView>,
    observations: Vec<ObservationView>,
    filters: Option<Filters>,
    /// What the estimates of effects rest on; none without an estimate.
    at_stake: Option<&'static str>,
}

/// One finding in a line.
#[derive(Serialize)]
struct GlanceView {
    href: String,
    title: String,
    rating: Mark,
    data: Vec<Datum>,
    channel: String,
    step_name: String,
    action: Option<Mark>,
    accepted: bool,
}

/// One finding, in the order of an audit report.
#[derive(Serialize)]
struct FindingView {
    anchor: String,
    href: String,
    title: String,
    rating: Mark,
    rating_means: String,
    /// What the filters look at.
    data: Vec<Datum>,
    channel: Link,
    step_name: String,
    criteria: String,
    limit: String,
    condition: String,
    rules: Vec<FiredView>,
    leads: LeadLinks,
    cause: Option<Html>,
    cause_kind: Option<String>,
    effect: String,
    /// Which leads were lost at the step.
    lost: Option<LeadLinks>,
    /// Whether those were lost, or cannot be accounted for.
    unaccounted: bool,
    recoverable: Option<String>,
    recommendation: Option<Html>,
    response: Option<SaidView>,
    action: Option<ActionView>,
    accepted: Option<SaidView>,
    internal: Option<Html>,
}

/// A rule and for how many leads it fired.
#[derive(Serialize)]
struct FiredView {
    link: Link,
    title: &'static str,
    leads: String,
}

/// What somebody said, and when.
#[derive(Serialize)]
struct SaidView {
    by: String,
    date: Time,
    says: String,
}

/// What is to be done.
#[derive(Serialize)]
struct ActionView {
    what: String,
    owner: String,
    due: Time,
    mark: Mark,
}

/// What the trace alone does not show.
#[derive(Serialize)]
struct ObservationView {
    anchor: String,
    href: String,
    title: String,
    rating: Mark,
    body: Html,
    channels: Vec<Link>,
    data: Vec<Datum>,
    leads: Vec<Link>,
    recommendation: Option<Html>,
    internal: Option<Html>,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (report, words) = (subject.report, subject.words);
    let from = subject.path("findings.html");
    let headline = headlines::findings(words, &report.findings);
    let mut worst_first: Vec<&Finding> = report.findings.iter().collect();
    worst_first.sort_by_key(|finding| finding.rating);
    let findings: Vec<FindingView> = worst_first.into_iter().filter_map(|finding| view(press, subject, finding, &from)).collect();
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Findings, words.get("page-findings"), &headline),
        headline,
        filters: filters(subject, &report.findings),
        at_stake: (!report.fix_first.is_empty()).then(|| headlines::at_stake(words)),
        glance: findings.iter().map(glance).collect(),
        held: (!findings.is_empty()).then(|| {
            let chart = subject.held();
            let file = links::between(&from, &subject.path(&chart_file(chart)));
            press.figure(chart.clone(), Some(file))
        }),
        findings,
        observations: subject
            .audit
            .observations
            .iter()
            .map(|observation| observation_view(press, subject, observation, &from))
            .collect(),
    };
    press.render(words, "findings.html", &view)
}

/// A finding in short.
fn glance(finding: &FindingView) -> GlanceView {
    GlanceView {
        href: finding.href.clone(),
        title: finding.title.clone(),
        rating: finding.rating.clone(),
        data: finding.data.clone(),
        channel: finding.channel.text.clone(),
        step_name: finding.step_name.clone(),
        action: finding.action.as_ref().map(|action| action.mark.clone()),
        accepted: finding.accepted.is_some(),
    }
}

fn view(press: &Press<'_>, subject: &Subject<'_>, finding: &Finding, from: &str) -> Option<FindingView> {
    let (channel_id, step) = finding.id.rsplit_once('/')?;
    let step = Step::from_id(step)?;
    let anchor = links::finding_anchor(channel_id, step);
    let (words, written) = (subject.words, subject.written(channel_id, step));
    let fix = subject.fix(channel_id, step);
    let html = |name: &str, text: &str| press.markdown(subject, from, &format!("{anchor}-{name}"), 4, text);
    Some(FindingView {
        href: links::to_place(from, from, &anchor),
        title: subject.finding_title(channel_id, step),
        rating: Mark::of(words, finding.rating),
        data: data(subject, channel_id, step, finding.rating),
        rating_means: rating_means(words, finding.rating, step),
        channel: subject.channel_link(from, channel_id),
        step_name: words.name(step),
        criteria: words.about(step, "question"),
        limit: limit(subject, channel_id, step),
        condition: condition(subject, finding, channel_id, step),
        rules: finding
            .rules
            .iter()
            .filter_map(|count| {
                let rule = Rule::from_id(count.rule)?;
                let link = subject.rule_link(from, rule);
                Some(FiredView { link, title: words.rule(rule).0, leads: words.leads(count.leads) })
            })
            .collect(),
        leads: subject.lead_links(from, channel_id, finding.leads.iter(), Some(step)),
        cause: written.and_then(|written| written.cause.as_deref()).map(|text| html("cause", text)),
        cause_kind: written.and_then(|written| written.cause_kind).map(|kind| words.name(kind)),
        effect: fix.map_or_else(
            || words.get("findings-no-effect").to_owned(),
            |row| say!(words, "effect-alone", effect = headlines::effect(words, row)),
        ),
        lost: subject.lost_links(from, channel_id, step),
        unaccounted: step == Step::Close,
        recoverable: fix
            .and_then(|row| headlines::recoverable(words, row, subject.audit.currency.as_deref()))
            .map(|stake| say!(words, "effect-alone", effect = capital(&stake))),
        recommendation: written.and_then(|written| written.recommendation.as_deref()).map(|text| html("recommendation", text)),
        response: written.and_then(|written| written.response.as_ref()).map(|response| SaidView {
            by: capital(subject.audit.owner_shown(&response.by)),
            date: words.day(response.date),
            says: response.says.clone(),
        }),
        action: written.and_then(|written| action(subject, written)),
        accepted: written.and_then(|written| written.accepted.as_ref()).map(|accepted| SaidView {
            by: capital(subject.audit.owner_shown(&accepted.by)),
            date: words.day(accepted.date),
            says: accepted.because.clone(),
        }),
        internal: edition::note(
            press,
            subject,
            from,
            &format!("{anchor}-internal"),
            4,
            written.and_then(|words| words.internal.as_ref()),
        ),
        anchor,
    })
}

/// The limit that was applied, and whose it is.
fn limit(subject: &Subject<'_>, channel: &str, step: Step) -> String {
    subject.channel_place(channel).map_or_else(String::new, |at| {
        say!(subject.words, "findings-within", limit = facts::limit(subject.words, &subject.audit.channels[at], step))
    })
}

/// How many leads fell short, and how.
fn condition(subject: &Subject<'_>, finding: &Finding, channel: &str, step: Step) -> String {
    let channel = subject.channel_place(channel).map(|at| &subject.report.channels[at]);
    let check = channel.and_then(|channel| channel.checks.iter().find(|check| check.step == step));
    let Some(check) = check else { return String::new() };
    let words = subject.words;
    let wanting = finding.verdicts;
    let counts: Vec<String> = [
        (wanting.late, "findings-late"),
        (wanting.weak, "findings-weak"),
        (wanting.unproven, "findings-unproven"),
        (wanting.fail, "findings-failed"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| say!(words, key, count = count))
    .collect();
    let none = || "none".to_owned();
    let range = check.low.zip(check.high).map_or_else(none, |(low, high)| words.percents(low, high));
    let wanting = if counts.is_empty() { none() } else { words.list(&counts) };
    say!(words, "findings-held", held = check.held, of = check.of, range = range, wanting = wanting)
}

fn rating_means(words: Words, rating: Rating, step: Step) -> String {
    let means = words.find(match rating {
        Rating::Critical if step == Step::Close => "findings-means-critical-close",
        Rating::High if step == Step::Close => "findings-means-high-close",
        Rating::Critical => "findings-means-critical",
        Rating::High => "findings-means-high",
        Rating::Medium => "findings-means-medium",
        Rating::Low => "findings-means-low",
    });
    say!(words, "findings-rated", rating = words.name(rating), means = means)
}

fn action(subject: &Subject<'_>, written: &FindingWords) -> Option<ActionView> {
    let (audit, words) = (subject.audit, subject.words);
    let action = written.action.as_ref()?;
    Some(ActionView {
        what: action.what.clone(),
        owner: capital(audit.owner_shown(&action.owner)),
        due: words.weekday_and_day(action.due),
        mark: Mark::action(words, action.status, action.overdue(audit.actions_as_of)),
    })
}

fn observation_view(press: &Press<'_>, subject: &Subject<'_>, observation: &Observation, from: &str) -> ObservationView {
    let anchor = links::observation_anchor(&observation.id);
    let html = |name: &str, text: &str| press.markdown(subject, from, &format!("{anchor}-{name}"), 4, text);
    ObservationView {
        href: links::to_place(from, from, &anchor),
        title: observation.title.clone(),
        rating: Mark::of(subject.words, observation.rating),
        body: html("body", &observation.body),
        channels: observation.channels.iter().map(|channel| subject.channel_link(from, channel)).collect(),
        data: observation_data(observation),
        leads: observation.leads.iter().map(|lead| subject.lead_link(from, lead, None)).collect(),
        recommendation: observation.recommendation.as_deref().map(|text| html("recommendation", text)),
        internal: edition::note(press, subject, from, &format!("{anchor}-internal"), 4, observation.internal.as_ref()),
        anchor,
    }
}

/// What the filters look at in an observation; one that is about no channel is about all of them.
fn observation_data(observation: &Observation) -> Vec<Datum> {
    let channels = (!observation.channels.is_empty()).then(|| Datum::new("channel", observation.channels.join(" ")));
    channels.into_iter().chain([Datum::new("rating", observation.rating.id())]).collect()
}

/// What the filters look at in a finding. Without another order, the worst stand first.
fn data(subject: &Subject<'_>, channel: &str, step: Step, rating: Rating) -> Vec<Datum> {
    let place = subject.channel_place(channel).unwrap_or_default();
    vec![
        Datum::new("channel", channel),
        Datum::new("step", step.id()),
        Datum::new("rating", rating.id()),
        Datum::new("by-channel", place),
        Datum::new("by-step", step.number()),
    ]
}

/// Filters for what the findings differ in.
fn filters(subject: &Subject<'_>, findings: &[Finding]) -> Option<Filters> {
    let words = subject.words;
    let any = |channel: &Channel, step| subject.finding(&channel.id, step).is_some();
    let channels = subject.audit.channels.iter().filter(|channel| Step::ALL.into_iter().any(|step| any(channel, step)));
    let steps = Step::ALL.into_iter().filter(|step| subject.audit.channels.iter().any(|channel| any(channel, *step)));
    let ratings = [Rating::Critical, Rating::High, Rating::Medium, Rating::Low];
    let ratings = ratings.into_iter().filter(|rating| findings.iter().any(|finding| finding.rating == *rating));
    let orders = [("channel", "sort-channel"), ("step", "sort-step")];
    let choices = [
        Choice::narrow(
            words,
            "channel",
            words.get("findings-channel"),
            channels.map(|channel| (channel.id.clone(), channel.title.clone())),
        ),
        Choice::narrow(words, "step", words.get("findings-step"), steps.map(|step| (step.id().to_owned(), words.name(step)))),
        Choice::narrow(
            words,
            "rating",
            words.get("findings-rating"),
            ratings.map(|rating| (rating.id().to_owned(), capital(&words.name(rating)))),
        ),
        Choice::sort(words, words.get("sort-rating"), orders.map(|(value, key)| (value.to_owned(), words.get(key).to_owned()))),
    ];
    let shown = say!(words, "filter-findings-shown", shown = NUMBER, all = findings.len());
    Filters::new(words.get("findings-filter"), "all-findings", shown, choices).filter(|_| findings.len() > 1)
}
