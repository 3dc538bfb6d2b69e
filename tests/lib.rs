//! Tests of `codes-runtime` from the point of view of a downstream crate: see the `[[test]]` entries of
//! the manifest.

/// Runs the snippets of the README as doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

#[expect(
    clippy::missing_panics_doc,
    reason = "helpers of tests panic when a test fails"
)]
pub mod scratch;

#[expect(
    clippy::missing_panics_doc,
    reason = "helpers of tests panic when a test fails"
)]
pub mod workspace;
