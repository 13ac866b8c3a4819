//! A channel: its demand, its sample, its limits.

use super::{Lead, SampleMethod, VolumePer};
use crate::framework::{ChannelKind, Clock, Limit, PerStep};

/// One channel of an audit.
#[derive(Clone, Debug)]
pub struct Channel {
    /// The file's stem.
    pub id: String,
    /// Its name, for readers.
    pub title: String,
    /// The route.
    pub kind: ChannelKind,
    /// How much demand it brings.
    pub volume: Option<Volume>,
    /// How the leads were drawn.
    pub sample: Sample,
    /// The details that the record must hold.
    pub must_capture: Vec<String>,
    /// The clock of limits in hours and minutes.
    pub clock: Clock,
    /// The limit of each step.
    pub within: PerStep<Limit>,
    /// Whether the limit of a step is the channel's own, not the framework's default.
    pub own_limits: PerStep<bool>,
    /// After this long a lead is dead.
    pub dead_after: Limit,
    /// Whose limits they are; none where the file does not say.
    pub within_source: Option<String>,
    /// Notes for the internal edition alone (Markdown).
    pub internal: Option<String>,
    /// The traced leads, by id.
    pub leads: Vec<Lead>,
}

/// How much demand a channel brings, as given.
#[derive(Clone, Debug)]
pub struct Volume {
    /// How many leads.
    pub leads: f64,
    /// In what time.
    pub per: VolumePer,
    /// How many of them the business's own report calls booked.
    pub booked_reported: Option<f64>,
    /// Where the figures come from.
    pub source: Option<String>,
}

/// How the traced leads were drawn.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What they were drawn from.
    pub frame: String,
    /// How many there were to draw from.
    pub size: Option<i64>,
    /// How they were drawn.
    pub method: SampleMethod,
    /// How many were drawn.
    pub selected: i64,
    /// Drawn, and left out with a reason.
    pub excluded: Vec<Excluded>,
}

/// A lead that was drawn and left out.
#[derive(Clone, Debug)]
pub struct Excluded {
    /// Its pseudonym.
    pub id: String,
    /// Why.
    pub because: String,
}
