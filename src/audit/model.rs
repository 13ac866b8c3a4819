//! An audit as the rest of the program knows it: read, checked, references resolved, defaults filled in.
//!
//! Everything here is valid by construction; what the auditor wrote, mistakes included, stays behind in `raw`.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::hours::OpeningHours;
use crate::diagnostic::Place;
use crate::framework::{ChannelKind, Clock, Limit, PerStep, Step, Verdict};

/// One audit: a folder with an `audit.yml` and its channels.
#[derive(Clone, Debug)]
pub struct Audit {
    /// Its path below the root, parts joined by `/`: `blue-heron/2026-03`.
    pub id: String,
    /// The audited business.
    pub client: String,
    /// Who audited.
    pub auditor: String,
    /// The title, made from client and period where none is written.
    pub title: String,
    /// How far the work is.
    pub status: Status,
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
}

impl Audit {
    /// The last minute of watching: 23:59 local time of the last day watched.
    pub fn end_of_watching(&self) -> Timestamp {
        let last = self.observed_through.at(23, 59, 0, 0);
        self.zone.to_ambiguous_timestamp(last).compatible().unwrap_or(Timestamp::MAX)
    }

    /// How an owner is shown in the client edition: the role where the owner is a person's id.
    pub fn owner_shown<'a>(&'a self, owner: &'a str) -> &'a str {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Declares an enum whose variants are written as ids in the files, with a name for readers.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal, $shown:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the names say what they are")]
        pub enum $name { $($variant),+ }

        impl $name {
            /// All of them, in the order of the format.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The id used in files.
            pub const fn id(self) -> &'static str {
                match self { $($name::$variant => $id),+ }
            }

            /// The name shown to readers.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $shown),+ }
            }
        }
    };
}

choices! {
    /// What kind of thing an item of evidence is.
    EvidenceKind {
        CallLog = "call_log", "call log";
        CrmHistory = "crm_history", "CRM history";
        Calendar = "calendar", "calendar";
        Sms = "sms", "text messages";
        Email = "email", "e-mail";
        FormSubmission = "form_submission", "form submission";
        Recording = "recording", "recording";
        Screenshot = "screenshot", "screenshot";
        StaffStatement = "staff_statement", "staff statement";
        Other = "other", "other";
    }
}

choices! {
    /// Where the cause of a finding lies.
    CauseKind {
        Tool = "tool", "tool";
        People = "people", "people";
        Process = "process", "process";
        Coverage = "coverage", "coverage";
    }
}

choices! {
    /// Where an action stands.
    ActionStatus {
        Planned = "planned", "planned";
        InProgress = "in_progress", "in progress";
        Done = "done", "done";
        Dropped = "dropped", "dropped";
    }
}

choices! {
    /// How much an observation weighs.
    ObservationRating {
        Critical = "critical", "critical";
        High = "high", "high";
        Medium = "medium", "medium";
        Low = "low", "low";
        Note = "note", "note";
    }
}

choices! {
    /// How the leads were drawn.
    SampleMethod {
        Random = "random", "drawn at random";
        EveryNth = "every-nth", "every nth lead";
        All = "all", "all leads";
        Judgement = "judgement", "chosen by judgement";
    }
}

choices! {
    /// What a volume counts leads per.
    VolumePer {
        Month = "month", "month";
        Week = "week", "week";
        Period = "period", "audit period";
    }
}

choices! {
    /// Who or what took a lead.
    OwnerKind {
        Person = "person", "a person";
        Queue = "queue", "a staffed queue";
        System = "system", "a system";
        Shared = "shared", "a shared inbox";
    }
}

choices! {
    /// What came of the next action.
    ContactResult {
        Reached = "reached", "reached";
        Replied = "replied", "replied";
        Sent = "sent", "sent, nothing came back";
        Voicemail = "voicemail", "voicemail";
        NoAnswer = "no_answer", "no answer";
        Bounced = "bounced", "bounced";
        AutoReply = "auto_reply", "automatic reply";
    }
}

choices! {
    /// Whether the next action was the right one.
    Fit {
        Right = "right", "the right action";
        Wrong = "wrong", "the wrong action";
    }
}

choices! {
    /// How the buyer was told.
    ToldBy {
        Call = "call", "call";
        Sms = "sms", "text message";
        Email = "email", "e-mail";
        Letter = "letter", "letter";
        InPerson = "in_person", "in person";
        CalendarInvite = "calendar_invite", "calendar invitation";
        None = "none", "not told";
    }
}

choices! {
    /// Where a lead ended up.
    CloseStatus {
        Booked = "booked", "booked";
        Attended = "attended", "attended";
        NoShow = "no_show", "no-show";
        Rescheduled = "rescheduled", "rescheduled";
        Won = "won", "won";
        Lost = "lost", "lost";
        Disqualified = "disqualified", "disqualified";
        Open = "open", "open";
    }
}

impl CloseStatus {
    /// Whether it says that a booking was made, whatever came of it (framework §4).
    pub const fn booked(self) -> bool {
        use CloseStatus::*;
        matches!(self, Booked | Attended | NoShow | Rescheduled | Won)
    }
}

