//! What a rule looks at: one step of one lead, with its times worked out (framework §3, "The clock").

use jiff::Timestamp;

use crate::audit::{Audit, Channel, Evidence, EvidenceKind, Known, Lead, Moment, RecordedIn, Trace};
use crate::framework::{Clock, Limit, Step};

/// One step of one lead, in its channel and audit.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The audit.
    pub audit: &'a Audit,
    /// The lead's channel.
    pub channel: &'a Channel,
    /// The lead.
    pub lead: &'a Lead,
    /// The step.
    pub step: Step,
    /// Its times.
    pub timing: Timing,
}

/// The times of one step of one lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// When the step's clock starts.
    pub start: Timestamp,
    /// When the step happened, if it did and a time is known.
    pub at: Option<Timestamp>,
    /// Minutes of wall time from start to `at`; 0 where the step was earlier than its start.
    pub elapsed: Option<i64>,
    /// Those of them inside opening hours; none where the audit has no hours.
    pub elapsed_open: Option<i64>,
    /// The last minute of watching.
    pub end_of_watching: Timestamp,
}

/// Which of the four things a file says about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A fact map.
    Fact,
    /// `never`.
    Never,
    /// `unknown`.
    Unknown,
    /// `na`.
    NotApplicable,
}

impl<'a> Case<'a> {
    /// Looks at a step of a lead; `end_of_watching` is the audit's.
    pub fn new(audit: &'a Audit, channel: &'a Channel, lead: &'a Lead, step: Step, end_of_watching: Timestamp) -> Self {
        let start = start(lead, step);
        let at = lead.at(step).map(|moment| moment.time);
        let elapsed = at.map(|at| (at.as_second() - start.as_second()).max(0) / 60);
        let elapsed_open = at.and_then(|at| audit.hours.as_ref().map(|hours| hours.minutes_between(&audit.zone, start, at)));
        Case { audit, channel, lead, step, timing: Timing { start, at, elapsed, elapsed_open, end_of_watching } }
    }

    /// The step's limit.
    pub fn limit(&self) -> &'a Limit {
        &self.channel.within[self.step]
    }

    /// Whether a limit counts open minutes here: one in hours and minutes of a channel with a business clock.
    fn counts_open_minutes(&self, limit: &Limit) -> bool {
        self.channel.clock == Clock::Business && !limit.in_days()
    }

    /// Minutes from the step's start to its time on the clock of the given limit; none where there is no time.
    pub fn elapsed_on_clock_of(&self, limit: &Limit) -> Option<i64> {
        if self.counts_open_minutes(limit) { self.timing.elapsed_open } else { self.timing.elapsed }
    }

    /// Whether the step took longer than the given limit.
    pub fn over(&self, limit: &Limit) -> bool {
        self.elapsed_on_clock_of(limit).is_some_and(|elapsed| elapsed > limit.length())
    }

    /// Whether the step's limit was used up when watching ended: its deadline lies at or before the end.
    pub fn deadline_passed(&self) -> bool {
        let Timing { start, end_of_watching: end, .. } = self.timing;
        let limit = self.limit();
        let watched = match &self.audit.hours {
            Some(hours) if self.counts_open_minutes(limit) => hours.minutes_between(&self.audit.zone, start, end),
            _ => (end.as_second() - start.as_second()) / 60,
        };
        start <= end && watched >= limit.length()
    }

    /// What the file says about the step.
    pub fn state(&self) -> State {
        self.lead.state(self.step)
    }

    /// Whether what happened was recorded outside every system of record. A step without `in` never was.
    pub fn off_record(&self) -> bool {
        match self.lead.recorded_in(self.step) {
            Some(RecordedIn::System(id)) => !self.audit.systems.get(id).is_some_and(|system| system.of_record),
            Some(RecordedIn::Nowhere) => true,
            None => false,
        }
    }

    /// Whether some evidence of the step is more than a staff statement.
    pub fn shown(&self) -> bool {
        proves(self.audit, self.lead.evidence(self.step))
    }
}

/// Whether some of the items is more than a staff statement.
pub fn proves(audit: &Audit, evidence: &[String]) -> bool {
    let more = |item: &Evidence| item.kind != EvidenceKind::StaffStatement;
    evidence.iter().any(|id| audit.evidence.get(id).is_some_and(more))
}

/// When the clock of a step starts: at arrival; for Confirm when Continue happened, for Close at the confirmed slot, where there is one.
fn start(lead: &Lead, step: Step) -> Timestamp {
    let earlier = match step {
        Step::Capture | Step::Claim | Step::Continue => None,
        Step::Confirm => lead.at(Step::Continue),
        Step::Close => lead.slot(),
    };
    earlier.unwrap_or(lead.arrived).time
}

impl Lead {
    /// When the step happened, where the file gives a time.
    pub fn at(&self, step: Step) -> Option<Moment> {
        match step {
            Step::Capture => self.capture.known.fact().map(|fact| fact.at),
            Step::Claim => self.claim.known.fact().map(|fact| fact.at),
            Step::Continue => self.r#continue.known.fact().map(|fact| fact.at),
            Step::Confirm => self.confirm.known.fact().map(|fact| fact.at),
            Step::Close => self.close.known.fact().and_then(|fact| fact.at),
        }
    }

    /// The confirmed slot, where there is one.
    pub fn slot(&self) -> Option<Moment> {
        self.confirm.known.fact().and_then(|fact| fact.slot)
    }

    /// Where the step is recorded; none for Continue, and where nothing happened.
    pub fn recorded_in(&self, step: Step) -> Option<&RecordedIn> {
        match step {
            Step::Capture => self.capture.known.fact().map(|fact| &fact.recorded_in),
            Step::Claim => self.claim.known.fact().map(|fact| &fact.recorded_in),
            Step::Continue => None,
            Step::Confirm => self.confirm.known.fact().map(|fact| &fact.recorded_in),
            Step::Close => self.close.known.fact().map(|fact| &fact.recorded_in),
        }
    }

    /// What the file says about the step.
    pub fn state(&self, step: Step) -> State {
        fn of<F>(trace: &Trace<F>) -> State {
            match trace.known {
                Known::Fact(_) => State::Fact,
                Known::Never(_) => State::Never,
                Known::Unknown(_) => State::Unknown,
                Known::NotApplicable(_) => State::NotApplicable,
            }
        }
        match step {
            Step::Capture => of(&self.capture),
            Step::Claim => of(&self.claim),
            Step::Continue => of(&self.r#continue),
            Step::Confirm => of(&self.confirm),
            Step::Close => of(&self.close),
        }
    }

    /// The evidence that the step relies on, by id.
    pub fn evidence(&self, step: Step) -> &[String] {
        match step {
            Step::Capture => &self.capture.evidence,
            Step::Claim => &self.claim.evidence,
            Step::Continue => &self.r#continue.evidence,
            Step::Confirm => &self.confirm.evidence,
            Step::Close => &self.close.evidence,
        }
    }
}
