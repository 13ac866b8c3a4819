//! Ids that refer to something: systems, evidence, channels, leads, steps.

use std::collections::HashSet;

use super::given;
use crate::audit::read::RawAudit;
use crate::audit::values::{At, Field, Listed};
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::Step;
use crate::suggest::{listed, nearest};

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let mut systems =
        Names::of_register(["system", "systems", "add it to `systems` in audit.yml"], audit, |main| keys(&main.systems));
    let mut evidence =
        Names::of_register(["item of evidence", "items of evidence", "add it to `evidence` in audit.yml"], audit, |main| {
            keys(&main.evidence)
        });
    if systems.names.contains("none") {
        reserved_none(audit, problems);
    }
    for (_, channel) in audit.read_channels() {
        evidence.check_all(&channel.evidence, problems);
        for lead in given(&channel.leads).map(|lead| &lead.value) {
            evidence.check_all(&lead.evidence, problems);
            for step in lead.steps() {
                if let Some(at) = step.recorded_in.and_then(Field::at).filter(|at| at.value != "none") {
                    let before = problems.len();
                    systems.check(at, problems);
                    if let Some(problem) = problems.get_mut(before).filter(|_| is_nowhere(&at.value)) {
                        *problem = problem.clone().meant("none");
                    }
                }
                if let Some(list) = step.evidence {
                    evidence.check_all(list, problems);
                }
            }
            for item in given(&lead.overrides).map(|item| &item.value) {
                evidence.check_all(&item.evidence, problems);
                if let Some(step) = item.step.at() {
                    check_step(step, &step.value, problems);
                }
            }
        }
    }
    let channels = Names {
        what: "channel",
        many: "channels",
        add: "give it a file of its own",
        names: audit.channels.iter().map(|channel| channel.id).collect(),
        whole: audit.files.complete,
        asked: 0,
    };
    words_of_audit(audit, channels, problems);
}

/// Whether people mean that something is recorded in no system.
fn is_nowhere(said: &str) -> bool {
    matches!(said.to_lowercase().as_str(), "nowhere" | "nothing" | "nobody" | "no" | "not recorded" | "memory")
}

/// References in `audit.yml`: keys of findings, channels and leads of observations.
fn words_of_audit(audit: &RawAudit<'_>, mut channels: Names<'_>, problems: &mut Vec<Diagnostic>) {
    let Some(main) = &audit.main else { return };
    let mut leads = Names::of_leads(audit);
    for (key, _) in main.findings.get().into_iter().flatten() {
        let Some((channel, step)) = key.value.split_once('/') else {
            problems.push(Diagnostic::new(Code::UnknownReference, key.place, format!("`{}` names no finding", key.value)).help(
                format!(
                    "the key of a finding is channel and step with a `/` between them: {}",
                    shape_of_findings(&channels, &key.value, "")
                ),
            ));
            continue;
        };
        let before = problems.len();
        let named = At { value: channel.to_owned(), place: key.place, key: key.key };
        channels.check(&named, problems);
        check_step(key, step, problems);
        for problem in problems.iter_mut().skip(before) {
            problem.help.push(format!("a finding is written {}", shape_of_findings(&channels, channel, step)));
        }
    }
    let excluded = excluded(audit);
    for observation in given(&main.observations).map(|item| &item.value) {
        channels.check_all(&observation.channels, problems);
        for lead in given(&observation.leads) {
            if excluded.contains(lead.value.as_str()) && !leads.names.contains(lead.value.as_str()) {
                problems.push(
                    Diagnostic::new(
                        Code::UnknownReference,
                        lead.place,
                        format!("`{}` is excluded, so there is no lead to refer to", lead.value),
                    )
                    .help("name traced leads alone"),
                );
            } else {
                leads.check(lead, problems);
            }
        }
    }
}

/// The ids of leads that were drawn and left out.
pub(super) fn excluded<'a>(audit: &'a RawAudit<'_>) -> HashSet<&'a str> {
    let samples = audit.read_channels().filter_map(|(_, channel)| channel.sample.get());
    samples.flat_map(|sample| given(&sample.excluded)).filter_map(|item| item.value.id.get()).map(String::as_str).collect()
}

