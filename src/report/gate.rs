//! The gate: what the audit says must hold (format, "The gate").

use super::model::{ChannelReport, Figure, GateLevel, GateResult, LeadReport, Overall};
use super::wilson::round4;
use crate::audit::{Audit, Thresholds};
use crate::framework::Verdict;

/// What is judged.
struct Judged<'a> {
    audit: &'a Audit,
    overall: &'a Overall,
    channels: &'a [ChannelReport],
    previous_level: Option<u8>,
}

/// The results of all thresholds: those that fail first, then those that warn. What has no level or no predecessor is not judged.
pub(super) fn derive(
    audit: &Audit,
    overall: &Overall,
    channels: &[ChannelReport],
    previous_level: Option<u8>,
) -> Vec<GateResult> {
    let judged = Judged { audit, overall, channels, previous_level };
    let mut results = judged.judge(&audit.gate.fail, GateLevel::Fail);
    results.extend(judged.judge(&audit.gate.warn, GateLevel::Warn));
    results
}

impl Judged<'_> {
    fn judge(&self, thresholds: &Thresholds, level: GateLevel) -> Vec<GateResult> {
        let result = |rule: &'static str, channel: Option<&ChannelReport>, expected: Figure, actual: Figure, passed| GateResult {
            rule: rule.into(),
            channel: channel.map(|channel| channel.id.clone()),
            level,
            expected,
            actual,
            passed,
        };
        let share = |rule, most: f64, (part, whole): (usize, usize)| {
            (whole > 0).then(|| {
                let actual = part as f64 / whole as f64;
                result(rule, None, Figure::Share(most), Figure::Share(round4(actual)), actual <= most)
            })
        };
        let least = |rule, channel, least: i64, actual: i64| {
            result(rule, channel, Figure::Whole(least), Figure::Whole(actual), actual >= least)
        };
        let channels = self.channels;
        let mut results = Vec::new();
        if let (Some(bound), Some(actual)) = (thresholds.overall_below, self.overall.level) {
            results.push(least("overall_below", None, bound, i64::from(actual)));
        }
        if let Some(bound) = thresholds.channel_below {
            let scored = channels.iter().filter_map(|channel| Some((channel, channel.level?)));
            results.extend(scored.map(|(channel, actual)| least("channel_below", Some(channel), bound, i64::from(actual))));
        }
        results.extend(thresholds.unproven_above.and_then(|most| share("unproven_above", most, self.unproven())));
        results.extend(thresholds.leaked_above.and_then(|most| share("leaked_above", most, self.leaked())));
        if thresholds.overdue_actions {
            let overdue = self.overdue_actions();
            results.push(result("overdue_actions", None, Figure::Whole(0), Figure::Whole(overdue), overdue == 0));
        }
        if let Some(bound) = thresholds.sample_below {
            results.extend(channels.iter().map(|channel| least("sample_below", Some(channel), bound, channel.counted as i64)));
        }
        if let (Some(bound), Some(before), Some(now)) = (thresholds.drop_from_previous, self.previous_level, self.overall.level) {
            let drop = i64::from(before) - i64::from(now);
            results.push(result("drop_from_previous", None, Figure::Whole(bound), Figure::Whole(drop), drop < bound));
        }
        results
    }

    /// Unproven verdicts, of those that are neither pending nor n/a, in the whole audit.
    fn unproven(&self) -> (usize, usize) {
        let leads = self.channels.iter().flat_map(|channel| &channel.leads).filter(|lead| !lead.test);
        let count =
            |lead: &LeadReport, wanted: fn(Verdict) -> bool| lead.steps.iter().filter(|(_, step)| wanted(step.verdict)).count();
        leads.fold((0, 0), |(unproven, judged), lead| {
            (unproven + count(lead, |verdict| verdict == Verdict::Unproven), judged + count(lead, Verdict::judged))
        })
    }

    /// Leaked leads of the counted ones.
    fn leaked(&self) -> (usize, usize) {
        (self.overall.classes.leaked, self.channels.iter().map(|channel| channel.counted).sum())
    }

    fn overdue_actions(&self) -> i64 {
        let actions = self.audit.findings.values().filter_map(|words| words.action.as_ref());
        actions.filter(|action| action.overdue(self.audit.actions_as_of)).count() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::report::{self, Report};

    /// The worked audit, at level 1, with this as its gate.
    fn worked(thresholds: Thresholds) -> (Audit, Report) {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/blue-heron/audits");
        let (mut audit, report) = check(&folder).audits.swap_remove(0);
        assert_eq!(report.overall.level, Some(1));
        (audit.gate.fail, audit.gate.warn) = (thresholds, Thresholds::default());
        (audit, report)
    }

    #[test]
    fn a_drop_is_measured_from_the_level_before() {
        let (audit, mut report) = worked(Thresholds { drop_from_previous: Some(2), ..Thresholds::default() });
        for (previous, expected) in [
            (None, None),
            (Some(0), Some((-1, true))),
            (Some(1), Some((0, true))),
            (Some(2), Some((1, true))),
            (Some(3), Some((2, false))),
            (Some(5), Some((4, false))),
        ] {
            report::judge(&audit, &mut report, previous);
            let found = report.gate.first().map(|result| (result.actual, result.passed));
            assert_eq!(found, expected.map(|(drop, passed)| (Figure::Whole(drop), passed)), "from {previous:?}");
        }
    }

    #[test]
    fn shares_of_nothing_are_not_judged() {
        let thresholds = Thresholds { unproven_above: Some(0.0), leaked_above: Some(0.0), ..Thresholds::default() };
        let (audit, report) = worked(thresholds);
        let rules = |channels: &[ChannelReport]| -> Vec<_> {
            derive(&audit, &report.overall, channels, None).into_iter().map(|result| result.rule).collect()
        };
        assert_eq!(rules(&report.channels), ["unproven_above", "leaked_above"]);
        assert!(rules(&[]).is_empty());
    }
}
