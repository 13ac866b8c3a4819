//! Hand-made audits for tests, in a few words each: facts in, and everything else derived as for a real one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use crate::audit::*;
use crate::diagnostic::{Place, SourceFile, Sources};
use crate::framework::{ChannelKind, Limit, PerStep, Step, Verdict};
use crate::report::{Report, derive_all};
use crate::words::Language;

/// An audit without channels, watched through March 2026 in New York, open Monday to Friday 8 to 18 and Saturday 9 to 13.
pub(super) fn audit() -> Audit {
    let day = |day| Date::constant(2026, 3, day);
    let weekday = vec![(8 * 60, 18 * 60)];
    let week = [0, 1, 2, 3, 4, 5, 6].map(|place| match place {
        5 => vec![(9 * 60, 13 * 60)],
        6 => Vec::new(),
        _ => weekday.clone(),
    });
    let system = |name: &str, of_record| System { name: name.to_owned(), of_record };
    let item = |kind| Evidence { kind, what: "An export".to_owned(), file: None, pii: false };
    Audit {
        id: "sample/2026-03".to_owned(),
        client: "Sample".to_owned(),
        auditor: "Auditor".to_owned(),
        title: "Sample audit".to_owned(),
        status: Status::Final,
        language: Language::English,
        period: Period { from: day(2), to: day(13) },
        observed_through: day(31),
        zone: TimeZone::get("America/New_York").unwrap(),
        zone_name: "America/New_York".to_owned(),
        hours: Some(OpeningHours { week, holidays: BTreeSet::new() }),
        actions_as_of: day(31),
        internal: None,
        currency: None,
        value_per_booking: None,
        systems: BTreeMap::from([("crm".to_owned(), system("CRM", true)), ("inbox".to_owned(), system("Inbox", false))]),
        people: BTreeMap::new(),
        edition: Edition::Client,
        evidence: BTreeMap::from([
            ("E1".to_owned(), item(EvidenceKind::CrmHistory)),
            ("E2".to_owned(), item(EvidenceKind::StaffStatement)),
        ]),
        summary: None,
        findings: BTreeMap::new(),
        observations: Vec::new(),
        gate: Gate::default(),
        channels: Vec::new(),
        places: AuditPlaces { findings: place(), gate: place() },
    }
}

/// The audit with these channels, ordered as a real one orders them.
pub(super) fn with(channels: impl IntoIterator<Item = Channel>) -> Audit {
    let mut audit = audit();
    audit.channels = channels.into_iter().collect();
    audit.channels.sort_by(|one, other| one.id.cmp(&other.id));
    audit
}

/// The report of an audit.
pub(super) fn report(audit: &Audit) -> Report {
    derive_all(std::slice::from_ref(audit)).remove(0)
}

/// A channel of these leads with the framework's defaults for its kind.
pub(super) fn channel(id: &str, title: &str, kind: ChannelKind, leads: Vec<Lead>) -> Channel {
    let defaults = kind.defaults();
    Channel {
        id: id.to_owned(),
        title: title.to_owned(),
        kind,
        volume: None,
        sample: Sample {
            frame: String::new(),
            size: None,
            method: SampleMethod::Random,
            selected: leads.len() as i64,
            excluded: Vec::new(),
        },
        must_capture: Vec::new(),
        clock: defaults.clock,
        within: defaults.within,
        own_limits: PerStep::default(),
        dead_after: defaults.dead_after,
        within_source: None,
        internal: None,
        leads,
    }
}

/// A lead that arrived at this local time in New York; each step as in [`step`].
pub(super) fn lead(id: &str, arrived: &str, steps: [&str; 5]) -> Lead {
    let zone = TimeZone::get("America/New_York").unwrap();
    let time = |text: &str| zone.to_timestamp(text.parse::<DateTime>().unwrap()).unwrap();
    let arrived = time(arrived);
    let [capture, claim, continued, confirm, close] = steps.map(|text| Words::new(text, arrived, &zone));
    Lead {
        id: id.to_owned(),
        arrived: moment(arrived),
        wants: None,
        note: None,
        staff_says: None,
        value: None,
        test: false,
        internal: None,
        buyer: None,
        capture: capture.trace(|words| Capture {
            at: words.at(),
            recorded_in: words.recorded_in(),
            got: vec!["name".to_owned()],
        }),
        claim: claim.trace(|words| Claim {
            at: words.at(),
            owner: "desk".to_owned(),
            kind: if words.has("shared") { OwnerKind::Shared } else { OwnerKind::Person },
            on_duty: None,
            recorded_in: words.recorded_in(),
        }),
        r#continue: continued.trace(|words| Continue {
            at: words.at(),
            did: "call".to_owned(),
            result: *ContactResult::ALL.iter().find(|result| words.has(result.id())).unwrap_or(&ContactResult::Reached),
            fit: Fit::Right,
            touches: 1,
            next_step: None,
        }),
        confirm: confirm.trace(|words| Confirm {
            at: words.at(),
            what: "visit".to_owned(),
            slot: words.slot(),
            told_by: ToldBy::Sms,
            recorded_in: words.recorded_in(),
        }),
        close: close.trace(|words| Close {
            status: *CloseStatus::ALL.iter().find(|status| words.has(status.id())).unwrap_or(&CloseStatus::Attended),
            at: words.offset.map(|_| words.at()),
            recorded_in: words.recorded_in(),
            agrees: true,
            reason: None,
        }),
        overrides: Vec::new(),
        place: place(),
    }
}

