//! `new`: writes the files of a new audit, with `TODO` where a fact is missing.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use handoff_audit::audit::draft::NewAudit;
use handoff_audit::audit::{id_fault, schema};
use handoff_audit::diagnostic::Shown as _;
use handoff_audit::framework::ChannelKind;
use handoff_audit::output::counted;

use super::show::out;
use super::{Error, Outcome};

/// The folder of the schemas, beside the clients: hidden, so that it is not taken for one.
const SCHEMAS: &str = ".schema";

/// What to begin with.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// The audit's id, which is its folder: a client and a period, such as `blue-heron/2026-11`
    #[arg(value_name = "CLIENT/PERIOD")]
    id: String,
    /// The routes to trace, a file for each
    #[arg(long, value_name = "KINDS", value_delimiter = ',', default_value = "phone,form,estimate", value_parser = kinds())]
    channels: Vec<ChannelKind>,
    /// How many leads to lay out in each
    #[arg(long, value_name = "NUMBER", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=500))]
    leads: u16,
    /// The folder that holds the audits; it is made where it is not there
    #[arg(long, default_value = "audits", value_name = "FOLDER")]
    audits: PathBuf,
}

#[expect(clippy::expect_used, reason = "clap lets none but the possible values pass")]
fn kinds() -> impl TypedValueParser<Value = ChannelKind> {
    let ids = PossibleValuesParser::new(ChannelKind::ALL.map(ChannelKind::id));
    ids.map(|id| ChannelKind::ALL.into_iter().find(|kind| kind.id() == id).expect("it is one of the possible values"))
}

pub(super) fn run(args: &NewArgs) -> Result<Outcome, Error> {
    let (client, period) = parts(&args.id)?;
    let twice = |(at, kind): &(usize, &ChannelKind)| args.channels.iter().take(*at).any(|before| before == *kind);
    if let Some((_, kind)) = args.channels.iter().enumerate().find(twice) {
        return Err(format!("`--channels` names `{}` twice; a second one can be copied and renamed later", kind.id()).into());
    }
    let folder = args.audits.join(client).join(period);
    free(&folder)?;
    if let Some(outer) = [&args.audits, &args.audits.join(client)].into_iter().find(|folder| has_audit(folder)) {
        let outer = outer.shown();
        return Err(format!("`{outer}` is an audit itself, and no audit lies inside another; choose another folder").into());
    }
    let audit =
        NewAudit { client: client.into(), period: period.into(), channels: args.channels.clone(), leads: args.leads.into() };
    let files = audit.files(&format!("../../{SCHEMAS}"));
    write_schemas(&args.audits.join(SCHEMAS))?;
    fs::create_dir_all(&folder).map_err(|error| cannot(&folder, &error))?;
    for (name, text) in &files {
        let path = folder.join(name);
        let written = fs::File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| cannot(&path, &error))?;
    }
    tell(args, &folder, &files);
    Ok(Outcome::Fine)
}

/// Client and period of an id.
fn parts(id: &str) -> Result<(&str, &str), Error> {
    let typed = id.trim_end_matches('/');
    let Some((client, period)) = typed.split_once('/').filter(|(client, period)| !client.is_empty() && !period.contains('/'))
    else {
        let example = if typed.is_empty() || typed.contains('/') { "blue-heron" } else { typed };
        return Err(format!(
            "`{}` is not a client and a period; write both with a `/` between them: `{}/2026-11`",
            id.shown(),
            example.shown()
        )
        .into());
    };
    match id_fault(typed) {
        Some((message, help)) => Err(format!("{message}; {help}").into()),
        None => Ok((client, period)),
    }
}

/// Stops where something is there already.
fn free(folder: &Path) -> Result<(), Error> {
    let taken = match folder.read_dir() {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    };
    if taken {
        return Err(
            format!("`{}` is there already, and nothing in it is overwritten; choose another period", folder.shown()).into()
        );
    }
    Ok(())
}

fn has_audit(folder: &Path) -> bool {
    ["audit.yml", "audit.yaml"].iter().any(|name| folder.join(name).exists())
}

/// Writes the schemas that editors read; they are the program's own, so that those of another version are replaced.
fn write_schemas(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
    for schema in schema::FILES {
        let path = folder.join(schema.file_name());
        fs::write(&path, schema.text()).map_err(|error| cannot(&path, &error))?;
    }
    Ok(())
}

fn cannot(path: &Path, error: &std::io::Error) -> Error {
    format!("`{}` cannot be written: {error}", path.shown()).into()
}

/// Says what was written, and what comes next.
fn tell(args: &NewArgs, folder: &Path, files: &[(String, String)]) {
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    out!("Wrote {} with {}: {} in each channel.", folder.shown(), names.join(", "), counted(args.leads.into(), "lead"));
    let typed = args.audits.shown();
    let other = if typed == "audits" { String::new() } else { format!(" {typed}") };
    let (check, build) = (format!("handoff-audit check{other}"), format!("handoff-audit{other}"));
    let width = check.len();
    out!("Next:");
    out!("  {:width$}  write facts in place of each TODO; an editor that knows YAML completes and explains", "edit the files");
    out!("  {check:width$}  lists what is still to do, and what is wrong");
    out!("  {build:width$}  builds the site when nothing is");
}
