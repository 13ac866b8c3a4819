//! The names behind the ids, put where they belong. Only the internal edition comes here.

use std::collections::HashMap;

use super::model::{Audit, Buyer};
use super::raw::{BuyerEntry, PrivateFile};

/// Gives leads their buyers and people their names; `None` where a field is broken.
pub(super) fn attach(audit: &mut Audit, private: &PrivateFile) -> Option<()> {
    for (id, name) in private.people.sound()?.into_iter().flatten() {
        if let Some(person) = audit.people.get_mut(&id.value) {
            person.named = Some(format!("{} ({})", person.role, name.get()?));
        }
    }
    let entries = private.leads.sound()?.into_iter().flatten();
    let mut buyers =
        entries.map(|(id, entry)| Some((id.value.as_str(), buyer(entry.get()?)?))).collect::<Option<HashMap<_, _>>>()?;
    for lead in audit.channels.iter_mut().flat_map(|channel| &mut channel.leads) {
        lead.buyer = buyers.remove(lead.id.as_str());
    }
    Some(())
}

fn buyer(entry: &BuyerEntry) -> Option<Buyer> {
    Some(Buyer {
        name: entry.name.copied()?,
        phone: entry.phone.copied()?,
        email: entry.email.copied()?,
        address: entry.address.copied()?,
    })
}
