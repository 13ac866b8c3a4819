//! From what was read to the model: defaults filled in, evidence inherited, everything in its order.
//!
//! `?` on a field means: it is sound. Where one is not, there is no model.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Edition;
use super::checks::LeadTimes;
use super::hours::OpeningHours;
use super::model::*;
use super::private;
use super::raw::*;
use super::read::{RawAudit, RawChannel};
use super::values::{At, Field, Listed};
use crate::diagnostic::Place;
use crate::framework::{PerStep, Step};
use crate::say;
use crate::words::{Language, Words};

/// The model of an audit; none where a field of it is broken.
pub(super) fn audit(raw: &RawAudit<'_>, times: &[Vec<LeadTimes>], edition: Edition) -> Option<Audit> {
    let main = raw.main.as_ref()?;
    let (client, period) = (main.client.get()?.clone(), *main.period.get()?);
    let (zone, zone_name) = main.timezone.get()?.clone();
    let observed_through = *main.observed_through.get()?;
    let holidays: BTreeSet<_> = list(&main.holidays)?.into_iter().collect();
    main.format.get()?;
    let language = main.language.copied()?.unwrap_or_default();
    let mut channels = Vec::with_capacity(raw.channels.len());
    for (channel, times) in raw.channels.iter().zip(times) {
        channels.push(lower_channel(channel, times)?);
    }
    let top = Place { file: raw.files.main, start: 0, end: 0 };
    let mut audit = Audit {
        id: raw.files.id.clone(),
        edition,
        title: main.title.copied()?.unwrap_or_else(|| title(language, &client, period)),
        language,
        client,
        auditor: main.auditor.get()?.clone(),
        status: main.status.copied()?.unwrap_or(Status::Draft),
        period,
        observed_through,
        zone,
        zone_name,
        hours: main.hours.copied()?.map(|week| OpeningHours { week, holidays }),
        actions_as_of: main.actions_as_of.copied()?.unwrap_or(observed_through),
        internal: main.internal.copied()?,
        currency: main.currency.copied()?,
        value_per_booking: main.value_per_booking.copied()?,
        systems: register(&main.systems, |system| {
            Some(System { name: system.name.get()?.clone(), of_record: system.of_record.copied()?.unwrap_or(false) })
        })?,
        people: register(&main.people, |person| Some(Person { role: person.role.get()?.clone(), named: None }))?,
        evidence: register(&main.evidence, evidence)?,
        summary: main.summary.copied()?,
        findings: findings(main)?,
        observations: match main.observations.sound()? {
            Some(items) => items.items.iter().map(|item| observation(item.get()?)).collect::<Option<_>>()?,
            None => Vec::new(),
        },
        gate: match main.gate.sound()? {
            Some(gate) => Gate { fail: thresholds(&gate.fail)?, warn: thresholds(&gate.warn)? },
            None => Gate::default(),
        },
        channels,
        places: AuditPlaces {
            findings: main.findings.at().map_or(top, |findings| findings.key),
            gate: main.gate.at().map_or(top, |gate| gate.key),
        },
    };
    if let Some(names) = &raw.private {
        private::attach(&mut audit, names)?;
    }
    Some(audit)
}

/// What an audit is called that got no title.
fn title(language: Language, client: &str, period: Period) -> String {
    let words = Words::of(language);
    say!(words, "audit-title", client = client, period = words.period(period))
}

/// The ids of a list, each once: what a channel names holds for every step of every lead.
fn ids(field: &Field<Listed<String>>) -> Option<Arc<[String]>> {
    let mut seen = BTreeSet::new();
    let mut ids = list(field)?;
    ids.retain(|id| seen.insert(id.clone()));
    Some(ids.into())
}

/// The items of a list; none of them where it is left out.
fn list<T: Clone>(field: &Field<Listed<T>>) -> Option<Vec<T>> {
    match field.sound()? {
        Some(listed) => listed.items.iter().map(|item| item.get().cloned()).collect(),
        None => Some(Vec::new()),
    }
}

fn register<R, T>(field: &Field<Vec<(At<String>, Field<R>)>>, lower: impl Fn(&R) -> Option<T>) -> Option<BTreeMap<String, T>> {
    let entries = field.sound()?.into_iter().flatten();
    entries.map(|(id, entry)| Some((id.value.clone(), lower(entry.get()?)?))).collect()
}

fn evidence(item: &EvidenceEntry) -> Option<Evidence> {
    Some(Evidence {
        kind: *item.kind.get()?,
        what: item.what.get()?.clone(),
        file: item.file.copied()?,
        pii: item.pii.copied()?.unwrap_or(false),
    })
}

fn findings(main: &AuditFile) -> Option<BTreeMap<(String, Step), FindingWords>> {
    let entries = main.findings.sound()?.into_iter().flatten();
    let words = entries.filter(|(_, entry)| !entry.is_absent()).map(|(key, entry)| {
        let (channel, step) = key.value.split_once('/')?;
        Some(((channel.to_owned(), Step::from_id(step)?), finding(entry.get()?, key.place)?))
    });
    words.collect()
}

