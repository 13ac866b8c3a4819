//! Valid facts of every kind, as values of our own; and the files that say them, as trees.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Zones whose clocks never change.
const ZONES: [&str; 4] = ["Etc/UTC", "Asia/Kolkata", "America/Phoenix", "Asia/Kathmandu"];
const KINDS: [&str; 10] = ["phone", "form", "estimate", "chat", "email", "social", "marketplace", "walk-in", "referral", "other"];
pub(super) const STEPS: [&str; 5] = ["capture", "claim", "continue", "confirm", "close"];
/// How long the leads are watched after the last of them, in minutes.
const WATCHED: i64 = 18 * 1440;
/// Length of the period in days.
const PERIOD: i64 = 12;

/// An audit.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub(super) zone: &'static str,
    pub(super) hours: Option<usize>,
    pub(super) holidays: Vec<i64>,
    pub(super) money: bool,
    pub(super) channels: Vec<Channel>,
    /// By how many days everything is moved.
    pub(super) moved: i64,
}

#[derive(Clone, Debug)]
pub(super) struct Channel {
    kind: &'static str,
    clock: Option<&'static str>,
    volume: Option<(u32, &'static str, Option<u32>)>,
    method: &'static str,
    thorough: bool,
    within: Option<(&'static str, &'static str)>,
    dead_after: Option<&'static str>,
    evidence: Option<&'static str>,
    pub(super) leads: Vec<Lead>,
}

#[derive(Clone, Debug)]
pub(super) struct Lead {
    /// Of all leads of its channel: the id is made of it.
    pub(super) number: usize,
    /// Minutes from the beginning of the period.
    arrived: i64,
    pub(super) test: bool,
    says: bool,
    evidence: Option<&'static str>,
    pub(super) steps: [Said; 5],
    pub(super) overrides: Vec<Override>,
}

/// What is said of a step.
#[derive(Clone, Debug)]
pub(super) enum Said {
    Fact(Fact),
    Never,
    Unknown,
    NotApplicable,
}

/// A fact of any step: each takes of it what it needs.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    after: i64,
    relative: bool,
    approximate: bool,
    system: &'static str,
    evidence: Option<&'static str>,
    /// Chooses among the words of a step.
    word: usize,
    flag: bool,
    slot: Option<i64>,
}

#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) step: usize,
    pub(super) to: &'static str,
    pub(super) expired: bool,
}

/// Any valid facts.
pub(super) fn facts() -> impl Strategy<Value = Facts> {
    let channels = proptest::collection::vec(channel(), 1..4);
    (
        select(ZONES.to_vec()),
        proptest::option::weighted(0.8, 0..3_usize),
        proptest::collection::vec(0..30_i64, 0..4),
        any::<bool>(),
        channels,
    )
        .prop_map(|(zone, hours, holidays, money, channels)| {
            let mut facts = Facts { zone, hours, holidays, money, channels, moved: 0 };
            for channel in &mut facts.channels {
                // a business clock needs hours
                if facts.hours.is_none() {
                    channel.clock = Some("always");
                }
                channel.leads.iter_mut().enumerate().for_each(|(number, lead)| lead.number = number);
                // a channel has a lead that counts
                channel.leads[0].test = false;
            }
            facts
        })
}

fn channel() -> impl Strategy<Value = Channel> {
    // leads that go well are likely in one channel, unlikely in another: else no level but the first is ever seen
    let mixed = (0..100_u32).prop_flat_map(|luck| proptest::collection::vec(lead(luck), 1..16));
    let good = proptest::collection::vec(lead(300), 9..24);
    // nothing counts where every lead is still open
    let all_open = proptest::collection::vec(lead(1_000).prop_map(open), 1..5);
    let leads = prop_oneof![6 => mixed, 4 => good, 1 => all_open];
    let volume = (0..200_u32, select(vec!["month", "week", "period"]), proptest::option::of(0..200_u32));
    let within = select(vec![("claim", "1m"), ("continue", "3h"), ("close", "20d"), ("confirm", "12h"), ("capture", "0m")]);
    (
        (
            select(KINDS.to_vec()),
            proptest::option::of(select(vec!["always", "business"])),
            proptest::option::weighted(0.8, volume),
        ),
        (select(vec!["random", "every-nth", "all", "judgement"]), any::<bool>(), proptest::option::of(within)),
        (proptest::option::of(select(vec!["2h", "1d", "40d"])), proptest::option::weighted(0.9, select(vec!["E1", "E2"])), leads),
    )
        .prop_map(|((kind, clock, volume), (method, thorough, within), (dead_after, evidence, leads))| Channel {
            kind,
            clock,
            volume,
            method,
            thorough,
            within,
            dead_after,
            evidence,
            leads,
        })
}

