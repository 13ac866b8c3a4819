//! `schema`: prints what an editor needs to complete and check the files.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use handoff_audit::audit::schema;
use handoff_audit::report;

use super::show::{self, out};
use super::{Error, Outcome};

/// Which schema.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SchemaName {
    /// Of a file that auditors write.
    File(schema::File),
    /// Of `report.json`.
    Report,
}

impl SchemaName {
    const ALL: [SchemaName; 5] = {
        let [audit, channel, brand, private] = schema::FILES;
        [Self::File(audit), Self::File(channel), Self::File(brand), Self::File(private), Self::Report]
    };

    fn id(self) -> &'static str {
        match self {
            SchemaName::File(file) => file.id(),
            SchemaName::Report => "report",
        }
    }

    fn about(self) -> &'static str {
        match self {
            SchemaName::File(file) => file.about(),
            SchemaName::Report => "`report.json` of an audit, as the site holds it",
        }
    }
}

impl ValueEnum for SchemaName {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()).help(self.about()))
    }
}

pub(super) fn run(name: Option<SchemaName>) -> Result<Outcome, Error> {
    match name {
        None => {
            out!("Schemas (JSON Schema 2020-12); `handoff-audit schema NAME` prints one:");
            SchemaName::ALL.iter().for_each(|name| out!("  {:<8} {}", name.id(), name.about()));
            out!("Files that `handoff-audit new` writes name theirs in the first line, for editors.");
        }
        Some(SchemaName::File(file)) => return show::text(file.text().as_bytes()),
        Some(SchemaName::Report) => return show::text(report::schema_text().as_bytes()),
    }
    Ok(Outcome::Fine)
}
