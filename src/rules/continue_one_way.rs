//! `continue-one-way`: something went out, nothing came back.

use super::{Case, Rule};
use crate::audit::ContactResult;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "continue-one-way",
    step: Step::Continue,
    effect: Verdict::Weak,
    title: "Sent, and nothing came back",
    words: "A message went out to the buyer, and nothing came back. Whether it was read is unknown.

## Why it matters

A message without an answer hands the next move to the buyer. Some will make it; the others are lost without a sound.

## What to do

Follow a message with a call, or end it with one question that is easy to answer. When the buyer answers, the result is `replied`.
",
    fires_on: "continue: {at: +20m, did: email, result: sent}",
    passes_on: "continue: {at: +20m, did: email, result: replied}",
    fires: |case: &Case| case.lead.r#continue.known.fact().is_some_and(|next| next.result == ContactResult::Sent),
};
