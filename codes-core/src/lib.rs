//! The parts of a codes table that its writer, `codes-spec`, and its reader, `codes-runtime`, share.
#![no_std]
