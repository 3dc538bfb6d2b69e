//! In every edition.
#![deny(warnings, missing_docs)]

#[allow(unused_extern_crates)]
extern crate codes_runtime;

/// Not at the root.
pub mod inner {
    ::codes_runtime::codes! {
        /// Codes.
        #[codes(quiet)]
        pub enum Codes = "../specs/features.yaml";
    }

    /// A user's own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ::codes_runtime::Code)]
    #[code(spec = "../specs/features.yaml", partial, quiet)]
    pub enum Own {
        /// Gone.
        NotHere,
    }
}

/// A row.
pub fn row() -> String {
    ::codes_runtime::codes! {
        #[codes(quiet)]
        enum Local = "../specs/features.yaml";
    }
    Local::NotHere.to_string() + &inner::Own::NotHere.to_string()
}
