//! The attributes that both macros read: `#[code(…)]`, `#[codes(…)]`, `#[cfg_attr(…)]`.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::parse::Parser as _;

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
            argument::parse_list.parse2(group.stream())
        }
        _ => Err(messages::expected_arguments(name).at(found.span())),
    };
    Some(arguments.unwrap_or_else(|error| {
        report.error(error);
        Vec::new()
    }))
}

/// The condition of a `cfg_attr` and its attribute, if there is only one and it has this name.
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

pub(crate) fn is_cfg(attribute: &Group) -> bool {
    name(attribute).is_some_and(|name| name == "cfg")
}

/// The first word of an attribute.
pub(crate) fn name(attribute: &Group) -> Option<Ident> {
    match contents(attribute).into_iter().next() {
        Some(TokenTree::Ident(name)) => Some(name),
        _ => None,
    }
}

/// The tokens between an attribute's brackets. From `macro_rules` they come in a group without
/// delimiters.
fn contents(attribute: &Group) -> TokenStream {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            group.stream()
        }
        _ => attribute.stream(),
    }
}
