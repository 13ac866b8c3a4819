//! `claim-dead`: the claim came later than the channel's dead_after.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "claim-dead",
    step: Step::Claim,
    effect: Verdict::Fail,
    title: "Taken too late to count",
    words:
        "The lead was taken so late that it counts as lost: later than `dead_after`. This rule takes the place of `claim-late`.

## Why it matters

By then most buyers have found somebody else. To count such a claim as merely late would make a lost lead look handled.

## What to do

Set an alarm well before this point: who is told when a lead has no owner after one limit, and who after two.
",
    fires_on: "claim: {at: +5d, owner: desk, kind: person, in: crm}",
    passes_on: "claim: {at: +20m, owner: desk, kind: person, in: crm}",
    fires: |case: &Case| case.over(&case.channel.dead_after),
};
