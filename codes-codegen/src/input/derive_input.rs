//! The input of `#[derive(Code)]`: a user's own enum.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::Token;
use syn::parse::{ParseStream, Parser as _};

use crate::input::argument::{self, Argument};
use crate::input::attribute;
use crate::input::options::EnumOptions;
use crate::input::path::SpecPath;
use crate::input::variant_input::VariantInput;
use crate::messages;
use crate::report::Report;

/// The item below `#[derive(Code)]`, as far as it could be read.
pub(crate) struct DeriveInput {
    pub(crate) name: Ident,
    pub(crate) path: Option<SpecPath>,
    pub(crate) partial: bool,
    /// Whether the discriminants are the codes.
    by_discriminant: bool,
    pub(crate) options: EnumOptions,
    pub(crate) variants: Vec<VariantInput>,
    pub(crate) shape: Shape,
    /// Whether the item's `#[code(…)]` has an error, which has been reported.
    pub(crate) is_malformed: bool,
}

/// Whether the traits can be implemented for an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// An enum of variants without fields.
    Fieldless,
    /// A struct, or an enum with fields: the traits are implemented anyway, so that their absence
    /// causes no further errors.
    Malformed,
    /// A union, or an item with generics: any implementation would cause more errors.
    Unimplementable,
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
    let arguments = attribute::parse_code_arguments(input, report)?;
    attribute::skip_until(input, |input| {
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
        by_discriminant: false,
        options: EnumOptions::default(),
        variants: Vec::new(),
        is_malformed: false,
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
    attribute::skip_until(input, |input| input.peek(syn::token::Brace))?;
    if item.shape == Shape::Fieldless {
        let body: Group = input.parse()?;
        let variants = |input: ParseStream<'_>| item.parse_variants(input, report);
        variants.parse2(body.stream())?;
    } else {
        attribute::skip_until(input, |_| false)?;
    }
    Ok(item)
}

impl DeriveInput {
    fn read_arguments(&mut self, arguments: &[Argument], report: &mut Report) {
        argument::for_each(arguments, report, |argument| self.read_argument(argument));
        self.is_malformed = report.errors() > 0;
        // an argument with an error may have been intended as `spec`
        if !self.is_malformed && self.path.is_none() {
            report.error(messages::expected_spec().at(self.name.span()));
        }
        if self.options.quiet {
            report.ignore_warnings();
        }
    }

    fn read_argument(&mut self, argument: &Argument) -> syn::Result<()> {
        match argument.name.as_str() {
            "spec" => {
                let missing = || messages::expected_spec().at(argument.span);
                let value = argument.value.clone().ok_or_else(missing)?;
                self.path = Some(SpecPath::parse_or_quote.parse2(value)?);
            }
            "partial" => self.partial = argument.flag()?,
            "by" => {
                let by: Ident = argument.parse(messages::a_designator())?;
                if by != "discriminant" {
                    return Err(argument.wrong_value(messages::a_designator()));
                }
                self.by_discriminant = true;
            }
            _ if SpecPath::is_given_by(argument) => {
                return Err(messages::spec_without_name(argument.shown()).at(argument.span));
            }
            name @ ("name" | "status" | "code") => {
                return Err(messages::argument_of_variant(name).at(argument.span));
            }
            _ => self.options.read(argument, &["spec", "partial", "by"])?,
        }
        Ok(())
    }

    fn parse_variants(&mut self, input: ParseStream<'_>, report: &mut Report) -> syn::Result<()> {
        let mut any_undesignated = false;
        while !input.is_empty() {
            let mut variant = VariantInput::parse(input, self.by_discriminant, report)?;
            if self.by_discriminant && variant.code.is_none() && !variant.is_malformed {
                variant.is_malformed = true;
                let name = &variant.name;
                if !std::mem::replace(&mut any_undesignated, true) {
                    report.error(messages::expected_discriminant(name).at(name.span()));
                }
            }
            if variant.has_fields {
                self.shape = Shape::Malformed;
            }
            self.variants.push(variant);
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }
}
