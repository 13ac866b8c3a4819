//! `capture-empty`: an entry was made, and it holds nothing.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "capture-empty",
    step: Step::Capture,
    effect: Verdict::Fail,
    title: "Nothing was captured",
    words: "An entry exists, and it holds none of the details that the next person needs: `got` is an empty list.

## Why it matters

An empty entry looks like work in every count of entries, and nobody can act on it. The buyer has to be asked everything again, if they can be reached at all.

## What to do

Make the fields that the next step needs part of the form or of the opening words on the phone, and let the system refuse an entry without a way to reach the buyer.
",
    fires_on: "capture: {at: +1m, in: crm, got: []}",
    passes_on: "capture: {at: +1m, in: crm, got: [name, contact, need]}",
    fires: |case: &Case| case.lead.capture.known.fact().is_some_and(|capture| capture.got.is_empty()),
};
