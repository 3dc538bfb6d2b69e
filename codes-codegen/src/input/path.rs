//! The path of a spec: a string, or `concat!` and `env!` of strings.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitStr, Token};

use crate::messages;

pub(crate) struct SpecPath {
    /// The path, relative to the directory of `Cargo.toml` unless it is absolute.
    pub(crate) value: String,
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
}

impl Parse for SpecPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            let span = literal.span();
            return Ok(SpecPath {
                value: literal.value(),
                tokens: literal.into_token_stream(),
                span,
            });
        }
        if !input.peek(syn::Ident) {
            return Err(input.error(messages::expected_path()));
        }
        let name: Ident = input.parse()?;
        let expected_path = |_| messages::expected_path().at(name.span());
        input.parse::<Token![!]>().map_err(expected_path)?;
        let arguments: Group = input.parse()?;
        let span = name.span();
        let (value, tokens) = match name.to_string().as_str() {
            _ if arguments.delimiter() == Delimiter::Brace => {
                return Err(messages::expected_path().at(span));
            }
            "concat" => parse_concat.parse2(arguments.stream())?,
            "env" => {
                let variable: LitStr = syn::parse2(arguments.stream()).map_err(expected_path)?;
                let value = std::env::var(variable.value());
                let unset = |_| messages::unset_variable(variable.value()).at(variable.span());
                (value.map_err(unset)?, quote!(::core::env!(#variable)))
            }
            _ => return Err(messages::expected_path().at(span)),
        };
        Ok(SpecPath {
            value,
            tokens,
            span,
        })
    }
}

/// The arguments of `concat!`: the path that results, and the tokens.
fn parse_concat(input: ParseStream<'_>) -> syn::Result<(String, TokenStream)> {
    let (mut value, mut parts) = (String::new(), TokenStream::new());
    while !input.is_empty() {
        let part: SpecPath = input.parse()?;
        value += &part.value;
        let tokens = part.tokens;
        parts.extend(quote!(#tokens,));
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok((value, quote!(::core::concat!(#parts))))
}

impl SpecPath {
    /// An expression for the file's bytes, which makes the compiler watch the file without
    /// embedding the path of the checkout.
    pub(crate) fn track(&self) -> TokenStream {
        let path = &self.tokens;
        if std::path::Path::new(&self.value).is_absolute() {
            quote!(::core::include_bytes!(#path))
        } else {
            quote!(::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)
            ))
        }
    }
}
