//! Literals and lists, written as text for the compiler to lex: building tokens one by one is many
//! times slower.
//!
//! Macros are compiled without optimization, but the standard library is optimized. So the standard
//! library does as much of the work as possible.

extern crate proc_macro;

use std::str::FromStr as _;

use proc_macro2::TokenStream;
use quote::quote;

use crate::messages;

/// Lexes text.
///
/// Inside a macro, the compiler lexes it, in 5 ms for a table of 1,000 rows. proc-macro2 would first
/// lex the text itself to check it, which takes 37 ms.
///
/// A variant with its docs costs 9,000 to 13,000 instructions as text, and 41,000 to 128,000 as
/// `#[doc = "…"]` through `quote!`.
pub(super) fn parse(text: &str) -> TokenStream {
    let parsed = if proc_macro::is_available() {
        proc_macro::TokenStream::from_str(text)
            .map(TokenStream::from)
            .map_err(|error| error.to_string())
    } else {
        TokenStream::from_str(text).map_err(|error| error.to_string())
    };
    parsed.unwrap_or_else(|error| {
        let message = messages::not_rust(error).to_string();
        quote!(::core::compile_error!(#message))
    })
}

/// A string literal. Line breaks and characters that change the direction of text are escaped.
/// `Literal::string` takes twice as long.
pub(super) fn text(text: &str) -> TokenStream {
    parse(&format!("{text:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_have_their_values() {
        let value = "a\"b\\c\r\n\t\0 {}\u{202e}\u{200b}größe — 残高 🎉'";
        let literal: syn::LitStr = syn::parse2(text(value)).expect("a string");
        assert_eq!(literal.value(), value);
        assert!(!literal.token().to_string().contains('\u{202e}'));
    }
}
