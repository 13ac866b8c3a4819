//! The report of one audit as data: what `report.json` holds and every page renders.
//!
//! Names and order of the fields are the contract of `report.json`. Shares and other fractions are rounded to 4 decimals; what does
//! not exist is `None`, never 0.

use std::borrow::Cow;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::audit::Period;
use crate::framework::{ChannelKind, PerStep, Step, Verdict};

/// Everything derived about one audit.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Version of this data format.
    pub format: u32,
    /// Version of the rule set (framework).
    pub scoring: u32,
    /// The program that derived it: `handoff-audit 0.1.0`.
    pub generator: String,
    /// Which audit.
    pub audit: AuditHead,
    /// The score of the whole audit.
    pub overall: Overall,
    /// Each channel, by id.
    pub channels: Vec<ChannelReport>,
    /// What to mend first: leaks by channel and step, those that cost most bookings first.
    pub fix_first: Vec<FixFirst>,
    /// Leads that nobody can account for: leaks at Close the Loop, which adds no bookings.
    pub unaccounted: Vec<FixFirst>,
    /// The five failure patterns with their leads, none included.
    pub patterns: Vec<Pattern>,
    /// The five mistakes at the level of the business, seen or not.
    pub mistakes: Vec<Mistake>,
    /// Findings by channel, then step.
    pub findings: Vec<Finding>,
    /// Results of the gate: those that fail first, then those that warn.
    pub gate: Vec<GateResult>,
}

/// Which audit a report is of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AuditHead {
    /// Its path below the root: `blue-heron/2026-03`.
    pub id: String,
    /// The audited business.
    pub client: String,
    /// The audit's title.
    pub title: String,
    /// Who audited.
    pub auditor: String,
    /// `draft`, `review` or `final`.
    pub status: String,
    /// Arrivals in this window were sampled.
    pub period: Days,
    /// The last day on which the leads were watched.
    #[schemars(with = "String")]
    pub observed_through: Date,
    /// IANA name of the time zone of all local times.
    pub timezone: String,
    /// The language of the site's own words on the audit's pages: `en`, `de`.
    pub language: String,
}

/// A span of days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Days {
    /// The first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last day.
    #[schemars(with = "String")]
    pub to: Date,
}

impl From<Days> for Period {
    fn from(days: Days) -> Self {
        Period { from: days.from, to: days.to }
    }
}

/// The score of the whole audit (framework §6).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Overall {
    /// 1 to 5; none where no channel has a score.
    pub level: Option<u8>,
    /// The name of the level.
    pub band: Option<Band>,
    /// The channels' levels averaged by volume, before rounding down.
    pub weighted: Option<f64>,
    /// `worst` and `routes`, fired or not.
    pub limits: Vec<LevelLimit>,
    /// The level if there were no overrides.
    pub level_without_overrides: Option<u8>,
    /// Whether any scored channel is provisional.
    pub provisional: bool,
    /// Classes of all leads that are not test leads.
    pub classes: Classes,
}

/// What an overall level is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// Levels 1 and 2.
    Fragile,
    /// Level 3.
    Leaky,
    /// Level 4.
    Strong,
    /// Level 5.
    Managed,
}

impl Band {
    /// The band of a level.
    pub fn of(level: u8) -> Band {
        match level {
            0..=2 => Band::Fragile,
            3 => Band::Leaky,
            4 => Band::Strong,
            _ => Band::Managed,
        }
    }

    /// The id used in data.
    pub const fn id(self) -> &'static str {
        match self {
            Band::Fragile => "fragile",
            Band::Leaky => "leaky",
            Band::Strong => "strong",
            Band::Managed => "managed",
        }
    }
}

/// A limit that may hold a level down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LevelLimit {
    /// Which limit.
    pub id: LimitId,
    /// The level at most; none where it did not fire and has two values.
    pub max: Option<u8>,
    /// Whether its condition holds.
    pub fired: bool,
}

