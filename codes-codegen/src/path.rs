//! The path of a spec: a literal, or `concat!` and `env!` of literals.

use proc_macro2::{Delimiter, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Token};

pub(crate) struct SpecPath {
    /// As the user's tokens come out; relative to the manifest unless it is absolute.
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
        if !input.peek(Ident) {
            return Err(input.error(FORM));
        }
        let name: Ident = input.parse()?;
        let wrong = || syn::Error::new(name.span(), FORM);
        input.parse::<Token![!]>().map_err(|_| wrong())?;
        let group: proc_macro2::Group = input.parse()?;
        let braces = group.delimiter() == Delimiter::Brace;
        match name.to_string().as_str() {
            "concat" if !braces => {
                syn::parse::Parser::parse2(concat, group.stream()).map(|(value, parts)| SpecPath {
                    value,
                    tokens: quote!(::core::concat!(#parts)),
                    span: name.span(),
                })
            }
            "env" if !braces => {
                let variable: LitStr = syn::parse2(group.stream()).map_err(|_| wrong())?;
                let value = std::env::var(variable.value()).map_err(|_| {
                    let message = format!(
                        "the environment variable `{}` is not set, or is not text",
                        variable.value()
                    );
                    syn::Error::new(variable.span(), message)
                })?;
                Ok(SpecPath {
                    value,
                    tokens: quote!(::core::env!(#variable)),
                    span: name.span(),
                })
            }
            _ => Err(wrong()),
        }
    }
}

const FORM: &str = "expected the path of a spec: a string, or `concat!` and `env!` of strings, \
                    as in `= \"specs/points.yaml\";` or `= concat!(env!(\"OUT_DIR\"), \"/points.yaml\");`";

fn concat(input: ParseStream<'_>) -> syn::Result<(String, TokenStream)> {
    let (mut value, mut tokens) = (String::new(), TokenStream::new());
    while !input.is_empty() {
        let part: SpecPath = input.parse()?;
        value += &part.value;
        let part = part.tokens;
        tokens.extend(quote!(#part,));
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok((value, tokens))
}

impl SpecPath {
    /// An expression for the file's bytes, which makes the compiler watch it. It does not say where the checkout is.
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
