//! `STEP-unknown`: nobody can tell what happened.

use super::{Case, Rule, State};
use crate::framework::{Step, Verdict};

const fn rule(id: &'static str, step: Step, title: &'static str, fires_on: &'static str, passes_on: &'static str) -> Rule {
    Rule {
        id,
        step,
        effect: Verdict::Unproven,
        title,
        words: "Nobody can tell whether this step happened: no system shows it, and nobody remembers well enough. That is neither \
good nor bad news about the lead, and it is news about the system: it cannot answer.

## Why it matters

What cannot be shown cannot be managed. A business that has to guess about single leads guesses about all of them, and its reports \
rest on the guess.

## What to do

Decide where this step leaves its trace, in a system of record, and let it be written there as the step is done. If evidence turns \
up later, replace `unknown` by the facts.
",
        fires_on,
        passes_on,
        fires: |case: &Case| case.state() == State::Unknown,
    }
}

pub(super) static RULES: [Rule; 5] = [
    rule(
        "capture-unknown",
        Step::Capture,
        "Nobody can tell what was recorded",
        "capture: {unknown: The export begins a week later}",
        "capture: {at: +1m, in: crm, got: [name, contact, need]}",
    ),
    rule(
        "claim-unknown",
        Step::Claim,
        "Nobody can tell who took the lead",
        "claim: unknown",
        "claim: {at: +5m, owner: desk, kind: person, in: crm}",
    ),
    rule(
        "continue-unknown",
        Step::Continue,
        "Nobody can tell what was done next",
        "continue: {unknown: Calls from mobiles leave no trace}",
        "continue: {at: +20m, did: call, result: reached}",
    ),
    rule(
        "confirm-unknown",
        Step::Confirm,
        "Nobody can tell what was agreed",
        "confirm: unknown",
        "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: sms, in: crm}",
    ),
    rule(
        "close-unknown",
        Step::Close,
        "Nobody can tell how it ended",
        "close: {unknown: Nobody can say what happened, evidence: [E6]}",
        "close: {at: 2026-03-05 12:00, status: attended, in: crm}",
    ),
];
