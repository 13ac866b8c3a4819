//! `claim-unstaffed`: a queue or a system took it, and nobody is named on duty.

use super::{Case, Rule};
use crate::audit::OwnerKind;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "claim-unstaffed",
    step: Step::Claim,
    effect: Verdict::Weak,
    title: "A queue without anybody on duty",
    words: "A queue or an automatic assignment took the lead, and nobody is named who was on duty there at the time (`on_duty`).

## Why it matters

A queue is an owner only while somebody watches it. Without a name, it is a waiting room.

## What to do

Keep a rota and write who was on duty. If the rota exists, name the person in `on_duty`.
",
    fires_on: "claim: {at: +5m, owner: Web queue, kind: queue, in: crm}",
    passes_on: "claim: {at: +5m, owner: Web queue, kind: queue, on_duty: desk, in: crm}",
    fires: |case: &Case| {
        case.lead
            .claim
            .known
            .fact()
            .is_some_and(|claim| matches!(claim.kind, OwnerKind::Queue | OwnerKind::System) && claim.on_duty.is_none())
    },
};
