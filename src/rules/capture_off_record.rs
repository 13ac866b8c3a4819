//! `capture-off-record`: what was captured stands in no system of record.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "capture-off-record",
    step: Step::Capture,
    effect: Verdict::Weak,
    title: "Recorded outside every system of record",
    words: "The details were written down, in a place that the business does not treat as its record: an inbox, a call log, a slip of paper, or nowhere.

## Why it matters

Whoever takes the lead next does not look there. It is found by chance or by the person who wrote it.

## What to do

Let the first entry be made where leads are worked from. Where the place is trusted by everybody, mark the system with `of_record: true`.
",
    fires_on: "capture: {at: +1m, in: inbox, got: [name, contact, need]}",
    passes_on: "capture: {at: +1m, in: crm, got: [name, contact, need]}",
    fires: |case: &Case| case.off_record(),
};
