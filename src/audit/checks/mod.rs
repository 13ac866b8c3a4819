//! What must hold between the fields of an audit, and what is worth a warning.
//!
//! Each check works on what could be read, and says nothing where something that it needs could not. Checks that need verdicts come
//! after the rules.

mod actions;
mod attachments;
mod details;
mod evidence;
mod ids;
mod leads;
mod overrides;
mod private;
mod references;
mod sample;
mod times;

use super::raw::{ChannelFile, LeadEntry};
use super::read::{RawAudit, RawChannel};
use super::values::{At, Field, Listed};
use crate::diagnostic::{Diagnostic, Place};
pub(super) use times::LeadTimes;

/// Runs every check; gives the moments of every lead, by channel and lead in the order of the files.
pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Vec<LeadTimes>> {
    ids::check(audit, problems);
    leads::check(audit, problems);
    details::check(audit, problems);
    references::check(audit, problems);
    private::check(audit, problems);
    sample::check(audit, problems);
    overrides::check(audit, problems);
    attachments::check(audit, problems);
    evidence::check(audit, problems);
    actions::check(audit, problems);
    times::check(audit, problems)
}

impl RawAudit<'_> {
    /// The channels that could be read, with their records.
    fn read_channels(&self) -> impl Iterator<Item = (&RawChannel<'_>, &ChannelFile)> {
        self.channels.iter().filter_map(|channel| Some((channel, channel.record.as_ref()?)))
    }

    /// The leads that could be read.
    fn leads(&self) -> impl Iterator<Item = &At<LeadEntry>> {
        self.read_channels().flat_map(|(_, channel)| given(&channel.leads))
    }
}

/// The readable items of a list that may itself be missing.
fn given<T>(list: &Field<Listed<T>>) -> impl Iterator<Item = &At<T>> {
    list.get().into_iter().flat_map(Listed::given)
}

/// A file as a whole.
fn whole(file: crate::diagnostic::FileId) -> Place {
    Place { file, start: 0, end: 0 }
}

/// `1 lead`, `4 leads`.
fn count(number: impl TryInto<i64>, one: &str, many: &str) -> String {
    match number.try_into().unwrap_or(0) {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}
