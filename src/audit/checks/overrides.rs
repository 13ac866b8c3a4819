//! Overrides: a reason of substance, one a step, not past their date.

use super::given;
use crate::audit::raw::LeadEntry;
use crate::audit::read::RawAudit;
use crate::audit::values::At;
use crate::diagnostic::{Code, Diagnostic};

/// The fewest characters of a reason (framework §3).
const SHORTEST_REASON: usize = 20;

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let watched = audit.main.as_ref().and_then(|main| main.observed_through.at());
    for lead in audit.leads() {
        second_for_a_step(&lead.value, problems);
        for item in given(&lead.value.overrides).map(|item| &item.value) {
            if let Some(reason) = item.because.at() {
                let length = reason.value.trim().chars().count();
                if length < SHORTEST_REASON {
                    problems.push(
                        Diagnostic::new(
                            Code::UnjustifiedOverride,
                            reason.place,
                            format!("the reason of an override has {length} characters, and {SHORTEST_REASON} are the least"),
                        )
                        .help("say in a sentence why the derived verdict does not fit: readers see it beside the verdict"),
                    );
                }
            }
            if let (Some(until), Some(watched)) = (item.until.at(), watched)
                && until.value < watched.value
            {
                problems.push(
                    Diagnostic::new(
                        Code::ExpiredOverride,
                        until.place,
                        format!("the override ended on {} and is ignored", until.value),
                    )
                    .second(watched.place, "the leads were watched until later")
                    .help("delete the override, or renew it with a new reason and date"),
                );
            }
        }
    }
}

fn second_for_a_step(lead: &LeadEntry, problems: &mut Vec<Diagnostic>) {
    let mut seen: Vec<&At<String>> = Vec::new();
    for step in given(&lead.overrides).filter_map(|item| item.value.step.at()) {
        match seen.iter().find(|first| first.value == step.value) {
            Some(first) => problems.push(
                Diagnostic::new(
                    Code::UnjustifiedOverride,
                    step.place,
                    format!("a second override of `{}` for {}", step.value, lead.named()),
                )
                .label("again here")
                .second(first.place, "overridden here first")
                .help("keep one override for each step"),
            ),
            None => seen.push(step),
        }
    }
}
