//! `close-off-record`: the outcome stands in no system of record.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "close-off-record",
    step: Step::Close,
    effect: Verdict::Weak,
    title: "The outcome lives in somebody's memory",
    words: "How the lead ended is known to somebody and stands in no system of record.

## Why it matters

Without outcomes on the record nobody can tell which route brings bookings and which one only brings calls.

## What to do

Make the outcome a field with few choices, and let a job not be billed, or a lead not be archived, without it.
",
    fires_on: "close: {at: 2026-03-05 12:00, status: attended, in: none}",
    passes_on: "close: {at: 2026-03-05 12:00, status: attended, in: crm}",
    fires: |case: &Case| case.off_record(),
};
