//! A crate without a prelude, in which the names of the prelude are other items.
#![no_implicit_prelude]
#![deny(warnings)]
#![allow(non_camel_case_types, dead_code, unused_imports, unused_macros, non_upper_case_globals, missing_docs)]

/// Other items with the names that an expansion could refer to.
mod shadow {
    pub(crate) mod names {
        pub struct Option;
        pub struct Some;
        pub struct None;
        pub struct Result;
        pub struct Ok;
        pub struct Err;
        pub struct str;
        pub struct u8;
        pub struct u16;
        pub struct u32;
        pub struct bool;
        pub struct Self_;
        pub trait Clone {}
        pub trait Copy {}
        pub trait Debug {}
        pub trait Display {}
        pub trait Error {}
        pub trait From {}
        pub trait TryFrom {}
        pub trait FromStr {}
        pub trait Iterator {}
        pub trait Code {}
        pub trait CodeTable {}
        pub struct Table;
        pub struct Row;
        pub struct Group;
        pub const ALL: () = ();
        pub const TABLE: () = ();
        pub mod core {}
        pub mod std {}
        pub mod alloc {}
        pub mod codes_runtime {}
    }

    macro_rules! concat { ($($t:tt)*) => { nothing::here }; }
    macro_rules! env { ($($t:tt)*) => { nothing::here }; }
    macro_rules! include_bytes { ($($t:tt)*) => { nothing::here }; }
    macro_rules! include_str { ($($t:tt)*) => { nothing::here }; }
    macro_rules! compile_error { ($($t:tt)*) => { nothing::here }; }
    macro_rules! matches { ($($t:tt)*) => { nothing::here }; }

    use self::names::*;

    ::renamed::codes! {
        #[codes(crate = ::renamed, quiet)]
        pub enum Shadowed = "../specs/features.yaml";
        #[codes(crate = ::renamed, quiet)]
        pub enum Named = concat!("../specs/", "names.yaml");
    }

    /// Enums with names that their own expansion uses.
    pub(crate) mod enums {
        ::renamed::codes! {
            #[codes(crate = ::renamed, quiet)] pub enum Table = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum Row = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum Code = "../specs/names.yaml";
            #[codes(crate = "::renamed", quiet)] pub enum ALL = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum TABLE = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum Option = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum u16 = "../specs/names.yaml";
            #[codes(crate = ::renamed, quiet)] pub enum str = "../specs/names.yaml";
        }
    }

    #[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug, ::std::cmp::PartialEq, ::std::cmp::Eq, ::std::hash::Hash)]
    #[derive(::renamed::Code)]
    #[code(spec = "../specs/features.yaml", partial, crate = ::renamed, quiet)]
    pub enum Own {
        NotHere,
    }
}

#[cfg(test)]
mod tests {
    use ::renamed::CodeTable;
    use ::std::iter::Iterator;
    use ::std::string::ToString;

    #[test]
    fn variants_keep_their_rows() {
        ::std::assert_eq!(super::shadow::Shadowed::NotHere.status(), ::std::option::Option::Some(404));
        ::std::assert_eq!(super::shadow::Own::NotHere.to_string(), super::shadow::Shadowed::NotHere.to_string());
        for (code, name) in super::shadow::Named::all_names() {
            ::std::assert_eq!(code.to_string(), ::std::format!("500 {name}"));
        }
        ::std::assert!(<super::shadow::enums::TABLE as CodeTable>::ALL.len() > 10);
    }

    impl super::shadow::Named {
        fn all_names() -> ::std::vec::Vec<(Self, &'static ::std::primitive::str)> {
            <Self as CodeTable>::ALL.iter().map(|code| (*code, code.name())).collect()
        }
    }
}
