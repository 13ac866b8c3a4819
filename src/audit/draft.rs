//! What an auditor begins with: the files of a new audit and a new lead, facts still `TODO`, with words that say what each fact is.
//!
//! Made of the declarations that read the files, so that a skeleton has what a record needs. Texts alone; the commands write them.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "offsets are those of the tree, or those at which something was found in the same text"
)]

mod append;
mod channel;
mod lead;
mod main;
mod page;

use std::collections::BTreeSet;

use super::model::EvidenceKind;
use crate::framework::ChannelKind;
pub use append::{NewLead, append, lead_ids};

/// A new audit.
#[derive(Clone, Debug)]
pub struct NewAudit {
    /// The client's folder.
    pub client: String,
    /// The audit's folder in it.
    pub period: String,
    /// Which channels to trace.
    pub channels: Vec<ChannelKind>,
    /// How many leads of each.
    pub leads: usize,
}

impl NewAudit {
    /// Its files: their names, and what stands in them. `schemas` is the way from the audit's folder to the folder of the schemas.
    pub fn files(&self, schemas: &str) -> Vec<(String, String)> {
        let schema = |name| format!("# yaml-language-server: $schema={schemas}/{name}.schema.json\n");
        let mut files = vec![("audit.yml".to_owned(), schema("audit") + &main::text(self))];
        for kind in &self.channels {
            files.push((format!("{}.yml", kind.id()), schema("channel") + &channel::text(*kind, self)));
        }
        files
    }

    /// The kinds of evidence that its channels leave, in the order of the format.
    fn evidence(&self) -> Vec<EvidenceKind> {
        let own = self.channels.iter().map(|kind| match kind {
            ChannelKind::Phone => EvidenceKind::CallLog,
            ChannelKind::Form | ChannelKind::Estimate | ChannelKind::Marketplace => EvidenceKind::FormSubmission,
            ChannelKind::Email => EvidenceKind::Email,
            ChannelKind::Chat | ChannelKind::Social | ChannelKind::WalkIn | ChannelKind::Referral | ChannelKind::Other => {
                EvidenceKind::Other
            }
        });
        let everywhere = [EvidenceKind::CrmHistory, EvidenceKind::Calendar, EvidenceKind::StaffStatement];
        let kinds: BTreeSet<&str> = own.chain(everywhere).map(EvidenceKind::id).collect();
        EvidenceKind::ALL.iter().copied().filter(|kind| kinds.contains(kind.id())).collect()
    }

    /// The month that examples lie in: the one that the folder is named after, else one that anybody takes for an example.
    fn month(&self) -> &str {
        let digits = |range| self.period.get(range).is_some_and(|part: &str| part.bytes().all(|byte| byte.is_ascii_digit()));
        let month = self.period.get(5..7).and_then(|month| month.parse::<u8>().ok());
        let named = digits(0..4) && self.period.get(4..5) == Some("-") && digits(5..7) && matches!(month, Some(1..=12));
        if named { &self.period[..7] } else { "2026-11" }
    }
}
