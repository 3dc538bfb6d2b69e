//! Splits `#[doc]` attributes into one for each line of documentation, which is then printed as `///`,
//! and one for each alias of a long list, because the editions of rustfmt format long lists differently.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, File, ImplItem, Item, Lit, LitStr, Meta, Stmt, Token, parse_quote};

/// Splits the attributes of all items.
pub(super) fn split_docs(file: &mut File) {
    file.items.iter_mut().for_each(item);
}

fn item(item: &mut Item) {
    match item {
        Item::Enum(declared) => {
            split(&mut declared.attrs);
            for variant in &mut declared.variants {
                split(&mut variant.attrs);
            }
        }
        Item::Impl(block) => block.items.iter_mut().for_each(|item| match item {
            ImplItem::Const(constant) => split(&mut constant.attrs),
            ImplItem::Fn(method) => split(&mut method.attrs),
            _ => {}
        }),
        Item::Const(constant) => {
            if let Expr::Block(block) = &mut *constant.expr {
                for statement in &mut block.block.stmts {
                    if let Stmt::Item(inner) = statement {
                        self::item(inner);
                    }
                }
            }
        }
        _ => {}
    }
}

fn split(attributes: &mut Vec<Attribute>) {
    let all = std::mem::take(attributes);
    let mut is_first = true;
    for attribute in all {
        match text(&attribute) {
            Some(text) => {
                let body = text.trim_start_matches('\n');
                if !is_first && body.len() < text.len() {
                    attributes.extend(lines("\n"));
                }
                attributes.extend(lines(body));
                is_first = false;
            }
            None => match aliases(&attribute) {
                Some(aliases) => attributes.extend(aliases),
                None => attributes.push(attribute),
            },
        }
    }
}

/// The text of a documentation attribute.
fn text(attribute: &Attribute) -> Option<String> {
    if let Meta::NameValue(pair) = &attribute.meta
        && pair.path.is_ident("doc")
        && let Expr::Lit(literal) = &pair.value
        && let Lit::Str(text) = &literal.lit
    {
        return Some(text.value());
    }
    None
}

/// An attribute for each alias in a list that is too long for a line.
fn aliases(attribute: &Attribute) -> Option<Vec<Attribute>> {
    /// A list of this many characters fits in an attribute, for which rustfmt allows 70 characters.
    const SHORT: usize = 50;
    if !attribute.path().is_ident("doc") {
        return None;
    }
    let list: Meta = attribute.parse_args().ok()?;
    let list = list.require_list().ok()?;
    if !list.path.is_ident("alias") || list.tokens.to_string().len() <= SHORT {
        return None;
    }
    let aliases = list.parse_args_with(Punctuated::<LitStr, Token![,]>::parse_terminated);
    let aliases = aliases.ok()?.into_iter();
    Some(
        aliases
            .map(|alias| parse_quote!(#[doc(alias = #alias)]))
            .collect(),
    )
}

/// Returns a `doc` attribute for each line. Its text starts with a space, like that of `/// text`.
fn lines(text: &str) -> impl Iterator<Item = Attribute> {
    let is_indented = text
        .lines()
        .all(|line| line.is_empty() || line.starts_with(' '));
    text.lines().map(move |line| {
        // rustfmt removes trailing spaces
        let line = line.trim_end();
        let space = if is_indented || line.is_empty() {
            ""
        } else {
            " "
        };
        let line = [space, line].concat();
        parse_quote!(#[doc = #line])
    })
}
