//! One module per page: a view of what it shows, made for the template of the same name.

pub(crate) mod channel;
pub(crate) mod data;
pub(crate) mod evidence;
pub(crate) mod findings;
pub(crate) mod index;
pub(crate) mod lead;
pub(crate) mod leads;
pub(crate) mod listing;
pub(crate) mod method;
pub(crate) mod overview;
pub(crate) mod patterns;
pub(crate) mod plan;
pub(crate) mod print;
pub(crate) mod rule;
pub(crate) mod rules;
pub(crate) mod sample;
pub(crate) mod search;
pub(crate) mod single;
pub(crate) mod tables;
