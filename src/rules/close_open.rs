//! `close-open`: no outcome was recorded within the limit.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "close-open",
    step: Step::Close,
    effect: Verdict::Fail,
    title: "Still open after its limit",
    words: "The lead's status is still open, although the time to close the loop was used up before watching ended. While the limit is running the verdict is *pending*.

## Why it matters

Open leads without an end make every report wrong: they are neither won nor lost, and nobody learns from them.

## What to do

Give open leads an end by rule: after so many days somebody decides between won, lost and a dated next step.
",
    fires_on: "close: {status: open, in: crm}",
    passes_on: "close: {at: 2026-03-05 12:00, status: lost, in: crm, reason: Too far away}",
    fires: |case: &Case| super::still_open(case),
};
