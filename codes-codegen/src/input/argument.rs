//! The arguments of an attribute: `name`, or `name = value`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr, Token};

use crate::messages::{self, Message};
use crate::report::Report;

pub(crate) struct Argument {
    /// Empty for a value without a name, as in `#[code(404)]`.
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Option<TokenStream>,
    /// Whether `=` is missing before its value, which has been reported.
    is_malformed: bool,
}

/// A value and its span.
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    pub(crate) fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

/// A code in an attribute: text, or an integer of either sign.
pub(crate) enum CodeArgument {
    Text(String),
    Int(i64),
}

/// Parses arguments separated by commas. If a comma or `=` is missing, the error is reported and
/// the argument is read anyway.
pub(crate) fn parse_list(
    input: ParseStream<'_>,
    report: &mut Report,
) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        arguments.push(parse_argument(input, report)?);
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            report.error(messages::expected_comma().at(input.span()));
            input.parse::<Option<Token![;]>>()?;
        }
    }
    Ok(arguments)
}

fn parse_argument(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Argument> {
    let span = input.span();
    if !input.peek(Ident::peek_any) {
        return Ok(Argument {
            name: String::new(),
            span,
            value: Some(parse_value(input, span)?),
            is_malformed: false,
        });
    }
    let name = Ident::parse_any(input)?;
    let mut is_malformed = true;
    let value = if input.peek(Token![==]) || input.peek(Token![:]) {
        report.error(without_equals(&name).at(input.span()));
        while input.peek(Token![=]) || input.peek(Token![:]) {
            input.parse::<TokenTree>()?;
        }
        Some(parse_value(input, span)?)
    } else if input.peek(syn::token::Paren) {
        report.error(without_equals(&name).at(input.span()));
        Some(input.parse::<Group>()?.stream())
    } else {
        is_malformed = false;
        match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(parse_value(input, span)?),
            None => None,
        }
    };
    Ok(Argument {
        name: name.to_string(),
        span,
        value,
        is_malformed,
    })
}

/// The message about a value that does not follow `=`.
fn without_equals(name: &Ident) -> Message {
    const FLAGS: [&str; 4] = ["exhaustive", "partial", "quiet", "serde"];
    if FLAGS.iter().any(|flag| name == flag) {
        messages::unexpected_value(name)
    } else {
        messages::argument_without_equals(name)
    }
}

/// Tokens up to the next comma or semicolon, or to the next argument if there is neither.
fn parse_value(input: ParseStream<'_>, name: Span) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    let begins_argument = |after_string: bool| {
        input.peek(Ident::peek_any) && (after_string || input.peek2(Token![=]))
    };
    let mut after_string = false;
    while !input.is_empty()
        && !input.peek(Token![,])
        && !input.peek(Token![;])
        && (value.is_empty() || !begins_argument(after_string))
    {
        after_string = input.peek(LitStr);
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
        let is_duplicate = !argument.name.is_empty()
            && arguments[..i]
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

    /// The value as the user wrote it.
    pub(crate) fn shown(&self) -> String {
        self.value.clone().unwrap_or_default().to_string()
    }

    /// The span of the value, or of the name if there is no value.
    pub(crate) fn value_span(&self) -> Span {
        let first = self
            .value
            .clone()
            .and_then(|value| value.into_iter().next());
        first.map_or(self.span, |token| token.span())
    }

    /// Checks that a flag has no value.
    pub(crate) fn flag(&self) -> syn::Result<bool> {
        match self.value {
            None => Ok(true),
            Some(_) if self.is_malformed => Ok(true),
            Some(_) => Err(messages::unexpected_value(&self.name).at(self.span)),
        }
    }

    /// Parses the path of a crate, which may be in a string.
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

    pub(crate) fn wrong_value(&self, expected: Message) -> syn::Error {
        messages::wrong_value(&self.name, expected).at(self.value_span())
    }

    /// The error for an unknown argument.
    pub(crate) fn unknown(&self, known: &[&str]) -> syn::Error {
        if self.name.is_empty() {
            let value = self.shown();
            let help = match known.iter().find(|name| **name == value.trim_matches('"')) {
                Some(name) => messages::did_you_mean(name),
                None => messages::known_arguments(known.join(", ")),
            };
            return messages::unnamed_argument(value, help).at(self.span);
        }
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

/// Returns whether tokens are names separated by `::`. Written by hand, because syn parses paths
/// only with a feature that is slow to build.
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
