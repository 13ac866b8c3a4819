//! The tests that use the program from outside, in one binary. Cases are folders; `UPDATE=1` rewrites what is expected of them.

mod browser;
mod cases;
mod invalid;
mod repo;
mod valid;
