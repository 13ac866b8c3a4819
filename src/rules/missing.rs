//! `STEP-missing`: the auditor looked, and the step did not happen within its limit.

use super::{Case, Rule, State};
use crate::framework::{Step, Verdict};

const fn rule(id: &'static str, step: Step, title: &'static str, fires_on: &'static str, passes_on: &'static str) -> Rule {
    Rule {
        id,
        step,
        effect: Verdict::Fail,
        title,
        words:
            "The auditor looked for this step and found that it did not happen, although its limit was used up before watching \
ended. While the limit is still running the verdict is *pending* instead, and says nothing against anybody.

## Why it matters

A lead moves only as far as its weakest step. What did not happen here cannot be made good by later ones: the buyer waits, asks \
elsewhere, or forgets.

## What to do

Find out where the step should have started by itself: a rule in the system, a name on a rota, a reminder. Mend that place, not \
the single lead. If the step happened and was overlooked, write its facts and the evidence instead of `never`.
",
        fires_on,
        passes_on,
        fires: |case: &Case| case.state() == State::Never && case.deadline_passed(),
    }
}

pub(super) static RULES: [Rule; 5] = [
    rule(
        "capture-missing",
        Step::Capture,
        "Nothing was recorded",
        "capture: {never: No entry in the CRM, evidence: [E2]}",
        "capture: {at: +1m, in: crm, got: [name, contact, need]}",
    ),
    rule(
        "claim-missing",
        Step::Claim,
        "Nobody took the lead",
        "claim: {never: Unread in the inbox, evidence: [E5]}",
        "claim: {at: +5m, owner: desk, kind: person, in: crm}",
    ),
    rule(
        "continue-missing",
        Step::Continue,
        "Nothing was done next",
        "continue: never",
        "continue: {at: +20m, did: call, result: reached}",
    ),
    rule(
        "confirm-missing",
        Step::Confirm,
        "No next step was confirmed",
        "confirm: {never: No slot and no message, evidence: [E2]}",
        "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: sms, in: crm}",
    ),
    rule(
        "close-missing",
        Step::Close,
        "No outcome was recorded",
        "close: never",
        "close: {at: 2026-03-05 12:00, status: attended, in: crm}",
    ),
];
