//! Items of evidence that nothing relies on.

use std::collections::HashSet;

use super::given;
use crate::audit::read::RawAudit;
use crate::diagnostic::{Code, Diagnostic};

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    // a slip in a reference leaves the right item without one: that is told already
    let slipped = problems.iter().any(|problem| problem.code == Code::UnknownReference);
    let Some(main) = audit.main.as_ref().filter(|_| audit.sound && !slipped) else { return };
    let mut used: HashSet<&str> = HashSet::new();
    for (_, channel) in audit.read_channels() {
        used.extend(given(&channel.evidence).map(|id| id.value.as_str()));
        for lead in given(&channel.leads).map(|lead| &lead.value) {
            used.extend(given(&lead.evidence).map(|id| id.value.as_str()));
            for list in lead.steps().iter().filter_map(|step| step.evidence) {
                used.extend(given(list).map(|id| id.value.as_str()));
            }
            for item in given(&lead.overrides) {
                used.extend(given(&item.value.evidence).map(|id| id.value.as_str()));
            }
        }
    }
    for (id, _) in main.evidence.get().into_iter().flatten().filter(|(id, _)| !used.contains(id.value.as_str())) {
        problems.push(
            Diagnostic::new(Code::UnusedEvidence, id.place, format!("nothing relies on the evidence `{}`", id.value))
                .help("name it at the steps that it shows, or delete it"),
        );
    }
}
