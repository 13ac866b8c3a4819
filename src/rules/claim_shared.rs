//! `claim-shared`: the owner is everybody, and so nobody.

use super::{Case, Rule};
use crate::audit::OwnerKind;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "claim-shared",
    step: Step::Claim,
    effect: Verdict::Weak,
    title: "Owned by a shared inbox",
    words: "The lead was taken by a shared inbox or a group address: everybody could act, so nobody has to.

## Why it matters

Each person who opens the message may believe that another one has it. A shared owner is the most common place where a lead is seen by many and handled by none.

## What to do

Let the inbox feed a rota that names one person a day, or let the system assign each lead by turns. The name has to be visible beside the lead.
",
    fires_on: "claim: {at: +5m, owner: Office, kind: shared, in: crm}",
    passes_on: "claim: {at: +5m, owner: desk, kind: person, in: crm}",
    fires: |case: &Case| case.lead.claim.known.fact().is_some_and(|claim| claim.kind == OwnerKind::Shared),
};