/// The limits of a channel's level, then those of the overall level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "scoring::CONVENTIONS says what each means")]
pub enum LimitId {
    Ownership,
    Trust,
    WeakLink,
    Leaks,
    Sample,
    Worst,
    Routes,
}

impl LimitId {
    /// The id used in data: `weak-link`.
    pub const fn id(self) -> &'static str {
        match self {
            LimitId::Ownership => "ownership",
            LimitId::Trust => "trust",
            LimitId::WeakLink => "weak-link",
            LimitId::Leaks => "leaks",
            LimitId::Sample => "sample",
            LimitId::Worst => "worst",
            LimitId::Routes => "routes",
        }
    }
}

/// How many leads fell into each class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Classes {
    /// Every verdict is pass or n/a.
    pub clean: usize,
    /// It came through, not cleanly.
    pub slipped: usize,
    /// Lost.
    pub leaked: usize,
    /// Nothing failed, and nothing proves that it came through.
    pub unproven: usize,
    /// Still being watched when watching ended.
    pub open: usize,
}

impl Classes {
    /// How many leads were in the given class.
    pub fn of(&self, class: Class) -> usize {
        match class {
            Class::Clean => self.clean,
            Class::Slipped => self.slipped,
            Class::Leaked => self.leaked,
            Class::Unproven => self.unproven,
            Class::Open => self.open,
        }
    }

    /// Adds one lead.
    pub fn count(&mut self, class: Class) {
        match class {
            Class::Clean => self.clean += 1,
            Class::Slipped => self.slipped += 1,
            Class::Leaked => self.leaked += 1,
            Class::Unproven => self.unproven += 1,
            Class::Open => self.open += 1,
        }
    }

    /// How many leads there are in all classes together.
    pub fn total(&self) -> usize {
        Class::ALL.into_iter().map(|class| self.of(class)).sum()
    }
}

/// What became of a lead (framework §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Every verdict is pass or n/a.
    Clean,
    /// It came through, not cleanly.
    Slipped,
    /// Lost.
    Leaked,
    /// Nothing failed, and nothing proves that it came through.
    Unproven,
    /// Still being watched when watching ended.
    Open,
}

impl Class {
    /// All five, in the order of the data.
    pub const ALL: [Class; 5] = [Class::Clean, Class::Slipped, Class::Leaked, Class::Unproven, Class::Open];

    /// The id used in data: `clean`.
    pub const fn id(self) -> &'static str {
        match self {
            Class::Clean => "clean",
            Class::Slipped => "slipped",
            Class::Leaked => "leaked",
            Class::Unproven => "unproven",
            Class::Open => "open",
        }
    }
}

/// Everything derived about one channel (framework §5).
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ChannelReport {
    /// Its id.
    pub id: String,
    /// Its name, for readers.
    pub title: String,
    /// Its kind.
    pub kind: ChannelKind,
    /// Traced leads, test leads aside.
    pub traced: usize,
    /// Traced leads that are not still open.
    pub counted: usize,
    /// Leads a month; none where the file gives no volume.
    pub volume_per_month: Option<f64>,
    /// 1 to 5; none where no lead counts.
    pub level: Option<u8>,
    /// The sum of the checks' points (0 to 5, in halves).
    pub points: Option<f64>,
    /// The lowest and the highest level that the sample allows.
    pub range: Option<[u8; 2]>,
    /// Whether the sample is too small or was not drawn so that it could carry a score.
    pub provisional: bool,
    /// The five checks, in step order.
    pub checks: Vec<Check>,
    /// The five limits, fired or not.
    pub limits: Vec<LevelLimit>,
    /// How many leads got how far.
    pub funnel: Funnel,
    /// What became of the leads.
    pub classes: Classes,
    /// Each traced lead, test leads included, by id.
    pub leads: Vec<LeadReport>,
}

/// The check of a step: how many of the judged leads held.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Check {
    /// Of which step.
    pub step: Step,
    /// How many passed.
    pub held: usize,
    /// Of how many judged.
    pub of: usize,
    /// Lower end of the Wilson 95 % range of the share (0 to 1).
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
    /// What that amounts to.
    pub state: CheckState,
}

