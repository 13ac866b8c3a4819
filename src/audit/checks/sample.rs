//! Samples: whether they add up, whether they are large enough, how much was left out; volumes and routes.

use std::collections::BTreeSet;

use super::{count, given, whole};
use crate::audit::raw::{ChannelFile, SampleEntry};
use crate::audit::read::{RawAudit, RawChannel};
use crate::audit::values::Field;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::framework::{Step, scoring};

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    for (channel, record) in audit.read_channels() {
        if let Some(sample) = record.sample.get() {
            exclusions(sample, problems);
        }
        if let Some(traced) = traced(channel, record) {
            adds_up(record, traced, problems);
            small(record, traced, problems);
            not_applicable(record, traced, problems);
        }
        if record.volume.is_absent() && !channel.torn {
            problems.push(
                Diagnostic::new(Code::NoVolume, whole(channel.file), format!("the channel `{}` has no volume", channel.id))
                    .help("add `volume: {leads: 96, per: month, source: where the figure comes from}`; without it no leads a month can be told"),
            );
        }
    }
    single_route(audit, problems);
}

/// How many leads were traced, test leads aside; none where that cannot be told.
fn traced(channel: &RawChannel<'_>, record: &ChannelFile) -> Option<usize> {
    if !channel.is_whole() {
        return None;
    }
    let tests: Option<Vec<bool>> = given(&record.leads).map(|lead| lead.value.is_test()).collect();
    Some(tests?.into_iter().filter(|test| !test).count())
}

fn adds_up(record: &ChannelFile, traced: usize, problems: &mut Vec<Diagnostic>) {
    let Some(sample) = record.sample.get() else { return };
    let (Some(selected), Some(leads)) = (sample.selected.at(), record.leads.at()) else { return };
    if let Some(size) = sample.size.at().filter(|size| selected.value > size.value) {
        problems.push(
            Diagnostic::new(
                Code::SampleMismatch,
                selected.place,
                format!("{} were selected out of {}", selected.value, size.value),
            )
            .label("more than there were")
            .second(size.place, "so many there were")
            .help("`size` is how many leads there were to draw from, `selected` how many of them were drawn"),
        );
    }
    let excluded = match &sample.excluded {
        Field::Absent => 0,
        Field::Is(at) if !at.value.is_broken() => at.value.items.len(),
        Field::Is(_) | Field::Broken => return,
    };
    let sum = traced + excluded;
    if i64::try_from(sum) != Ok(selected.value) {
        problems.push(
            Diagnostic::new(
                Code::SampleMismatch,
                selected.place,
                format!("`selected` is {}, but {traced} traced and {excluded} excluded leads make {sum}", selected.value),
            )
            .label(format!("{sum} in this file"))
            .second(leads.key, format!("{}, test leads aside", count(traced, "lead", "leads")))
            .help("trace the leads that are missing, or correct `selected`")
            .help("or list those left out under `sample: {excluded: [{id: …, because: …}]}`"),
        );
    }
}

fn small(record: &ChannelFile, traced: usize, problems: &mut Vec<Diagnostic>) {
    let Some(leads) = record.leads.at().filter(|leads| !leads.value.items.is_empty() && traced < scoring::SMALL_SAMPLE_BELOW)
    else {
        return;
    };
    problems.push(
        Diagnostic::new(
            Code::SmallSample,
            leads.key,
            format!("only {} traced in this channel", count(traced, "lead was", "leads were")),
        )
        .help(format!(
            "about {} leads find most problems, {} support a score, {} support a claim of control",
            scoring::SAMPLE_FINDS_PROBLEMS,
            scoring::SAMPLE_SUPPORTS_SCORE,
            scoring::SAMPLE_SUPPORTS_CONTROL
        )),
    );
}

fn not_applicable(record: &ChannelFile, traced: usize, problems: &mut Vec<Diagnostic>) {
    let counted = || given(&record.leads).filter(|lead| lead.value.is_test() == Some(false));
    for (index, step) in Step::ALL.into_iter().enumerate() {
        let places: Vec<Place> = counted().filter_map(|lead| lead.value.steps().get(index)?.na).collect();
        if let Some(first) = places.first().filter(|_| places.len() as f64 / traced as f64 > scoring::MANY_NA_ABOVE) {
            problems.push(
                Diagnostic::new(
                    Code::ManyNa,
                    *first,
                    format!("`{}` is `na` in {} of {}", step.id(), places.len(), count(traced, "lead", "leads")),
                )
                .label("the first of them")
                .help("`na` says that the step could not apply; what did not happen is `never`, and what nobody can tell is `unknown`"),
            );
        }
    }
}

fn exclusions(sample: &SampleEntry, problems: &mut Vec<Diagnostic>) {
    let (Some(selected), Some(excluded)) = (sample.selected.get(), sample.excluded.at()) else { return };
    let number = excluded.value.items.len();
    if number as f64 / *selected as f64 > scoring::MANY_EXCLUSIONS_ABOVE {
        problems.push(
            Diagnostic::new(
                Code::ManyExclusions,
                excluded.key,
                format!("{} of {} selected leads {} excluded", number, selected, if number == 1 { "was" } else { "were" }),
            )
            .help("more than a fifth was left out: check that each reason would stand up to the client, or draw anew"),
        );
    }
}

fn single_route(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let kinds: Option<BTreeSet<_>> =
        audit.channels.iter().map(|channel| channel.record.as_ref().and_then(|record| record.kind.get())).collect();
    let Some(kinds) = kinds.filter(|_| audit.files.complete) else { return };
    if let (1, Some(kind)) = (kinds.len(), kinds.first()) {
        problems.push(
            Diagnostic::new(
                Code::SingleRoute,
                whole(audit.files.main),
                format!("only one kind of channel was audited: `{}`", kind.id()),
            )
            .help("handoffs break where routes differ: trace another route too; with one alone the overall level is at most 3"),
        );
    }
}