/// One step: `never`, `unknown`, `na`, or a time after arrival (`+1d2h5m`) with words such as `shared`, `voicemail`, `said`,
/// `~`, `inbox`, `booked`, `open`, `for=2026-03-05T10:00`.
struct Words<'a> {
    text: &'a str,
    arrived: Timestamp,
    offset: Option<i64>,
    zone: &'a TimeZone,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, arrived: Timestamp, zone: &'a TimeZone) -> Words<'a> {
        let offset = text.split(' ').find_map(|word| word.strip_prefix('+')).map(|word| {
            let (mut minutes, mut number) = (0, 0);
            for char in word.chars() {
                match char {
                    'd' => minutes += std::mem::take(&mut number) * 1440,
                    'h' => minutes += std::mem::take(&mut number) * 60,
                    'm' => minutes += std::mem::take(&mut number),
                    digit => number = number * 10 + i64::from(digit.to_digit(10).unwrap()),
                }
            }
            minutes
        });
        Words { text, arrived, offset, zone }
    }

    fn has(&self, word: &str) -> bool {
        self.text.split(' ').any(|part| part == word)
    }

    fn at(&self) -> Moment {
        let time = self.arrived + SignedDuration::from_mins(self.offset.unwrap_or(0));
        Moment { time, approximate: self.has("~") }
    }

    fn slot(&self) -> Option<Moment> {
        let text = self.text.split(' ').find_map(|part| part.strip_prefix("for="))?;
        Some(moment(self.zone.to_timestamp(text.parse::<DateTime>().unwrap()).unwrap()))
    }

    fn recorded_in(&self) -> RecordedIn {
        if self.has("nowhere") {
            RecordedIn::Nowhere
        } else {
            RecordedIn::System(if self.has("inbox") { "inbox" } else { "crm" }.to_owned())
        }
    }

    fn trace<F>(&self, fact: impl Fn(&Self) -> F) -> Trace<F> {
        let known = match self.text {
            "never" => Known::Never(None),
            "unknown" => Known::Unknown(None),
            "na" => Known::NotApplicable("not needed".to_owned()),
            _ => Known::Fact(fact(self)),
        };
        Trace { known, evidence: [if self.has("said") { "E2" } else { "E1" }.to_owned()].into(), note: None, place: place() }
    }
}

fn moment(time: Timestamp) -> Moment {
    Moment { time, approximate: false }
}

/// An override of one step.
pub(super) fn overridden(mut lead: Lead, step: Step, to: Verdict) -> Lead {
    lead.overrides.push(Override {
        step,
        to,
        kind: OverrideKind::Judgement,
        because: "The record shows it elsewhere".to_owned(),
        by: "Auditor".to_owned(),
        date: Date::constant(2026, 4, 1),
        until: None,
        evidence: vec!["E1".to_owned()],
        place: place(),
    });
    lead
}

