//! The level of a channel: checks, points, limits, and the range that the sample allows (framework §5).

use super::model::{Check, CheckState, LevelLimit, LimitId};
use super::wilson::{self, round4};
use crate::framework::{PerStep, Step, scoring::*};

/// What a channel's level is worked out from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tally {
    /// Passed and judged verdicts of each step.
    pub(super) held: PerStep<(usize, usize)>,
    /// Unproven verdicts.
    pub(super) unproven: usize,
    /// Verdicts that are neither pending nor n/a.
    pub(super) judged: usize,
    /// Counted leads of class clean.
    pub(super) clean: usize,
    /// Counted leads.
    pub(super) counted: usize,
}

/// A channel's score; there is none without a counted lead.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Score {
    /// 1 to 5.
    pub(super) level: u8,
    /// The checks' points.
    pub(super) points: f64,
    /// The lowest and the highest level that the sample allows.
    pub(super) range: [u8; 2],
}

/// Which end of the Wilson ranges the shares are taken at.
#[derive(Clone, Copy)]
enum At {
    Seen,
    Low,
    High,
}

impl Tally {
    /// The checks of the five steps.
    pub(super) fn checks(&self) -> Vec<Check> {
        self.held
            .iter()
            .map(|(step, &(held, of))| {
                let range = wilson::range(held, of);
                Check {
                    step,
                    held,
                    of,
                    low: range.map(|(low, _)| round4(low)),
                    high: range.map(|(_, high)| round4(high)),
                    state: state(share(held, of, At::Seen)),
                }
            })
            .collect()
    }

    /// The five limits, fired or not.
    pub(super) fn limits(&self) -> Vec<LevelLimit> {
        self.limits_at(At::Seen)
    }

    /// The score, where there is one.
    pub(super) fn score(&self) -> Option<Score> {
        (self.counted > 0).then(|| {
            let (level, points) = self.level_at(At::Seen);
            Score { level, points, range: [self.level_at(At::Low).0, self.level_at(At::High).0] }
        })
    }

    /// The level and its points with every share at the given end; sample and trust stay as they are.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "five checks give from 0 to 5 points")]
    fn level_at(&self, at: At) -> (u8, f64) {
        let points: f64 = Step::ALL.into_iter().map(|step| points(state(self.share(step, at)))).sum();
        let held_down = self.limits_at(at).iter().filter(|limit| limit.fired).filter_map(|limit| limit.max).min();
        ((points as u8).max(1).min(held_down.unwrap_or(5)), points)
    }

    fn limits_at(&self, at: At) -> Vec<LevelLimit> {
        let below = |step: Step, bound: f64| self.share(step, at).is_some_and(|share| share < bound);
        let fixed = |id, max, fired| LevelLimit { id, max: Some(max), fired };
        let stepped = |id, max: Option<u8>| LevelLimit { id, max, fired: max.is_some() };
        let clean = share(self.clean, self.counted, at);
        let leaks = LEAKS.into_iter().find(|(bound, _)| clean.is_some_and(|share| share < *bound));
        let sample = SAMPLE.into_iter().find(|(bound, _)| self.counted < *bound);
        let trust = share(self.unproven, self.judged, At::Seen).is_some_and(|share| share > TRUST_ABOVE);
        let weak_link = Step::ALL.into_iter().any(|step| below(step, WEAK_LINK_BELOW));
        vec![
            fixed(LimitId::Ownership, OWNERSHIP_MAX, below(Step::Claim, OWNERSHIP_BELOW)),
            fixed(LimitId::Trust, TRUST_MAX, trust),
            fixed(LimitId::WeakLink, WEAK_LINK_MAX, weak_link),
            stepped(LimitId::Leaks, leaks.map(|(_, max)| max)),
            stepped(LimitId::Sample, sample.map(|(_, max)| max)),
        ]
    }

    fn share(&self, step: Step, at: At) -> Option<f64> {
        let (held, of) = self.held[step];
        share(held, of, at)
    }
}

/// The share `k / n`, or an end of its Wilson range; none where `n` is 0.
fn share(k: usize, n: usize, at: At) -> Option<f64> {
    let (low, high) = wilson::range(k, n)?;
    Some(match at {
        At::Seen => k as f64 / n as f64,
        At::Low => low,
        At::High => high,
    })
}

/// What a share amounts to.
fn state(share: Option<f64>) -> CheckState {
    match share {
        None => CheckState::NotShown,
        Some(share) if share >= HOLDS_FROM => CheckState::Holds,
        Some(share) if share >= PARTLY_FROM => CheckState::Partly,
        Some(_) => CheckState::Fails,
    }
}

fn points(state: CheckState) -> f64 {
    match state {
        CheckState::Holds => 1.0,
        CheckState::Partly => POINTS_PARTLY,
        CheckState::Fails | CheckState::NotShown => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(held: [usize; 5], of: usize, clean: usize) -> Tally {
        let held = PerStep::from_fn(|step| (held[usize::from(step.number()) - 1], of));
        Tally { held, unproven: 0, judged: of * 5, clean, counted: of }
    }

    fn fired(tally: &Tally) -> Vec<&'static str> {
        tally.limits().iter().filter(|limit| limit.fired).map(|limit| limit.id.id()).collect()
    }

    #[test]
    fn a_perfect_channel_is_at_5_once_the_sample_allows() {
        let score = |n| tally([n; 5], n, n).score().unwrap();
        assert_eq!((score(4).level, score(9).level, score(10).level), (3, 4, 5));
        assert_eq!(score(10).range, [2, 5], "at the low ends every check holds partly: 72 %");
        assert_eq!(score(4).points, 5.0);
    }

    #[test]
    fn every_limit_holds_the_level_down() {
        assert_eq!(fired(&tally([20; 5], 20, 20)), Vec::<&str>::new());
        let no_owner = tally([20, 9, 20, 20, 20], 20, 20);
        assert_eq!(fired(&no_owner), ["ownership", "weak-link"]);
        assert_eq!(no_owner.score().unwrap().level, 2);
        let weak = tally([20, 20, 20, 20, 9], 20, 20);
        assert_eq!((fired(&weak), weak.score().unwrap().level), (vec!["weak-link"], 3));
        let leaky = tally([20; 5], 20, 15);
        assert_eq!((fired(&leaky), leaky.score().unwrap().level), (vec!["leaks"], 4));
        let trust = Tally { unproven: 26, ..tally([20; 5], 20, 20) };
        assert_eq!((fired(&trust), trust.score().unwrap().level), (vec!["trust"], 2));
        let just = Tally { unproven: 25, ..tally([20; 5], 20, 20) };
        assert_eq!(fired(&just), Vec::<&str>::new(), "exactly a quarter does not fire");
    }

    #[test]
    fn the_level_lies_in_its_range() {
        for n in 1..=14 {
            for k in 0..=n {
                let score = tally([k, n, k, n - k, n], n, k).score().unwrap();
                let [low, high] = score.range;
                assert!(low <= score.level && score.level <= high, "{k} of {n}: {score:?}");
            }
        }
    }

    #[test]
    fn without_counted_leads_there_is_no_score() {
        let nothing = tally([0; 5], 0, 0);
        assert_eq!(nothing.score(), None);
        assert_eq!(fired(&nothing), ["sample"]);
        assert!(nothing.checks().iter().all(|check| check.state == CheckState::NotShown && check.low.is_none()));
    }
}