choices! {
    /// Why a verdict was overridden.
    OverrideKind {
        EvidenceElsewhere = "evidence_elsewhere", "evidence elsewhere";
        NotApplicable = "not_applicable", "not applicable";
        LimitException = "limit_exception", "exception to the limit";
        BuyerCaused = "buyer_caused", "caused by the buyer";
        RuleMisfit = "rule_misfit", "the rule does not fit";
        Judgement = "judgement", "judgement";
    }
}

/// The auditor's words on a finding. Every text may be missing.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// A headline.
    pub title: Option<String>,
    /// Why it happens (Markdown).
    pub cause: Option<String>,
    /// Where the cause lies.
    pub cause_kind: Option<CauseKind>,
    /// What to do (Markdown).
    pub recommendation: Option<String>,
    /// What the business says.
    pub response: Option<Response>,
    /// What was agreed to be done.
    pub action: Option<Action>,
    /// Who accepted the risk instead.
    pub accepted: Option<Accepted>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// Its key in `audit.yml`.
    pub place: Place,
}

/// What the business says to a finding.
#[derive(Clone, Debug)]
pub struct Response {
    /// Who says it.
    pub by: String,
    /// When.
    pub date: Date,
    /// What.
    pub says: String,
}

/// What was agreed to be done about a finding.
#[derive(Clone, Debug)]
pub struct Action {
    /// The deed.
    pub what: String,
    /// A person's id, or a text.
    pub owner: String,
    /// By when.
    pub due: Date,
    /// Where it stands.
    pub status: ActionStatus,
}

impl Action {
    /// Whether it should have been done by `day` and was not.
    pub fn overdue(&self, day: Date) -> bool {
        self.due < day && !matches!(self.status, ActionStatus::Done | ActionStatus::Dropped)
    }
}

/// The acceptance of a finding's risk.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Why.
    pub because: String,
    /// By whom.
    pub by: String,
    /// When.
    pub date: Date,
}

/// What the trace alone does not show, such as an interview.
#[derive(Clone, Debug)]
pub struct Observation {
    /// Its id, unique in the audit.
    pub id: String,
    /// A headline.
    pub title: String,
    /// How much it weighs.
    pub rating: ObservationRating,
    /// What was observed (Markdown).
    pub body: String,
    /// The channels that it concerns, by id.
    pub channels: Vec<String>,
    /// The leads that it concerns, by id.
    pub leads: Vec<String>,
    /// What to do (Markdown).
    pub recommendation: Option<String>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
}

/// What must hold for the audit to pass, and what is worth a warning.
#[derive(Clone, Debug, Default)]
pub struct Gate {
    /// Thresholds that fail the build.
    pub fail: Thresholds,
    /// Thresholds that warn.
    pub warn: Thresholds,
}

/// The thresholds of a gate; what is not given is not judged (format, "The gate").
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thresholds {
    /// The overall level must not be below this.
    pub overall_below: Option<i64>,
    /// No channel's level may be below this.
    pub channel_below: Option<i64>,
    /// The share of unproven verdicts must not be above this (0 to 1).
    pub unproven_above: Option<f64>,
    /// The share of leaked leads must not be above this (0 to 1).
    pub leaked_above: Option<f64>,
    /// No action may be overdue.
    pub overdue_actions: bool,
    /// No channel may have fewer counted leads.
    pub sample_below: Option<i64>,
    /// The overall level must not have dropped by this many levels or more.
    pub drop_from_previous: Option<i64>,
}

/// One channel of an audit.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The file's stem.
    pub id: String,
    /// Its name, for readers.
    pub title: String,
    /// The route.
    pub kind: ChannelKind,
    /// How much demand it brings.
    pub volume: Option<Volume>,
    /// How the leads were drawn.
    pub sample: Sample,
    /// The details that the record must hold.
    pub must_capture: Vec<String>,
    /// The clock of limits in hours and minutes.
    pub clock: Clock,
    /// The limit of each step.
    pub within: PerStep<Limit>,
    /// Whether the limit of a step is the channel's own, not the framework's default.
    pub own_limits: PerStep<bool>,
    /// After this long a lead is dead.
    pub dead_after: Limit,
    /// Whose limits they are; none where the file does not say.
    pub within_source: Option<String>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// The traced leads, by id.
    pub leads: Vec<Lead>,
}

/// How much demand a channel brings, as given.
#[derive(Clone, Debug)]
pub struct Volume {
    /// How many leads.
    pub leads: f64,
    /// In what time.
    pub per: VolumePer,
    /// How many of them the business's own report calls booked.
    pub booked_reported: Option<f64>,
    /// Where the figures come from.
    pub source: Option<String>,
}

/// How the traced leads were drawn.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What they were drawn from.
    pub frame: String,
    /// How many there were to draw from.
    pub size: Option<i64>,
    /// How they were drawn.
    pub method: SampleMethod,
    /// How many were drawn.
    pub selected: i64,
    /// Drawn, and left out with a reason.
    pub excluded: Vec<Excluded>,
}

