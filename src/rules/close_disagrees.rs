//! `close-disagrees`: the systems do not agree on the outcome.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "close-disagrees",
    step: Step::Close,
    effect: Verdict::Weak,
    title: "Two systems tell different stories",
    words: "Two systems tell different stories about this lead (`agrees: false`): attended in the calendar, lost in the CRM, or the like.

## Why it matters

Whoever looks at only one of them decides on wrong figures, and everybody who has seen both stops trusting either.

## What to do

Decide which system holds the truth about outcomes, and let the other one read it from there.
",
    fires_on: "close: {at: 2026-03-05 12:00, status: attended, in: crm, agrees: false}",
    passes_on: "close: {at: 2026-03-05 12:00, status: attended, in: crm, agrees: true}",
    fires: |case: &Case| case.lead.close.known.fact().is_some_and(|close| !close.agrees),
};
