//! The variants of a user's own enum.

use proc_macro2::{Delimiter, Group, Ident};
use syn::parse::ParseStream;
use syn::{LitInt, LitStr, Token};

use crate::input::argument::{self, Argument, CodeArgument, Spanned};
use crate::input::attribute;
use crate::messages::{self, Message};
use crate::report::Report;

/// A variant, and how it designates its row.
pub(crate) struct VariantInput {
    pub(crate) name: Ident,
    pub(crate) row_name: Option<Spanned<String>>,
    pub(crate) status: Option<Spanned<u16>>,
    pub(crate) code: Option<Spanned<CodeArgument>>,
    pub(crate) has_fields: bool,
    /// Whether the variant has an explicit discriminant.
    pub(crate) has_discriminant: bool,
    /// Whether the variant's arguments have an error. The error has been reported.
    pub(crate) is_malformed: bool,
}

impl VariantInput {
    /// Parses a variant up to its comma.
    pub(crate) fn parse(
        input: ParseStream<'_>,
        by_discriminant: bool,
        report: &mut Report,
    ) -> syn::Result<Self> {
        let errors = report.errors();
        let arguments = attribute::parse_code_arguments(input, report)?;
        let mut variant = VariantInput {
            name: input.parse()?,
            row_name: None,
            status: None,
            code: None,
            has_fields: false,
            has_discriminant: false,
            is_malformed: false,
        };
        argument::for_each(&arguments, report, |argument| {
            if by_discriminant {
                return Err(messages::designated_twice(&argument.name).at(argument.span));
            }
            variant.read_argument(argument)
        });
        if input.peek(syn::token::Paren) || input.peek(syn::token::Brace) {
            let fields: Group = input.parse()?;
            report.error(fields_message(&fields).at(fields.span()));
            variant.has_fields = true;
        }
        variant.has_discriminant = input.peek(Token![=]);
        if by_discriminant && report.errors() == errors {
            variant.code = parse_discriminant(input);
        }
        attribute::skip_until(input, |input| input.peek(Token![,]))?;
        variant.is_malformed = report.errors() > errors;
        Ok(variant)
    }

    fn read_argument(&mut self, argument: &Argument) -> syn::Result<()> {
        let value_span = argument.value_span();
        match argument.name.as_str() {
            "name" => {
                let name: LitStr = argument.parse(messages::a_row_name())?;
                self.row_name = Some(Spanned::new(name.value(), value_span));
            }
            "status" => self.status = Some(Spanned::new(parse_status(argument)?, value_span)),
            "code" => {
                let code = argument.parse(messages::a_code())?;
                self.code = Some(Spanned::new(code, value_span));
            }
            name @ ("spec" | "partial" | "quiet" | "serde" | "crate") => {
                return Err(messages::argument_of_enum(name).at(argument.span));
            }
            "" => {
                let shown = argument.shown();
                let message = match argument.parse::<LitInt>(messages::a_status()) {
                    Ok(_) => messages::unnamed_integer(shown),
                    Err(_) => messages::unnamed_code(shown),
                };
                return Err(message.at(argument.span));
            }
            name if argument.value.is_none() && name.starts_with(char::is_uppercase) => {
                return Err(messages::unquoted_name(name).at(argument.span));
            }
            _ => return Err(argument.unknown(&["name", "status", "code"])),
        }
        Ok(())
    }
}

fn parse_status(argument: &Argument) -> syn::Result<u16> {
    let shown = argument.shown();
    let digits = shown.trim_matches('"').as_bytes();
    if matches!(digits, [b'1'..=b'9', _, b'x' | b'X'])
        && matches!(digits[1], b'0'..=b'9' | b'x' | b'X')
    {
        return Err(messages::status_class(&shown).at(argument.value_span()));
    }
    let status: LitInt = argument.parse(messages::a_status())?;
    let number = status.base10_parse().ok();
    let number = number.filter(|number| (100..=999).contains(number));
    number.ok_or_else(|| {
        messages::status_out_of_range(&status, messages::a_status()).at(status.span())
    })
}

/// Parses `= 1025` with nothing after it.
fn parse_discriminant(input: ParseStream<'_>) -> Option<Spanned<CodeArgument>> {
    input.parse::<Option<Token![=]>>().ok()??;
    let span = input.span();
    let code = match input.fork().parse() {
        Ok(CodeArgument::Int(_)) => input.parse().ok()?,
        _ => return None,
    };
    (input.is_empty() || input.peek(Token![,])).then(|| Spanned::new(code, span))
}

fn fields_message(fields: &Group) -> Message {
    if fields.stream().is_empty() {
        messages::empty_fields(match fields.delimiter() {
            Delimiter::Parenthesis => "()",
            _ => "{}",
        })
    } else {
        messages::fields()
    }
}
