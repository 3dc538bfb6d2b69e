//! The input of `#[derive(Code)]`: a user's own enum.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{LitInt, LitStr, Token};

use crate::input::argument::{self, Argument, CodeArgument};
use crate::input::attribute;
use crate::input::options::Options;
use crate::input::path::SpecPath;
use crate::messages::{self, Message};
use crate::report::Report;

/// The item under `#[derive(Code)]`, with everything that could be read.
pub(crate) struct DeriveInput {
    pub(crate) name: Ident,
    pub(crate) path: Option<SpecPath>,
    pub(crate) partial: bool,
    pub(crate) options: Options,
    pub(crate) variants: Vec<VariantInput>,
    pub(crate) has_discriminants: bool,
    pub(crate) shape: Shape,
}

/// Whether the traits can be implemented for an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// An enum of variants without fields.
    Fieldless,
    /// A struct, or an enum with fields: the traits can be implemented, so that they are not
    /// missing too.
    Malformed,
    /// A union, or an item with generics: any implementation would cause more errors.
    Unimplementable,
}

/// A variant, and how it designates its row.
pub(crate) struct VariantInput {
    pub(crate) name: Ident,
    pub(crate) row_name: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<CodeArgument>,
    /// Whether its arguments have an error, which has been reported.
    pub(crate) is_malformed: bool,
}

/// Reads the tokens of a `struct`, `enum` or `union`; rustc has checked that they are one.
pub(crate) fn read(input: TokenStream, report: &mut Report) -> Option<DeriveInput> {
    let parse = |input: ParseStream<'_>| parse_item(input, report);
    match parse.parse2(input) {
        Ok(input) => Some(input),
        Err(error) => {
            report.error(error);
            None
        }
    }
}

fn parse_item(input: ParseStream<'_>, report: &mut Report) -> syn::Result<DeriveInput> {
    let arguments = parse_attributes(input, report)?;
    skip_until(input, |input| {
        input.peek(Token![enum]) || input.peek(Token![struct]) || input.peek(Token![union])
    })?;
    let (is_enum, is_union) = (input.peek(Token![enum]), input.peek(Token![union]));
    input.parse::<TokenTree>()?;
    let name: Ident = input.parse()?;
    let unimplementable = is_union || input.peek(Token![<]) || input.peek(Token![where]);
    let mut item = DeriveInput {
        name,
        path: None,
        partial: false,
        options: Options::default(),
        variants: Vec::new(),
        has_discriminants: false,
        shape: match (unimplementable, is_enum) {
            (true, _) => Shape::Unimplementable,
            (false, true) => Shape::Fieldless,
            (false, false) => Shape::Malformed,
        },
    };
    item.read_arguments(&arguments, report);
    if !is_enum {
        report.error(messages::not_an_enum().at(item.name.span()));
    } else if unimplementable {
        report.error(messages::generics().at(item.name.span()));
    }
    skip_until(input, |input| input.peek(syn::token::Brace))?;
    if item.shape == Shape::Fieldless {
        let body: Group = input.parse()?;
        let variants = |input: ParseStream<'_>| item.parse_variants(input, report);
        variants.parse2(body.stream())?;
    } else {
        skip_until(input, |_| false)?;
    }
    Ok(item)
}

impl DeriveInput {
    fn read_arguments(&mut self, arguments: &[Argument], report: &mut Report) {
        argument::for_each(arguments, report, |argument| {
            match argument.name.as_str() {
                "spec" => {
                    let missing = || messages::expected_spec().at(argument.span);
                    let value = argument.value.clone().ok_or_else(missing)?;
                    self.path = Some(syn::parse2(value)?);
                }
                "partial" => self.partial = argument.flag()?,
                _ => self.options.read(argument, &["spec", "partial"])?,
            }
            Ok(())
        });
        if !arguments.iter().any(|argument| argument.name == "spec") {
            report.error(messages::expected_spec().at(self.name.span()));
        }
        if self.options.quiet {
            report.ignore_warnings();
        }
    }

    fn parse_variants(&mut self, input: ParseStream<'_>, report: &mut Report) -> syn::Result<()> {
        while !input.is_empty() {
            let variant = parse_variant(input, report)?;
            self.variants.push(variant);
            if input.peek(syn::token::Paren) || input.peek(syn::token::Brace) {
                let fields: Group = input.parse()?;
                report.error(fields_message(&fields).at(fields.span()));
                self.shape = Shape::Malformed;
            }
            if input.parse::<Option<Token![=]>>()?.is_some() {
                self.has_discriminants = true;
                skip_until(input, |input| input.peek(Token![,]))?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }
}

fn fields_message(fields: &Group) -> Message {
    if fields.stream().is_empty() {
        messages::empty_fields()
    } else {
        messages::fields()
    }
}

/// The attributes and the name of a variant.
fn parse_variant(input: ParseStream<'_>, report: &mut Report) -> syn::Result<VariantInput> {
    let errors = report.errors();
    let arguments = parse_attributes(input, report)?;
    let mut variant = VariantInput {
        name: input.parse()?,
        row_name: None,
        status: None,
        code: None,
        is_malformed: false,
    };
    argument::for_each(&arguments, report, |argument| {
        variant.read_argument(argument)
    });
    variant.is_malformed = report.errors() > errors;
    Ok(variant)
}

impl VariantInput {
    fn read_argument(&mut self, argument: &Argument) -> syn::Result<()> {
        match argument.name.as_str() {
            "name" => {
                let name: LitStr = argument.parse(messages::a_row_name())?;
                self.row_name = Some(name.value());
            }
            "status" => {
                let status: LitInt = argument.parse(messages::a_status())?;
                let number = status.base10_parse().ok();
                let number = number.filter(|number| (100..=999).contains(number));
                let refused = || {
                    messages::status_out_of_range(&status, messages::a_status()).at(status.span())
                };
                self.status = Some(number.ok_or_else(refused)?);
            }
            "code" => self.code = Some(argument.parse(messages::a_code())?),
            _ => return Err(argument.unknown(&["name", "status", "code"])),
        }
        Ok(())
    }
}

/// Reads the arguments of every `#[code(…)]` attribute and skips other attributes.
fn parse_attributes(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while input.parse::<Option<Token![#]>>()?.is_some() {
        let group: Group = input.parse()?;
        arguments.extend(attribute::arguments(&group, "code", report).unwrap_or_default());
    }
    Ok(arguments)
}

fn skip_until(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) -> syn::Result<()> {
    while !input.is_empty() && !end(input) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
