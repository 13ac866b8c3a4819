//! The leads of a channel, step by step: on the channel's page, and where they are many, on further pages.

use serde::Serialize;

use crate::framework::Step;
use crate::say;
use crate::site::edition::BuyerView;
use crate::site::press::{Current, Frame};
use crate::site::subject::Subject;
use crate::site::view::{Link, Mark};
use crate::site::{Error, Press, links};
use crate::words::Time;

/// How many leads stand on one page: a table of thousands takes seconds to open.
const ON_A_PAGE: usize = 200;

/// A stretch of a channel's leads as a table.
#[derive(Serialize)]
pub(crate) struct Matrix {
    steps: Vec<String>,
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
    class: Mark,
    test: bool,
    cells: Vec<Cell>,
}

/// One step of one lead.
#[derive(Serialize)]
struct Cell {
    href: String,
    mark: Mark,
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
    let cell = |step: Step| Cell {
        href: subject.lead_link(from, &lead.id, Some(step)).href,
        mark: Mark::of(words, report.steps[step].verdict),
        step: words.about(step, "label"),
        overridden: report.steps[step].derived.is_some(),
    };
    LeadRow {
        link: subject.lead_link(from, &lead.id, None),
        arrived: words.moment(lead.arrived.time, &subject.audit.zone),
        wants: lead.wants.clone(),
        buyer: BuyerView::name(lead),
        class: Mark::of(words, report.class),
        test: lead.test,
        cells: Step::ALL.into_iter().map(cell).collect(),
    }
}
