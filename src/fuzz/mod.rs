//! What must hold whatever the input: one entry point for each part that takes in what others wrote. What does not hold is a panic.
//!
//! The targets of cargo-fuzz in `fuzz/` and the short run of each in `tests/it/fuzz.rs` call these and nothing else, with the same seeds.
#![expect(clippy::panic, clippy::expect_used, reason = "what must hold is asserted: a fuzzer wants a panic")]

mod html;
mod markdown;
mod reader;
mod site;

pub use markdown::markdown;
pub use reader::reader;
pub use site::site;

/// A part of the program that is given anything.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, which is that of its file in `fuzz/fuzz_targets/` and of the folder of its seeds in `tests/fuzz/`.
    pub name: &'static str,
    /// Gives it some bytes; panics where something does not hold.
    pub run: fn(&[u8]),
}

/// All of them.
pub const TARGETS: [Target; 5] = [
    Target { name: "reader", run: reader },
    Target { name: "markdown", run: markdown },
    Target { name: "values", run: values },
    Target { name: "charts", run: charts },
    Target { name: "site", run: site },
];

/// Durations, moments, days, opening hours and numbers: the first byte says what is known of the audit, the rest is the value.
///
/// What is read lies within the limits, and written again is read as the same. What is not is told with words, at a place within the text; a
/// value that is proposed is taken when it is copied.
pub fn values(bytes: &[u8]) {
    let (first, rest) = bytes.split_first().map_or((0, bytes), |(first, rest)| (*first, rest));
    crate::audit::any_value(first, &String::from_utf8_lossy(rest));
}

/// Charts: lines such as `rect 0 0 10 20` and `text 5 5 12 Phone calls`, drawn on the canvas and on the backend below it.
///
/// What comes is well-formed XML of the marks that charts have, with numbers of at most one decimal, and texts that are what was written.
pub fn charts(bytes: &[u8]) {
    crate::charts::any_drawing(&String::from_utf8_lossy(bytes));
}
