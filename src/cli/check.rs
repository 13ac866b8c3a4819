//! `check`: says what is wrong in the audits, and writes nothing.

use handoff_audit::{Checked, check_for, diagnostic};

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
pub(super) fn outcome(checked: &Checked, strict: bool) -> Outcome {
    if stops(checked, strict) { Outcome::Problems } else { Outcome::Fine }
}

/// Whether the problems stop a build.
pub(super) fn stops(checked: &Checked, strict: bool) -> bool {
    checked.has_errors() || (strict && !checked.problems.is_empty())
}

/// What there is after a run that made nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing.
    Nothing,
    /// The site of an earlier run.
    LastSite,
    /// Pages that are served, and a watch on the files.
    Watched,
}

/// What a run ends with that made nothing: kind where nothing is wrong and only facts are lacking.
pub(super) fn farewell(checked: &Checked, nothing: &str, after: After) -> String {
    let (again, stays) = match after {
        After::Nothing => (", and run this again", ""),
        After::LastSite => (", and run this again", "; the last site stays as it was"),
        After::Watched => ("", "; pages stay as they were"),
    };
    match checked.lacks_only_facts() {
        true => format!("{nothing} yet, and nothing is wrong: write a fact in place of each `TODO`{again}{stays}"),
        false if after == After::Nothing => format!("{nothing}; mend this first"),
        false => format!("{nothing}{stays}"),
    }
}
