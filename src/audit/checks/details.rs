//! Details that a record holds: `unknown-detail`, a word of `got` that is no required one and is most likely meant to be.

use super::given;
use super::references::COMPARISONS;
use crate::audit::raw::{ChannelFile, LeadEntry, Told};
use crate::audit::read::RawAudit;
use crate::audit::values::{Field, detail_meant};
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::{listed, nearest};

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let mut asked = 0;
    for (_, record) in audit.read_channels() {
        let Some(required) = required(record) else { continue };
        for lead in given(&record.leads) {
            misnamed(&lead.value, &required, &mut asked, problems);
        }
    }
}

/// The details that a channel requires; none where that cannot be told.
fn required(record: &ChannelFile) -> Option<Vec<&str>> {
    match &record.must_capture {
        Field::Absent => Some(record.kind.at()?.value.defaults().must_capture.to_vec()),
        Field::Is(at) if !at.value.is_broken() => Some(given(&record.must_capture).map(|detail| detail.value.as_str()).collect()),
        Field::Is(_) | Field::Broken => None,
    }
}

/// Further details are welcome; one that looks like a required one that is missing would count as missing.
fn misnamed(lead: &LeadEntry, required: &[&str], asked: &mut usize, problems: &mut Vec<Diagnostic>) {
    let Some(Told::Fact(capture)) = lead.capture.get() else { return };
    let got = || given(&capture.got);
    let missing: Vec<&str> = required.iter().copied().filter(|detail| got().all(|word| word.value != *detail)).collect();
    for word in got().filter(|word| !required.contains(&word.value.as_str())) {
        if *asked > COMPARISONS {
            return;
        }
        *asked += missing.len();
        let Some(meant) = meant(&word.value, &missing) else { continue };
        problems.push(
            Diagnostic::new(
                Code::UnknownDetail,
                word.place,
                format!("`{}` is none of the details that this channel requires", word.value),
            )
            .meant(meant)
            .help(format!("they are {}; under another name a detail counts as missing", listed(required.iter().copied(), "and"))),
        );
    }
}

/// The detail that was meant: `phones`, `nmae` and `phone number` are near one, and `email` is another word for `contact`.
fn meant<'a>(written: &str, missing: &[&'a str]) -> Option<&'a str> {
    let within = |detail: &&str| written.split([' ', '-', '_']).any(|part| part.eq_ignore_ascii_case(detail));
    let details = || missing.iter().copied();
    nearest(written, details()).or_else(|| details().find(within)).or_else(|| detail_meant(written, details()))
}
