//! What must hold whatever bytes come: a body for each thing that reads what others wrote.
//!
//! `cargo +nightly fuzz run spec FOUND fuzz/corpus/spec` hunts, and leaves what it finds in the folder FOUND. An input that
//! breaks a body goes into `corpus/`, which the tests run through on any toolchain, together with a fixed number of
//! inputs made of it.

pub mod classify;
pub mod markdown;
pub mod message;
pub mod page;
pub mod pointer;
pub mod retry_after;
pub mod spec;

/// Panics where something does not hold.
pub type Body = fn(&[u8]);

/// Each body, by the name of its target and of its corpus.
pub const BODIES: [(&str, Body); 7] = [
    ("classify", classify::check),
    ("markdown", markdown::check),
    ("message", message::check),
    ("page", page::check),
    ("pointer", pointer::check),
    ("retry_after", retry_after::check),
    ("spec", spec::check),
];

/// The first byte, which decides, and the rest as text.
fn choice(bytes: &[u8]) -> (u8, String) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    (*first, String::from_utf8_lossy(rest).into_owned())
}
