//! The rules: from facts to verdicts (framework §3). One file per rule, which holds its id, words, effect, check and examples.

mod capture_empty;
mod capture_off_record;
mod capture_thin;
mod case;
mod claim_dead;
mod claim_fuzzy;
mod claim_off_record;
mod claim_shared;
mod claim_unstaffed;
mod close_disagrees;
mod close_off_record;
mod close_open;
mod close_stale;
mod confirm_off_record;
mod confirm_undated;
mod confirm_untold;
mod continue_dead;
mod continue_no_contact;
mod continue_one_way;
mod continue_wrong_action;
mod late;
mod missing;
mod said_not_shown;
mod unknown;

pub use case::{Case, State, Timing, proves};

use crate::audit::CloseStatus;
use crate::framework::{Step, Verdict};

/// Every rule, in the order in which rules that fired are listed: those of any step, then those of each step.
pub static CATALOGUE: &[&Rule] = &[
    &missing::RULES[0],
    &missing::RULES[1],
    &missing::RULES[2],
    &missing::RULES[3],
    &missing::RULES[4],
    &unknown::RULES[0],
    &unknown::RULES[1],
    &unknown::RULES[2],
    &unknown::RULES[3],
    &unknown::RULES[4],
    &late::RULES[0],
    &late::RULES[1],
    &late::RULES[2],
    &late::RULES[3],
    &late::RULES[4],
    &said_not_shown::RULES[0],
    &said_not_shown::RULES[1],
    &said_not_shown::RULES[2],
    &said_not_shown::RULES[3],
    &said_not_shown::RULES[4],
    &capture_empty::RULE,
    &capture_thin::RULE,
    &capture_off_record::RULE,
    &claim_shared::RULE,
    &claim_unstaffed::RULE,
    &claim_off_record::RULE,
    &claim_fuzzy::RULE,
    &claim_dead::RULE,
    &continue_no_contact::RULE,
    &continue_one_way::RULE,
    &continue_wrong_action::RULE,
    &continue_dead::RULE,
    &confirm_undated::RULE,
    &confirm_untold::RULE,
    &confirm_off_record::RULE,
    &close_open::RULE,
    &close_off_record::RULE,
    &close_disagrees::RULE,
    &close_stale::RULE,
];

/// A rule: when it fires on a step, the verdict is at least as bad as its effect.
#[derive(Debug)]
pub struct Rule {
    /// Its stable id: `claim-late`.
    pub id: &'static str,
    /// The step that it looks at.
    pub step: Step,
    /// What it makes of the step.
    pub effect: Verdict,
    /// What it says when it fires, in a few words.
    pub title: &'static str,
    /// What it means, why it matters and what to do (Markdown).
    pub words: &'static str,
    /// Lines of a lead on which it fires (YAML).
    pub fires_on: &'static str,
    /// Lines of a lead, close to those, on which it does not.
    pub passes_on: &'static str,
    /// Whether it fires.
    fires: fn(&Case) -> bool,
}

impl Rule {
    /// The rule with the given id.
    pub fn from_id(id: &str) -> Option<&'static Rule> {
        CATALOGUE.iter().copied().find(|rule| rule.id == id)
    }
}

/// The verdict on a step and the rules that fired, in the catalogue's order.
///
/// A step that did not happen yet, or is still open, within its limit is pending, and no rule fires.
pub fn judge(case: &Case) -> (Verdict, Vec<&'static Rule>) {
    match case.state() {
        State::NotApplicable => return (Verdict::NotApplicable, Vec::new()),
        State::Never if !case.deadline_passed() => return (Verdict::Pending, Vec::new()),
        State::Fact if still_open(case) && !case.deadline_passed() => return (Verdict::Pending, Vec::new()),
        _ => {}
    }
    let fired: Vec<_> = CATALOGUE.iter().copied().filter(|rule| rule.step == case.step && (rule.fires)(case)).collect();
    let worst = fired.iter().map(|rule| rule.effect).max_by_key(|effect| effect.severity());
    (worst.unwrap_or(Verdict::Pass), fired)
}

/// Whether the step is Close the Loop and its status says that the outcome is still to come.
fn still_open(case: &Case) -> bool {
    case.step == Step::Close && case.lead.close.known.fact().is_some_and(|close| close.status == CloseStatus::Open)
}

#[cfg(test)]
pub(crate) mod tests;
