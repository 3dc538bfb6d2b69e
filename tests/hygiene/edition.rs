//! Compiled in every edition.
#![deny(warnings, missing_docs)]

#[allow(unused_extern_crates)]
extern crate codes_runtime;

/// A module, so that names are not resolved at the crate root.
pub mod inner {
    ::codes_runtime::codes! {
        /// Codes.
        #[codes(quiet)]
        pub enum Codes = "../specs/features.yaml";
    }

    /// A handwritten enum.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ::codes_runtime::Code)]
    #[code(spec = "../specs/features.yaml", partial, quiet)]
    pub enum Own {
        /// Gone.
        NotHere,
    }
}

/// Returns the displayed rows.
pub fn rows() -> String {
    ::codes_runtime::codes! {
        #[codes(quiet)]
        enum Local = "../specs/features.yaml";
    }
    Local::NotHere.to_string() + &inner::Own::NotHere.to_string()
}