/// The lead with a slot that lies after the end of watching, so that it cannot have an outcome yet.
fn open(lead: Lead) -> Lead {
    let [capture, claim, contact, confirm, _] = lead.steps;
    let confirm = match confirm {
        Said::Fact(fact) => Said::Fact(Fact { slot: Some(31 * 1440), ..fact }),
        other => other,
    };
    Lead { steps: [capture, claim, contact, confirm, Said::Never], overrides: Vec::new(), ..lead }
}

/// A lead whose steps go as they should as often as `luck` against 6 says.
fn lead(luck: u32) -> impl Strategy<Value = Lead> {
    let steps = [said(luck), said(luck), said(luck), said(luck), said(luck)];
    let change = (0..5_usize, select(vec!["pass", "late", "weak", "unproven", "fail", "n/a"]), any::<bool>())
        .prop_map(|(step, to, expired)| Override { step, to, expired });
    (
        0..PERIOD * 1440,
        proptest::bool::weighted(0.1),
        any::<bool>(),
        proptest::option::weighted(0.2, select(vec!["E1", "E2", "E3"])),
        steps,
        proptest::option::weighted(0.15, change),
    )
        .prop_map(|(arrived, test, says, evidence, mut steps, change)| {
            // a lead of which nothing was traced belongs to the excluded
            let traced = |steps: &[Said; 5]| steps.iter().filter(|said| !matches!(said, Said::NotApplicable)).count();
            if traced(&steps) == 0 {
                steps[0] = Said::Never;
            }
            let change = change.filter(|change| change.to != "n/a" || traced(&steps) > 1);
            Lead { number: 0, arrived, test, says, evidence, steps, overrides: change.into_iter().collect() }
        })
}

fn said(luck: u32) -> impl Strategy<Value = Said> {
    prop_oneof![
        2 + luck => good().prop_map(Said::Fact),
        (if luck < 100 { 2 + luck / 3 } else { 1 }) => any_fact().prop_map(Said::Fact),
        4 => Just(Said::Never),
        1 => Just(Said::Unknown),
        1 => Just(Said::NotApplicable),
    ]
}

/// A fact in which nothing is wanting.
fn good() -> impl Strategy<Value = Fact> {
    (0..4_i64, any::<bool>()).prop_map(|(after, relative)| Fact {
        after,
        relative,
        approximate: false,
        system: "crm",
        evidence: Some("E1"),
        word: 0,
        flag: true,
        slot: Some(1440),
    })
}

fn any_fact() -> impl Strategy<Value = Fact> {
    let after = prop_oneof![0..5_i64, 0..300_i64, 0..WATCHED];
    (
        (after, any::<bool>(), any::<bool>(), select(vec!["crm", "book", "inbox", "none"])),
        (
            proptest::option::of(select(vec!["E1", "E2", "E3"])),
            0..56_usize,
            any::<bool>(),
            proptest::option::of(0..40 * 1440_i64),
        ),
    )
        .prop_map(|((after, relative, approximate, system), (evidence, word, flag, slot))| Fact {
            after,
            relative,
            approximate,
            system,
            evidence,
            word,
            flag,
            slot,
        })
}

/// The first day of the period.
fn begin(facts: &Facts) -> Date {
    date(2026, 6, 1) + facts.moved.days()
}

impl Facts {
    /// The files of the audit, by name.
    pub(super) fn files(&self) -> Vec<(String, Value)> {
        let first = begin(self);
        let day = |days: i64| (first + days.days()).to_string();
        let mut audit = json!({
            "format": 1,
            "client": "Client",
            "auditor": "Auditor",
            "title": "An audit: of facts",
            "period": format!("{} to {}", day(0), day(PERIOD - 1)),
            "observed_through": day(PERIOD - 1 + WATCHED / 1440),
            "timezone": self.zone,
            "systems": {"crm": {"name": "Register", "of_record": true}, "book": {"name": "Book", "of_record": true}, "inbox": {"name": "Inbox"}},
            "people": {"desk": {"role": "Front desk"}},
            "evidence": {"E1": {"kind": "call_log", "what": "Calls"}, "E2": {"kind": "staff_statement", "what": "Interview"}, "E3": {"kind": "other", "what": "Notes"}},
        });
        let weeks = [
            json!({"mon-fri": "08:00-18:00"}),
            json!({"mon-sat": "08:00-12:00, 13:00-17:30", "sun": "00:00-24:00"}),
            json!({"wed": "00:00-00:01"}),
        ];
        if let Some(week) = self.hours {
            audit["hours"] = weeks[week].clone();
        }
        if !self.holidays.is_empty() {
            audit["holidays"] = self.holidays.iter().map(|days| day(*days)).collect();
        }
        if self.money {
            audit["currency"] = "USD".into();
            audit["value_per_booking"] = 450.into();
        }
        let channels =
            self.channels.iter().enumerate().map(|(number, channel)| (format!("c{number}.yml"), channel.file(number, first)));
        [("audit.yml".to_owned(), audit)].into_iter().chain(channels).collect()
    }
}