fn finding(entry: &FindingEntry, place: Place) -> Option<FindingWords> {
    let response = |said: &ResponseEntry| {
        Some(Response { by: said.by.get()?.clone(), date: *said.date.get()?, says: said.says.get()?.clone() })
    };
    let action = |action: &ActionEntry| {
        Some(Action {
            what: action.what.get()?.clone(),
            owner: action.owner.get()?.clone(),
            due: *action.due.get()?,
            status: action.status.copied()?.unwrap_or(ActionStatus::Planned),
        })
    };
    let accepted = |accepted: &AcceptedEntry| {
        Some(Accepted { because: accepted.because.get()?.clone(), by: accepted.by.get()?.clone(), date: *accepted.date.get()? })
    };
    Some(FindingWords {
        title: entry.title.copied()?,
        cause: entry.cause.copied()?,
        cause_kind: entry.cause_kind.copied()?,
        recommendation: entry.recommendation.copied()?,
        response: optional(&entry.response, response)?,
        action: optional(&entry.action, action)?,
        accepted: optional(&entry.accepted, accepted)?,
        internal: entry.internal.copied()?,
        place,
    })
}

/// An optional record: `None` where it is broken, `Some(None)` where it is left out.
fn optional<R, T>(field: &Field<R>, lower: impl Fn(&R) -> Option<T>) -> Option<Option<T>> {
    match field.sound()? {
        Some(record) => lower(record).map(Some),
        None => Some(None),
    }
}

fn observation(entry: &ObservationEntry) -> Option<Observation> {
    Some(Observation {
        id: entry.id.get()?.clone(),
        title: entry.title.get()?.clone(),
        rating: *entry.rating.get()?,
        body: entry.body.get()?.clone(),
        channels: list(&entry.channels)?,
        leads: list(&entry.leads)?,
        recommendation: entry.recommendation.copied()?,
        internal: entry.internal.copied()?,
    })
}

fn thresholds(field: &Field<ThresholdsEntry>) -> Option<Thresholds> {
    let Some(entry) = field.sound()? else { return Some(Thresholds::default()) };
    Some(Thresholds {
        overall_below: entry.overall_below.copied()?,
        channel_below: entry.channel_below.copied()?,
        unproven_above: entry.unproven_above.copied()?,
        leaked_above: entry.leaked_above.copied()?,
        overdue_actions: entry.overdue_actions.copied()?.unwrap_or(false),
        sample_below: entry.sample_below.copied()?,
        drop_from_previous: entry.drop_from_previous.copied()?,
    })
}

fn lower_channel(raw: &RawChannel<'_>, times: &[LeadTimes]) -> Option<Channel> {
    let record = raw.record.as_ref()?;
    let kind = *record.kind.get()?;
    let defaults = kind.defaults();
    let within = match record.within.sound()? {
        Some(within) => PerStep {
            capture: within.capture.copied()?,
            claim: within.claim.copied()?,
            r#continue: within.r#continue.copied()?,
            confirm: within.confirm.copied()?,
            close: within.close.copied()?,
        },
        None => PerStep::default(),
    };
    let own = ids(&record.evidence)?;
    let mut leads = Vec::with_capacity(times.len());
    for (item, times) in record.leads.get()?.items.iter().zip(times) {
        leads.push(lead(item.get()?, times, &own)?);
    }
    leads.sort_by(|a, b| a.id.cmp(&b.id));
    Some(Channel {
        id: raw.id.to_owned(),
        title: record.title.get()?.clone(),
        kind,
        volume: optional(&record.volume, |volume| {
            Some(Volume {
                leads: *volume.leads.get()?,
                per: volume.per.copied()?.unwrap_or(VolumePer::Month),
                booked_reported: volume.booked_reported.copied()?,
                source: volume.source.copied()?,
            })
        })?,
        sample: sample(record.sample.get()?)?,
        must_capture: match record.must_capture.is_absent() {
            true => defaults.must_capture.iter().map(|detail| (*detail).to_owned()).collect(),
            false => list(&record.must_capture)?,
        },
        clock: record.clock.copied()?.unwrap_or(defaults.clock),
        own_limits: within.map(|_, limit| limit.is_some()),
        within: PerStep::from_fn(|step| within[step].clone().unwrap_or_else(|| defaults.within[step].clone())),
        dead_after: record.dead_after.copied()?.unwrap_or(defaults.dead_after),
        within_source: record.within_source.copied()?,
        internal: record.internal.copied()?,
        leads,
    })
}

fn sample(entry: &SampleEntry) -> Option<Sample> {
    let excluded = |item: &ExcludedEntry| Some(Excluded { id: item.id.get()?.clone(), because: item.because.get()?.clone() });
    Some(Sample {
        frame: entry.frame.get()?.clone(),
        size: entry.size.copied()?,
        method: *entry.method.get()?,
        selected: *entry.selected.get()?,
        excluded: match entry.excluded.sound()? {
            Some(items) => items.items.iter().map(|item| excluded(item.get()?)).collect::<Option<_>>()?,
            None => Vec::new(),
        },
    })
}

