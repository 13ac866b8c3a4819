//! The leads of a channel, step by step: on the channel's page, and where they are many, on further pages.

use std::ops::Range;

use serde::Serialize;
use tera::Value;

use crate::audit::Lead;
use crate::framework::{Step, Verdict};
use crate::report::{Class, LeadReport};
use crate::say;
use crate::site::edition::BuyerView;
use crate::site::filters::{Choice, Datum, Filters, NUMBER};
use crate::site::frame::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::Link;
use crate::site::{Error, Press, links};
use crate::words::Time;

/// How many leads stand on one page: a table of thousands takes seconds to open.
const ON_A_PAGE: usize = 200;

/// A stretch of a channel's leads as a table.
#[derive(Serialize)]
pub(crate) struct Matrix {
    steps: Vec<String>,
    filters: Option<Filters>,
    rows: Vec<LeadRow>,
    /// `Leads 201 to 400 of 1,240`; none where all stand on one page.
    stretch: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
}

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    channel: Link,
    title: &'a str,
    matrix: Matrix,
}

/// One lead's row of the matrix.
#[derive(Serialize)]
struct LeadRow {
    link: Link,
    arrived: Time,
    wants: Option<String>,
    buyer: Option<String>,
    class: Value,
    test: bool,
    /// What the filters look at.
    data: Vec<Datum>,
    cells: Vec<Cell>,
}

/// One step of one lead.
#[derive(Serialize)]
struct Cell {
    href: String,
    mark: Value,
    /// The step in a word that fits into a narrow column.
    step: String,
    overridden: bool,
}

/// How many pages the leads of a channel take, the channel's own included.
pub(crate) fn pages(leads: usize) -> usize {
    leads.div_ceil(ON_A_PAGE).max(1)
}

impl Matrix {
    /// The leads of one page, counted from 0.
    pub(crate) fn new(subject: &Subject<'_>, channel: usize, page: usize, from: &str) -> Self {
        let words = subject.words;
        let known = &subject.audit.channels[channel];
        let all = known.leads.len();
        let (first, end) = (page * ON_A_PAGE, all.min((page + 1) * ON_A_PAGE));
        let to = |page: Option<usize>, text: &str| {
            let page = page.filter(|page| *page < pages(all))?;
            Some(Link::new(links::to_place(from, &links::leads(&subject.audit.id, &known.id, page), "leads"), text))
        };
        Matrix {
            steps: Step::ALL.map(|step| words.name(step)).to_vec(),
            filters: filters(subject, channel, first..end),
            rows: (first..end).map(|lead| row(subject, channel, lead, from)).collect(),
            stretch: (pages(all) > 1).then(|| say!(words, "leads-stretch", first = first + 1, end = end, all = all)),
            previous: to(page.checked_sub(1), words.get("leads-before")),
            next: to(Some(page + 1), words.get("leads-more")),
        }
    }
}

/// Renders a further page, counted from 1.
pub(crate) fn render(press: &Press<'_>, at: usize, channel: usize, page: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let known = &subject.audit.channels[channel];
    let from = links::leads(&subject.audit.id, &known.id, page);
    let title = say!(subject.words, "leads-title", channel = known.title.as_str(), page = page + 1);
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Channel(&known.id), &title, &title),
        channel: subject.channel_link(&from, &known.id),
        title: &known.title,
        matrix: Matrix::new(subject, channel, page, &from),
    };
    press.render(subject.words, "leads.html", &view)
}

fn row(subject: &Subject<'_>, channel: usize, place: usize, from: &str) -> LeadRow {
    let words = subject.words;
    let (lead, report) = subject.lead(channel, place);
    let link = subject.lead_link(from, &lead.id, None);
    let cell = |step: Step| Cell {
        href: [&link.href, "#", step.id()].concat(),
        mark: subject.marks.label(report.steps[step].verdict),
        step: words.about(step, "label"),
        overridden: report.steps[step].derived.is_some(),
    };
    LeadRow {
        cells: Step::ALL.into_iter().map(cell).collect(),
        link,
        arrived: words.moment(lead.arrived.time, &subject.audit.zone),
        wants: lead.wants.clone(),
        buyer: BuyerView::name(lead),
        class: subject.marks.class(report.class),
        test: lead.test,
        data: data(lead, report),
    }
}

/// Classes, the worst first.
const WORST_FIRST: [Class; 5] = [Class::Leaked, Class::Unproven, Class::Slipped, Class::Open, Class::Clean];

/// What the filters look at in a lead's row.
fn data(lead: &Lead, report: &LeadReport) -> Vec<Datum> {
    let verdicts: Vec<String> = Step::ALL.into_iter().map(|step| at(step, report.steps[step].verdict)).collect();
    vec![
        Datum::new("class", report.class.id()),
        Datum::new("verdict", verdicts.join(" ")),
        Datum::new("test", if lead.test { "yes" } else { "no" }),
        Datum::new("by-arrived", lead.arrived.time.as_second()),
        Datum::new("by-class", WORST_FIRST.iter().position(|class| *class == report.class).unwrap_or_default()),
        Datum::new("by-furthest", report.furthest),
    ]
}

/// A verdict at a step, as an address names it: `claim-late`.
fn at(step: Step, verdict: Verdict) -> String {
    format!("{}-{}", step.id(), verdict.css())
}

/// Filters for what the leads of one page differ in.
fn filters(subject: &Subject<'_>, channel: usize, leads: Range<usize>) -> Option<Filters> {
    let (words, all) = (subject.words, subject.audit.channels[channel].leads.len());
    let here = || leads.clone().map(|place| subject.lead(channel, place));
    if leads.len() < 2 {
        return None;
    }
    let any = |class: &Class| here().any(|(_, report)| report.class == *class);
    let classes = Class::ALL.into_iter().filter(any).map(|class| (class.id().to_owned(), words.name(class)));
    let mut verdict = Choice::narrow(words, "verdict", words.get("filter-verdict"), []);
    for step in Step::ALL {
        let any = |verdict: &Verdict| here().any(|(_, report)| report.steps[step].verdict == *verdict);
        let text = |verdict: Verdict| say!(words, "filter-verdict-at", step = words.name(step), verdict = words.name(verdict));
        let found = Verdict::ALL.into_iter().filter(any).map(|verdict| (at(step, verdict), text(verdict)));
        verdict = verdict.group(Some(words.name(step)), found);
    }
    let test = |test: bool| here().any(|(lead, _)| lead.test == test);
    let tests = [(false, "no", "filter-test-no"), (true, "yes", "filter-test-yes")].into_iter().filter(|(is, ..)| test(*is));
    let tests = tests.map(|(_, value, key)| (value.to_owned(), words.get(key).to_owned()));
    let orders = [("arrived", "sort-arrived"), ("class", "sort-class"), ("furthest", "sort-furthest")];
    let choices = [
        Choice::narrow(words, "class", words.get("matrix-outcome"), classes),
        verdict,
        Choice::narrow(words, "test", words.get("filter-test"), tests),
        Choice::sort(words, words.get("matrix-lead"), orders.map(|(value, key)| (value.to_owned(), words.get(key).to_owned()))),
    ];
    let part = leads.len() < all;
    let shown = match part {
        true => say!(words, "filter-leads-shown-here", shown = NUMBER, all = leads.len()),
        false => say!(words, "filter-leads-shown", shown = NUMBER, all = leads.len()),
    };
    let filters = Filters::new(words.get("filter-leads"), "leads", shown, choices)?;
    Some(filters.about(part.then(|| words.get("filter-leads-here"))))
}
