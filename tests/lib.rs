#![doc = include_str!("../README.md")]
//!
//! ---
//!
//! Stands where a downstream user stands: see the `[[test]]` entries of the manifest.

#[allow(clippy::missing_panics_doc, reason = "a test panics where it fails")]
pub mod scratch;
