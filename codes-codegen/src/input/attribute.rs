//! The attributes that both macros read: `#[code(…)]`, `#[codes(…)]`, `#[cfg_attr(…)]`.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::Token;
use syn::parse::{ParseStream, Parser as _};

use crate::input::argument::{self, Argument};
use crate::messages;
use crate::report::Report;

/// Reads the arguments of an attribute with this name, and reports errors in them.
pub(crate) fn arguments(
    attribute: &Group,
    name: &str,
    report: &mut Report,
) -> Option<Vec<Argument>> {
    let mut tokens = contents(attribute).into_iter();
    let Some(TokenTree::Ident(found)) = tokens.next() else {
        return None;
    };
    if found != name {
        return None;
    }
    let arguments = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            let parse = |input: ParseStream<'_>| argument::parse_list(input, report);
            parse.parse2(group.stream())
        }
        _ => Err(messages::expected_arguments(name).at(found.span())),
    };
    Some(arguments.unwrap_or_else(|error| {
        report.error(error);
        Vec::new()
    }))
}

/// The condition and the attribute in a `cfg_attr`, if it has a single attribute and that has this name.
pub(crate) fn conditional(attribute: &Group, name: &str) -> Option<(TokenStream, Group)> {
    let mut tokens = contents(attribute).into_iter();
    let (Some(TokenTree::Ident(cfg_attr)), Some(TokenTree::Group(group))) =
        (tokens.next(), tokens.next())
    else {
        return None;
    };
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let mut tokens = group.stream().into_iter();
    let condition = tokens
        .by_ref()
        .take_while(|token| !is_comma(token))
        .collect();
    let rest: Vec<_> = tokens.filter(|token| !is_comma(token)).collect();
    let has_name =
        matches!(rest.as_slice(), [TokenTree::Ident(found), TokenTree::Group(_)] if found == name);
    (cfg_attr == "cfg_attr" && has_name).then(|| {
        let attribute = Group::new(Delimiter::Bracket, rest.into_iter().collect());
        (condition, attribute)
    })
}

/// The first identifier in an attribute.
pub(crate) fn name(attribute: &Group) -> Option<Ident> {
    match contents(attribute).into_iter().next() {
        Some(TokenTree::Ident(name)) => Some(name),
        _ => None,
    }
}

/// The paths in a `#[derive(…)]`.
pub(crate) fn derived(attribute: &Group) -> Vec<Vec<TokenTree>> {
    let mut paths = vec![Vec::new()];
    for token in contents(attribute).into_iter().skip(1) {
        let TokenTree::Group(list) = token else {
            continue;
        };
        for token in list.stream() {
            match (token, paths.last_mut()) {
                (TokenTree::Punct(comma), _) if comma.as_char() == ',' => paths.push(Vec::new()),
                (token, Some(path)) => path.push(token),
                (_, None) => {}
            }
        }
    }
    paths.retain(|path| !path.is_empty());
    paths
}

/// The tokens between an attribute's brackets. In the output of a `macro_rules` macro, they may be
/// inside a group without delimiters.
fn contents(attribute: &Group) -> TokenStream {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            group.stream()
        }
        _ => attribute.stream(),
    }
}

/// Parses the attributes at the start of the input, and returns the arguments of every `#[code(…)]`.
/// Misspelled ones, such as `#[codes(…)]`, are reported, and all others are skipped.
pub(crate) fn parse_code_arguments(
    input: ParseStream<'_>,
    report: &mut Report,
) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while input.parse::<Option<Token![#]>>()?.is_some() {
        let group: Group = input.parse()?;
        if let Some(found) = self::arguments(&group, "code", report) {
            arguments.extend(found);
        } else if let Some(name) = self::name(&group) {
            match name.to_string().as_str() {
                "codes" => report.error(messages::codes_attribute().at(name.span())),
                "Code" | "Codes" => {
                    report.error(messages::capital_attribute(&name).at(name.span()));
                }
                _ => {}
            }
        }
    }
    Ok(arguments)
}

pub(crate) fn skip_until(
    input: ParseStream<'_>,
    end: impl Fn(ParseStream<'_>) -> bool,
) -> syn::Result<()> {
    while !input.is_empty() && !end(input) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
