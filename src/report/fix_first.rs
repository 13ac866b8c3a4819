//! What to mend first: where leads leak, and how many bookings that costs (framework §6, "Fix first").

use super::channel::counted;
use super::model::{Class, FixFirst};
use super::overall::WithVolume;
use super::wilson::{self, round4};
use crate::framework::Step;

/// Steps in the order in which rows that are otherwise equal are ranked.
const TIES: [Step; 4] = [Step::Claim, Step::Confirm, Step::Continue, Step::Capture];

/// Rows for the steps that cost bookings, best first, and rows for Close the Loop, whose leads nobody can account for.
pub(super) fn derive(channels: &[WithVolume], value_per_booking: Option<f64>) -> (Vec<FixFirst>, Vec<FixFirst>) {
    let rows = |step: Step| {
        channels.iter().filter_map(move |(channel, volume)| {
            let leaks =
                counted(&channel.leads).filter(|lead| lead.class == Class::Leaked && lead.stopped_at == Some(step)).count();
            let (low, high) = wilson::range(leaks, channel.counted).filter(|_| leaks > 0)?;
            let scale = volume.unwrap_or(channel.counted as f64);
            let affected = scale * leaks as f64 / channel.counted as f64;
            let recoverable = (step != Step::Close).then(|| affected * booking_rate(channels, step));
            Some(FixFirst {
                channel: channel.id.clone(),
                step,
                leaks,
                of: channel.counted,
                affected_per_month: round4(affected),
                low: round4(scale * low),
                high: round4(scale * high),
                recoverable_per_month: recoverable.map(round4),
                recoverable_value_per_month: recoverable.zip(value_per_booking).map(|(bookings, value)| round4(bookings * value)),
                volume_known: volume.is_some(),
            })
        })
    };
    let mut fix_first: Vec<_> = TIES.into_iter().flat_map(rows).collect();
    let mut unaccounted: Vec<_> = rows(Step::Close).collect();
    // stable: what is equal stays in the order of TIES, then of the channels' ids
    fix_first.sort_by(|one, other| {
        let key = |row: &FixFirst| (row.recoverable_per_month.unwrap_or(0.0), row.affected_per_month);
        key(other).partial_cmp(&key(one)).unwrap_or(std::cmp::Ordering::Equal)
    });
    unaccounted.sort_by(|one, other| other.affected_per_month.total_cmp(&one.affected_per_month));
    (fix_first, unaccounted)
}

/// How likely a lead that gets through the step becomes a proven booking: (x + ½) / (m + 1), so that few leads promise no certainty.
fn booking_rate(channels: &[WithVolume], step: Step) -> f64 {
    let through =
        || channels.iter().flat_map(|(channel, _)| counted(&channel.leads)).filter(|lead| lead.furthest >= step.number());
    let booked = through().filter(|lead| lead.proven_booking).count();
    (booked as f64 + 0.5) / (through().count() as f64 + 1.0)
}
