//! `<audit>/print.html`: the whole audit in one document, bound from its pages; the leads in short.

use rayon::prelude::*;
use serde::Serialize;
use tera::Value;

use crate::framework::Step;
use crate::rules::Rule;
use crate::say;
use crate::site::bind::Binding;
use crate::site::edition::BuyerView;
use crate::site::frame::{Current, Frame};
use crate::site::markdown::Html;
use crate::site::subject::Subject;
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, Sheet, audit_style, brand, facts, headlines, links, pages};
use crate::words::Time;

/// How many leads of a channel stand in the document: a book of thousands helps nobody.
pub(super) const LEADS: usize = 500;

#[derive(Serialize)]
pub(super) struct View<'a> {
    pub(super) frame: Frame,
    client: &'a str,
    period: String,
    auditor: &'a str,
    status: &'static str,
    level: String,
    /// What the level means, and whether it is provisional.
    band: String,
    cover_foot: Vec<Html>,
    pub(super) contents: Vec<Link>,
    parts: Vec<Part>,
    leads: Vec<ChannelLeads<'a>>,
}

/// One page as a part of the document.
#[derive(Serialize)]
pub(super) struct Part {
    id: String,
    /// Whose running head it has on paper; none where it has none of its own.
    part: Option<String>,
    html: Html,
}

impl Part {
    /// A page, bound.
    pub(super) fn new(page: &Page, binding: &Binding) -> Self {
        let html = Html(binding.part(&page.path, &page.title, &page.html));
        Part { id: page.id.clone(), part: page.part.clone(), html }
    }
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
    class: Value,
    test: bool,
    arrived: Time,
    wants: Option<&'a str>,
    said: Option<&'a str>,
    buyer: Option<String>,
    steps: Vec<StepView<'a>>,
}

/// One step of a lead.
#[derive(Serialize)]
struct StepView<'a> {
    anchor: String,
    name: String,
    mark: Value,
    statement: String,
    rules: Vec<&'static str>,
    evidence: String,
    /// Why the auditor overrode the verdict, and what it was.
    overridden: Option<(Mark, &'a str)>,
}

/// Renders the document, of which [`bound`] gives the pages.
pub(crate) fn render(press: &Press<'_>, at: usize, pages: &[Page]) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let binding = Binding::new(subject.path("print.html"), parts(subject, pages));
    let mut view = view(press, at, pages, &binding);
    view.leads = (0..subject.audit.channels.len()).map(|channel| leads(subject, channel, &binding)).collect();
    press.render(subject.words, "print.html", &view)
}

/// The path and the place of each page and each lead that the document holds.
pub(super) fn parts(subject: &Subject<'_>, pages: &[Page]) -> Vec<(String, String)> {
    let pages = pages.iter().map(|page| (page.path.clone(), page.id.clone()));
    let leads = subject.audit.channels.iter().flat_map(|channel| channel.leads.iter().take(LEADS));
    pages.chain(leads.map(|lead| (links::lead(&subject.audit.id, &lead.id), anchor(&lead.id)))).collect()
}

/// The document without its leads.
pub(super) fn view<'a>(press: &Press<'a>, at: usize, pages: &[Page], binding: &Binding) -> View<'a> {
    let subject = &press.subjects[at];
    let (audit, overall, words) = (subject.audit, &subject.report.overall, subject.words);
    let from = subject.path("print.html");
    let contents = pages.iter().map(|page| Link::new(format!("#{}", page.id), page.title.clone()));
    let about = say!(words, "print-about", client = audit.client.as_str());
    let band = overall.band.map_or_else(|| words.get("no-score").to_owned(), |band| words.about(band, "meaning"));
    View {
        frame: press.frame(&from, Some(subject), Current::Print, words.get("print-title"), &about),
        client: &audit.client,
        period: words.period(audit.period),
        auditor: &audit.auditor,
        status: audit.status.id(),
        level: overall.level.map_or("–".to_owned(), |level| level.to_string()),
        band: match overall.provisional {
            true => say!(words, "print-level-provisional", band = band),
            false => say!(words, "print-level", band = band),
        },
        cover_foot: subject.brand.map(brand::on_cover).unwrap_or_default(),
        contents: contents.chain([Link::new("#leads".to_owned(), words.get("print-leads"))]).collect(),
        parts: pages.iter().map(|page| Part::new(page, binding)).collect(),
        leads: Vec::new(),
    }
}

