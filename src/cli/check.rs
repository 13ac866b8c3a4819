//! `check`: says what is wrong in the audits, and writes nothing.

use handoff_audit::{check_for, diagnostic};

use super::{CheckArgs, Error, Format, Outcome, output::Teller, show};

pub(super) fn run(args: &CheckArgs) -> Result<Outcome, Error> {
    let checked = check_for(&args.audits, args.edition.into());
    let teller = Teller::new(args, &checked, false)?;
    if !teller.print() {
        match args.format {
            Format::Json => show::json(&diagnostic::json::document(&checked.problems, &checked.sources)),
            _ => show::problems_on_stdout(&checked.problems, &checked.sources),
        }
    }
    teller.summarize()?;
    Ok(outcome(&checked, args.strict))
}

/// What the problems amount to.
pub(super) fn outcome(checked: &handoff_audit::Checked, strict: bool) -> Outcome {
    let problems = checked.has_errors() || (strict && !checked.problems.is_empty());
    if problems { Outcome::Problems } else { Outcome::Fine }
}
