//! What auditors write: found, read, checked, and turned into a model that is valid by construction.

mod hours;
mod model;
mod personal;
mod raw;
mod suggest;
mod values;
mod wording;

pub use hours::OpeningHours;
pub use model::*;
