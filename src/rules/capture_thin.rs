//! `capture-thin`: a detail of the channel's must_capture is not there.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "capture-thin",
    step: Step::Capture,
    effect: Verdict::Weak,
    title: "A detail that is needed was not captured",
    words: "Something was recorded, and at least one detail is missing that the channel must capture (`must_capture`, or the default of its kind).

## Why it matters

The next person has to go back to the buyer for it, which costs a contact, a day, or the lead.

## What to do

See on the channel's page which detail is missing most often, and ask for that one first. If it is not needed after all, take it off `must_capture`.
",
    fires_on: "capture: {at: +1m, in: crm, got: [name, contact]}",
    passes_on: "capture: {at: +1m, in: crm, got: [name, contact, need]}",
    fires: |case: &Case| case.lead.capture.known.fact().is_some_and(|capture| {
        !capture.got.is_empty() && case.channel.must_capture.iter().any(|detail| !capture.got.contains(detail))
    }),
};
