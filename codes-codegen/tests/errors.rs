//! Expansions of input with errors: the enum still exists, so that one mistake causes one error.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Item, Variant};

fn items(tokens: TokenStream) -> Vec<Item> {
    syn::parse2::<syn::File>(tokens).expect("valid Rust").items
}

fn enums(items: &[Item]) -> Vec<(String, Vec<String>)> {
    let name = |variant: &Variant| variant.ident.to_string();
    let of_item = |item: &Item| match item {
        Item::Enum(item) => Some((
            item.ident.to_string(),
            item.variants.iter().map(name).collect(),
        )),
        _ => None,
    };
    items.iter().filter_map(of_item).collect()
}

/// The texts of the `compile_error!`s among the items.
fn errors(items: &[Item]) -> Vec<String> {
    let of_item = |item: &Item| match item {
        Item::Macro(item) => syn::parse2(item.mac.tokens.clone()).ok(),
        _ => None,
    };
    let texts = items.iter().filter_map(of_item);
    texts.map(|text: syn::LitStr| text.value()).collect()
}

#[test]
fn without_a_file_there_is_a_type() {
    let items = items(codes_codegen::codes(
        quote!(#[cfg(all())] pub(crate) enum Missing = "no-such-file.yaml";),
    ));
    let [Item::Struct(hidden), Item::Type(alias)] = &items[..] else {
        panic!("a struct and an alias of it")
    };
    assert_eq!(alias.ident, "Missing");
    assert_eq!(hidden.ident, "__Missing");
    assert_eq!((hidden.attrs.len(), alias.attrs.len()), (3, 2));
    let alias = quote!(#alias).to_string();
    assert!(
        alias.contains("pub (crate) type") && alias.contains("compile_error ! { \"cannot find `"),
        "{alias}"
    );
}

#[test]
fn rows_with_errors_are_variants() {
    let items = items(codes_codegen::codes(
        quote!(enum Status = "../tests/ui/status.yaml";),
    ));
    let [(_, variants)] = &enums(&items)[..] else {
        panic!("one enum")
    };
    assert!(!variants.is_empty());
    assert!(
        errors(&items)[0].starts_with("`4o4` is not a valid status"),
        "{:?}",
        errors(&items)
    );
}

#[test]
fn declarations_with_and_next_to_an_error_are_kept() {
    let items = items(codes_codegen::codes(quote! {
        enum One = "../specs/points.yaml";
        struct Two = "../specs/points.yaml";
        enum Three = "../specs/points.yaml";
    }));
    let names: Vec<_> = enums(&items).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["One", "Two", "Three"]);
    assert_eq!(errors(&items).len(), 1);
}

/// A `cfg` that removes the enum removes its errors as well.
#[test]
fn conditions_cover_the_errors() {
    let items = items(codes_codegen::codes(
        quote!(#[cfg(any())] enum Missing = "no-such-file.yaml";),
    ));
    assert_eq!(errors(&items), [""; 0]);
    let has_cfg = |item: &Item| {
        let (Item::Struct(syn::ItemStruct { attrs, .. }) | Item::Type(syn::ItemType { attrs, .. })) =
            item
        else {
            return false;
        };
        attrs
            .iter()
            .any(|attribute| attribute.path().is_ident("cfg"))
    };
    assert!(items.len() == 2 && items.iter().all(has_cfg));
}

#[test]
fn quiet_removes_warnings_only() {
    let expand = |options: TokenStream| {
        let tokens =
            codes_codegen::codes(quote!(#options enum Code = "../tests/ui/warnings.yaml";));
        tokens.to_string().matches("const spec").count()
    };
    assert!(expand(quote!()) > 0);
    assert_eq!(expand(quote!(#[codes(quiet)])), 0);
}

#[test]
fn items_for_which_nothing_can_be_implemented_get_only_errors() {
    let items = items(codes_codegen::derive_code(quote! {
        #[code(spec = "../specs/points.yaml")]
        enum Generic<T> { A(T) }
    }));
    assert_eq!(
        errors(&items),
        ["an enum that derives `Code` cannot be generic; remove the parameters"]
    );
    assert_eq!(items.len(), 1);
}