/// How a finding is written, with the channel and the step that are meant, or else the first channel and one of the steps.
fn shape_of_findings(channels: &Names<'_>, channel: &str, step: &str) -> String {
    let mut names: Vec<&str> = channels.names.iter().copied().collect();
    names.sort_unstable();
    let meant = names.iter().find(|name| **name == channel).copied().or_else(|| nearest(channel, names.iter().copied()));
    let meant = meant.or_else(|| names.first().copied()).unwrap_or("phone");
    let step = Step::from_id(step).or_else(|| Step::from_id(nearest(step, Step::ALL.iter().map(|step| step.id()))?));
    let step = step.unwrap_or(Step::Claim).id();
    format!("`findings: {{{meant}/{step}: {{cause: …, recommendation: …}}}}`")
}

fn check_step(at: &At<String>, step: &str, problems: &mut Vec<Diagnostic>) {
    if Step::from_id(step).is_some() {
        return;
    }
    let steps = || Step::ALL.iter().map(|step| step.id());
    let mut problem = Diagnostic::new(Code::UnknownReference, at.place, format!("there is no step `{step}`"));
    if let Some(meant) = nearest(step, steps()) {
        problem = problem.meant(meant);
    }
    problems.push(problem.help(format!("the steps are {}", listed(steps(), "and"))));
}

fn reserved_none(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let systems = audit.main.iter().filter_map(|main| main.systems.get()).flatten();
    for (id, _) in systems.filter(|(id, _)| id.value == "none") {
        problems.push(
            Diagnostic::new(Code::BadId, id.place, "no system can have the id `none`")
                .help("`in: none` says that something is recorded nowhere: give the system another id"),
        );
    }
}

pub(super) fn keys<T>(register: &Field<Vec<(At<String>, Field<T>)>>) -> Option<Vec<&str>> {
    match register {
        Field::Absent => Some(Vec::new()),
        Field::Broken => None,
        Field::Is(at) => Some(at.value.iter().map(|(id, _)| id.value.as_str()).collect()),
    }
}

/// How many ids are compared for proposals, at most: a register of thousands, and as many slips, would take long.
pub(super) const COMPARISONS: usize = 200_000;

/// The ids to which something may refer.
pub(super) struct Names<'a> {
    what: &'static str,
    many: &'static str,
    /// What to do if it is meant and not there.
    add: &'static str,
    pub(super) names: HashSet<&'a str>,
    /// Whether all of them are known: only then is an id that is not among them wrong.
    whole: bool,
    asked: usize,
}

impl<'a> Names<'a> {
    /// The traced leads.
    pub(super) fn of_leads(audit: &'a RawAudit<'_>) -> Self {
        Names {
            what: "lead",
            many: "leads",
            add: "add it to the `leads` of its channel",
            names: audit.leads().filter_map(|lead| lead.value.id.get()).map(String::as_str).collect(),
            whole: audit.channels_whole() && audit.leads().all(|lead| lead.value.id.get().is_some()),
            asked: 0,
        }
    }

    pub(super) fn of_register(
        [what, many, add]: [&'static str; 3],
        audit: &'a RawAudit<'_>,
        register: impl Fn(&'a crate::audit::raw::AuditFile) -> Option<Vec<&'a str>>,
    ) -> Self {
        let names = audit.main.as_ref().and_then(register);
        let whole = names.is_some() && !audit.main_torn;
        Names { what, many, add, names: names.unwrap_or_default().into_iter().collect(), whole, asked: 0 }
    }

    fn check_all(&mut self, list: &Field<Listed<String>>, problems: &mut Vec<Diagnostic>) {
        for at in given(list) {
            self.check(at, problems);
        }
    }

    pub(super) fn check(&mut self, at: &At<String>, problems: &mut Vec<Diagnostic>) {
        let id = at.value.as_str();
        if !self.whole || self.names.contains(id) {
            return;
        }
        let mut problem = Diagnostic::new(
            Code::UnknownReference,
            at.place,
            format!("there is no {} `{}`", self.what, crate::audit::values::shortened(id)),
        );
        // in the order of the ids, so that of two that are equally near always the same is proposed
        let mut names: Vec<&str> = Vec::new();
        if self.asked < COMPARISONS {
            self.asked += self.names.len();
            names.extend(&self.names);
            names.sort_unstable();
            if let Some(meant) = nearest(id, names.iter().copied()) {
                problem = problem.meant(meant);
            }
        }
        problems.push(problem.help(self.advice(&names)));
    }

    fn advice(&self, names: &[&str]) -> String {
        let known = match names {
            [] => return format!("refer to one that is there, or {}", self.add),
            [only] => format!("the only {} is `{only}`", self.what),
            names if names.len() <= 12 => format!("the {} are {}", self.many, listed(names.iter().copied(), "and")),
            _ => return format!("refer to one that is there, or {}", self.add),
        };
        format!("{known}; if it is missing there, {}", self.add)
    }
}