/// What a check amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CheckState {
    /// At least 90 % held.
    Holds,
    /// At least 70 % held.
    Partly,
    /// Fewer held.
    Fails,
    /// No lead was judged.
    NotShown,
}

impl CheckState {
    /// The id used in data: `not_shown`.
    pub const fn id(self) -> &'static str {
        match self {
            CheckState::Holds => "holds",
            CheckState::Partly => "partly",
            CheckState::Fails => "fails",
            CheckState::NotShown => "not_shown",
        }
    }
}

/// Two lines over start and five steps: how many counted leads got at least so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Funnel {
    /// Moved through the step, however.
    pub moved: [usize; 6],
    /// Moved, and clean in every step so far.
    pub clean: [usize; 6],
}

/// Everything derived about one lead (framework §4).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct LeadReport {
    /// Its pseudonym.
    pub id: String,
    /// What became of it.
    pub class: Class,
    /// How far it got: the number of a step, 0 for none.
    pub furthest: u8,
    /// The step after the furthest; none at 5.
    pub stopped_at: Option<Step>,
    /// The first step that is neither pass nor n/a.
    pub slipped_at: Option<Step>,
    /// Whether the auditor planted it; such a lead counts in nothing.
    pub test: bool,
    /// Whether a booking is shown by evidence.
    pub proven_booking: bool,
    /// The five steps.
    pub steps: PerStep<StepReport>,
}

/// Everything derived about one step of one lead (framework §3).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct StepReport {
    /// The verdict that counts.
    pub verdict: Verdict,
    /// The rules that fired, in the catalogue's order.
    pub rules: Vec<&'static str>,
    /// The verdict before an override; none without one.
    pub derived: Option<Verdict>,
    /// Minutes of wall time from the step's start; none where there is no time.
    pub elapsed_minutes: Option<i64>,
    /// Minutes on the clock of the step's limit: what is compared with it.
    pub elapsed_on_clock_minutes: Option<i64>,
    /// Minutes inside opening hours; none without hours.
    pub elapsed_open_minutes: Option<i64>,
    /// The limit, as written.
    pub limit: String,
}

/// Leaked leads of one channel that stopped at one step, and what they cost a month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FixFirst {
    /// Which channel.
    pub channel: String,
    /// Which step.
    pub step: Step,
    /// How many counted leads leaked there.
    pub leaks: usize,
    /// Of how many counted leads.
    pub of: usize,
    /// Leads a month that stop there.
    pub affected_per_month: f64,
    /// Lower end of their range.
    pub low: f64,
    /// Upper end of their range.
    pub high: f64,
    /// Bookings a month to be had there; none for Close the Loop.
    pub recoverable_per_month: Option<f64>,
    /// What those bookings are worth, in the audit's currency; only where a value per booking is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recoverable_value_per_month: Option<f64>,
    /// Whether the channel's volume is known; where not, the sample stands in for it.
    pub volume_known: bool,
}

/// A failure pattern and the leads that show it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Pattern {
    /// Which one.
    pub id: &'static str,
    /// Leads by id; empty where it was not seen.
    pub leads: Vec<String>,
}

/// A mistake at the level of the business.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Mistake {
    /// Which one.
    pub id: &'static str,
    /// Whether it was seen.
    pub seen: bool,
    /// Leads that show it, by id.
    pub leads: Vec<String>,
    /// Channels that show it, by id.
    pub channels: Vec<String>,
}

/// What is wanting at one step of one channel.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Finding {
    /// `channel/step`, stable for ever.
    pub id: String,
    /// How much it weighs.
    pub rating: Rating,
    /// How many verdicts of each wanting kind.
    pub verdicts: Wanting,
    /// The leads concerned, by id.
    pub leads: Vec<String>,
    /// Where its action stands: the action's status, else `accepted`, else `open`.
    pub status: &'static str,
    /// Counted leads that leaked at the step.
    pub leaks: usize,
    /// The rules that fired for these leads, with how many leads each.
    pub rules: Vec<RuleCount>,
}

