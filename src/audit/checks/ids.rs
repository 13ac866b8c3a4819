//! Ids that must differ: leads and excluded leads in the whole audit, observations among themselves.

use std::collections::HashMap;

use super::given;
use crate::audit::read::RawAudit;
use crate::audit::values::{At, duplicate};
use crate::diagnostic::{Code, Diagnostic, Place};

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let mut leads = Seen::default();
    for lead in audit.leads() {
        leads.add(lead.value.id.at(), problems);
    }
    for (_, channel) in audit.read_channels() {
        let mut excluded = Seen::default();
        for item in channel.sample.get().into_iter().flat_map(|sample| given(&sample.excluded)) {
            let Some(id) = item.value.id.at() else { continue };
            match leads.0.get(&id.value.to_ascii_lowercase()) {
                Some(lead) => problems.push(
                    Diagnostic::new(Code::DuplicateId, id.place, format!("`{}` is both excluded and traced", id.value))
                        .label("excluded here")
                        .second(*lead, "traced here")
                        .help("take it out of `excluded` or out of `leads`, or give one of them another id"),
                ),
                None => excluded.add(Some(id), problems),
            }
        }
    }
    let mut observations = Seen::default();
    for item in audit.main.iter().flat_map(|main| given(&main.observations)) {
        observations.add(item.value.id.at(), problems);
    }
}

/// Ids without their case, and where each stands first.
#[derive(Default)]
struct Seen(HashMap<String, Place>);

impl Seen {
    fn add(&mut self, id: Option<&At<String>>, problems: &mut Vec<Diagnostic>) {
        let Some(id) = id else { return };
        match self.0.entry(id.value.to_ascii_lowercase()) {
            std::collections::hash_map::Entry::Occupied(first) => problems.push(duplicate(&id.value, id.place, *first.get())),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(id.place);
            }
        }
    }
}
