#![doc = include_str!("../README.md")]
//!
//! ---
//!
//! Stands where a downstream user stands: see the `[[test]]` entries of the manifest.
