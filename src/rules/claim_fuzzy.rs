//! `claim-fuzzy`: the time of the claim is approximate.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "claim-fuzzy",
    step: Step::Claim,
    effect: Verdict::Weak,
    title: "Nobody can say exactly when it was taken",
    words: "The time at which the lead was taken is approximate (written with a `~`). Asked who took it and when, the answer is fuzzy.

## Why it matters

A claim that leaves no exact time was not made in a system but in somebody's head; the next one may not be made at all.

## What to do

Let the system write the time when the owner is set. If a log shows the exact minute, write it without the `~`.
",
    fires_on: "claim: {at: ~+5m, owner: desk, kind: person, in: crm}",
    passes_on: "claim: {at: +5m, owner: desk, kind: person, in: crm}",
    fires: |case: &Case| case.lead.claim.known.fact().is_some_and(|claim| claim.at.approximate),
};