/// A lead that was drawn and left out.
#[derive(Clone, Debug)]
pub struct Excluded {
    /// Its pseudonym.
    pub id: String,
    /// Why.
    pub because: String,
}

/// One traced lead.
#[derive(Clone, Debug)]
pub struct Lead {
    /// Its pseudonym, unique in the audit.
    pub id: String,
    /// When it arrived.
    pub arrived: Moment,
    /// What the buyer wants.
    pub wants: Option<String>,
    /// What the auditor notes.
    pub note: Option<String>,
    /// What somebody told the auditor: quoted, and proof of nothing.
    pub staff_says: Option<String>,
    /// What it is worth, in the audit's currency.
    pub value: Option<f64>,
    /// Whether the auditor planted it.
    pub test: bool,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// Capture.
    pub capture: Trace<Capture>,
    /// Claim.
    pub claim: Trace<Claim>,
    /// Continue.
    pub r#continue: Trace<Continue>,
    /// Confirm.
    pub confirm: Trace<Confirm>,
    /// Close the Loop.
    pub close: Trace<Close>,
    /// Verdicts overridden by the auditor, at most one a step.
    pub overrides: Vec<Override>,
    /// The lead's `id` in its file.
    pub place: Place,
}

/// What is known about one step of one lead.
#[derive(Clone, Debug)]
pub struct Trace<F> {
    /// What happened.
    pub known: Known<F>,
    /// The evidence relied on, by id: the step's own, else the lead's, else the channel's.
    pub evidence: Vec<String>,
    /// What the auditor notes on the step.
    pub note: Option<String>,
}

/// The four things that a file may say about a step (framework §2).
#[derive(Clone, Debug)]
pub enum Known<F> {
    /// It happened, like this.
    Fact(F),
    /// The auditor looked, and it did not happen; where, if written.
    Never(Option<String>),
    /// Nobody can tell; why, if written.
    Unknown(Option<String>),
    /// It does not apply, for this reason.
    NotApplicable(String),
}

impl<F> Known<F> {
    /// The fact map, where there is one.
    pub fn fact(&self) -> Option<&F> {
        match self {
            Known::Fact(fact) => Some(fact),
            _ => None,
        }
    }
}

/// Where something is recorded: a system's id, or nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordedIn {
    /// In the system with this id.
    System(String),
    /// Written as `none`.
    Nowhere,
}

/// Facts of Capture.
#[derive(Clone, Debug)]
pub struct Capture {
    /// When it was recorded.
    pub at: Moment,
    /// Where.
    pub recorded_in: RecordedIn,
    /// Which details.
    pub got: Vec<String>,
}

/// Facts of Claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// When it was taken.
    pub at: Moment,
    /// A person's id, or a text.
    pub owner: String,
    /// Who or what that is.
    pub kind: OwnerKind,
    /// Who was on duty at the queue or system.
    pub on_duty: Option<String>,
    /// Where ownership is visible.
    pub recorded_in: RecordedIn,
}

/// Facts of Continue.
#[derive(Clone, Debug)]
pub struct Continue {
    /// When.
    pub at: Moment,
    /// What was done.
    pub did: String,
    /// What came of it.
    pub result: ContactResult,
    /// Whether it was the right thing to do.
    pub fit: Fit,
    /// How many attempts were made.
    pub touches: i64,
    /// What was agreed to come next.
    pub next_step: Option<String>,
}

/// Facts of Confirm.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// When.
    pub at: Moment,
    /// What was confirmed.
    pub what: String,
    /// The slot.
    pub slot: Option<Moment>,
    /// How the buyer was told.
    pub told_by: ToldBy,
    /// Where it is recorded.
    pub recorded_in: RecordedIn,
}

/// Facts of Close the Loop.
#[derive(Clone, Debug)]
pub struct Close {
    /// Where the lead ended up.
    pub status: CloseStatus,
    /// When that was recorded; may be missing only while open.
    pub at: Option<Moment>,
    /// Where.
    pub recorded_in: RecordedIn,
    /// Whether the systems tell the same story.
    pub agrees: bool,
    /// Why, where the lead was lost or disqualified.
    pub reason: Option<String>,
}

/// A verdict changed by the auditor, in the open (framework §3).
#[derive(Clone, Debug)]
pub struct Override {
    /// Of which step.
    pub step: Step,
    /// To what.
    pub to: Verdict,
    /// Why, in a word.
    pub kind: OverrideKind,
    /// Why, in the auditor's words.
    pub because: String,
    /// Who says so.
    pub by: String,
    /// Since when.
    pub date: Date,
    /// Until when it holds.
    pub until: Option<Date>,
    /// Its own evidence, by id.
    pub evidence: Vec<String>,
    /// Where it stands in the file: its `step`.
    pub place: Place,
}

impl Override {
    /// Whether its `until` lay before the last day watched, so that it no longer counts.
    pub fn expired(&self, observed_through: Date) -> bool {
        self.until.is_some_and(|until| until < observed_through)
    }
}
