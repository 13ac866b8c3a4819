//! `<audit>/channels/<id>.html`: one route of demand, from its score down to each lead.

use std::collections::BTreeMap;

use serde::Serialize;

use super::data::chart_file;
use super::leads::Matrix;
use super::sample::{self, SampleView};
use crate::audit::{Channel, Known, OwnerKind};
use crate::charts::{self, Chart};
use crate::framework::{Step, scoring};
use crate::report::{Band, ChannelReport};
use crate::say;
use crate::site::edition;
use crate::site::frame::{Current, Frame};
use crate::site::markdown::Html;
use crate::site::subject::{LeadLinks, Subject};
use crate::site::view::{CheckView, ClassView, FigureView, LevelView, Link, Mark, ReceiptLine, scale};
use crate::site::{Error, Press, facts, headlines, links};
use crate::words::{Words, capital};

#[derive(Serialize)]
struct View<'a> {
    frame: Frame,
    title: &'a str,
    kind: String,
    headline: String,
    internal: Option<Html>,
    volume: Option<String>,
    level: LevelView,
    checks: Vec<CheckView>,
    classes: Vec<ClassView>,
    classes_bar: FigureView,
    limits: String,
    /// Where the limits are explained.
    method: String,
    movement: Vec<FigureView>,
    times: Vec<FigureView>,
    matrix: Matrix,
    missing: Vec<MissingView>,
    not_captured: Option<String>,
    owners: Vec<OwnerView>,
    findings: Vec<FindingRow>,
    sample: SampleView,
    advice: String,
}

/// A detail that has to be captured.
#[derive(Serialize)]
struct MissingView {
    detail: String,
    /// `1 of 4`.
    missing: String,
    leads: LeadLinks,
}

/// Who took leads.
#[derive(Serialize)]
struct OwnerView {
    owner: String,
    kind: String,
    leads: LeadLinks,
    count: usize,
}

/// A finding of the channel.
#[derive(Serialize)]
struct FindingRow {
    link: Link,
    /// The step, and how many leads the finding names.
    place: String,
    mark: Mark,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>, at: usize, place: usize) -> Result<String, Error> {
    let subject = &press.subjects[at];
    let (channel, report) = subject.channel(place);
    let from = links::channel(&subject.audit.id, &channel.id);
    let words = subject.words;
    let headline = headlines::channel(words, report);
    let about = say!(words, "channel-about", channel = channel.title.as_str(), headline = headline.as_str());
    let shown = |chart: Chart, kept: bool| {
        let file = kept.then(|| links::between(&from, &subject.path(&chart_file(&chart))));
        press.figure(chart, file)
    };
    let time = |step| shown(charts::times::channel(subject.words, subject.audit, channel, report, step), false);
    let (missing, not_captured) = missing(subject, channel, &from);
    let view = View {
        frame: press.frame(&from, Some(subject), Current::Channel(&channel.id), &channel.title, &about),
        title: &channel.title,
        kind: words.name(channel.kind),
        headline,
        internal: edition::note(press, subject, &from, "internal", 1, channel.internal.as_ref()),
        volume: report.volume_per_month.map(|volume| say!(words, "channel-volume", volume = words.quantity(volume))),
        level: level(subject.words, report),
        checks: report
            .checks
            .iter()
            .map(|check| CheckView::new(subject.words, check, subject.finding_href(&from, &channel.id, check.step)))
            .collect(),
        classes: ClassView::all(subject.words, &report.classes),
        classes_bar: press.figure(charts::classes::bar(subject.words, &report.classes, report.classes.total()), None),
        limits: limits(subject.words, channel),
        method: links::to_place(&from, &subject.path("method.html"), "limits"),
        movement: vec![shown(subject.drop_off_of(place).clone(), true), shown(subject.verdicts_of(place).clone(), true)],
        times: vec![time(Step::Claim), time(Step::Continue)],
        matrix: Matrix::new(subject, place, 0, &from),
        missing,
        not_captured,
        owners: owners(subject, channel, &from),
        findings: findings(subject, channel, &from),
        sample: SampleView::new(subject.words, channel, report),
        advice: sample::advice(subject.words),
    };
    press.render(subject.words, "channel.html", &view)
}

/// The channel's level with its receipt.
fn level(words: Words, report: &ChannelReport) -> LevelView {
    let mut receipt: Vec<ReceiptLine> = report
        .checks
        .iter()
        .map(|check| {
            let view = CheckView::new(words, check, String::new());
            let note = if check.of == 0 {
                view.held.clone()
            } else {
                say!(words, "channel-check", held = view.held, state = view.mark.word)
            };
            ReceiptLine::new(view.check, note, view.points)
        })
        .collect();
    if let Some(points) = report.points {
        receipt.push(
            ReceiptLine::new(words.get("channel-points"), words.get("receipt-rounded"), words.decimal(&points.to_string())).sum(),
        );
    }
    receipt.extend(report.limits.iter().map(|limit| ReceiptLine::limit(words, limit)));
    let level = report.level.map_or(words.get("no-score").to_owned(), |level| level.to_string());
    let range = report.range.filter(|[low, high]| low < high).map(|[low, high]| say!(words, "span", from = low, to = high));
    let provisional = provisional(words, report);
    let note = match (&range, &provisional) {
        (Some(range), _) => say!(words, "channel-range", range = range.as_str()),
        (None, _) if report.range.is_none() => String::new(),
        (None, Some(because)) => say!(words, "channel-range-none-provisional", because = because),
        (None, None) => words.get("channel-range-none").to_owned(),
    };
    receipt.push(ReceiptLine::new(words.get("receipt-level"), note, level).sum());
    LevelView {
        level: report.level,
        band: report
            .level
            .map_or(words.get("channel-band-none").to_owned(), |level| capital(&words.about(Band::of(level), "meaning"))),
        scale: scale(report.level, report.range),
        range,
        provisional,
        receipt,
    }
}

