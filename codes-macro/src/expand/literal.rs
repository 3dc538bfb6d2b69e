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

/// Bytes that stand for themselves in a literal. Macros run without optimization, so bytes are told by a table, and
/// written one by one. As a constant it would be copied for each.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b' ';
    while byte <= b'~' {
        plain[byte as usize] = !matches!(byte, b'"' | b'\\');
        byte += 1;
    }
    plain
};

/// `"…"`
pub(super) fn text(text: &str) -> TokenStream {
    let mut out = String::with_capacity(text.len() + 2);
    write_text(&mut out, text);
    parse(&out)
}

/// The same as a part of what is parsed.
pub(super) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let bytes = text.as_bytes();
    let (mut plain, mut at) = (0, 0);
    while at < bytes.len() {
        if PLAIN[bytes[at] as usize] {
            at += 1;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        out.push_str(&text[plain..at]);
        at += c.len_utf8();
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
}

/// `b"…"`
pub(super) fn bytes(bytes: &[u8]) -> TokenStream {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = Vec::with_capacity(4 * bytes.len() + 3);
    out.extend_from_slice(b"b\"");
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        if PLAIN[byte as usize] {
            out.push(byte);
            continue;
        }
        out.push(b'\\');
        // people read an octal number where a digit follows
        if byte == 0 && !matches!(bytes.get(at), Some(b'0'..=b'7')) {
            out.push(b'0');
        } else {
            out.push(b'x');
            out.push(DIGITS[(byte >> 4) as usize]);
            out.push(DIGITS[(byte & 15) as usize]);
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
