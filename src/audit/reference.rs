//! The reference of the format as a page: every record and field, made of the declarations that read the files.

use std::fmt::Write as _;

use super::raw::*;
use super::values::{FieldSpec, Need, RecordSpec};
use crate::framework::{ChannelKind, Defaults, Step};

/// The records in the order of the page: where they stand, and their declaration.
const RECORDS: &[(&str, &RecordSpec)] = &[
    ("`audit.yml`", &AuditFile::SPEC),
    ("`systems`: id → a system", &SystemEntry::SPEC),
    ("`people`: id → a person", &PersonEntry::SPEC),
    ("`evidence`: id → an item of evidence", &EvidenceEntry::SPEC),
    ("`findings`: `channel/step` → words on a finding", &FindingEntry::SPEC),
    ("`response` of a finding", &ResponseEntry::SPEC),
    ("`action` of a finding", &ActionEntry::SPEC),
    ("`accepted` of a finding", &AcceptedEntry::SPEC),
    ("An item of `observations`", &ObservationEntry::SPEC),
    ("`fail` and `warn` of `gate`", &ThresholdsEntry::SPEC),
    ("A channel's file", &ChannelFile::SPEC),
    ("`volume`", &VolumeEntry::SPEC),
    ("`sample`", &SampleEntry::SPEC),
    ("An item of `excluded` of a sample", &ExcludedEntry::SPEC),
    ("`within`", &WithinEntry::SPEC),
    ("A lead", &LeadEntry::SPEC),
    ("`capture`", &CaptureEntry::SPEC),
    ("`claim`", &ClaimEntry::SPEC),
    ("`continue`", &ContinueEntry::SPEC),
    ("`confirm`", &ConfirmEntry::SPEC),
    ("`close`", &CloseEntry::SPEC),
    ("An item of `override`", &OverrideEntry::SPEC),
    ("`brand.yml`", &BrandFile::SPEC),
    ("`private.yml`", &PrivateFile::SPEC),
    ("`leads` of `private.yml`: id of a lead → its buyer", &BuyerEntry::SPEC),
];

/// The whole page (Markdown).
pub fn reference() -> String {
    let mut page = String::from(
        "# The format, field by field\n\n\
         Made from the declarations that read the files. [`audits/README.md`](../audits/README.md) teaches the format; this page is for looking things up.\n\
         Fields in **bold** must be there. Any value may be `TODO` while its fact is not known yet; nothing is built before it is.\n",
    );
    for (heading, record) in RECORDS {
        let _ = write!(
            page,
            "\n## {heading}\n\n{}\n\n| field | what it says | for example | else |\n|---|---|---|---|\n",
            record.words.trim()
        );
        for field in record.fields {
            row(&mut page, field);
        }
    }
    kinds(&mut page);
    page
}

fn row(page: &mut String, field: &FieldSpec) {
    let name = match field.need {
        Need::Optional => format!("`{}`", field.name),
        Need::Required | Need::Step => format!("**`{}`**", field.name),
    };
    let schema = (field.schema)();
    let choices: Vec<_> = schema
        .get("enum")
        .and_then(|words| words.as_array())
        .into_iter()
        .flatten()
        .filter_map(|choice| choice.as_str())
        .collect();
    let mut words = field.words.trim().to_owned();
    if choices.len() > 1 {
        let _ = write!(words, " One of `{}`.", choices.join("`, `"));
    }
    let default = field.default.map(|default| format!("`{default}`")).unwrap_or_default();
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    // lists, maps and texts have examples that say nothing by themselves
    let telling =
        !["{", "[…", "a few words"].iter().any(|empty| field.example.starts_with(empty) && field.example.len() < 4 + empty.len())
            && !field.example.starts_with("a few words");
    let example = if telling { format!("`{}`", cell(field.example)) } else { String::new() };
    let _ = writeln!(page, "| {name} | {} | {example} | {default} |", cell(&words));
}

/// What holds for each kind of channel where its file says nothing.
fn kinds(page: &mut String) {
    page.push_str(
        "\n## What holds for a kind of channel\n\nWhere a channel's file leaves these out.\n\n| kind | must_capture | clock |",
    );
    Step::ALL.iter().for_each(|step| {
        let _ = write!(page, " {} |", step.id());
    });
    page.push_str(" dead_after |\n|---|---|---|---|---|---|---|---|---|\n");
    for kind in ChannelKind::ALL {
        let Defaults { must_capture, clock, within, dead_after } = kind.defaults();
        let _ = write!(page, "| `{}` | {} | `{}` |", kind.id(), must_capture.join(", "), clock.id());
        within.iter().for_each(|(_, limit)| {
            let _ = write!(page, " {limit} |");
        });
        let _ = writeln!(page, " {dead_after} |");
    }
}
