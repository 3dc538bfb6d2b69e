#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| codes_fuzz::document::smithy(bytes));