fn lead(entry: &LeadEntry, times: &LeadTimes, channel: &Arc<[String]>) -> Option<Lead> {
    let own = ids(&entry.evidence)?;
    let inherited = if own.is_empty() { channel } else { &own };
    let at = |step: Step| times.at[step];
    Some(Lead {
        id: entry.id.get()?.clone(),
        arrived: times.arrived?,
        wants: entry.wants.copied()?,
        note: entry.note.copied()?,
        staff_says: entry.staff_says.copied()?,
        value: entry.value.copied()?,
        test: entry.test.copied()?.unwrap_or(false),
        internal: entry.internal.copied()?,
        buyer: None,
        capture: trace(&entry.capture, inherited, |fact| {
            Some(Capture { at: at(Step::Capture)?, recorded_in: recorded_in(&fact.recorded_in)?, got: list(&fact.got)? })
        })?,
        claim: trace(&entry.claim, inherited, |fact| {
            Some(Claim {
                at: at(Step::Claim)?,
                owner: fact.owner.get()?.clone(),
                kind: *fact.kind.get()?,
                on_duty: fact.on_duty.copied()?,
                recorded_in: recorded_in(&fact.recorded_in)?,
            })
        })?,
        r#continue: trace(&entry.r#continue, inherited, |fact| {
            Some(Continue {
                at: at(Step::Continue)?,
                did: fact.did.get()?.clone(),
                result: *fact.result.get()?,
                fit: fact.fit.copied()?.unwrap_or(Fit::Right),
                touches: fact.touches.copied()?.unwrap_or(1),
                next_step: fact.next_step.copied()?,
            })
        })?,
        confirm: trace(&entry.confirm, inherited, |fact| {
            Some(Confirm {
                at: at(Step::Confirm)?,
                what: fact.what.get()?.clone(),
                slot: if fact.slot.is_absent() { None } else { Some(times.slot?) },
                told_by: *fact.told_by.get()?,
                recorded_in: recorded_in(&fact.recorded_in)?,
            })
        })?,
        close: trace(&entry.close, inherited, |fact| {
            Some(Close {
                status: *fact.status.get()?,
                at: if fact.at.is_absent() { None } else { Some(at(Step::Close)?) },
                recorded_in: recorded_in(&fact.recorded_in)?,
                agrees: fact.agrees.copied()?.unwrap_or(true),
                reason: fact.reason.copied()?,
            })
        })?,
        overrides: overrides(entry)?,
        place: entry.id.at()?.place,
    })
}

fn recorded_in(field: &Field<String>) -> Option<RecordedIn> {
    Some(match field.get()?.as_str() {
        "none" => RecordedIn::Nowhere,
        system => RecordedIn::System(system.to_owned()),
    })
}

/// A step with its evidence: its own, else what it inherits.
fn trace<R: Facts, F>(field: &Field<Told<R>>, inherited: &Arc<[String]>, lower: impl Fn(&R) -> Option<F>) -> Option<Trace<F>> {
    let evidence = |own: Option<&Field<Listed<String>>>| {
        let own = own.map_or(Some(Arc::default()), ids)?;
        Some(if own.is_empty() { inherited.clone() } else { own })
    };
    let told = field.at()?;
    let (known, evidence, note) = match &told.value {
        Told::Fact(fact) => (Known::Fact(lower(fact)?), evidence(Some(fact.evidence()))?, fact.note().copied()?),
        Told::Never(None) => (Known::Never(None), evidence(None)?, None),
        Told::Never(Some(entry)) => (Known::Never(Some(entry.never.get()?.clone())), evidence(Some(&entry.evidence))?, None),
        Told::Unknown(None) => (Known::Unknown(None), evidence(None)?, None),
        Told::Unknown(Some(entry)) => {
            (Known::Unknown(Some(entry.unknown.get()?.clone())), evidence(Some(&entry.evidence))?, None)
        }
        Told::NotApplicable(entry) => (Known::NotApplicable(entry.na.get()?.clone()), evidence(None)?, None),
    };
    Some(Trace { known, evidence, note, place: told.key })
}

/// The overrides of a lead; a second one of a step, which is an error, is left out.
fn overrides(entry: &LeadEntry) -> Option<Vec<Override>> {
    let mut overrides: Vec<Override> = Vec::new();
    for item in entry.overrides.sound()?.into_iter().flat_map(|listed| &listed.items) {
        let item = item.get()?;
        let step = item.step.at()?;
        let lowered = Override {
            step: Step::from_id(&step.value)?,
            to: item.to.get()?.0,
            kind: *item.kind.get()?,
            because: item.because.get()?.clone(),
            by: item.by.get()?.clone(),
            date: *item.date.get()?,
            until: item.until.copied()?,
            evidence: list(&item.evidence)?,
            place: step.place,
        };
        if !overrides.iter().any(|first| first.step == lowered.step) {
            overrides.push(lowered);
        }
    }
    Some(overrides)
}
