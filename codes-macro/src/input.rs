//! What stands in `codes! { … }`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Token};

use crate::attr;
use crate::path::SpecPath;

/// `#[…] pub enum Name = "path";`
pub(crate) struct Item {
    pub(crate) attributes: Vec<TokenStream>,
    pub(crate) options: Options,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// Where the spec is. Without it, and with wrong options, there is an enum nevertheless.
    pub(crate) path: syn::Result<SpecPath>,
    pub(crate) problems: Vec<syn::Error>,
}

/// What `#[codes(…)]` says.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) exhaustive: bool,
    pub(crate) quiet: bool,
    /// Where `serde` stands.
    pub(crate) serde: Option<Span>,
    /// The path of the runtime, where it is not `::codes_runtime`.
    pub(crate) runtime: Option<TokenStream>,
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
        let (mut attributes, mut problems) = (Vec::new(), Vec::new());
        let mut options = Options::default();
        while input.peek(Token![#]) {
            let hash: Token![#] = input.parse()?;
            let group: Group = input.parse()?;
            match own_attribute(&group) {
                Some(arguments) => match Options::parse.parse2(arguments) {
                    Ok(parsed) => options.add(parsed),
                    Err(problem) => problems.push(problem),
                },
                None => attributes.push([hash.to_token_stream(), group.to_token_stream()].into_iter().collect()),
            }
        }
        let visibility = visibility(input)?;
        let form = |error: syn::Error| syn::Error::new(error.span(), format!("{error}; {FORM}"));
        input.parse::<Token![enum]>().map_err(form)?;
        let name: Ident = input.parse().map_err(form)?;
        input.parse::<Token![=]>().map_err(form)?;
        let path = input.parse();
        if path.is_err() {
            skip_item(input)?;
        } else {
            input.parse::<Token![;]>().map_err(form)?;
        }
        Ok(Item { attributes, options, visibility, name, path, problems })
    }
}

/// What stands in the parentheses of `#[codes(…)]`.
fn own_attribute(group: &Group) -> Option<TokenStream> {
    let mut tokens = attr::inner(group).into_iter();
    let ours = matches!(tokens.next()?, TokenTree::Ident(ident) if ident == "codes");
    match tokens.next() {
        Some(TokenTree::Group(arguments)) if ours && arguments.delimiter() == Delimiter::Parenthesis => {
            Some(arguments.stream())
        }
        None if ours => Some(TokenStream::new()),
        _ => None,
    }
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

impl Options {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut options = Options::default();
        while !input.is_empty() {
            let (name, span) = key(input)?;
            match name.as_str() {
                "exhaustive" => options.exhaustive = true,
                "quiet" => options.quiet = true,
                "serde" => options.serde = Some(span),
                "crate" => {
                    input.parse::<Token![=]>()?;
                    options.runtime = Some(crate_path(input)?);
                }
                _ => {
                    let message =
                        format!("unknown option `{name}`; there are `exhaustive`, `quiet`, `serde` and `crate = path`");
                    return Err(syn::Error::new(span, message));
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(options)
    }

    fn add(&mut self, other: Self) {
        self.exhaustive |= other.exhaustive;
        self.quiet |= other.quiet;
        self.serde = other.serde.or(self.serde);
        self.runtime = other.runtime.or(self.runtime.take());
    }
}

/// A word, keywords included.
fn key(input: ParseStream<'_>) -> syn::Result<(String, Span)> {
    match input.parse::<TokenTree>()? {
        TokenTree::Ident(ident) => Ok((ident.to_string(), ident.span())),
        other => Err(syn::Error::new(other.span(), "expected `exhaustive`, `quiet`, `serde` or `crate = path`")),
    }
}

/// The path of a crate, up to the next comma; a string is taken for the path in it.
pub(crate) fn crate_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    if input.peek(LitStr) {
        return input.parse::<LitStr>()?.parse_with(|path: ParseStream<'_>| path.parse());
    }
    let mut path = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?.to_tokens(&mut path);
    }
    if path.is_empty() {
        return Err(input.error("expected the path of the runtime, as in `crate = my_crate::codes_runtime`"));
    }
    Ok(path)
}
