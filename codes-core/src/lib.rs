//! The parts of a table of codes that its writer, `codes-spec`, and its reader, `codes-runtime`, agree on.
//!
//! `codes-runtime` re-exports the vocabulary; everything else may change with any release.
#![no_std]

pub mod checksum;
pub mod code_form;
pub mod details;
pub mod digits;
pub mod distance;
pub mod flags;
pub mod index;
pub mod lists;
pub mod record;
mod vocabulary;

pub use vocabulary::{Kind, Outcome, Retry, UnknownWord};