/// Why the score is provisional, where it is.
fn provisional(words: Words, report: &ChannelReport) -> Option<String> {
    let few = report.counted < scoring::PROVISIONAL_BELOW;
    match (report.level.is_some() && report.provisional, few) {
        (false, _) => None,
        (true, true) => Some(say!(words, "channel-provisional-few", count = report.counted)),
        (true, false) => Some(words.get("channel-provisional-judgement").to_owned()),
    }
}

/// The limits that hold in the channel, and whose they are.
fn limits(words: Words, channel: &Channel) -> String {
    let each: Vec<String> = channel
        .within
        .iter()
        .map(|(step, limit)| say!(words, "channel-limit", step = words.name(step), limit = words.limit(limit)))
        .collect();
    let whose = facts::whose_limits(words, channel);
    let whose = whose.trim_end_matches('.');
    say!(words, "channel-limits", limits = each.join(", "), clock = channel.clock.id(), whose = whose)
}

/// For each detail that has to be captured, the leads whose record lacks it, most often missing first; and how many have no record.
fn missing(subject: &Subject<'_>, channel: &Channel, from: &str) -> (Vec<MissingView>, Option<String>) {
    let words = subject.words;
    let leads = || channel.leads.iter().filter(|lead| !lead.test);
    let captured: Vec<_> = leads().filter_map(|lead| Some((lead, lead.capture.known.fact()?))).collect();
    let mut rows: Vec<(usize, MissingView)> = channel
        .must_capture
        .iter()
        .map(|detail| {
            let lacking: Vec<_> = captured.iter().filter(|(_, fact)| !fact.got.contains(detail)).collect();
            let view = MissingView {
                detail: words.detail(detail),
                missing: words.of_all(lacking.len(), captured.len()),
                leads: subject.lead_links(from, &channel.id, lacking.iter().map(|(lead, _)| &lead.id), Some(Step::Capture)),
            };
            (lacking.len(), view)
        })
        .collect();
    rows.sort_by_key(|(lacking, _)| std::cmp::Reverse(*lacking));
    let without = leads().count() - captured.len();
    let note = (without > 0).then(|| say!(words, "channel-no-record", count = without));
    (rows.into_iter().map(|(_, view)| view).collect(), note)
}

/// Who took leads, those with most leads first; then the leads that nobody took, and those of which nobody can tell.
fn owners(subject: &Subject<'_>, channel: &Channel, from: &str) -> Vec<OwnerView> {
    let words = subject.words;
    let mut taken: BTreeMap<(&str, OwnerKind), Vec<&String>> = BTreeMap::new();
    let (mut nobody, mut unknown) = (Vec::new(), Vec::new());
    for lead in channel.leads.iter().filter(|lead| !lead.test) {
        match &lead.claim.known {
            Known::Fact(fact) => taken.entry((subject.audit.owner_shown(&fact.owner), fact.kind)).or_default().push(&lead.id),
            Known::Never(_) => nobody.push(&lead.id),
            Known::Unknown(_) => unknown.push(&lead.id),
            Known::NotApplicable(_) => {}
        }
    }
    let view = |owner: &str, kind: String, leads: Vec<&String>| OwnerView {
        owner: capital(owner),
        kind,
        count: leads.len(),
        leads: subject.lead_links(from, &channel.id, leads.into_iter(), Some(Step::Claim)),
    };
    let mut rows: Vec<OwnerView> = taken.into_iter().map(|((owner, kind), leads)| view(owner, words.name(kind), leads)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.count));
    let nobody = (words.get("channel-owner-nobody"), words.get("channel-owner-none-found"), nobody);
    let unknown = (words.get("channel-owner-not-known"), words.get("channel-owner-untold"), unknown);
    for (owner, kind, leads) in [nobody, unknown] {
        if !leads.is_empty() {
            rows.push(view(owner, kind.to_owned(), leads));
        }
    }
    rows
}

fn findings(subject: &Subject<'_>, channel: &Channel, from: &str) -> Vec<FindingRow> {
    let words = subject.words;
    let of_channel = |id: &str| id.rsplit_once('/').is_some_and(|(of, _)| of == channel.id);
    subject
        .report
        .findings
        .iter()
        .filter(|finding| of_channel(&finding.id))
        .filter_map(|finding| {
            let step = Step::from_id(finding.id.rsplit_once('/')?.1)?;
            Some(FindingRow {
                link: Link::new(subject.finding_href(from, &channel.id, step), subject.finding_title(&channel.id, step)),
                place: say!(words, "channel-finding-place", step = words.name(step), leads = words.leads(finding.leads.len())),
                mark: Mark::of(subject.words, finding.rating),
            })
        })
        .collect()
}
