//! The path of a spec: a string, or `concat!` and `env!` of strings.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitStr, Token};

use crate::input::argument::Argument;
use crate::messages;

pub(crate) struct SpecPath {
    /// The path, relative to the directory of `Cargo.toml` unless it is absolute.
    pub(crate) value: String,
    pub(crate) tokens: TokenStream,
    pub(crate) span: Span,
    /// Whether the path was guessed from a malformed declaration, for which an error has been reported.
    pub(crate) is_guess: bool,
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
                is_guess: false,
            });
        }
        if !input.peek(syn::Ident) {
            return Err(not_a_string(input));
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
            "include" | "include_str" | "include_bytes" => {
                let path: LitStr = syn::parse2(arguments.stream()).map_err(expected_path)?;
                return Err(messages::included_path(path.token()).at(span));
            }
            _ => return Err(messages::expected_path().at(span)),
        };
        Ok(SpecPath {
            value,
            tokens,
            span,
            is_guess: false,
        })
    }
}

/// The error for a token that cannot begin a path. If it is a string with a prefix, such as `b"…"`,
/// the error suggests the string without the prefix.
fn not_a_string(input: ParseStream<'_>) -> syn::Error {
    let literal: Option<Literal> = input.fork().parse().ok();
    let path = literal.and_then(|literal| {
        let literal = literal.to_string();
        let path = literal.get(1..)?;
        path.starts_with('"').then(|| path.to_owned())
    });
    input.error(match path {
        Some(path) => messages::unprefixed_path(path),
        None => messages::expected_path(),
    })
}

/// Parses the arguments of `concat!` into the resulting path and the tokens.
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

/// The first string literal before the next semicolon, as a path.
pub(crate) fn find_path(input: ParseStream<'_>) -> Option<SpecPath> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() && !ahead.peek(Token![;]) {
        tokens.extend(ahead.parse::<TokenTree>());
    }
    find_in(tokens).map(|path| SpecPath {
        is_guess: true,
        ..path
    })
}

fn find_in(tokens: TokenStream) -> Option<SpecPath> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => find_in(group.stream()),
        TokenTree::Literal(_) => syn::parse2(token.into()).ok(),
        TokenTree::Ident(_) | TokenTree::Punct(_) => None,
    })
}

impl SpecPath {
    /// The path in a literal that the compiler has rejected, such as a Windows path with single
    /// backslashes.
    pub(crate) fn from_rejected_literal(input: ParseStream<'_>) -> Option<Self> {
        let ahead = input.fork();
        let literal: TokenTree = ahead.parse().ok()?;
        let text = literal.to_string();
        let text = text.strip_prefix('"')?.strip_suffix('"')?;
        let value = text.replace('\\', "/");
        let span = literal.span();
        let tokens = LitStr::new(&value, span).into_token_stream();
        Some(SpecPath {
            value,
            tokens,
            span,
            is_guess: true,
        })
    }

    /// The tokens up to the semicolon as a path, if they look like one without its quotes.
    pub(crate) fn without_quotes(input: ParseStream<'_>) -> Option<Self> {
        let (ahead, span) = (input.fork(), input.span());
        let mut value = String::new();
        while !ahead.is_empty() && !ahead.peek(Token![;]) {
            value += &ahead.parse::<TokenTree>().ok()?.to_string();
        }
        let looks_like_path = [".yaml", ".yml"]
            .iter()
            .any(|extension| value.ends_with(extension));
        let literal = LitStr::new(&value, span);
        (looks_like_path && !value.contains('"')).then(|| SpecPath {
            value,
            tokens: literal.into_token_stream(),
            span,
            is_guess: true,
        })
    }

    /// Whether an argument gives the path: it is named `spec` or similar, or is a string without a name.
    pub(crate) fn is_given_by(argument: &Argument) -> bool {
        let string = || argument.parse::<LitStr>(messages::expected_path());
        match argument.name.as_str() {
            "spec" => true,
            "path" | "file" => string().is_ok(),
            "" => string().is_ok_and(|path| path.value().contains('.')),
            _ => false,
        }
    }

    /// Parses a path. If it lacks its quotes, the error shows it with them.
    pub(crate) fn parse_or_quote(input: ParseStream<'_>) -> syn::Result<Self> {
        match input.fork().call(SpecPath::parse) {
            Ok(_) => input.call(SpecPath::parse),
            Err(error) => Err(match SpecPath::without_quotes(input) {
                Some(path) => messages::unquoted_path(&path.value).at(path.span),
                None => error,
            }),
        }
    }

    /// Removes a semicolon at the end of the string, and returns whether there was one.
    pub(crate) fn take_semicolon(&mut self) -> bool {
        let Some(path) = self.value.strip_suffix(';') else {
            return false;
        };
        self.tokens = LitStr::new(path, self.span).into_token_stream();
        self.value.truncate(path.len());
        true
    }

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
