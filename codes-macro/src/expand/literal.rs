//! Literals and lists as the text that the compiler lexes: one token at a time, each would cost as much as many bytes.

use std::str::FromStr as _;

use proc_macro2::TokenStream;
use quote::quote;

/// One string of tokens costs the compiler far less than tokens one by one. Where the compiler is there, it reads them
/// itself: proc-macro2 would read the string before that, only to see whether it can be read.
pub(super) fn parse(text: &str) -> TokenStream {
    let parsed = if proc_macro::is_available() {
        proc_macro::TokenStream::from_str(text).map(TokenStream::from).map_err(|error| error.to_string())
    } else {
        TokenStream::from_str(text).map_err(|error| error.to_string())
    };
    parsed.unwrap_or_else(|error| {
        let message = format!("codes-macro wrote what is not Rust, please report it: {error}");
        quote!(::core::compile_error!(#message))
    })
}

/// `"…"`
pub(super) fn text(text: &str) -> TokenStream {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let (mut plain, mut at) = (0, 0);
    while let Some(&byte) = text.as_bytes().get(at) {
        at += 1;
        if matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\' {
            continue;
        }
        let Some(c) = text[at - 1..].chars().next() else { break };
        out.push_str(&text[plain..at - 1]);
        at += c.len_utf8() - 1;
        plain = at;
        // what turns or breaks the line it stands in must not stand in code
        if c.is_alphanumeric() {
            out.push(c);
        } else {
            out.extend(c.escape_default());
        }
    }
    out.push_str(&text[plain..]);
    out.push('"');
    parse(&out)
}

/// `b"…"`
pub(super) fn bytes(bytes: &[u8]) -> TokenStream {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = Vec::with_capacity(3 * bytes.len() + 3);
    out.extend_from_slice(b"b\"");
    for (i, &byte) in bytes.iter().enumerate() {
        match byte {
            // before a digit, people read an octal number
            0 if !matches!(bytes.get(i + 1), Some(b'0'..=b'7')) => out.extend_from_slice(b"\\0"),
            b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            b' '..=b'~' => out.push(byte),
            _ => {
                let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                out.extend_from_slice(&[b'\\', b'x', high, low]);
            }
        }
    }
    out.push(b'"');
    parse(&String::from_utf8_lossy(&out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_what_they_say() {
        let said = "a\"b\\c\r\n\t\0 {}\u{202e}\u{200b}größe — 残高 🎉'";
        let literal: syn::LitStr = syn::parse2(text(said)).expect("a string");
        assert_eq!(literal.value(), said);
        assert!(!literal.token().to_string().contains('\u{202e}'));
        let all: Vec<u8> = (0..=255).chain(*b"\x001").collect();
        let literal: syn::LitByteStr = syn::parse2(bytes(&all)).expect("bytes");
        assert_eq!(literal.value(), all);
    }
}
