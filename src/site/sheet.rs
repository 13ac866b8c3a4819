//! What a site is printed in: sheets, and the files that come of them.

use super::Entry;
use crate::words::Language;

/// One file to print, or a few that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The list of audits.
    Index,
    /// The list of audits as data.
    Listing,
    /// The list of rules and codes, in a language.
    Rules(Language),
    /// The page of one rule or code, by its place in the list.
    Rule(Language, usize),
    /// What the search looks through on pages of no single audit, and the dialogs.
    Search,
    /// What the search looks through on the pages of an audit.
    SearchOf(usize),
    /// Style sheet, script and icon.
    Assets,
    /// The overview of an audit.
    Overview(usize),
    /// A channel of an audit.
    Channel(usize, usize),
    /// A further page of a channel's leads, counted from 1.
    Leads(usize, usize, usize),
    /// A lead of a channel of an audit.
    Lead(usize, usize, usize),
    /// The findings of an audit.
    Findings(usize),
    /// What to mend first, and what was agreed to be done.
    Plan(usize),
    /// Patterns and mistakes that an audit saw, or did not see.
    Patterns(usize),
    /// What an audit rests on, and what was overridden.
    Evidence(usize),
    /// How an audit was done.
    Method(usize),
    /// The whole audit in one document.
    Print(usize),
    /// The data, charts and attachments of an audit.
    Data(usize),
}

impl Sheet {
    /// The place of the audit that it belongs to.
    pub(crate) fn audit(self) -> Option<usize> {
        match self {
            Sheet::Index | Sheet::Listing | Sheet::Rules(_) | Sheet::Rule(..) | Sheet::Search | Sheet::Assets => None,
            Sheet::SearchOf(at)
            | Sheet::Overview(at)
            | Sheet::Channel(at, _)
            | Sheet::Leads(at, ..)
            | Sheet::Lead(at, ..)
            | Sheet::Findings(at)
            | Sheet::Plan(at)
            | Sheet::Patterns(at)
            | Sheet::Evidence(at)
            | Sheet::Method(at)
            | Sheet::Print(at)
            | Sheet::Data(at) => Some(at),
        }
    }
}

impl Sheet {
    /// Whether it is the document of the whole audit, or one of the pages that this binds as they are.
    pub(super) fn is_bound(self) -> bool {
        match self {
            Sheet::Overview(_) | Sheet::Channel(..) | Sheet::Findings(_) | Sheet::Plan(_) | Sheet::Patterns(_) => true,
            Sheet::Evidence(_) | Sheet::Method(_) | Sheet::Print(_) => true,
            Sheet::Index | Sheet::Listing | Sheet::Rules(_) | Sheet::Rule(..) | Sheet::Search | Sheet::Assets => false,
            Sheet::SearchOf(_) | Sheet::Leads(..) | Sheet::Lead(..) | Sheet::Data(_) => false,
        }
    }
}

/// A file of the site with its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Relative to the site's root.
    pub path: String,
    /// What lies there.
    pub entry: Entry,
}