impl Finding {
    /// The channel and the step that it is about.
    pub fn place(&self) -> Option<(&str, Step)> {
        let (channel, step) = self.id.rsplit_once('/')?;
        Some((channel, Step::from_id(step)?))
    }
}

/// A rule and for how many leads it fired.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RuleCount {
    /// The rule.
    pub rule: &'static str,
    /// How many leads.
    pub leads: usize,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// At least half of the channel's counted leads leaked there.
    Critical,
    /// Some lead leaked there.
    High,
    /// Some verdict is fail or unproven.
    Medium,
    /// Only late or weak.
    Low,
}

impl Rating {
    /// The word used in data and on pages.
    pub const fn id(self) -> &'static str {
        match self {
            Rating::Critical => "critical",
            Rating::High => "high",
            Rating::Medium => "medium",
            Rating::Low => "low",
        }
    }
}

/// Counts of the wanting verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "the names are those of the verdicts")]
pub struct Wanting {
    pub late: usize,
    pub weak: usize,
    pub unproven: usize,
    pub fail: usize,
}

/// What became of one threshold of the gate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GateResult {
    /// The threshold's name in `audit.yml`.
    pub rule: Cow<'static, str>,
    /// The channel, for thresholds that are judged channel by channel.
    pub channel: Option<String>,
    /// Whether not passing fails the build or warns.
    pub level: GateLevel,
    /// The threshold.
    pub expected: Figure,
    /// What was found.
    pub actual: Figure,
    /// Whether it holds.
    pub passed: bool,
}

/// A number of the gate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Figure {
    /// A level or a count.
    Whole(i64),
    /// A share from 0 to 1.
    Share(f64),
}

/// What not passing a threshold means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum GateLevel {
    /// The build ends with exit code 3.
    Fail,
    /// It is shown.
    Warn,
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;
    use crate::words::Named;

    #[test]
    fn what_has_a_name_has_it_under_its_id_in_the_data() {
        fn same<T: Named + Serialize + Debug>(all: &[T]) {
            for thing in all {
                assert_eq!(serde_json::to_value(thing).unwrap(), thing.id(), "{thing:?}");
            }
        }
        use LimitId::*;
        same(&Class::ALL);
        same(&[1, 3, 4, 5].map(Band::of));
        same(&[Ownership, Trust, WeakLink, Leaks, Sample, Worst, Routes]);
        same(&[CheckState::Holds, CheckState::Partly, CheckState::Fails, CheckState::NotShown]);
        same(&[Rating::Critical, Rating::High, Rating::Medium, Rating::Low]);
    }

    #[test]
    fn bands_are_those_of_the_framework() {
        assert_eq!([1, 2, 3, 4, 5].map(|level| Band::of(level).id()), ["fragile", "fragile", "leaky", "strong", "managed"]);
    }

    #[test]
    fn classes_are_counted_apart() {
        let mut classes = Classes::default();
        for (class, leads) in Class::ALL.into_iter().zip(1..) {
            (0..leads).for_each(|_| classes.count(class));
        }
        assert_eq!(classes, Classes { clean: 1, slipped: 2, leaked: 3, unproven: 4, open: 5 });
        assert_eq!((Class::ALL.map(|class| classes.of(class)), classes.total()), ([1, 2, 3, 4, 5], 15));
    }

    #[test]
    fn a_report_leads_back_to_its_audit() {
        for (audit, report) in &crate::check(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("audits")).audits {
            assert_eq!(Period::from(report.audit.period), audit.period);
            for finding in &report.findings {
                let (channel, step) = finding.place().unwrap();
                assert!(audit.channels.iter().any(|known| known.id == channel), "{}", finding.id);
                assert_eq!(finding.id, format!("{channel}/{}", step.id()));
            }
        }
    }
}
