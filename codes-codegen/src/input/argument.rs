//! The arguments of an attribute: `name`, or `name = value`.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr, Token};

use crate::messages::{self, Message};
use crate::report::Report;

pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Option<TokenStream>,
}

/// A code in an attribute: text, or an integer of either sign.
pub(crate) enum CodeArgument {
    Text(String),
    Int(i64),
}

/// Parses arguments separated by commas.
pub(crate) fn parse_list(input: ParseStream<'_>) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        let (name, span) = match input.parse::<TokenTree>()? {
            TokenTree::Ident(name) => (name.to_string(), name.span()),
            other => return Err(messages::expected_argument().at(other.span())),
        };
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(parse_value(input, span)?),
            None => None,
        };
        arguments.push(Argument { name, span, value });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(arguments)
}

/// Tokens up to the next comma.
fn parse_value(input: ParseStream<'_>, name: Span) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend([input.parse::<TokenTree>()?]);
    }
    if value.is_empty() {
        return Err(messages::expected_value().at(name));
    }
    Ok(value)
}

/// Reads each argument once. Duplicates, and arguments that cannot be read, are reported.
pub(crate) fn for_each(
    arguments: &[Argument],
    report: &mut Report,
    mut read: impl FnMut(&Argument) -> syn::Result<()>,
) {
    for (i, argument) in arguments.iter().enumerate() {
        let is_duplicate = arguments[..i]
            .iter()
            .any(|other| other.name == argument.name);
        let result = if is_duplicate {
            Err(messages::duplicate_argument(&argument.name).at(argument.span))
        } else {
            read(argument)
        };
        if let Err(error) = result {
            report.error(error);
        }
    }
}

impl Argument {
    /// Parses the value. `expected` describes it in the error message.
    pub(crate) fn parse<T: Parse>(&self, expected: Message) -> syn::Result<T> {
        syn::parse2(self.value.clone().unwrap_or_default()).map_err(|_| self.wrong_value(expected))
    }

    /// Checks that a flag has no value.
    pub(crate) fn flag(&self) -> syn::Result<bool> {
        match self.value {
            None => Ok(true),
            Some(_) => Err(messages::unexpected_value(&self.name).at(self.span)),
        }
    }

    /// Parses the path of a crate; a string is read as the path in it.
    pub(crate) fn crate_path(&self) -> syn::Result<TokenStream> {
        let path = match self.parse::<LitStr>(messages::a_crate_path()) {
            Ok(path) => path.parse().unwrap_or_default(),
            Err(_) => self.value.clone().unwrap_or_default(),
        };
        if is_path(&path) {
            Ok(path)
        } else {
            Err(self.wrong_value(messages::a_crate_path()))
        }
    }

    fn wrong_value(&self, expected: Message) -> syn::Error {
        let value = self.value.clone();
        let first = value.and_then(|value| value.into_iter().next());
        let span = first.map_or(self.span, |token| token.span());
        messages::wrong_value(&self.name, expected).at(span)
    }

    /// The error for an unknown argument.
    pub(crate) fn unknown(&self, known: &[&str]) -> syn::Error {
        let help = match codes_spec::nearest(&self.name, known.iter().copied()) {
            Some(near) => messages::did_you_mean(near),
            None => messages::known_arguments(known.join(", ")),
        };
        messages::unknown_argument(&self.name, help).at(self.span)
    }
}

impl Parse for CodeArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(CodeArgument::Text(input.parse::<LitStr>()?.value()));
        }
        let minus = input.parse::<Option<Token![-]>>()?.is_some();
        let literal: LitInt = input.parse()?;
        let magnitude: i128 = literal.base10_parse()?;
        let int = i64::try_from(if minus { -magnitude } else { magnitude });
        int.map(CodeArgument::Int)
            .map_err(|error| syn::Error::new(literal.span(), error))
    }
}

/// Whether tokens are names separated by `::`. Written by hand, because syn parses paths only with a
/// feature that is slow to build.
fn is_path(tokens: &TokenStream) -> bool {
    let mut colons = 2;
    for (i, token) in tokens.clone().into_iter().enumerate() {
        match token {
            TokenTree::Ident(_) if colons == 2 => colons = 0,
            TokenTree::Punct(punct) if punct.as_char() == ':' && i == 0 => colons = 1,
            TokenTree::Punct(punct) if punct.as_char() == ':' && colons < 2 => colons += 1,
            TokenTree::Group(group) if group.delimiter() == Delimiter::None && i == 0 => {
                colons = if is_path(&group.stream()) {
                    0
                } else {
                    return false;
                };
            }
            _ => return false,
        }
    }
    colons == 0
}
