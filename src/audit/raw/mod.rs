//! The records of the files, as written: each field read for itself, nothing yet checked against anything else.
//!
//! Raw records never leave `audit`; what holds together becomes the model.

mod audit;
mod brand;
mod channel;
mod lead;
mod private;
mod sentence;
mod step;

pub(super) use audit::*;
pub(super) use brand::*;
pub(super) use channel::*;
pub(super) use lead::*;
pub(super) use private::*;
pub(super) use step::*;
