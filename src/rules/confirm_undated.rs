//! `confirm-undated`: the confirmation names no slot.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "confirm-undated",
    step: Step::Confirm,
    effect: Verdict::Fail,
    title: "A promise without a date",
    words: "Something was agreed, and no date or time belongs to it (`for` is missing): \"we'll be in touch\", \"sometime next week\".

## Why it matters

A promise without a date cannot be kept, missed or checked. It is where interest ends politely.

## What to do

End every contact with a day and an hour, even for the next call. Put it into the calendar while the buyer is still there.
",
    fires_on: "confirm: {at: +25m, what: visit, told_by: call, in: crm}",
    passes_on: "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: call, in: crm}",
    fires: |case: &Case| case.lead.confirm.known.fact().is_some_and(|confirm| confirm.slot.is_none()),
};
