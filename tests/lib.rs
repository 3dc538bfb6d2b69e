//! Stands where a downstream user stands: see the `[[test]]` entries of the manifest.

/// The snippets of the README are doctests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

#[expect(clippy::missing_panics_doc, reason = "a test panics where it fails")]
pub mod scratch;
