//! What is wrong in the files and can only be seen once verdicts are there.

use super::model::{Rating, Report};
use crate::audit::{Audit, Channel, Lead, Override};
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::{Step, Verdict, scoring};
use crate::rules::{self, Case};
use crate::words::Words;

/// Problems of one audit.
pub fn problems(audit: &Audit, report: &Report) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (channel, derived) in audit.channels.iter().zip(&report.channels) {
        for (lead, derived) in channel.leads.iter().zip(&derived.leads) {
            problems.extend(lead.overrides.iter().filter_map(|change| unjustified(audit, channel, lead, change)));
            // facts that are all `na` were reported when they were read
            if !lead.overrides.is_empty() && derived.steps.iter().all(|(_, step)| step.verdict == Verdict::NotApplicable) {
                problems.push(nothing_traced(lead));
            }
        }
    }
    problems.extend(uncovered(audit, report));
    problems.extend(many_overrides(audit));
    problems
}

/// An override that raises a verdict without evidence that is more than a staff statement (framework §3, "Overrides").
fn unjustified(audit: &Audit, channel: &Channel, lead: &Lead, change: &Override) -> Option<Diagnostic> {
    let case = Case::new(audit, channel, lead, change.step, audit.end_of_watching());
    let (derived, _) = rules::judge(&case);
    let raises = change.to.severity()? < derived.severity()?;
    if !raises || rules::proves(audit, &change.evidence) {
        return None;
    }
    let (from, to, step) = (derived.id(), change.to.id(), Words::english().name(change.step));
    let message = format!("the override raises {step} of `{}` from {from} to {to} without evidence", lead.id);
    let found = match change.evidence.is_empty() {
        true => "no evidence is named",
        false => "only staff statements are named",
    };
    Some(
        Diagnostic::new(Code::UnjustifiedOverride, change.place, message)
            .label(found)
            .help("name what shows it: `evidence: [ID]`, with an item that is not a staff statement")
            .help("an override's evidence is its own; that of the step or the lead does not count for it"),
    )
}

fn nothing_traced(lead: &Lead) -> Diagnostic {
    let message = format!("all five steps of `{}` do not apply, so nothing of it was traced", lead.id);
    Diagnostic::new(Code::NothingTraced, lead.place, message)
        .help("take the lead out, and list it under `sample: {excluded: [{id: …, because: …}]}`")
}

/// Weighty findings without the auditor's cause or recommendation.
fn uncovered(audit: &Audit, report: &Report) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for finding in report.findings.iter().filter(|finding| finding.rating <= Rating::High) {
        let Some((channel, step)) = finding.place() else { continue };
        let words = audit.findings.get(&(channel.to_owned(), step));
        let (missing, fields) = match words.map(|words| (words.cause.is_some(), words.recommendation.is_some())) {
            Some((true, true)) => continue,
            Some((true, false)) => ("a recommendation", "recommendation: …"),
            Some((false, true)) => ("a cause", "cause: …"),
            _ => ("a cause and a recommendation", "cause: …, recommendation: …"),
        };
        let place = words.map_or(audit.places.findings, |words| words.place);
        let message = format!("the finding `{}` is rated {} and lacks {missing}", finding.id, finding.rating.id());
        let written = format!("{}: {{{fields}}}", finding.id);
        // a file has one `findings`: who is told of several must not write it several times
        let help = match (words, audit.findings.is_empty() && problems.is_empty()) {
            (Some(_), _) => format!("add `{fields}` to it, in your own words"),
            (None, true) => format!("in audit.yml, write `findings: {{{written}}}`"),
            (None, false) => format!("in audit.yml, inside `findings`, write `{written}`"),
        };
        problems.push(Diagnostic::new(Code::UncoveredFinding, place, message).help(help));
    }
    problems
}

/// More overrides than can be called exceptions.
fn many_overrides(audit: &Audit) -> Option<Diagnostic> {
    let leads = || audit.channels.iter().flat_map(|channel| &channel.leads).filter(|lead| !lead.test);
    let overrides: Vec<_> =
        leads().flat_map(|lead| &lead.overrides).filter(|change| !change.expired(audit.observed_through)).collect();
    let verdicts = leads().count() * Step::ALL.len();
    if overrides.len() as f64 / (verdicts.max(1) as f64) <= scoring::MANY_OVERRIDES_ABOVE {
        return None;
    }
    let message = format!("{} of {verdicts} verdicts are overridden", overrides.len());
    Some(
        Diagnostic::new(Code::ManyOverrides, overrides[0].place, message)
            .label("the first of them")
            .help("where one rule does not fit many leads, the limit or the framework is the better place to say so"),
    )
}
