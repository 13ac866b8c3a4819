//! Everything that is tested from outside, in one binary: cases are folders, `UPDATE=1` rewrites what is expected of them.

mod cases;
mod invalid;
mod valid;
