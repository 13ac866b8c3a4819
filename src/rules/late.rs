//! `STEP-late`: it happened, over its limit.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

const fn rule(id: &'static str, step: Step, title: &'static str, fires_on: &'static str, passes_on: &'static str) -> Rule {
    Rule {
        id,
        step,
        effect: Verdict::Late,
        title,
        words: "The step happened, and it took longer than its limit. Capture, Claim and Continue are timed from the lead's \
arrival, because that is what the buyer waits; Confirm from the moment of Continue; Close the Loop from the confirmed slot. Limits \
in hours and minutes run on the channel's clock, limits in days on the calendar.

## Why it matters

Interest cools. A buyer who waits asks the next business, and a step that is late pushes every later one back.

## What to do

Look at how the times are spread: a few far out call for an alarm, many just over call for another limit or another way of working. \
Where the wait lies outside opening hours, say so to the buyer at once. Limits are conventions; the ones that hold here stand on \
the method page, with whose they are.
",
        fires_on,
        passes_on,
        fires: |case: &Case| case.over(case.limit()) && !dead(case),
    }
}

/// Whether the step's own rule for dead leads fires, which takes the place of this one.
fn dead(case: &Case) -> bool {
    matches!(case.step, Step::Claim | Step::Continue) && case.over(&case.channel.dead_after)
}

pub(super) static RULES: [Rule; 5] = [
    rule(
        "capture-late",
        Step::Capture,
        "Recorded over the limit",
        "capture: {at: +3m, in: crm, got: [name, contact, need]}",
        "capture: {at: +2m, in: crm, got: [name, contact, need]}",
    ),
    rule(
        "claim-late",
        Step::Claim,
        "Taken over the limit",
        "claim: {at: +16m, owner: desk, kind: person, in: crm}",
        "claim: {at: +15m, owner: desk, kind: person, in: crm}",
    ),
    rule(
        "continue-late",
        Step::Continue,
        "Continued over the limit",
        "continue: {at: +31m, did: call, result: reached}",
        "continue: {at: +30m, did: call, result: reached}",
    ),
    rule(
        "confirm-late",
        Step::Confirm,
        "Confirmed over the limit",
        "confirm: {at: +3d, what: visit, for: 2026-03-09 10:00, told_by: sms, in: crm}",
        "confirm: {at: +1d, what: visit, for: 2026-03-09 10:00, told_by: sms, in: crm}",
    ),
    rule(
        "close-late",
        Step::Close,
        "The outcome was recorded over the limit",
        "close: {at: 2026-03-20 12:00, status: attended, in: crm}",
        "close: {at: 2026-03-06 12:00, status: attended, in: crm}",
    ),
];
