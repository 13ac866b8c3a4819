//! `claim-off-record`: who owns the lead stands in no system of record.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "claim-off-record",
    step: Step::Claim,
    effect: Verdict::Weak,
    title: "The owner is not visible",
    words: "Somebody took the lead, and no system of record shows who. Others can only ask around.

## Why it matters

An owner who cannot be seen cannot be stood in for on a day off, and two people may work the same lead while a third is left alone.

## What to do

Set the owner in the CRM at the moment of taking the lead; one field, one click.
",
    fires_on: "claim: {at: +5m, owner: desk, kind: person, in: none}",
    passes_on: "claim: {at: +5m, owner: desk, kind: person, in: crm}",
    fires: |case: &Case| case.off_record(),
};
