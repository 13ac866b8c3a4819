//! `pdf`: checks the audits and lets a browser print one of them into a file.

use std::fs;
use std::path::{Path, PathBuf};

use handoff_audit::audit::Edition;
use handoff_audit::diagnostic::Shown as _;
use handoff_audit::output::counted;
use handoff_audit::pdf::{self, Browser, Paper};
use handoff_audit::report::Summary;
use handoff_audit::site::{Design, Press};
use handoff_audit::{Checked, check_for};

use super::{
    Error, Outcome, PdfArgs, build,
    check::{self, outcome},
    progress,
    show::{self, err, out},
    templates,
};

pub(super) fn run(args: &PdfArgs) -> Result<Outcome, Error> {
    let browser = Browser::find(|name| std::env::var_os(name))?;
    let (root, id) = locate(&args.audit, &args.audits)?;
    let progress = progress::start(true);
    progress.set_message("reading");
    let checked = check_for(&root, args.edition.into());
    let outcome = outcome(&checked, args.strict);
    if outcome != Outcome::Fine {
        progress.finish_and_clear();
        show::problems_on_stderr(&checked.problems, &checked.sources);
        err!("{}", check::farewell(&checked, "No PDF was written", check::After::Nothing));
        return Ok(outcome);
    }
    let at = place(&checked, id.as_deref()).ok_or_else(|| unknown(&args.audit, &root, &checked))?;
    let (audit, report) = checked.audits.get(at).ok_or_else(|| unknown(&args.audit, &root, &checked))?;
    let target = args.out.clone().unwrap_or_else(|| file_name(&audit.id, audit.edition));
    let paper = args.paper.map_or_else(|| Paper::usual(&audit.zone_name), Paper::from);
    let own = args.templates.as_deref().map(templates::read).transpose()?;
    progress.set_message("printing");
    let written = pdf::write(
        &Press::designed(&checked.audits, Design { brands: Some(&checked.brands), templates: own.as_ref() })?,
        at,
        paper,
        &root,
        &browser,
        &target,
    )?;
    progress.finish_and_clear();
    let pages = written.pages.map_or_else(String::new, |pages| format!(", {}", counted(pages, "page")));
    out!("Wrote {}{pages}", target.shown());
    if audit.edition == Edition::Internal {
        err!("This is the internal edition: it holds personal data, do not pass it on.");
    }
    if written.unsandboxed {
        err!(
            "note: the browser ran without its sandbox, which root and many containers cannot have; it opened nothing but this report"
        );
    }
    Ok(build::gate_outcome(&Summary::from(report)))
}

/// The folder of audits to read, and the audit's id in it; none where the folder is the audit. An audit that lies below `audits` is
/// read together with those around it, since it may follow one of them.
fn locate(audit: &Path, audits: &Path) -> Result<(PathBuf, Option<String>), Error> {
    if !has_audit(audit) {
        return Ok((audits.to_owned(), Some(id(audit))));
    }
    let (real, root) = (fs::canonicalize(audit)?, fs::canonicalize(audits).ok());
    Ok(match root.and_then(|root| real.strip_prefix(&root).ok().map(Path::to_owned)) {
        Some(below) => (audits.to_owned(), Some(id(&below))),
        None => (audit.to_owned(), None),
    })
}

/// The file of an audit: one for each edition, so that neither is handed over in place of the other.
fn file_name(id: &str, edition: Edition) -> PathBuf {
    let edition = match edition {
        Edition::Client => "",
        Edition::Internal => "-internal",
    };
    PathBuf::from(id.replace('/', "-") + edition + ".pdf")
}

/// The id of the audit at a path below the root.
fn id(below: &Path) -> String {
    let parts = below.components().map(|part| part.as_os_str().to_string_lossy());
    parts.filter(|part| part != ".").collect::<Vec<_>>().join("/")
}

fn has_audit(folder: &Path) -> bool {
    ["audit.yml", "audit.yaml"].iter().any(|name| folder.join(name).is_file())
}

/// Where an audit stands among those that were read. Without an id, or with an empty one, the root is the audit itself.
fn place(checked: &Checked, id: Option<&str>) -> Option<usize> {
    match id.unwrap_or_default() {
        "" => (checked.audits.len() == 1).then_some(0),
        id => checked.audits.iter().position(|(audit, _)| audit.id == id),
    }
}

/// That there is no such audit, and which there are.
fn unknown(audit: &Path, root: &Path, checked: &Checked) -> String {
    let (audit, ids) = (audit.shown(), checked.audits.iter().map(|(audit, _)| audit.id.as_str()));
    let near = handoff_audit::nearest(&audit, ids.clone()).map(|id| format!("; did you mean `{id}`?")).unwrap_or_default();
    let all: Vec<_> = ids.take(20).collect();
    format!(
        "`{audit}` is neither the folder of an audit nor the id of one in {}{near}\n  audits there: {}",
        root.shown(),
        all.join(", ")
    )
}
