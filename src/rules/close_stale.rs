//! `close-stale`: the slot has passed, and the status says booked.

use super::{Case, Rule};
use crate::audit::CloseStatus;
use crate::framework::scoring::STALE_AFTER_MINUTES;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "close-stale",
    step: Step::Close,
    effect: Verdict::Weak,
    title: "Still booked, long after the slot",
    words: "The status still says *booked*, although the slot passed more than 3 days before watching ended. Whether the buyer came is not recorded.

## Why it matters

A booking is a promise, not an outcome. No-shows and cancellations hide behind it.

## What to do

Let the calendar ask, on the evening of the slot, whether it took place.
",
    fires_on: "close: {at: +30m, status: booked, in: crm}",
    passes_on: "close: {at: 2026-03-05 12:00, status: attended, in: crm}",
    fires: |case: &Case| match (case.lead.close.known.fact(), case.lead.slot()) {
        (Some(close), Some(slot)) if close.status == CloseStatus::Booked => {
            case.timing.end_of_watching.as_second() - slot.time.as_second() > STALE_AFTER_MINUTES * 60
        }
        _ => false,
    },
};
