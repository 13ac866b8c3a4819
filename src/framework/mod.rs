//! The framework: what the world of a handoff audit is made of.
//!
//! Steps, verdicts, kinds of channel with their defaults, and every number that is a convention. Nothing here knows about
//! files, pages or a particular audit.

mod kind;
mod limit;
pub mod scoring;
mod step;
mod verdict;

pub use kind::{ChannelKind, Clock, Defaults};
pub use limit::Limit;
pub use step::{PerStep, Step};
pub use verdict::Verdict;
