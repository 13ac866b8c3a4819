//! A traced lead: facts step by step, and overrides.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use jiff::civil::Date;

use super::{CloseStatus, ContactResult, Fit, Moment, OverrideKind, OwnerKind, ToldBy};
use crate::diagnostic::Place;
use crate::framework::{Step, Verdict};

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
    /// Who it is, where the edition may know it.
    pub buyer: Option<Buyer>,
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

/// What the lead says: all of it, the bits of its worth among them.
impl Hash for Lead {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        // a field that comes later does not compile until it is among them
        let Lead {
            id,
            arrived,
            wants,
            note,
            staff_says,
            value,
            test,
            internal,
            buyer,
            capture,
            claim,
            r#continue,
            confirm,
            close,
            overrides,
            place,
        } = self;
        (id, arrived, wants, note, staff_says, value.map(f64::to_bits), test, internal, buyer).hash(hasher);
        (capture, claim, r#continue, confirm, close, overrides, place).hash(hasher);
    }
}

impl Lead {
    /// Where a step's name stands in the file.
    pub fn step_place(&self, step: Step) -> Place {
        match step {
            Step::Capture => self.capture.place,
            Step::Claim => self.claim.place,
            Step::Continue => self.r#continue.place,
            Step::Confirm => self.confirm.place,
            Step::Close => self.close.place,
        }
    }
}

/// Who a lead is, and how to reach them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Buyer {
    /// The name.
    pub name: Option<String>,
    /// The phone number.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The postal address.
    pub address: Option<String>,
}

/// What is known about one step of one lead.
#[derive(Clone, Debug, Hash)]
pub struct Trace<F> {
    /// What happened.
    pub known: Known<F>,
    /// The evidence relied on, by id: the step's own, else the lead's, else the channel's.
    pub evidence: Arc<[String]>,
    /// What the auditor notes on the step.
    pub note: Option<String>,
    /// The step's name in the file.
    pub place: Place,
}

/// The four things that a file may say about a step (framework §2).
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum RecordedIn {
    /// In the system with this id.
    System(String),
    /// Written as `none`.
    Nowhere,
}

/// Facts of Capture.
#[derive(Clone, Debug, Hash)]
pub struct Capture {
    /// When it was recorded.
    pub at: Moment,
    /// Where.
    pub recorded_in: RecordedIn,
    /// Which details.
    pub got: Vec<String>,
}

/// Facts of Claim.
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
#[derive(Clone, Debug, Hash)]
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
