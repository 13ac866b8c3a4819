//! The `audit.yml` of a new audit.

use super::NewAudit;
use super::page::Page;
use crate::audit::model::EvidenceKind;
use crate::audit::values::quoted;

/// Its text, behind the line of the schema.
pub(super) fn text(audit: &NewAudit) -> String {
    let month = audit.month();
    let mut page = Page::default();
    page.line("# Write facts in place of each TODO, and delete what does not apply; lines that begin with # are notes.")
        .line("# `handoff-audit check` lists what is still to do. Where a fact cannot be found, it is never guessed.")
        .line("format: 1")
        .noted(&format!("client: {}", name(&audit.client)), "as the report names them")
        .noted("auditor: TODO", "your name, or that of your practice")
        .noted("period: TODO", &format!("leads that arrived on these days: {month}-02 to {month}-13"))
        .noted("observed_through: TODO", &format!("the last day on which you watched them: {month}-28"))
        .noted("timezone: TODO", "of every time in these files: Europe/London, America/New_York")
        .noted("hours: TODO", "{mon-fri: \"09:00-12:30, 13:30-17:30\", sat: \"09:00-12:00\"}")
        .gap()
        .line("# Where things may be written down. The next person can rely on what is on the record (of_record: true);")
        .line("# a shared inbox, a notebook or a log that nobody opens is not.")
        .line("systems:")
        .noted("  crm:      {name: TODO, of_record: true}", "customer register, job book")
        .noted("  calendar: {name: TODO, of_record: true}", "where appointments stand")
        .noted("  inbox:    {name: TODO}", "where messages come in")
        .gap()
        .line("# What you rely on. A `file` of yours, such as evidence/calls.csv, is published unless `pii: true` stands beside it.")
        .line("evidence:");
    let kinds = audit.evidence();
    let longest = kinds.iter().map(|kind| kind.id().len() + 1).max().unwrap_or_default();
    for (number, kind) in (1..).zip(kinds) {
        page.noted(&format!("  E{number}: {{kind: {:longest$} what: TODO}}", format!("{},", kind.id())), what(kind));
    }
    page.gap()
        .line("# In your own words, once the facts are there; the first site shows which findings there are:")
        .line("# summary: What a reader should know first.")
        .line("# findings:")
        .line(&format!("#   {}/claim:", audit.channels.first().map_or("phone", |kind| kind.id())))
        .line("#     cause: Why it happens.")
        .line("#     recommendation: What to do.");
    page.text()
}

/// What an item of evidence of this kind may be.
fn what(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::CallLog => "\"Call log, 2 to 13 November\"",
        EvidenceKind::CrmHistory => "History of the customer register",
        EvidenceKind::Calendar => "Printout of the schedule",
        EvidenceKind::FormSubmission => "Archive of the website form",
        EvidenceKind::Email => "\"Search of the shared inbox, 2 to 30 November\"",
        EvidenceKind::StaffStatement => "Interview with the front desk; it proves nothing by itself",
        _ => "what it is, in a few words",
    }
}

/// The name that a folder most likely stands for: `blue-heron` is Blue Heron.
fn name(folder: &str) -> String {
    let words = folder.split(['-', '_', '.']).filter(|word| !word.is_empty()).map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    let name = words.collect::<Vec<_>>().join(" ");
    // a name such as `Null` or `42` is a text, too
    if name.chars().all(|c| c.is_alphabetic() || c == ' ') && !name.eq_ignore_ascii_case("null") && name != "TODO" {
        name
    } else {
        quoted(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_named_after_its_folder() {
        for (folder, expected) in [
            ("blue-heron", "Blue Heron"),
            ("acme", "Acme"),
            ("Smith_sons", "Smith Sons"),
            ("4you", "\"4you\""),
            ("null", "\"Null\""),
        ] {
            assert_eq!(name(folder), expected);
        }
    }
}