/// The worked example: three channels of four leads.
pub(super) fn example() -> Audit {
    let phone = channel(
        "phone",
        "Phone calls",
        ChannelKind::Phone,
        vec![
            lead("P-01", "2026-03-03 09:12", ["+3m", "+0m", "+1m", "+4m for=2026-03-04T10:00", "+1d3h"]),
            lead(
                "P-02",
                "2026-03-04 12:20",
                ["+0m inbox", "+1h52m", "+1h55m", "+1h58m nowhere for=2026-03-05T09:00", "+1d nowhere said"],
            ),
            lead("P-03", "2026-03-05 16:48", ["never", "never", "never", "never", "unknown"]),
            lead("P-04", "2026-03-09 10:05", ["+2m", "+0m", "+1m", "never", "open"]),
        ],
    );
    let mut form = channel(
        "web-form",
        "Website contact form",
        ChannelKind::Form,
        vec![
            lead("W-01", "2026-03-02 10:31", ["+0m", "+6m", "+11m", "+13m for=2026-03-03T14:00", "+1d5h"]),
            lead("W-02", "2026-03-04 19:47", ["+0m", "+12h40m inbox shared", "+13h5m voicemail", "never", "open nowhere"]),
            lead("W-03", "2026-03-06 11:15", ["+0m", "+22m", "+40m", "+50m for=2026-03-09T09:00", "+3d nowhere"]),
            lead("W-04", "2026-03-10 14:02", ["+0m inbox", "never", "never", "never", "open"]),
        ],
    );
    form.within.claim = Limit::minutes(15);
    let estimate = channel(
        "estimate",
        "Estimate requests",
        ChannelKind::Estimate,
        vec![
            lead("Q-01", "2026-03-03 08:50", ["+0m", "+18m", "+1h30m", "+1h35m for=2026-03-05T15:00", "+6d won"]),
            lead("Q-02", "2026-03-05 17:20", ["+0m", "+35m", "+15h50m", "+17h nowhere said for=2026-03-10T10:00", "open"]),
            lead("Q-03", "2026-03-09 13:40", ["+0m", "+12m", "+55m", "+1h nowhere", "+8d lost"]),
            lead("Q-04", "2026-03-12 09:30", ["+0m", "+25m", "+1h50m", "+2h for=2026-03-17T11:00", "+2h booked"]),
        ],
    );
    with([phone, form, estimate])
}

/// Numbers that look random and never change.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }
}

/// So many leads of all kinds, as `seed` has it.
pub(super) fn many(prefix: &str, count: usize, seed: u64) -> Vec<Lead> {
    let mut dice = Dice(seed);
    (0..count)
        .map(|number| {
            let arrived = format!("2026-03-{:02} {:02}:{:02}", 2 + dice.roll(12), 7 + dice.roll(13), dice.roll(60));
            // waits are spread over all orders of size
            let mut wait = |most: u64| (dice.roll(1000) * dice.roll(1000) * dice.roll(1000) / 1_000_000 * most / 1000) as i64;
            let (claim, more, confirm, close) = (wait(4000), wait(2000), wait(600), wait(9000));
            let stop = dice.roll(9);
            let step = |place: u64, text: String| match () {
                () if stop == place => ["never", "unknown", "na", "never"][number % 4].to_owned(),
                () if stop < place && stop < 5 => "never".to_owned(),
                () => text,
            };
            let texts = [
                "+0m".to_owned(),
                step(1, format!("+{claim}m{}", if number % 7 == 0 { " shared" } else { "" })),
                step(2, format!("+{}m{}", claim + more, if number % 11 == 0 { " voicemail" } else { "" })),
                step(3, format!("+{}m for=2026-03-{:02}T10:00", claim + more + confirm, 14 + number % 10)),
                step(4, format!("+{}m", claim + more + confirm + close)),
            ];
            lead(&format!("{prefix}-{number:03}"), &arrived, texts.each_ref().map(String::as_str))
        })
        .collect()
}

/// One channel for each title, of so many leads.
pub(super) fn channels(titles: &[&str], leads: usize) -> Audit {
    with(titles.iter().enumerate().map(|(place, title)| {
        let kind = ChannelKind::ALL[place % ChannelKind::ALL.len()];
        channel(&format!("c{place:02}"), title, kind, many(&format!("L{place}"), leads, place as u64 + 3))
    }))
}

/// Titles that nobody hopes for.
pub(super) const ODD_TITLES: [&str; 12] = [
    "Phone",
    "<script>alert('phone')</script> & \"quotes\"",
    "Website contact form of the branch in the far north-western corner of the county",
    "お問い合わせフォーム（本社ウェブサイト）からのご連絡",
    "טופס יצירת קשר באתר האינטרנט של החברה",
    "👩‍🔧 Repairs 🚿 and 🔥 heating, ordered by 💬 chat",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "e-mail",
    "Référencement & partenaires d’affaires",
    "x",
    "Marketplace",
    "Walk-in",
];

/// Some place in some file: charts point nowhere.
fn place() -> Place {
    let file = Sources::default().add(SourceFile { path: String::new(), text: String::new() });
    Place { file, start: 0, end: 0 }
}
