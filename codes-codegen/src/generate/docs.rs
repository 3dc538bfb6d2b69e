//! Splits documentation into one attribute a line, which is printed as `///`.

use syn::{Attribute, Expr, File, ImplItem, Item, Lit, Meta, Stmt, parse_quote};

/// Splits the documentation of all items.
pub(super) fn split_lines(file: &mut File) {
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
                let text = if is_first {
                    text.trim_start_matches('\n')
                } else {
                    &text
                };
                attributes.extend(lines(text));
                is_first = false;
            }
            None => attributes.push(attribute),
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

/// An attribute for each line, with the space that `///` is followed by.
fn lines(text: &str) -> impl Iterator<Item = Attribute> {
    let is_indented = text
        .lines()
        .all(|line| line.is_empty() || line.starts_with(' '));
    text.lines().map(move |line| {
        let space = if is_indented || line.is_empty() {
            ""
        } else {
            " "
        };
        let line = [space, line].concat();
        parse_quote!(#[doc = #line])
    })
}
