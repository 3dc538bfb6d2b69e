//! Expansions in every place where an item is allowed, under strict lints.
#![deny(warnings, missing_docs, clippy::pedantic)]
#![forbid(unsafe_code)]

/// In a doctest:
///
/// ```
/// codes_runtime::codes! {
///     #[codes(quiet)]
///     enum Documented = "../specs/features.yaml";
/// }
/// assert_eq!(Documented::ALL.len(), 6);
/// ```
pub mod inner {
    codes_runtime::codes! {
        /// Two levels up.
        #[codes(quiet)]
        pub enum InModule = "src/../../specs/features.yaml";
    }
}

macro_rules! literal {
    ($(#[$meta:meta])* $vis:vis $name:ident $path:literal) => {
        codes_runtime::codes! { $(#[$meta])* $vis enum $name = $path; }
    };
}

macro_rules! expression {
    ($(#[$meta:meta])* $vis:vis $name:ident $path:expr) => {
        codes_runtime::codes! { $(#[$meta])* $vis enum $name = $path; }
    };
}

macro_rules! tokens {
    ($($item:tt)*) => { codes_runtime::codes! { $($item)* } };
}

literal! {
    /// A captured literal and options.
    #[codes(exhaustive, quiet)]
    pub ByLiteral "../specs/features.yaml"
}
literal!(#[codes(quiet)] #[must_use] Private "../specs/features.yaml");
expression!(#[codes(quiet)] #[doc = "An expression."] pub(crate) ByExpression "../specs/features.yaml");
expression!(#[codes(quiet)] #[doc = "Two."] pub ByConcat concat!("../specs/", "features.yaml"));
tokens! {
    /// Tokens.
    #[codes(quiet)]
    pub enum ByTokens = "../specs/features.yaml";
}

tokens! {
    /// Deprecated as a whole.
    #[deprecated]
    #[codes(quiet)]
    pub enum Deprecated = "../specs/features.yaml";
}

/// Declares the same table as four enums, and returns the status of one row from each.
#[must_use]
pub fn statuses() -> [Option<u16>; 4] {
    codes_runtime::codes! {
        #[codes(quiet)]
        enum InFunction = "../specs/features.yaml";
    }
    let in_block = {
        codes_runtime::codes! {
            #[codes(quiet)]
            enum InBlock = "../specs/features.yaml";
        }
        InBlock::NotHere.status()
    };
    [InFunction::NotHere.status(), in_block, ByExpression::NotHere.status(), ByConcat::NotHere.status()]
}

macro_rules! own {
    ($(#[$meta:meta])* $vis:vis $name:ident: $(#[$row:meta])* $variant:ident) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, codes_runtime::Code)]
        $(#[$meta])*
        $vis enum $name {
            $(#[$row])*
            $variant,
        }
    };
}

own! {
    /// From a macro.
    #[code(spec = "../specs/features.yaml", partial, quiet)]
    pub FromMacro: #[doc = "My words."] #[code(status = 404)] Absent
}

/// A handwritten enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, codes_runtime::Code)]
#[code(spec = "../specs/features.yaml", partial, quiet)]
pub enum Own {
    /// My words.
    #[code(status = 404)]
    Absent,
}

#[cfg(test)]
mod tests {
    codes_runtime::codes! {
        #[codes(quiet)]
        enum InTest = "../specs/features.yaml";
    }

    #[test]
    fn all_enums_have_the_same_rows() {
        assert_eq!(super::statuses(), [Some(404); 4]);
        assert_eq!(InTest::NotHere.to_string(), super::Own::Absent.to_string());
        assert_eq!(InTest::NotHere.to_string(), super::FromMacro::Absent.to_string());
        match super::ByLiteral::NotHere {
            super::ByLiteral::NotHere => {}
            other => panic!("{other}"),
        }
    }
}
