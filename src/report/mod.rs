//! Everything the site may show, already worked out.

mod model;

pub use model::*;
