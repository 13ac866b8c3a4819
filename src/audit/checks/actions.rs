//! Actions that should have been done.

use crate::audit::model::ActionStatus;
use crate::audit::read::RawAudit;
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Words;

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(main) = &audit.main else { return };
    let (today, name) = if main.actions_as_of.is_absent() {
        (main.observed_through.at(), "the last day watched, as there is no `actions_as_of`")
    } else {
        (main.actions_as_of.at(), "the day against which actions are judged")
    };
    let Some(today) = today else { return };
    let findings = main.findings.get().into_iter().flatten();
    for action in findings.filter_map(|(_, finding)| finding.get()).filter_map(|finding| finding.action.get()) {
        let Some(due) = action.due.at().filter(|due| due.value < today.value) else { continue };
        let Some(status) = action.status.sound() else { continue };
        let status = status.copied().unwrap_or(ActionStatus::Planned);
        if !matches!(status, ActionStatus::Done | ActionStatus::Dropped) {
            problems.push(
                Diagnostic::new(
                    Code::OverdueAction,
                    due.place,
                    format!("the action was due on {} and is {}", due.value, Words::english().name(status)),
                )
                .second(today.place, name)
                .help("set `status: done` or `status: dropped`, or agree on a new `due`"),
            );
        }
    }
}
