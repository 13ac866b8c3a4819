//! What a channel's leads must have, one by one: `no-leads`, `nothing-traced`, a time for what is closed, opening hours for the clock.

use super::whole;
use crate::audit::model::CloseStatus;
use crate::audit::raw::{LeadEntry, Told, no_record};
use crate::audit::read::RawAudit;
use crate::audit::values::{At, Field};
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::Clock;
use crate::suggest::listed;

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    for (channel, record) in audit.read_channels() {
        if let Some(leads) = record.leads.at().filter(|leads| leads.value.items.is_empty() && !channel.torn) {
            problems.push(
                Diagnostic::new(Code::NoLeads, leads.key, format!("the channel `{}` has no lead", channel.id))
                    .label("the list is empty")
                    .help("trace at least one lead, or delete the file if the route was not audited"),
            );
        }
    }
    for lead in audit.leads() {
        nothing_traced(lead, problems);
        closed_without_time(&lead.value, problems);
    }
    business_without_hours(audit, problems);
}

fn nothing_traced(At { value: lead, place, .. }: &At<LeadEntry>, problems: &mut Vec<Diagnostic>) {
    if lead.steps().iter().all(|step| step.na.is_some()) {
        let place = lead.id.at().map_or(*place, |id| id.place);
        problems.push(
            Diagnostic::new(
                Code::NothingTraced,
                place,
                format!("nothing was traced of {}: all five steps are `na`", lead.named()),
            )
            .help("a lead to which no step applies belongs to the excluded: `sample: {excluded: [{id: …, because: …}]}`"),
        );
    }
}

fn closed_without_time(lead: &LeadEntry, problems: &mut Vec<Diagnostic>) {
    let Some(Told::Fact(close)) = lead.close.get() else { return };
    let Some(status) = close.status.at() else { return };
    // a missing `in` was reported, and what it says holds for the time as well
    let silent = close.recorded_in.is_broken();
    if close.at.is_absent() && status.value != CloseStatus::Open && !silent {
        problems.push(
            Diagnostic::new(
                Code::MissingField,
                status.place,
                format!("`close` needs `at` when the status is `{}`", status.value.id()),
            )
            .label("only `open` goes without a time")
            .help("add `at: +1d3h`, the moment at which the outcome was recorded")
            .help(no_record(status.value.id())),
        );
    }
}

fn business_without_hours(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    if !audit.main.as_ref().is_some_and(|main| main.hours.is_absent()) || audit.main_torn {
        return;
    }
    let mut places = Vec::new();
    for (channel, record) in audit.read_channels() {
        match (&record.clock, record.kind.at()) {
            (Field::Is(clock), _) if clock.value == Clock::Business => {
                places.push((channel.id, clock.place, "it runs on the business clock".to_owned()));
            }
            (Field::Absent, Some(kind)) if !channel.torn && kind.value.defaults().clock == Clock::Business => {
                places.push((
                    channel.id,
                    kind.place,
                    format!("`{}` runs on the business clock unless `clock: always` is set", kind.value.id()),
                ));
            }
            _ => {}
        }
    }
    if let Some((_, place, words)) = places.first() {
        let channels = listed(places.iter().map(|(id, ..)| *id), "and");
        let verb = if places.len() == 1 { "runs" } else { "run" };
        problems.push(
            Diagnostic::new(
                Code::MissingField,
                whole(audit.files.main),
                format!("an audit needs `hours`: {channels} {verb} on the business clock"),
            )
            .second(*place, words.clone())
            .help("add the opening hours: `hours: {mon-fri: \"08:00-18:00\", sat: \"09:00-13:00\"}`")
            .help("or set `clock: always` in the channel if every minute counts"),
        );
    }
}
