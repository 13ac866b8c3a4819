//! The ids of `private.yml`: leads that were drawn, and people of `audit.yml`.

use super::references::{Names, excluded, keys};
use crate::audit::read::RawAudit;
use crate::diagnostic::Diagnostic;

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(private) = &audit.private else { return };
    let mut leads = Names::of_leads(audit);
    leads.names.extend(excluded(audit));
    for (id, _) in private.leads.get().into_iter().flatten() {
        leads.check(id, problems);
    }
    let mut people =
        Names::of_register(["person", "people", "add it to `people` in audit.yml"], audit, |main| keys(&main.people));
    for (id, _) in private.people.get().into_iter().flatten() {
        people.check(id, problems);
    }
}
