//! `continue-dead`: the next action came later than the channel's dead_after.

use super::{Case, Rule};
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "continue-dead",
    step: Step::Continue,
    effect: Verdict::Fail,
    title: "Continued too late to count",
    words: "The next action came so late that the lead counts as lost: later than `dead_after`. This rule takes the place of `continue-late`.

## Why it matters

By then most buyers have found somebody else. To count it as merely late would make a lost lead look handled.

## What to do

Let the system list, every morning, the leads that have an owner and no action yet, oldest first.
",
    fires_on: "continue: {at: +5d, did: call, result: reached}",
    passes_on: "continue: {at: +40m, did: call, result: reached}",
    fires: |case: &Case| case.over(&case.channel.dead_after),
};
