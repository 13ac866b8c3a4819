//! `continue-wrong-action`: the buyer was reached with the wrong action.

use super::{Case, Rule};
use crate::audit::Fit;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "continue-wrong-action",
    step: Step::Continue,
    effect: Verdict::Weak,
    title: "Not the action that was called for",
    words: "The lead got an action in time, and it was not the one that was called for (`fit: wrong`): a price list for a burst pipe, a brochure for somebody who asked for a date.

## Why it matters

The wrong answer, quickly, tells the buyer that nobody read the question.

## What to do

Write down what each kind of request calls for, in one line each, where the person answering sees it.
",
    fires_on: "continue: {at: +20m, did: Brochure by mail, result: replied, fit: wrong}",
    passes_on: "continue: {at: +20m, did: call, result: reached, fit: right}",
    fires: |case: &Case| case.lead.r#continue.known.fact().is_some_and(|next| next.fit == Fit::Wrong),
};
