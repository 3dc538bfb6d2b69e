//! What stands in `codes! { … }`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Token;
use syn::parse::{Parse, ParseStream, Parser};

use crate::attr::{self, Options};
use crate::path::SpecPath;

/// `#[…] pub enum Name = "path";`
pub(crate) struct Item {
    pub(crate) attributes: Vec<TokenStream>,
    /// Those of the attributes that are `cfg`s: what they turn off is not only the enum.
    pub(crate) cfgs: Vec<TokenStream>,
    pub(crate) exhaustive: bool,
    pub(crate) options: Options,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// Where the spec is. Without it, and with wrong options, there is an enum nevertheless.
    pub(crate) path: syn::Result<SpecPath>,
    pub(crate) problems: Vec<syn::Error>,
}

const FORM: &str = "an enum is declared as `pub enum PointsCode = \"specs/points.yaml\";`";

/// The items; what is wrong with the tokens goes to the output, and items before and after it are kept.
pub(crate) fn read(input: TokenStream, out: &mut TokenStream) -> Vec<Item> {
    let items = |input: ParseStream<'_>| {
        let mut items = Vec::new();
        while !input.is_empty() {
            match input.parse::<Item>() {
                Ok(item) => items.push(item),
                Err(error) => {
                    out.extend(error.to_compile_error());
                    skip_item(input)?;
                }
            }
        }
        Ok(items)
    };
    items.parse2(input).unwrap_or_default()
}

/// Goes on behind the next semicolon.
fn skip_item(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() {
        if let TokenTree::Punct(punct) = input.parse::<TokenTree>()?
            && punct.as_char() == ';'
        {
            break;
        }
    }
    Ok(())
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let form = |error: syn::Error| syn::Error::new(error.span(), format!("{error}; {FORM}"));
        let (mut attributes, mut cfgs) = (Vec::new(), Vec::new());
        let (mut arguments, mut problems) = (Vec::new(), Vec::new());
        let (mut exhaustive, mut options) = (false, Options::default());
        while input.peek(Token![#]) {
            let hash: Token![#] = input.parse()?;
            let group: Group = input.parse().map_err(|_| {
                syn::Error::new(
                    hash.span,
                    format!("expected an attribute, as in `#[codes(quiet)]`; {FORM}"),
                )
            })?;
            if let Some(ours) = attr::arguments(&group, "codes", &mut problems) {
                arguments.extend(ours);
                continue;
            }
            if let Some((condition, ours)) = attr::conditional(&group, "codes") {
                let arguments = attr::arguments(&ours, "codes", &mut problems).unwrap_or_default();
                attr::each(&arguments, &mut problems, |argument| {
                    options.read_conditional(argument, &condition)
                });
                continue;
            }
            let attribute: TokenStream = [hash.to_token_stream(), group.to_token_stream()]
                .into_iter()
                .collect();
            if attr::is_cfg(&group) {
                cfgs.push(attribute.clone());
            }
            attributes.push(attribute);
        }
        attr::each(&arguments, &mut problems, |argument| {
            match argument.name.as_str() {
                "exhaustive" => argument.flag().map(|flag| exhaustive = flag),
                _ => options.read(argument, &["exhaustive"]),
            }
        });
        let visibility = visibility(input)?;
        input.parse::<Token![enum]>().map_err(form)?;
        let name: Ident = input.parse().map_err(form)?;
        input.parse::<Token![=]>().map_err(form)?;
        let path = input.parse();
        match &path {
            Ok(SpecPath { span, .. }) if !input.peek(Token![;]) => {
                problems.push(syn::Error::new(
                    *span,
                    format!("expected `;` behind the path; {FORM}"),
                ));
                if !begins_item(input) {
                    skip_item(input)?;
                }
            }
            _ => skip_item(input)?,
        }
        Ok(Item {
            attributes,
            cfgs,
            exhaustive,
            options,
            visibility,
            name,
            path,
            problems,
        })
    }
}

fn begins_item(input: ParseStream<'_>) -> bool {
    input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![enum])
}

/// `pub`, `pub(crate)`, `pub(in path)`, or nothing; from `macro_rules` also in a group of its own.
fn visibility(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    if input.peek(Token![pub]) {
        input.parse::<Token![pub]>()?.to_tokens(&mut tokens);
        if input.peek(syn::token::Paren) {
            input.parse::<Group>()?.to_tokens(&mut tokens);
        }
    }
    Ok(tokens)
}
