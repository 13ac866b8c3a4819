//! `<audit>/leads.csv`, `findings.csv` and `actions.csv`: what the pages show, for spreadsheets.

use std::borrow::Cow;

use crate::audit::CauseKind;
use crate::framework::{Step, Verdict};
use crate::report::{ChannelReport, Finding, LeadReport};
use crate::site::subject::Subject;
use crate::site::{Error, csv};

/// The file of the actions.
pub(crate) const ACTIONS: &str = "actions.csv";
/// The tables by the names of their files.
pub(crate) const FILES: [&str; 3] = ["leads.csv", "findings.csv", ACTIONS];

/// The three tables, each with the name of its file.
pub(crate) fn all(subject: &Subject<'_>) -> Result<Vec<(&'static str, Vec<u8>)>, Error> {
    let tables = [leads(subject), findings(subject), actions(subject)];
    FILES
        .into_iter()
        .zip(tables)
        .map(|(file, table)| Ok((file, table.map_err(|source| Error::new(subject.path(file), source))?)))
        .collect()
}

/// Columns of a lead; those of its steps follow.
const LEAD: [&str; 8] = ["lead", "channel", "class", "furthest", "stopped_at", "slipped_at", "test", "proven_booking"];
/// Columns of each step of a lead, after its name: `claim_verdict`.
const STEP: [&str; 6] = ["verdict", "derived", "rules", "elapsed_minutes", "elapsed_on_clock_minutes", "limit"];

/// A row for each lead, test leads included.
fn leads(subject: &Subject<'_>) -> Result<Vec<u8>, ::csv::Error> {
    let of_steps = Step::ALL.into_iter().flat_map(|step| STEP.map(|column| format!("{}_{column}", step.id())));
    let head: Vec<String> = LEAD.map(str::to_owned).into_iter().chain(of_steps).collect();
    let rows = subject.report.channels.iter().flat_map(|channel| channel.leads.iter().map(move |lead| lead_row(channel, lead)));
    csv::table(&head, rows)
}

fn lead_row<'r>(channel: &'r ChannelReport, lead: &'r LeadReport) -> Vec<Cow<'r, str>> {
    let name = |step: Option<Step>| step.map_or("", Step::id).into();
    let truth = |holds: bool| if holds { "true" } else { "false" }.into();
    let mut row = Vec::with_capacity(LEAD.len() + Step::ALL.len() * STEP.len());
    row.extend([
        Cow::from(&lead.id),
        Cow::from(&channel.id),
        lead.class.id().into(),
        lead.furthest.to_string().into(),
        name(lead.stopped_at),
        name(lead.slipped_at),
        truth(lead.test),
        truth(lead.proven_booking),
    ]);
    for (_, step) in lead.steps.iter() {
        row.extend([
            step.verdict.id().into(),
            step.derived.map_or("", Verdict::id).into(),
            match step.rules.as_slice() {
                [] => "".into(),
                [rule] => Cow::from(*rule),
                rules => rules.join(" ").into(),
            },
            number(step.elapsed_minutes),
            number(step.elapsed_on_clock_minutes),
            Cow::from(&step.limit),
        ]);
    }
    row
}

const FINDING: [&str; 21] = [
    "finding",
    "channel",
    "step",
    "rating",
    "status",
    "title",
    "late",
    "weak",
    "unproven",
    "fail",
    "leaks",
    "counted",
    "affected_per_month",
    "affected_low",
    "affected_high",
    "recoverable_per_month",
    "leads",
    "rules",
    "cause_kind",
    "cause",
    "recommendation",
];

/// A row for each finding; what the auditor wrote stands as written, in Markdown.
fn findings(subject: &Subject<'_>) -> Result<Vec<u8>, ::csv::Error> {
    let rows = subject.report.findings.iter().filter_map(|finding| finding_row(subject, finding));
    csv::table(&FINDING, rows)
}

fn finding_row<'r>(subject: &Subject<'r>, finding: &'r Finding) -> Option<Vec<Cow<'r, str>>> {
    let (channel, step) = finding.place()?;
    let words = subject.written(channel, step);
    let fix = subject.fix(channel, step);
    let text = |text: Option<&'r String>| text.map_or("", |text| text.trim()).into();
    let rules: Vec<&str> = finding.rules.iter().map(|count| count.rule).collect();
    Some(vec![
        Cow::from(&finding.id),
        channel.into(),
        step.id().into(),
        finding.rating.id().into(),
        finding.status.into(),
        subject.finding_title(channel, step).into(),
        finding.verdicts.late.to_string().into(),
        finding.verdicts.weak.to_string().into(),
        finding.verdicts.unproven.to_string().into(),
        finding.verdicts.fail.to_string().into(),
        finding.leaks.to_string().into(),
        subject.report.channels[subject.channel_place(channel)?].counted.to_string().into(),
        number(fix.map(|row| row.affected_per_month)),
        number(fix.map(|row| row.low)),
        number(fix.map(|row| row.high)),
        number(fix.and_then(|row| row.recoverable_per_month)),
        finding.leads.join(" ").into(),
        rules.join(" ").into(),
        words.and_then(|words| words.cause_kind).map_or("", CauseKind::id).into(),
        text(words.and_then(|words| words.cause.as_ref())),
        text(words.and_then(|words| words.recommendation.as_ref())),
    ])
}

const ACTION: [&str; 9] = ["finding", "channel", "step", "rating", "action", "owner", "due", "status", "overdue"];

/// A row for each action, the one due first at the top; `rating` is empty where the trace shows no finding.
fn actions(subject: &Subject<'_>) -> Result<Vec<u8>, ::csv::Error> {
    let rows = subject.actions().into_iter().map(|((channel, step), action)| {
        let id = format!("{channel}/{}", step.id());
        let rating = subject.finding(channel, step).map(|finding| finding.rating.id());
        vec![
            Cow::from(id),
            channel.into(),
            step.id().into(),
            rating.unwrap_or_default().into(),
            Cow::from(&action.what),
            subject.audit.owner_role(&action.owner).into(),
            action.due.to_string().into(),
            action.status.id().into(),
            action.overdue(subject.audit.actions_as_of).to_string().into(),
        ]
    });
    csv::table(&ACTION, rows)
}

/// A number as it stands in `report.json`; nothing where there is none.
fn number<'t, T: ToString>(number: Option<T>) -> Cow<'t, str> {
    number.map_or("".into(), |number| number.to_string().into())
}
