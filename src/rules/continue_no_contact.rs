//! `continue-no-contact`: activity is not movement.

use super::{Case, Rule};
use crate::audit::ContactResult;
use crate::framework::{Step, Verdict};

pub(super) static RULE: Rule = Rule {
    id: "continue-no-contact",
    step: Step::Continue,
    effect: Verdict::Fail,
    title: "Tried, and nobody was reached",
    words: "Something was tried, and it ended at a voicemail, an unanswered ring, a bounced message or an automatic reply. The lead did not move.

## Why it matters

Attempts are easy to count and feel like work. For the buyer nothing has happened. *Activity is not movement.*

## What to do

Plan the second and the third way before the first one fails: another hour, another channel, a text with one clear question. Write the attempt that reached the buyer as the fact; the number of tries goes into `touches`.
",
    fires_on: "continue: {at: +20m, did: call, result: voicemail, touches: 3}",
    passes_on: "continue: {at: +20m, did: call, result: reached, touches: 3}",
    fires: |case: &Case| case.lead.r#continue.known.fact().is_some_and(|next| {
        use ContactResult::*;
        matches!(next.result, Voicemail | NoAnswer | Bounced | AutoReply)
    }),
};
