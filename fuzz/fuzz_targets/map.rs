#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| touchline_fuzz::map(bytes));
