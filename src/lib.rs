//! `handoff-audit` builds the report of a handoff audit: traced leads in YAML become a checked, scored and charted static site.
//!
//! The modules in reading order: [`framework`] says what the world is; [`audit`] finds and reads what auditors write, through
//! [`yaml`], and says what is wrong as [`diagnostic`]s; [`rules`] turn facts into verdicts; [`report`] derives everything that may be
//! shown; [`charts`] draws it; [`site`] makes pages and data of it and writes them; [`output`] tells it
//! to other programs. [`check`] runs all that needs no page.

pub mod audit;
pub mod build;
pub mod charts;
mod check;
pub mod diagnostic;
pub mod framework;
#[doc(hidden)]
pub mod fuzz;
pub mod output;
pub mod palette;
pub mod pdf;
pub mod report;
pub mod rules;
pub mod serve;
pub mod site;
mod suggest;
pub mod task;
pub mod words;
pub mod yaml;

pub use check::{Checked, check, check_for};
pub use suggest::nearest;