impl Channel {
    fn file(&self, number: usize, first: Date) -> Value {
        let selected = self.leads.iter().filter(|lead| !lead.test).count();
        let mut file = json!({
            "title": "Route",
            "kind": self.kind,
            "sample": {"frame": "All", "method": self.method, "selected": selected},
        });
        if let Some((leads, per, booked)) = self.volume {
            file["volume"] = json!({"leads": leads, "per": per});
            if let Some(booked) = booked.filter(|booked| *booked <= leads) {
                file["volume"]["booked_reported"] = booked.into();
            }
        }
        if let Some(clock) = self.clock {
            file["clock"] = clock.into();
        }
        if !self.thorough {
            file["must_capture"] = json!(["name"]);
        }
        if let Some((step, limit)) = self.within {
            file["within"] = json!({step: limit});
        }
        if let Some(limit) = self.dead_after {
            file["dead_after"] = limit.into();
        }
        if let Some(evidence) = self.evidence {
            file["evidence"] = json!([evidence]);
        }
        let leads = self.leads.iter();
        file["leads"] = leads.map(|lead| lead.record(&format!("L{number}-{}", lead.number), first)).collect();
        file
    }
}

impl Lead {
    fn record(&self, id: &str, first: Date) -> Value {
        let time = |minutes: i64| {
            let moment = first.at(0, 0, 0, 0) + Span::new().minutes(self.arrived + minutes);
            moment.strftime("%Y-%m-%d %H:%M").to_string()
        };
        let mut record = json!({"id": id, "arrived": time(0)});
        if self.test {
            record["test"] = true.into();
        }
        if self.says {
            record["staff_says"] = "We called: at once".into();
        }
        if let Some(evidence) = self.evidence {
            record["evidence"] = json!([evidence]);
        }
        for (step, said) in STEPS.into_iter().zip(&self.steps) {
            record[step] = match said {
                Said::Never => "never".into(),
                Said::Unknown => json!({"unknown": "The log is lost"}),
                Said::NotApplicable => json!({"na": "It was a walk-in"}),
                Said::Fact(fact) => fact.record(step, &time),
            };
        }
        if !self.overrides.is_empty() {
            let changes = self.overrides.iter().map(|change| {
                let mut record = json!({
                    "step": STEPS[change.step], "to": change.to, "kind": "judgement", "because": "The rule does not fit this lead",
                    "by": "Auditor", "date": (first + 29.days()).to_string(), "evidence": ["E1"],
                });
                if change.expired {
                    record["until"] = (first + 5.days()).to_string().into();
                }
                record
            });
            record["override"] = changes.collect();
        }
        record
    }
}

impl Fact {
    fn record(&self, step: &str, time: &dyn Fn(i64) -> String) -> Value {
        let tilde = if self.approximate { "~" } else { "" };
        let at = if self.relative { format!("{tilde}+{}m", self.after) } else { format!("{tilde}{}", time(self.after)) };
        let word = |words: &[&'static str]| words[self.word % words.len()];
        let mut record = match step {
            "capture" => {
                let all = json!(["name", "phone", "need", "contact", "address", "scope"]);
                let got = [all, json!(["name"]), json!([])][self.word % 3].clone();
                json!({"at": at, "in": self.system, "got": got})
            }
            "claim" => {
                let mut claim =
                    json!({"at": at, "owner": "desk", "kind": word(&["person", "queue", "system", "shared"]), "in": self.system});
                if self.flag {
                    claim["on_duty"] = "The early shift".into();
                }
                claim
            }
            "continue" => json!({
                "at": at, "did": "Call", "touches": 1 + self.word % 3, "fit": if self.flag { "right" } else { "wrong" },
                "result": word(&["reached", "replied", "sent", "voicemail", "no_answer", "bounced", "auto_reply"]),
            }),
            "confirm" => {
                let told = word(&["call", "sms", "email", "letter", "in_person", "calendar_invite", "none"]);
                let mut confirm = json!({"at": at, "what": "A visit", "told_by": told, "in": self.system});
                if let Some(slot) = self.slot {
                    confirm["for"] = time(self.after.max(slot)).into();
                }
                confirm
            }
            _ => {
                let status = word(&["attended", "booked", "no_show", "rescheduled", "won", "lost", "disqualified", "open"]);
                let mut close = json!({"status": status, "in": self.system, "agrees": self.flag});
                if status != "open" || self.flag {
                    close["at"] = at.into();
                }
                close
            }
        };
        if let Some(evidence) = self.evidence {
            record["evidence"] = json!([evidence]);
        }
        record
    }
}

/// The entries of every map in another order, and the items of lists that have none of their own.
pub(super) fn shuffled(value: &Value, random: &mut fastrand::Rng) -> Value {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<(String, Value)> =
                entries.iter().map(|(key, value)| (key.clone(), shuffled(value, random))).collect();
            random.shuffle(&mut entries);
            Value::Object(entries.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| shuffled(item, random)).collect();
            random.shuffle(&mut items);
            Value::Array(items)
        }
        other => other.clone(),
    }
}
