//! The input of `codes!`: declarations such as `#[…] pub enum Name = "path";`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Token;
use syn::parse::{ParseStream, Parser as _};

use crate::input::argument::{self, Argument};
use crate::input::attribute;
use crate::input::options::Options;
use crate::input::path::SpecPath;
use crate::messages;
use crate::report::Report;

/// A declaration of an enum.
pub struct Declaration {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// The path of the spec; absent if it cannot be read, which is reported.
    pub(crate) path: Option<SpecPath>,
}

impl Declaration {
    /// Whether both declare the same name without a condition. With `#[cfg(…)]`, one may be absent.
    fn excludes(&self, other: &Declaration) -> bool {
        self.name == other.name
            && self.attributes.cfgs.is_empty()
            && other.attributes.cfgs.is_empty()
    }
}

/// The attributes of a declaration.
#[derive(Default)]
pub(crate) struct Attributes {
    /// The attributes that the enum gets.
    pub(crate) kept: Vec<TokenStream>,
    /// The `#[cfg(…)]` attributes among those of the enum.
    pub(crate) cfgs: Vec<TokenStream>,
    pub(crate) exhaustive: bool,
    pub(crate) options: Options,
}

/// Reads the declarations, each with a report of its own. Tokens that are not a declaration are
/// reported to `report`; the declarations before and after them are still read.
pub fn read(input: TokenStream, report: &mut Report) -> Vec<(Declaration, Report)> {
    let declarations = |input: ParseStream<'_>| {
        let mut declarations: Vec<(Declaration, Report)> = Vec::new();
        while !input.is_empty() {
            let mut own = Report::default();
            match parse_declaration(input, &mut own) {
                Ok(declaration)
                    if declarations
                        .iter()
                        .any(|(first, _)| first.excludes(&declaration)) =>
                {
                    let name = &declaration.name;
                    report.error(messages::duplicate_enum(name).at(name.span()));
                }
                Ok(declaration) => declarations.push((declaration, own)),
                Err(error) => {
                    report.error(error);
                    skip_declaration(input)?;
                }
            }
        }
        Ok(declarations)
    };
    declarations.parse2(input).unwrap_or_default()
}

fn parse_declaration(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Declaration> {
    let expected = |error: syn::Error| messages::expected_declaration(&error).at(error.span());
    let attributes = parse_attributes(input, report)?;
    let visibility = parse_visibility(input)?;
    input.parse::<Token![enum]>().map_err(expected)?;
    let name: Ident = input.parse().map_err(expected)?;
    input.parse::<Token![=]>().map_err(expected)?;
    let path = match input.parse::<SpecPath>() {
        Ok(path) => {
            end_declaration(input, &path, report)?;
            Some(path)
        }
        Err(error) => {
            report.error(error);
            skip_declaration(input)?;
            None
        }
    };
    Ok(Declaration {
        attributes,
        visibility,
        name,
        path,
    })
}

fn parse_attributes(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Attributes> {
    let mut attributes = Attributes::default();
    let mut arguments = Vec::new();
    while input.peek(Token![#]) {
        let hash: Token![#] = input.parse()?;
        let group: Group = input
            .parse()
            .map_err(|_| messages::expected_attribute().at(hash.span))?;
        if let Some(found) = attribute::arguments(&group, "codes", report) {
            arguments.extend(found);
        } else if let Some((condition, ours)) = attribute::conditional(&group, "codes") {
            let found = attribute::arguments(&ours, "codes", report).unwrap_or_default();
            argument::for_each(&found, report, |argument| {
                attributes.options.read_conditional(argument, &condition)
            });
        } else if let Some(error) = misplaced(&group) {
            report.error(error);
        } else {
            let mut tokens = hash.into_token_stream();
            group.to_tokens(&mut tokens);
            if attribute::is_cfg(&group) {
                attributes.cfgs.push(tokens.clone());
                report.add_condition(tokens.clone());
            }
            attributes.kept.push(tokens);
        }
    }
    attributes.read_arguments(&arguments, report);
    Ok(attributes)
}

/// The error for an attribute that is valid on other enums.
fn misplaced(attribute: &Group) -> Option<syn::Error> {
    let name = attribute::name(attribute)?;
    let message = match name.to_string().as_str() {
        "code" => messages::derive_attribute(),
        "repr" => messages::repr_attribute(),
        _ => return None,
    };
    Some(message.at(name.span()))
}

impl Attributes {
    fn read_arguments(&mut self, arguments: &[Argument], report: &mut Report) {
        argument::for_each(arguments, report, |argument| {
            if argument.name == "exhaustive" {
                self.exhaustive = argument.flag()?;
                return Ok(());
            }
            self.options.read(argument, &["exhaustive"])
        });
        if self.options.quiet {
            report.ignore_warnings();
        }
    }
}

/// `pub`, `pub(crate)`, `pub(in path)`, or nothing.
fn parse_visibility(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    if input.peek(Token![pub]) {
        input.parse::<Token![pub]>()?.to_tokens(&mut tokens);
        if input.peek(syn::token::Paren) {
            input.parse::<Group>()?.to_tokens(&mut tokens);
        }
    }
    Ok(tokens)
}

/// Skips the semicolon. If it is missing, skips to the next one, unless a new declaration begins
/// here.
fn end_declaration(
    input: ParseStream<'_>,
    path: &SpecPath,
    report: &mut Report,
) -> syn::Result<()> {
    if input.peek(Token![;]) {
        return skip_declaration(input);
    }
    report.error(messages::expected_semicolon().at(path.span));
    let begins_declaration =
        input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![enum]);
    if begins_declaration {
        return Ok(());
    }
    skip_declaration(input)
}

/// Skips everything up to the next semicolon, and the semicolon.
fn skip_declaration(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() {
        if let TokenTree::Punct(punct) = input.parse::<TokenTree>()?
            && punct.as_char() == ';'
        {
            break;
        }
    }
    Ok(())
}
