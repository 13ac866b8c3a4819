//! `handoff-audit` builds the report of a handoff audit: traced leads in YAML become a checked, scored and charted static site.
//!
//! The way of the data, in the order of the modules: [`framework`] says what the world is; [`audit`] finds and reads what auditors
//! write and reports what is wrong as [`diagnostic`]s.

pub mod audit;
pub mod charts;
pub mod diagnostic;
pub mod framework;
pub mod palette;
pub mod report;
pub mod rules;
pub mod site;
pub mod words;
pub mod yaml;
