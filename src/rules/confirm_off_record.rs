//! `confirm-off-record`: the slot stands in no system of record.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "confirm-off-record",
    step: Step::Confirm,
    effect: Verdict::Weak,
    title: "Agreed, and locked in nowhere",
    words: "A next step was agreed with the buyer by word of mouth, and no system of record holds it.

## Why it matters

It lives as long as one person's memory. An illness, a busy morning, and the slot is taken twice or not kept.

## What to do

Open the calendar during the conversation. The slot counts when it is saved.
",
    fires_on: "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: call, in: none}",
    passes_on: "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: call, in: crm}",
    fires: |case: &Case| case.off_record(),
};
