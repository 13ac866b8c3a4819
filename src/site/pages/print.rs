//! `<audit>/print.html`: the whole audit in one document, bound from its pages; the leads in short.

use serde::Serialize;

use crate::framework::Step;
use crate::rules::Rule;
use crate::site::bind::Binding;
use crate::site::markdown::Html;
use crate::site::press::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::{Link, Mark};
use crate::site::words::{self, Time};
use crate::site::{Error, Press, audit_style, brand, facts, headlines, links, pages};

/// How many leads of a channel stand in the document: a book of thousands helps nobody.
const LEADS: usize = 500;

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    client: &'a str,
    period: String,
    auditor: &'a str,
    status: &'static str,
    level: String,
    band: &'static str,
    provisional: bool,
    contact: Option<Html>,
    contents: Vec<Link>,
    parts: Vec<Part>,
    leads: Vec<ChannelLeads<'a>>,
}

/// One page as a part of the document.
#[derive(Serialize)]
struct Part {
    id: String,
    /// Whose running head it has.
    part: String,
    html: Html,
}

/// The leads of one channel.
#[derive(Serialize)]
struct ChannelLeads<'a> {
    title: &'a str,
    leads: Vec<LeadView<'a>>,
    /// That there are more, where there are.
    more: Option<String>,
}

/// One lead in short.
#[derive(Serialize)]
struct LeadView<'a> {
    anchor: String,
    /// Its page, where it stands in full.
    href: String,
    id: &'a str,
    headline: String,
    class: Mark,
    test: bool,
    arrived: Time,
    wants: Option<&'a str>,
    said: Option<&'a str>,
    steps: Vec<StepView<'a>>,
}

/// One step of a lead.
#[derive(Serialize)]
struct StepView<'a> {
    anchor: String,
    name: &'static str,
    mark: Mark,
    statement: String,
    rules: Vec<&'static str>,
    evidence: String,
    /// Why the auditor overrode the verdict, and what it was.
    overridden: Option<(Mark, &'a str)>,
}

/// Renders the document.
pub(crate) fn render(press: &Press<'_>, at: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (audit, overall) = (subject.audit, &subject.report.overall);
    let from = subject.path("print.html");
    let pages = bound(press, at)?;
    let mut parts: Vec<(String, String)> = pages.iter().map(|page| (page.path.clone(), page.id.clone())).collect();
    for channel in &audit.channels {
        let leads = channel.leads.iter().take(LEADS);
        parts.extend(leads.map(|lead| (links::lead(&audit.id, &lead.id), anchor(&lead.id))));
    }
    let binding = Binding::new(from.clone(), parts);
    let contents = pages.iter().map(|page| Link::new(format!("#{}", page.id), page.title.clone()));
    let about = format!("The whole audit of {} in one document", audit.client);
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Print, "The whole audit", &about),
        client: &audit.client,
        period: words::period(audit.period),
        auditor: &audit.auditor,
        status: audit.status.id(),
        level: overall.level.map_or("–".to_owned(), |level| level.to_string()),
        band: overall.band.map_or("no score", |band| band.meaning()),
        provisional: overall.provisional,
        contact: subject.brand.and_then(|brand| brand::contact(brand, "cover-contact")),
        contents: contents.chain([Link::new("#leads".to_owned(), "Lead by lead")]).collect(),
        parts: pages
            .iter()
            .map(|page| Part { id: page.id.clone(), part: page.part.clone(), html: Html(binding.part(&page.path, &page.html)) })
            .collect(),
        leads: (0..audit.channels.len()).map(|channel| leads(subject, channel, &binding)).collect(),
    };
    press.render(subject.words, "print.html", &view)
}

/// A page to be bound.
struct Page {
    path: String,
    id: String,
    part: String,
    title: String,
    html: String,
}

/// The pages of the document, in its order.
fn bound(press: &Press<'_>, at: usize) -> Result<Vec<Page>, Error> {
    let subject = &press.subjects[at];
    let page = |id: &str, current: Current<'_>, file: &str, title: &str, html: String| Page {
        path: subject.path(file),
        id: id.to_owned(),
        part: audit_style::part(subject, current).unwrap_or_default(),
        title: title.to_owned(),
        html,
    };
    let mut all = vec![page("overview", Current::Overview, "index.html", "Overview", pages::overview::render(press, at)?)];
    for (place, channel) in subject.audit.channels.iter().enumerate() {
        let html = pages::channel::render(press, at, place)?;
        let id = format!("channel-{}", channel.id);
        all.push(page(&id, Current::Channel(&channel.id), &format!("channels/{}.html", channel.id), &channel.title, html));
    }
    all.extend([
        page("findings", Current::Findings, "findings.html", "Findings", pages::findings::render(press, at)?),
        page("plan", Current::Plan, "plan.html", "Plan", pages::plan::render(press, at)?),
        page("patterns", Current::Patterns, "patterns.html", "Patterns", pages::patterns::render(press, at)?),
        page("evidence", Current::Evidence, "evidence.html", "Evidence", pages::evidence::render(press, at)?),
        page("method", Current::Method, "method.html", "Method", pages::method::render(press, at)?),
    ]);
    Ok(all)
}

/// The place of a lead in the document.
fn anchor(lead: &str) -> String {
    format!("lead-{}", lead.to_lowercase())
}

fn leads<'a>(subject: &Subject<'a>, channel: usize, binding: &Binding) -> ChannelLeads<'a> {
    let known = &subject.audit.channels[channel];
    let more = known.leads.len().saturating_sub(LEADS);
    ChannelLeads {
        title: &known.title,
        leads: (0..known.leads.len().min(LEADS)).map(|place| lead(subject, channel, place, binding)).collect(),
        more: (more > 0).then(|| format!("{} more stand on the site.", words::leads_text(more))),
    }
}

fn lead<'a>(subject: &Subject<'a>, channel: usize, place: usize, binding: &Binding) -> LeadView<'a> {
    let (known, _) = subject.channel(channel);
    let (lead, report) = subject.lead(channel, place);
    let page = links::lead(&subject.audit.id, &lead.id);
    let steps = Step::ALL.into_iter().map(|step| {
        let derived = &report.steps[step];
        let written = lead.overrides.iter().find(|written| written.step == step);
        StepView {
            anchor: binding.name(&page, step.id()),
            name: step.name(),
            mark: Mark::of(subject.words, derived.verdict),
            statement: facts::of(subject, known, lead, step, derived).statement,
            rules: derived.rules.iter().filter_map(|id| Some(Rule::from_id(id)?.title)).collect(),
            evidence: lead.evidence(step).join(", "),
            overridden: derived
                .derived
                .zip(written)
                .map(|(verdict, written)| (Mark::of(subject.words, verdict), written.because.as_str())),
        }
    });
    LeadView {
        anchor: anchor(&lead.id),
        href: links::between(&subject.path("print.html"), &page),
        id: &lead.id,
        headline: headlines::lead(subject.words, report),
        class: Mark::of(subject.words, report.class),
        test: lead.test,
        arrived: words::moment(lead.arrived.time, &subject.audit.zone),
        wants: lead.wants.as_deref(),
        said: lead.staff_says.as_deref(),
        steps: steps.collect(),
    }
}
