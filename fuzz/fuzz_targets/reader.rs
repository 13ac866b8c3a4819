//! Gives `handoff_audit::fuzz::reader` whatever libFuzzer thinks of.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| handoff_audit::fuzz::reader(bytes));
