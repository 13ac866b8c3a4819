//! What auditors write: found, read, checked, and turned into a model that is valid by construction.

mod hours;
mod model;

pub use hours::OpeningHours;
pub use model::*;
