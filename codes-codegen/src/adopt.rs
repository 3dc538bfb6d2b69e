//! A user's own enum under `#[derive(Code)]`: what stands in it.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{LitInt, LitStr, Token};

use crate::attr::{self, Argument, CodeArgument, Options};
use crate::path::SpecPath;

/// An enum, as far as it can be read; what cannot be is among the problems.
pub(crate) struct Adopted {
    pub(crate) name: Ident,
    pub(crate) path: Option<SpecPath>,
    pub(crate) partial: bool,
    pub(crate) options: Options,
    pub(crate) variants: Vec<Adoptee>,
    /// A variant has a discriminant of the user's.
    pub(crate) discriminants: bool,
    pub(crate) fit: Fit,
    pub(crate) problems: Vec<syn::Error>,
}

/// Whether rows can be found for what stands there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// An enum of variants without fields.
    Whole,
    /// A struct, or an enum with fields: the traits can be implemented all the same.
    Broken,
    /// Something with generics, or a union: to implement anything would make more mistakes.
    Hopeless,
}

/// A variant, and what it says of its row.
pub(crate) struct Adoptee {
    pub(crate) name: Ident,
    pub(crate) row_name: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<CodeArgument>,
    /// What it says of its row cannot be read, and there is an error to say so.
    pub(crate) broken: bool,
}

const SPEC: &str = "expected the spec, as in `#[code(spec = \"specs/points.yaml\")]`";

/// Reads the tokens of a `struct`, `enum` or `union`; rustc has seen that they are one.
pub(crate) fn read(input: TokenStream) -> syn::Result<Adopted> {
    Adopted::parse.parse2(input)
}

impl Adopted {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut problems = Vec::new();
        let arguments = attributes(input, &mut problems)?;
        skip_until(input, |input| {
            input.peek(Token![enum]) || input.peek(Token![struct]) || input.peek(Token![union])
        })?;
        let (is_enum, is_union) = (input.peek(Token![enum]), input.peek(Token![union]));
        input.parse::<TokenTree>()?;
        let name: Ident = input.parse()?;
        let hopeless = is_union || input.peek(Token![<]) || input.peek(Token![where]);
        let mut adopted = Adopted {
            name,
            path: None,
            partial: false,
            options: Options::default(),
            variants: Vec::new(),
            discriminants: false,
            fit: if hopeless { Fit::Hopeless } else { Fit::Whole },
            problems,
        };
        adopted.read_arguments(&arguments);
        if !is_enum {
            adopted.refuse("`Code` is derived for enums, whose variants are the rows of a table");
        } else if hopeless {
            adopted
                .refuse("an enum of codes has no generics: its variants are the rows of one table");
        }
        skip_until(input, |input| input.peek(syn::token::Brace))?;
        if adopted.fit == Fit::Whole {
            let body: Group = input.parse()?;
            (|input: ParseStream<'_>| adopted.read_variants(input)).parse2(body.stream())?;
        } else {
            skip_until(input, |_| false)?;
        }
        Ok(adopted)
    }

    fn refuse(&mut self, message: &str) {
        if self.fit == Fit::Whole {
            self.fit = Fit::Broken;
        }
        self.problems
            .push(syn::Error::new(self.name.span(), message));
    }

    fn read_arguments(&mut self, arguments: &[Argument]) {
        let Adopted {
            path,
            partial,
            options,
            problems,
            ..
        } = self;
        attr::each(arguments, problems, |argument| {
            match argument.name.as_str() {
                "spec" => argument.value.as_ref().map_or_else(
                    || Err(syn::Error::new(argument.span, SPEC)),
                    |value| syn::parse2(value.clone()).map(|found| *path = Some(found)),
                ),
                "partial" => argument.flag().map(|flag| *partial = flag),
                _ => options.read(argument, &["spec", "partial"]),
            }
        });
        if !arguments.iter().any(|argument| argument.name == "spec") {
            problems.push(syn::Error::new(self.name.span(), SPEC));
        }
    }

    fn read_variants(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        while !input.is_empty() {
            let before = self.problems.len();
            let arguments = attributes(input, &mut self.problems)?;
            let mut variant = Adoptee {
                name: input.parse()?,
                row_name: None,
                status: None,
                code: None,
                broken: false,
            };
            attr::each(&arguments, &mut self.problems, |argument| {
                variant.read_argument(argument)
            });
            variant.broken = self.problems.len() > before;
            if input.peek(syn::token::Paren) || input.peek(syn::token::Brace) {
                let fields: Group = input.parse()?;
                let message = if fields.stream().is_empty() {
                    "a code has no fields, and its variant nothing behind its name"
                } else {
                    "a code has no fields: the facts of a response stand beside it, not in it"
                };
                self.problems.push(syn::Error::new(fields.span(), message));
                self.fit = Fit::Broken;
            }
            if input.parse::<Option<Token![=]>>()?.is_some() {
                self.discriminants = true;
                skip_until(input, |input| input.peek(Token![,]))?;
            }
            input.parse::<Option<Token![,]>>()?;
            self.variants.push(variant);
        }
        Ok(())
    }
}

impl Adoptee {
    fn read_argument(&mut self, argument: &Argument) -> syn::Result<()> {
        match argument.name.as_str() {
            "name" => {
                let name: LitStr =
                    argument.parse("a row's name in quotes, as in `name = \"NotFound\"`")?;
                self.row_name = Some(name.value());
            }
            "status" => {
                let takes = "a row's status from 100 to 999, as in `status = 404`";
                let status: LitInt = argument.parse(takes)?;
                let number = status
                    .base10_parse()
                    .ok()
                    .filter(|number| (100..=999).contains(number));
                let refused = || {
                    syn::Error::new(
                        status.span(),
                        format!("`{status}` is none; `status` takes {takes}"),
                    )
                };
                self.status = Some(number.ok_or_else(refused)?);
            }
            "code" => {
                self.code = Some(
                    argument
                        .parse("a row's code, as in `code = \"NotFound\"` or `code = -1003`")?,
                )
            }
            _ => return Err(argument.unknown(&["name", "status", "code"])),
        }
        Ok(())
    }
}

/// The arguments of all `#[code(…)]` that stand here, and nothing of other attributes.
fn attributes(
    input: ParseStream<'_>,
    problems: &mut Vec<syn::Error>,
) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while input.parse::<Option<Token![#]>>()?.is_some() {
        let group: Group = input.parse()?;
        arguments.extend(attr::arguments(&group, "code", problems).unwrap_or_default());
    }
    Ok(arguments)
}

fn skip_until(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) -> syn::Result<()> {
    while !input.is_empty() && !end(input) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
