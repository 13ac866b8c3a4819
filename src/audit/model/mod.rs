//! An audit as the rest of the program knows it: read, checked, references resolved, defaults filled in.
//!
//! Everything here is valid by construction; what the auditor wrote, mistakes included, stays behind in `raw`.

mod channel;
mod choices;
mod judgement;
mod lead;

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

pub use channel::*;
pub use choices::*;
pub use judgement::*;
pub use lead::*;

use super::Edition;
use super::hours::OpeningHours;
use crate::diagnostic::Place;
use crate::framework::Step;
use crate::words::Language;

/// One audit: a folder with an `audit.yml` and its channels.
#[derive(Clone, Debug)]
pub struct Audit {
    /// Its path below the root, parts joined by `/`: `blue-heron/2026-03`.
    pub id: String,
    /// For which edition it was read: what it knows of people depends on it, and nothing else.
    pub edition: Edition,
    /// The audited business.
    pub client: String,
    /// Who audited.
    pub auditor: String,
    /// The title, made from client and period where none is written.
    pub title: String,
    /// How far the work is.
    pub status: Status,
    /// The language of the site's own words on the audit's pages.
    pub language: Language,
    /// Arrivals in this window were sampled.
    pub period: Period,
    /// The last day on which the leads were watched.
    pub observed_through: Date,
    /// The time zone of every local time.
    pub zone: TimeZone,
    /// Its IANA name.
    pub zone_name: String,
    /// Opening hours with the holidays, where they are given.
    pub hours: Option<OpeningHours>,
    /// The date against which an action is overdue.
    pub actions_as_of: Date,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// The currency of every amount: `USD`.
    pub currency: Option<String>,
    /// What a booking is worth, in that currency.
    pub value_per_booking: Option<f64>,
    /// Where things may be recorded, by id.
    pub systems: BTreeMap<String, System>,
    /// People by id.
    pub people: BTreeMap<String, Person>,
    /// The register of evidence, by id.
    pub evidence: BTreeMap<String, Evidence>,
    /// The auditor's opening words (Markdown).
    pub summary: Option<String>,
    /// The auditor's words on findings, by channel and step; some may belong to no derived finding.
    pub findings: BTreeMap<(String, Step), FindingWords>,
    /// What the trace alone does not show, in the order written.
    pub observations: Vec<Observation>,
    /// What must hold.
    pub gate: Gate,
    /// The channels, by id.
    pub channels: Vec<Channel>,
    /// Where the audit stands in its files.
    pub places: AuditPlaces,
}

/// Places to which a diagnostic about the whole audit may point.
#[derive(Clone, Copy, Debug)]
pub struct AuditPlaces {
    /// The `findings` key, or the top of `audit.yml`.
    pub findings: Place,
    /// The `gate` key, or the top of `audit.yml`.
    pub gate: Place,
}

impl Audit {
    /// The id and the first day of the period, by which audits of a series follow one another.
    pub fn dated(&self) -> (&str, Date) {
        (&self.id, self.period.from)
    }

    /// The last minute of watching: 23:59 local time of the last day watched.
    pub fn end_of_watching(&self) -> Timestamp {
        let last = self.observed_through.at(23, 59, 0, 0);
        self.zone.to_ambiguous_timestamp(last).compatible().unwrap_or(Timestamp::MAX)
    }

    /// How an owner is shown on pages: the role where the owner is a person's id, in the internal edition with the name.
    pub fn owner_shown<'a>(&'a self, owner: &'a str) -> &'a str {
        self.people.get(owner).map_or(owner, |person| person.named.as_deref().unwrap_or(&person.role))
    }

    /// How an owner is shown in data, which is the same in both editions: the role where the owner is a person's id.
    pub fn owner_role<'a>(&'a self, owner: &'a str) -> &'a str {
        self.people.get(owner).map_or(owner, |person| person.role.as_str())
    }
}

/// How far the work on an audit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Status {
    Draft,
    Review,
    Final,
}

impl Status {
    /// All three, in order of progress.
    pub const ALL: [Status; 3] = [Status::Draft, Status::Review, Status::Final];

    /// The id used in files and data.
    pub const fn id(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::Review => "review",
            Status::Final => "final",
        }
    }
}

/// A span of days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// How many days it has.
    pub fn days(&self) -> i64 {
        i64::from(self.from.until(self.to).map_or(0, |span| span.get_days())) + 1
    }

    /// Whether the day lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A moment on the time line, exact to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// When.
    pub time: Timestamp,
    /// Whether it was written with a `~`.
    pub approximate: bool,
}

/// A place where things may be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    /// Its name, for readers.
    pub name: String,
    /// Whether what stands there counts as on the record.
    pub of_record: bool,
}

/// Somebody who may own a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// What they do, which is how the client edition names them.
    pub role: String,
    /// The role with the name behind it, where the edition may know it.
    pub named: Option<String>,
}

/// An item of the register of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is, in the auditor's words.
    pub what: String,
    /// The attachment, relative to the audit's folder, with `/` between the parts.
    pub file: Option<String>,
    /// Whether the attachment holds personal data.
    pub pii: bool,
}
