//! `index.json`: every audit of the site with its score, for other programs; its schema lies beside it.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::json;
use crate::report::{self, Band, Classes, Days, Summary};
use crate::site::{Entry, Error, Press, Printed, links};

/// The version of this data format.
const FORMAT: u32 = 1;

/// Every audit of a site.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Audits")]
struct Listing<'a> {
    /// Version of this data format.
    format: u32,
    /// The program that made the site: `handoff-audit 0.1.0`.
    generator: &'a str,
    /// The audits, by id.
    audits: Vec<Listed<'a>>,
}

/// One audit.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Audit")]
struct Listed<'a> {
    /// Its path below the root: `blue-heron/2026-03`.
    id: &'a str,
    /// The audited business.
    client: &'a str,
    /// The audit's title.
    title: &'a str,
    /// Arrivals in this window were sampled.
    period: Days,
    /// `draft`, `review` or `final`.
    status: &'a str,
    /// 1 to 5; none where no channel has a score.
    level: Option<u8>,
    /// The name of the level.
    band: Option<Band>,
    /// Whether any scored channel is provisional.
    provisional: bool,
    /// Classes of all leads that are not test leads.
    classes: Classes,
    /// The id of the audit before this one in its series; none for the first.
    previous: Option<&'a str>,
    /// The overview, relative to this file.
    page: String,
    /// The whole report as data, relative to this file.
    report: String,
}

/// Prints the list and its schema.
pub(crate) fn print(press: &Press<'_>) -> Result<Vec<Printed>, Error> {
    let before = report::predecessors(press.summaries.iter().map(Summary::dated));
    let listed = press.summaries.iter().zip(before).map(|(summary, previous)| {
        let (head, overall) = (&summary.audit, &summary.overall);
        Listed {
            id: &head.id,
            client: &head.client,
            title: &head.title,
            period: head.period,
            status: &head.status,
            level: overall.level,
            band: overall.band,
            provisional: overall.provisional,
            classes: overall.classes,
            previous: previous.map(|at| press.summaries[at].audit.id.as_str()),
            page: links::overview(&head.id),
            report: links::of_audit(&head.id, "report.json"),
        }
    });
    let listing = Listing { format: FORMAT, generator: report::GENERATOR, audits: listed.collect() };
    let file = |path: &str, bytes| Printed { path: path.to_owned(), entry: Entry::Bytes(bytes) };
    Ok(vec![file("index.json", json(&listing)?), file("index.schema.json", json(&schemars::schema_for!(Listing<'_>))?)])
}
