//! `STEP-said-not-shown`: somebody says that it happened, and nothing shows it.

use super::{Case, Rule, State};
use crate::framework::{Step, Verdict};

const fn rule(id: &'static str, step: Step, title: &'static str, fires_on: &'static str, passes_on: &'static str) -> Rule {
    Rule {
        id,
        step,
        effect: Verdict::Unproven,
        title,
        words: "The facts of this step rest on what somebody said, or on nothing at all. A staff statement is quoted and valued, \
and it proves nothing: people remember what they do on most days, not what happened to one lead three weeks ago.

## Why it matters

Belief that leads are followed up is exactly what hides the leaks. Only what a system shows can be counted, trusted and improved.

## What to do

Look for a trace: a call log, the history in the CRM, a sent message, the calendar. If there is one, name it as `evidence`. If there \
is none, the finding is that the step leaves no trace; give it one.
",
        fires_on,
        passes_on,
        fires: |case: &Case| case.state() == State::Fact && !case.shown(),
    }
}

pub(super) static RULES: [Rule; 5] = [
    rule(
        "capture-said-not-shown",
        Step::Capture,
        "Said to be recorded, not shown",
        "capture: {at: +1m, in: crm, got: [name, contact, need], evidence: [E6]}",
        "capture: {at: +1m, in: crm, got: [name, contact, need], evidence: [E6, E2]}",
    ),
    rule(
        "claim-said-not-shown",
        Step::Claim,
        "Said to be taken, not shown",
        "claim: {at: +5m, owner: desk, kind: person, in: crm, evidence: [E6]}",
        "claim: {at: +5m, owner: desk, kind: person, in: crm, evidence: [E2]}",
    ),
    rule(
        "continue-said-not-shown",
        Step::Continue,
        "Said to be continued, not shown",
        "continue: {at: +20m, did: call, result: reached, evidence: [E6]}",
        "continue: {at: +20m, did: call, result: reached, evidence: [E1]}",
    ),
    rule(
        "confirm-said-not-shown",
        Step::Confirm,
        "Said to be confirmed, not shown",
        "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: email, in: crm, evidence: [E6]}",
        "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: email, in: crm, evidence: [E5]}",
    ),
    rule(
        "close-said-not-shown",
        Step::Close,
        "The outcome is said, not shown",
        "close: {at: 2026-03-05 12:00, status: attended, in: crm, evidence: [E6]}",
        "close: {at: 2026-03-05 12:00, status: attended, in: crm, evidence: [E2]}",
    ),
];