/// A page to be bound.
pub(crate) struct Page {
    pub(crate) path: String,
    pub(super) id: String,
    /// Whose running head it has on paper.
    pub(super) part: Option<String>,
    pub(super) title: String,
    pub(crate) html: String,
}

/// The pages of the document, in its order.
pub(crate) fn bound(press: &Press<'_>, at: usize) -> Result<Vec<Page>, Error> {
    let subject = &press.subjects[at];
    let words = subject.words;
    let page = |id: &str, current: Current<'_>, file: &str, title: &str, html: String| Page {
        path: subject.path(file),
        id: id.to_owned(),
        part: audit_style::part(subject, current),
        title: title.to_owned(),
        html,
    };
    let (overview, channels) = rayon::join(
        || {
            let _task = press.begin(Sheet::Overview(at));
            pages::overview::render(press, at)
        },
        || {
            (0..subject.audit.channels.len())
                .into_par_iter()
                .map(|place| {
                    let _task = press.begin(Sheet::Channel(at, place));
                    pages::channel::render(press, at, place)
                })
                .collect::<Vec<_>>()
        },
    );
    let mut all = vec![page("overview", Current::Overview, "index.html", words.get("page-overview"), overview?)];
    for (channel, html) in subject.audit.channels.iter().zip(channels) {
        let id = format!("channel-{}", channel.id);
        all.push(page(&id, Current::Channel(&channel.id), &format!("channels/{}.html", channel.id), &channel.title, html?));
    }
    all.extend([
        page("findings", Current::Findings, "findings.html", words.get("page-findings"), pages::findings::render(press, at)?),
        page("plan", Current::Plan, "plan.html", words.get("page-plan"), pages::plan::render(press, at)?),
        page("patterns", Current::Patterns, "patterns.html", words.get("page-patterns"), pages::patterns::render(press, at)?),
        page("evidence", Current::Evidence, "evidence.html", words.get("page-evidence"), pages::evidence::render(press, at)?),
        page("method", Current::Method, "method.html", words.get("page-method"), pages::method::render(press, at)?),
    ]);
    Ok(all)
}

/// The place of a lead in the document.
pub(super) fn anchor(lead: &str) -> String {
    format!("lead-{}", lead.to_lowercase())
}

fn leads<'a>(subject: &Subject<'a>, channel: usize, binding: &Binding) -> ChannelLeads<'a> {
    let known = &subject.audit.channels[channel];
    let more = known.leads.len().saturating_sub(LEADS);
    ChannelLeads {
        title: &known.title,
        leads: (0..known.leads.len().min(LEADS)).map(|place| lead(subject, channel, place, binding)).collect(),
        more: (more > 0).then(|| say!(subject.words, "print-more", leads = more)),
    }
}

fn lead<'a>(subject: &Subject<'a>, channel: usize, place: usize, binding: &Binding) -> LeadView<'a> {
    let (known, _) = subject.channel(channel);
    let (lead, report) = subject.lead(channel, place);
    let words = subject.words;
    let page = links::lead(&subject.audit.id, &lead.id);
    let steps = Step::ALL.into_iter().map(|step| {
        let derived = &report.steps[step];
        let written = lead.overrides.iter().find(|written| written.step == step);
        StepView {
            anchor: binding.name(&page, step.id()),
            name: words.name(step),
            mark: subject.marks.verdict(derived.verdict),
            statement: facts::statement(subject, known, lead, step, derived),
            rules: derived.rules.iter().filter_map(|id| Some(words.rule(Rule::from_id(id)?).0)).collect(),
            evidence: lead.evidence(step).join(", "),
            overridden: derived
                .derived
                .zip(written)
                .map(|(verdict, written)| (Mark::of(words, verdict), written.because.as_str())),
        }
    });
    LeadView {
        anchor: anchor(&lead.id),
        href: links::between(&subject.path("print.html"), &page),
        id: &lead.id,
        headline: headlines::lead(words, report),
        class: subject.marks.class(report.class),
        test: lead.test,
        arrived: words.moment(lead.arrived.time, &subject.audit.zone),
        wants: lead.wants.as_deref(),
        said: lead.staff_says.as_deref(),
        buyer: BuyerView::name(lead),
        steps: steps.collect(),
    }
}
