//! The five mistakes at the level of the business (framework §6, "Mistakes").

use super::channel::{counted, held_below};
use super::model::{ChannelReport, LeadReport, Mistake};
use super::patterns::traced;
use super::wilson;
use crate::audit::{Audit, Channel, Lead, OwnerKind};
use crate::framework::{Step, Verdict, scoring};

/// A mistake: which it is, and what shows it. What it is called and what it means are words of the site.
#[derive(Debug)]
pub struct MistakeKind {
    /// Its stable id.
    pub id: &'static str,
    /// The step at which it shows; none where it is the channel's report that shows it.
    pub step: Option<Step>,
    seen: fn(&Audit, &[ChannelReport]) -> Seen,
}

/// What shows a mistake; nothing where it was not seen.
#[derive(Default)]
struct Seen {
    leads: Vec<String>,
    channels: Vec<String>,
}

/// All five, in order.
pub static MISTAKES: [MistakeKind; 5] = [
    MistakeKind {
        id: "activity-as-movement",
        step: Some(Step::Continue),
        seen: |audit, channels| {
            leads(audit, channels, |_, lead, report| {
                let touches = lead.r#continue.known.fact().map_or(0, |next| next.touches);
                touches >= scoring::ACTIVITY_TOUCHES && report.steps.r#continue.verdict == Verdict::Fail
            })
        },
    },
    MistakeKind { id: "no-clear-owner", step: Some(Step::Claim), seen: no_clear_owner },
    MistakeKind { id: "no-confirmation-discipline", step: Some(Step::Confirm), seen: no_confirmation_discipline },
    MistakeKind {
        id: "disconnected-systems",
        step: Some(Step::Close),
        seen: |audit, channels| leads(audit, channels, |_, _, report| report.steps.close.rules.contains(&"close-disagrees")),
    },
    MistakeKind { id: "volume-only-reporting", step: None, seen: volume_only_reporting },
];

/// Each mistake, seen or not.
pub(super) fn derive(audit: &Audit, channels: &[ChannelReport]) -> Vec<Mistake> {
    MISTAKES
        .iter()
        .map(|mistake| {
            let Seen { mut leads, channels } = (mistake.seen)(audit, channels);
            leads.sort();
            Mistake { id: mistake.id, seen: !leads.is_empty() || !channels.is_empty(), leads, channels }
        })
        .collect()
}

fn leads(audit: &Audit, channels: &[ChannelReport], shows: impl Fn(&Channel, &Lead, &LeadReport) -> bool) -> Seen {
    let shown = traced(audit, channels).filter(|(channel, lead, report)| shows(channel, lead, report));
    Seen { leads: shown.map(|(_, lead, _)| lead.id.clone()).collect(), channels: Vec::new() }
}

/// A shared owner, or Claim held by fewer than half in any channel; then the leads whose Claim is wanting show it.
fn no_clear_owner(audit: &Audit, channels: &[ChannelReport]) -> Seen {
    let unowned: Vec<_> = channels
        .iter()
        .filter(|channel| held_below(channel, Step::Claim, scoring::CLEAR_OWNER_BELOW))
        .map(|channel| channel.id.clone())
        .collect();
    let seen = leads(audit, channels, |channel, lead, report| {
        let shared = lead.claim.known.fact().is_some_and(|claim| claim.kind == OwnerKind::Shared);
        shared || (unowned.contains(&channel.id) && report.steps.claim.verdict.wanting())
    });
    Seen { channels: unowned, ..seen }
}

/// Confirm held by fewer than half of the counted leads that got through Continue, over all channels.
fn no_confirmation_discipline(_: &Audit, channels: &[ChannelReport]) -> Seen {
    let contacted: Vec<_> = channels
        .iter()
        .flat_map(|channel| counted(&channel.leads))
        .filter(|lead| lead.furthest >= Step::Continue.number() && lead.steps.confirm.verdict.judged())
        .collect();
    let held = contacted.iter().filter(|lead| lead.steps.confirm.verdict == Verdict::Pass).count();
    if contacted.is_empty() || held as f64 / contacted.len() as f64 >= scoring::CONFIRMATION_BELOW {
        return Seen::default();
    }
    let wanting = contacted.iter().filter(|lead| lead.steps.confirm.verdict.wanting());
    Seen { leads: wanting.map(|lead| lead.id.clone()).collect(), channels: Vec::new() }
}

/// A reported booking rate above the Wilson range of proven bookings among the channel's counted leads.
fn volume_only_reporting(audit: &Audit, channels: &[ChannelReport]) -> Seen {
    let too_good = |channel: &Channel, report: &ChannelReport| {
        let volume = channel.volume.as_ref()?;
        let reported = volume.booked_reported.filter(|_| volume.leads > 0.0)? / volume.leads;
        let proven = counted(&report.leads).filter(|lead| lead.proven_booking).count();
        let (_, high) = wilson::range(proven, report.counted)?;
        Some(reported > high)
    };
    let channels = audit
        .channels
        .iter()
        .zip(channels)
        .filter(|(channel, report)| too_good(channel, report) == Some(true))
        .map(|(channel, _)| channel.id.clone())
        .collect();
    Seen { leads: Vec::new(), channels }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::audit::{Volume, VolumePer};

    #[test]
    fn a_reported_rate_is_too_good_above_the_range_of_what_is_proven() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/blue-heron/audits");
        let (mut audit, report) = crate::check(&folder).audits.swap_remove(0);
        let highest = {
            let proven = counted(&report.channels[0].leads).filter(|lead| lead.proven_booking).count();
            wilson::range(proven, report.channels[0].counted).unwrap().1
        };
        assert!(0.0 < highest && highest < 1.0, "some leads of the worked audit are lost");
        audit.channels.iter_mut().for_each(|channel| channel.volume = None);
        for (leads, booked_reported, seen) in [
            (1.0, Some(highest), false),
            (1.0, Some(highest.next_up()), true),
            (60.0, Some(60.0), true),
            (60.0, Some(0.0), false),
            (60.0, None, false),
            // what was booked of no leads is no rate
            (0.0, Some(3.0), false),
        ] {
            audit.channels[0].volume = Some(Volume { leads, per: VolumePer::Month, booked_reported, source: None });
            let [.., mistake] = &derive(&audit, &report.channels)[..] else { panic!("five mistakes") };
            let channels = if seen { vec![audit.channels[0].id.clone()] } else { Vec::new() };
            assert_eq!(
                (mistake.id, mistake.seen, &mistake.channels),
                ("volume-only-reporting", seen, &channels),
                "{booked_reported:?}"
            );
            assert!(mistake.leads.is_empty());
        }
    }
}
