//! Gives `handoff_audit::fuzz::values` whatever libFuzzer thinks of.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| handoff_audit::fuzz::values(bytes));
