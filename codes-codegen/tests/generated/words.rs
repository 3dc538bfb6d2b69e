//! Tokens as words, by which a file is compared with the expansion of the macro.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{LitStr, Meta, MetaNameValue, Token};

/// The tokens as words: literals by value, and documentation as its lines.
fn words(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(hash)
                if hash.as_char() == '#'
                    && doc(tokens.peek()).is_some_and(|doc| push_doc(&doc, words)) =>
            {
                tokens.next();
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    _ => ("(", ")"),
                };
                words.push(open.to_owned());
                self::words(group.stream(), words);
                // a trailing comma is a matter of layout
                words.pop_if(|word| word == ",");
                words.push(close.to_owned());
            }
            TokenTree::Literal(literal) => words.push(match syn::Lit::new(literal) {
                syn::Lit::Str(text) => format!("{:?}", text.value()),
                syn::Lit::ByteStr(bytes) => format!("{:?}", bytes.value()),
                other => quote!(#other).to_string(),
            }),
            other => words.push(other.to_string()),
        }
    }
}

/// The text of documentation, or a list of aliases as a text.
fn doc(attribute: Option<&TokenTree>) -> Option<String> {
    let Some(TokenTree::Group(group)) = attribute else {
        return None;
    };
    let meta: Meta = syn::parse2(group.stream()).ok()?;
    if !meta.path().is_ident("doc") {
        return None;
    }
    match meta {
        Meta::NameValue(doc) => value(&doc),
        Meta::List(doc) => match doc.parse_args().ok()? {
            Meta::NameValue(alias) => Some(format!("alias: {}", value(&alias)?)),
            Meta::List(aliases) => {
                let list = Punctuated::<LitStr, Token![,]>::parse_terminated;
                let aliases = aliases.parse_args_with(list).ok()?;
                let lines = aliases
                    .iter()
                    .map(|alias| format!("alias: {}\n", alias.value()));
                Some(lines.collect())
            }
            Meta::Path(_) => None,
        },
        Meta::Path(_) => None,
    }
}

fn value(meta: &MetaNameValue) -> Option<String> {
    let value = &meta.value;
    let text: LitStr = syn::parse2(quote!(#value)).ok()?;
    Some(text.value())
}

/// Adds the lines of a text. Blank lines and trailing blanks are a matter of layout, so they are left out.
fn push_doc(text: &str, words: &mut Vec<String>) -> bool {
    let lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty());
    words.extend(lines.map(|line| format!("/// {}", line.strip_prefix(' ').unwrap_or(line))));
    true
}

/// The words of some tokens, one a line.
pub(crate) fn normalized(tokens: TokenStream) -> String {
    let mut all = Vec::new();
    words(tokens, &mut all);
    all.join("\n")
}
