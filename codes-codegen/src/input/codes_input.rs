//! The input of `codes!`: declarations such as `#[…] pub enum Name = "path";`.

use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::Token;
use syn::parse::{ParseStream, Parser as _};

use crate::input::argument::{self, Argument};
use crate::input::attribute;
use crate::input::grammar::{self, Item};
use crate::input::options::{EnumOptions, Repr};
use crate::input::path::SpecPath;
use crate::messages;
use crate::report::Report;

/// A declaration of an enum.
pub struct Declaration {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// The path of the spec, or `None` if it is not valid, which has been reported.
    pub(crate) path: Option<SpecPath>,
}

impl Declaration {
    /// Returns whether both declare the same name unconditionally. With `#[cfg(…)]`, one of them
    /// may be disabled.
    fn conflicts_with(&self, other: &Declaration) -> bool {
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
    /// The integer type given as `repr`, which makes the codes the enum's discriminants.
    pub(crate) repr: Option<Repr>,
    /// The path of the spec, given as `spec = "…"` or similar, which is an error in `#[codes(…)]`.
    spec: Option<Argument>,
    pub(crate) options: EnumOptions,
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
                        .any(|(first, _)| first.conflicts_with(&declaration)) =>
                {
                    let name = &declaration.name;
                    report.error(messages::duplicate_enum(name).at(name.span()));
                }
                Ok(declaration) => declarations.push((declaration, own)),
                Err(error) => {
                    report.error(error);
                    grammar::skip_declaration(input)?;
                }
            }
        }
        Ok(declarations)
    };
    declarations.parse2(input).unwrap_or_default()
}

fn parse_declaration(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Declaration> {
    let attributes = parse_attributes(input, report)?;
    let Item {
        visibility,
        name,
        mut path,
    } = grammar::parse_item(input, report)?;
    if let Some(argument) = &attributes.spec {
        report.forget_errors();
        report.error(messages::spec_argument(&name, argument.shown()).at(argument.span));
        path = path.or(argument.parse(messages::expected_path()).ok());
    }
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
        let span = hash.span;
        let is_inner = input.parse::<Option<Token![!]>>()?.is_some();
        let group: Group = input
            .parse()
            .map_err(|_| messages::expected_attribute().at(span))?;
        if is_inner {
            report.error(messages::inner_attribute().at(span));
        } else if let Some(found) = attribute::arguments(&group, "codes", report) {
            arguments.extend(found);
        } else if let Some((condition, ours)) = attribute::conditional(&group, "codes") {
            let found = attribute::arguments(&ours, "codes", report).unwrap_or_default();
            argument::for_each(&found, report, |argument| {
                attributes.options.read_conditional(argument, &condition)
            });
        } else {
            attributes.keep(hash, &group, report);
        }
        if input.is_empty() {
            return Err(messages::attribute_without_enum().at(span));
        }
    }
    attributes.spec = arguments
        .extract_if(.., |argument| SpecPath::is_given_by(argument))
        .next();
    attributes.read_arguments(&arguments, report);
    Ok(attributes)
}

impl Attributes {
    /// Keeps an attribute for the enum, or reports it if the enum cannot have it.
    fn keep(&mut self, hash: Token![#], group: &Group, report: &mut Report) {
        let name = attribute::name(group);
        let mut tokens = hash.into_token_stream();
        match name.as_ref().map(ToString::to_string).as_deref() {
            Some(word @ ("code" | "repr" | "non_exhaustive")) => {
                let message = match word {
                    "code" => messages::derive_attribute(),
                    "repr" => messages::repr_attribute(),
                    _ => messages::non_exhaustive_attribute(),
                };
                let span = name.map_or(group.span(), |name| name.span());
                report.error(message.at(span));
                return;
            }
            Some("derive") => without_implemented_traits(group, report).to_tokens(&mut tokens),
            _ => group.to_tokens(&mut tokens),
        }
        if name.is_some_and(|name| name == "cfg") {
            self.cfgs.push(tokens.clone());
            report.add_condition(tokens.clone());
        }
        self.kept.push(tokens);
    }

    fn read_arguments(&mut self, arguments: &[Argument], report: &mut Report) {
        argument::for_each(arguments, report, |argument| {
            match argument.name.as_str() {
                "exhaustive" => self.exhaustive = argument.flag()?,
                "repr" => self.repr = Some(Repr::read(argument)?),
                _ => self.options.read(argument, &["exhaustive", "repr"])?,
            }
            Ok(())
        });
        if self.options.quiet {
            report.ignore_warnings();
        }
    }
}

/// Removes from a `derive` the traits that every declared enum has, and `Default`, and reports them.
fn without_implemented_traits(attribute: &Group, report: &mut Report) -> TokenStream {
    const OURS: [&str; 11] = [
        "Clone",
        "Copy",
        "Debug",
        "PartialEq",
        "Eq",
        "PartialOrd",
        "Ord",
        "Hash",
        "Display",
        "Error",
        "Code",
    ];
    let (mut kept, mut ours, mut span) = (TokenStream::new(), Vec::new(), None);
    for path in attribute::derived(attribute) {
        match path.last() {
            Some(TokenTree::Ident(name)) if OURS.iter().any(|our| name == our) => {
                span.get_or_insert(name.span());
                ours.push(name.to_string());
            }
            Some(TokenTree::Ident(name)) if name == "Default" => {
                report.error(messages::derived_default().at(name.span()));
            }
            _ => {
                kept.extend(path);
                kept.extend([Punct::new(',', Spacing::Alone)].map(TokenTree::from));
            }
        }
    }
    if let Some(span) = span {
        let ours = messages::names(ours.iter().map(String::as_str));
        report.error(messages::derived_twice(ours).at(span));
    }
    quote!([derive(#kept)])
}
