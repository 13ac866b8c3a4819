//! The tests that use the program from outside, in one binary. Cases are folders; `UPDATE=1` rewrites what is expected of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]

mod bounds;
mod browser;
mod cache;
mod cases;
mod ci;
mod cli;
mod docs;
mod draft;
mod editions;
mod editor;
mod fuzz;
mod hostile;
mod invalid;
mod invariants;
mod mishap;
mod output;
mod pdf;
mod publish;
mod repo;
mod schema;
mod serve;
mod shell;
mod templates;
mod trust;
mod valid;

/// The folder `tests` of the project.
fn tests_folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}
