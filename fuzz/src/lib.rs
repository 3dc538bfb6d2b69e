//! Properties that must hold for any input, one module for each parser of untrusted data.
//!
//! `cargo +nightly fuzz run spec FOUND fuzz/corpus/spec` searches for failures and writes new inputs to the directory
//! FOUND. If an input fails, add it to `corpus/`: the tests run every input there on any toolchain, and a fixed number of
//! random variations.

pub mod classify;
pub mod document;
pub mod markdown;
pub mod message;
pub mod page;
pub mod pointer;
pub mod retry_after;
pub mod spec;
pub mod xml;

/// The body of a fuzz target: panics if a property does not hold for the input.
pub type Body = fn(&[u8]);

/// All bodies, by the names of their targets and corpora.
pub const BODIES: [(&str, Body); 16] = [
    ("botocore", document::botocore),
    ("classify", classify::check),
    ("document", document::check),
    ("json", document::json),
    ("markdown", markdown::check),
    ("message", message::check),
    ("openapi", document::openapi),
    ("page", page::check),
    ("pointer", pointer::check),
    ("proto", document::proto),
    ("retry_after", retry_after::check),
    ("smithy", document::smithy),
    ("spec", spec::check),
    ("toml", document::toml),
    ("xml", xml::check),
    ("yaml", document::yaml),
];

/// Splits an input into its first byte, which selects a variant, and the rest as text.
fn choice(bytes: &[u8]) -> (u8, String) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    (*first, String::from_utf8_lossy(rest).into_owned())
}
