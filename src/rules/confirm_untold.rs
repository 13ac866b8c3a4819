//! `confirm-untold`: the slot was made, and the buyer does not know.

use super::{Case, Rule};
use crate::audit::ToldBy;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "confirm-untold",
    step: Step::Confirm,
    effect: Verdict::Fail,
    title: "The buyer was not told",
    words: "An appointment or next step was set, and the buyer was not told (`told_by: none`).

## Why it matters

A slot that only the business knows is not an appointment. Somebody will stand before a closed door, or nobody will come.

## What to do

Let the calendar send the confirmation when the slot is saved, and say it aloud before hanging up.
",
    fires_on: "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: none, in: crm}",
    passes_on: "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: sms, in: crm}",
    fires: |case: &Case| case.lead.confirm.known.fact().is_some_and(|confirm| confirm.told_by == ToldBy::None),
};
