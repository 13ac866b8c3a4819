//! The level of the whole audit (framework §6).

use std::collections::BTreeSet;

use super::model::{Band, ChannelReport, Classes, LevelLimit, LimitId, Overall};
use super::wilson::round4;
use crate::framework::scoring::{ROUTES_BELOW, ROUTES_MAX, WORST_PLUS};

/// A channel's report with its volume a month, unrounded.
pub(super) type WithVolume<'a> = (&'a ChannelReport, Option<f64>);

/// Works out the overall score; the level without overrides is filled in by the caller.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "levels and their mean lie between 1 and 5")]
pub(super) fn derive(channels: &[WithVolume]) -> Overall {
    let scored: Vec<_> = channels.iter().filter_map(|(channel, volume)| Some((f64::from(channel.level?), *volume))).collect();
    let weighted = weighted(&scored);
    // a sum of products may fall short of a whole number by rounding alone
    let average = weighted.map(|weighted| ((weighted + 1e-9) as u8).max(1));
    let worst = scored.iter().map(|(level, _)| *level as u8).min().map(|worst| worst + WORST_PLUS);
    let after_worst = average.zip(worst).map(|(average, worst)| average.min(worst));
    let kinds: BTreeSet<_> = channels.iter().map(|(channel, _)| channel.kind).collect();
    let few_routes = kinds.len() < ROUTES_BELOW;
    let level = after_worst.map(|level| if few_routes { level.min(ROUTES_MAX) } else { level });
    let mut classes = Classes::default();
    for (channel, _) in channels {
        classes = classes.and(&channel.classes);
    }
    Overall {
        level,
        band: level.map(Band::of),
        weighted: weighted.map(round4),
        limits: vec![
            LevelLimit { id: LimitId::Worst, max: worst, fired: after_worst < average },
            LevelLimit { id: LimitId::Routes, max: Some(ROUTES_MAX), fired: few_routes },
        ],
        level_without_overrides: level,
        provisional: channels.iter().any(|(channel, _)| channel.level.is_some() && channel.provisional),
        classes,
    }
}

/// Levels averaged by volume, or equally where a volume is missing or all are 0.
fn weighted(scored: &[(f64, Option<f64>)]) -> Option<f64> {
    if scored.is_empty() {
        return None;
    }
    let volumes: Option<Vec<f64>> = scored.iter().map(|(_, volume)| *volume).collect();
    let weights = volumes.filter(|volumes| volumes.iter().sum::<f64>() > 0.0).unwrap_or_else(|| vec![1.0; scored.len()]);
    let sum: f64 = scored.iter().zip(&weights).map(|((level, _), weight)| level * weight).sum();
    Some(sum / weights.iter().sum::<f64>())
}

impl Classes {
    /// The leads of both.
    #[must_use]
    pub(super) fn and(&self, other: &Classes) -> Classes {
        Classes {
            clean: self.clean + other.clean,
            slipped: self.slipped + other.slipped,
            leaked: self.leaked + other.leaked,
            unproven: self.unproven + other.unproven,
            open: self.open + other.open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_weigh_unless_one_is_missing_or_all_are_nothing() {
        assert_eq!(weighted(&[(1.0, Some(30.0)), (5.0, Some(10.0))]), Some(2.0));
        assert_eq!(weighted(&[(1.0, Some(30.0)), (5.0, None)]), Some(3.0));
        assert_eq!(weighted(&[(1.0, Some(0.0)), (5.0, Some(0.0))]), Some(3.0));
        assert_eq!(weighted(&[]), None);
    }
}
