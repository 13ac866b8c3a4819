//! `<audit>/leads.csv`, `findings.csv` and `actions.csv`: what the pages show, for spreadsheets.

use crate::framework::Step;
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

fn lead_row(channel: &ChannelReport, lead: &LeadReport) -> Vec<String> {
    let name = |step: Option<Step>| step.map_or_else(String::new, |step| step.id().to_owned());
    let mut row = vec![
        lead.id.clone(),
        channel.id.clone(),
        lead.class.id().to_owned(),
        lead.furthest.to_string(),
        name(lead.stopped_at),
        name(lead.slipped_at),
        lead.test.to_string(),
        lead.proven_booking.to_string(),
    ];
    for (_, step) in lead.steps.iter() {
        row.extend([
            step.verdict.id().to_owned(),
            step.derived.map_or_else(String::new, |derived| derived.id().to_owned()),
            step.rules.join(" "),
            number(step.elapsed_minutes),
            number(step.elapsed_on_clock_minutes),
            step.limit.clone(),
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
    csv::table(&FINDING.map(str::to_owned), rows)
}

fn finding_row(subject: &Subject<'_>, finding: &Finding) -> Option<Vec<String>> {
    let (channel, step) = finding.place()?;
    let words = subject.written(channel, step);
    let fix = subject.fix(channel, step);
    let text = |text: Option<&String>| text.map_or_else(String::new, |text| text.trim().to_owned());
    let rules: Vec<&str> = finding.rules.iter().map(|count| count.rule).collect();
    Some(vec![
        finding.id.clone(),
        channel.to_owned(),
        step.id().to_owned(),
        finding.rating.id().to_owned(),
        finding.status.to_owned(),
        subject.finding_title(channel, step),
        finding.verdicts.late.to_string(),
        finding.verdicts.weak.to_string(),
        finding.verdicts.unproven.to_string(),
        finding.verdicts.fail.to_string(),
        finding.leaks.to_string(),
        subject.report.channels[subject.channel_place(channel)?].counted.to_string(),
        number(fix.map(|row| row.affected_per_month)),
        number(fix.map(|row| row.low)),
        number(fix.map(|row| row.high)),
        number(fix.and_then(|row| row.recoverable_per_month)),
        finding.leads.join(" "),
        rules.join(" "),
        words.and_then(|words| words.cause_kind).map_or_else(String::new, |kind| kind.id().to_owned()),
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
            id,
            channel.to_owned(),
            step.id().to_owned(),
            rating.unwrap_or_default().to_owned(),
            action.what.clone(),
            subject.audit.owner_role(&action.owner).to_owned(),
            action.due.to_string(),
            action.status.id().to_owned(),
            action.overdue(subject.audit.actions_as_of).to_string(),
        ]
    });
    csv::table(&ACTION.map(str::to_owned), rows)
}

/// A number as it stands in `report.json`; nothing where there is none.
fn number<T: ToString>(number: Option<T>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}
