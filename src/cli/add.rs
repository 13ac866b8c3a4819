//! `add lead`: lays out one lead more at the end of a channel's file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use handoff_audit::audit::draft::{NewLead, append, lead_ids};
use handoff_audit::diagnostic::Shown as _;

use super::show::out;
use super::{Error, Outcome};

/// What to add.
#[derive(Debug, Subcommand)]
pub(crate) enum AddCommand {
    /// Adds a lead to a channel, its steps still TODO; what stands in the file stays as it is
    Lead(LeadArgs),
}

/// Which lead, and what is known of it.
#[derive(Debug, Args)]
pub(crate) struct LeadArgs {
    /// The channel's file, such as `audits/blue-heron/2026-11/phone.yml`
    #[arg(value_name = "CHANNEL_FILE")]
    file: PathBuf,
    /// Its pseudonym, new in the audit and never a name: `P-06`
    #[arg(long)]
    id: String,
    /// When it arrived, in the audit's time zone: `2026-11-03 09:12`; TODO where it is not given
    #[arg(long, value_name = "TIME")]
    arrived: Option<String>,
    /// What the buyer wants
    #[arg(long, value_name = "TEXT")]
    wants: Option<String>,
    /// What you note
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// What somebody told you: it is quoted, and proves nothing
    #[arg(long, value_name = "TEXT")]
    staff_says: Option<String>,
    /// You planted it yourself: then it counts in nothing
    #[arg(long)]
    test: bool,
}

pub(super) fn run(command: &AddCommand) -> Result<Outcome, Error> {
    let AddCommand::Lead(args) = command;
    let shown = args.file.shown();
    let name = args.file.file_stem().unwrap_or_default();
    if ["audit", "private", "brand"].iter().any(|other| name.eq_ignore_ascii_case(other)) {
        return Err(format!("`{shown}` is no channel; name a channel's file beside it, such as `phone.yml`").into());
    }
    let text = read(&args.file)?;
    let lead = NewLead {
        id: args.id.clone(),
        arrived: args.arrived.clone(),
        wants: args.wants.clone(),
        note: args.note.clone(),
        staff_says: args.staff_says.clone(),
        test: args.test,
    };
    let after = append(&text, &lead, &ids_around(&args.file)).map_err(|why| format!("`{shown}` was not changed: {why}"))?;
    fs::write(&args.file, after).map_err(|error| format!("`{shown}` cannot be written: {error}"))?;
    out!("Added {} to {shown}. If you drew it with the others, count it in `selected` too.", args.id.shown());
    Ok(Outcome::Fine)
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("there is no file `{}`; give the path of a channel's file", path.shown()).into(),
        std::io::ErrorKind::InvalidData => {
            format!("`{}` is not written in UTF-8: save it with that encoding", path.shown()).into()
        }
        _ => format!("`{}` cannot be read: {error}", path.shown()).into(),
    })
}

/// The ids of the leads in the other channels of the audit.
fn ids_around(file: &Path) -> Vec<String> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = folder.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let yaml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml");
    let others = entries.filter(|path| yaml(path) && path.file_name() != file.file_name());
    others.filter_map(|path| fs::read_to_string(path).ok()).flat_map(|text| lead_ids(&text)).collect()
}
