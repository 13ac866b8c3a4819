//! What each lead's page is made from, so that an edit prints those pages anew that it concerns, and no others.
//!
//! A lead's page tells of the lead, of its channel, and of what the audit says beside its leads; of other leads it knows their ids
//! alone, for links.

use foldhash::HashMap;

use super::key::{self, Stamp};
use crate::audit::{Audit, AuditFiles, Channel, Loaded};
use crate::report::{Report, Summary};
use crate::site::links;

/// A number for each lead's page, by its path: the same for a page made from the same, and for no other of that path.
#[derive(Default)]
pub(super) struct LeadPages(HashMap<String, u64>);

impl LeadPages {
    /// Those of an audit of a series.
    pub(super) fn of(
        stamp: &Stamp<'_>,
        loaded: &Loaded,
        files: &AuditFiles,
        (audit, report): &(Audit, Report),
        series: &[Summary],
    ) -> Self {
        let beside = stamp.pages(&stamp.beside_channels(loaded, files), series.iter().filter(|mate| mate.audit.id != audit.id));
        let ids: Vec<_> =
            audit.channels.iter().map(|channel| channel.leads.iter().map(|lead| &lead.id).collect::<Vec<_>>()).collect();
        let heads: Vec<String> = audit.channels.iter().map(head).collect();
        let shared = key::number((&beside, &heads, &ids));
        let mut pages = HashMap::default();
        for (at, (channel, derived)) in audit.channels.iter().zip(&report.channels).enumerate() {
            for (place, (lead, derived)) in channel.leads.iter().zip(&derived.leads).enumerate() {
                pages.insert(links::lead(&audit.id, &lead.id), key::number((shared, at, place, lead, derived)));
            }
        }
        LeadPages(pages)
    }

    /// The number of a page; none for a page of something else.
    pub(super) fn of_page(&self, path: &str) -> Option<u64> {
        self.0.get(path).copied()
    }
}

/// What a channel says beside its leads.
fn head(channel: &Channel) -> String {
    // a field that comes later does not compile until it is among them
    let Channel {
        id,
        title,
        kind,
        volume,
        sample,
        must_capture,
        clock,
        within,
        own_limits,
        dead_after,
        within_source,
        internal,
        leads: _,
    } = channel;
    format!(
        "{:?}",
        (id, title, kind, volume, sample, must_capture, (clock, within, own_limits, dead_after), within_source, internal)
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::audit::{Edition, load_texts};
    use crate::check;
    use crate::site::Design;

    const AUDIT: &str = "\
format: 1
client: A Client
auditor: A Practice
period: 2026-03-02 to 2026-03-13
observed_through: 2026-03-31
timezone: UTC
systems: {crm: {name: Register, of_record: true}}
";
    const PHONE: &str = "\
title: Calls
kind: phone
sample: {frame: All calls, size: 3, method: all, selected: 3}
leads:
  - {id: P-01, arrived: 2026-03-03 09:12, capture: unknown, claim: unknown, continue: unknown, confirm: unknown, close: unknown}
  - {id: P-02, arrived: 2026-03-04 12:20, capture: unknown, claim: unknown, continue: unknown, confirm: unknown, close: unknown}
  - {id: P-03, arrived: 2026-03-05 16:48, capture: unknown, claim: unknown, continue: unknown, confirm: unknown, close: unknown}
";

    /// The number of each lead's page, by the lead's id.
    fn pages(audit: &str, phone: &str) -> Vec<(String, u64)> {
        let texts = [("a/2026-03/audit.yml", audit), ("a/2026-03/phone.yml", phone)];
        let loaded = load_texts(
            &texts.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into_iter().collect(),
            Edition::Client,
        );
        let files = &loaded.audits[0];
        let (read, problems) = check::read_one(&loaded, files);
        let read = read.unwrap_or_else(|| panic!("{problems:?}"));
        let pages = LeadPages::of(&Stamp::new(Edition::Client, Design::default()), &loaded, files, &read, &[]);
        let leads = read.0.channels.iter().flat_map(|channel| &channel.leads);
        leads.map(|lead| (lead.id.clone(), pages.of_page(&links::lead("a/2026-03", &lead.id)).unwrap())).collect()
    }

    #[test]
    fn an_edit_concerns_the_pages_that_tell_of_it() {
        let before: BTreeSet<_> = pages(AUDIT, PHONE).into_iter().collect();
        let changed = |audit: &str, phone: &str| -> Vec<String> {
            pages(audit, phone).into_iter().filter(|page| !before.contains(page)).map(|(id, _)| id).collect()
        };
        let phone = |from: &str, to: &str| {
            assert!(PHONE.contains(from), "{from}");
            changed(AUDIT, &PHONE.replacen(from, to, 1))
        };
        let all = ["P-01", "P-02", "P-03"];
        assert!(changed(AUDIT, PHONE).is_empty());
        assert!(phone("title:", "# a comment, so that everything stands elsewhere\ntitle:").is_empty());
        assert_eq!(phone("2026-03-04 12:20", "2026-03-04 12:21"), ["P-02"]);
        assert_eq!(phone("12:20, capture: unknown", "12:20, value: 5, capture: unknown"), ["P-02"]);
        assert_eq!(phone("P-03", "P-04"), all[..2].iter().copied().chain(["P-04"]).collect::<Vec<_>>(), "links may lead to it");
        assert_eq!(phone("title: Calls", "title: Phone"), all);
        assert_eq!(phone("kind: phone", "kind: phone\nwithin: {claim: 3h}"), all);
        assert_eq!(changed(&AUDIT.replace("A Client", "Another"), PHONE), all);
    }
}
