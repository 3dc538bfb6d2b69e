//! Lookups by integer codes.

use std::fmt::Debug;

use divan::black_box;

use crate::runner::{Random, Runner};
use crate::{Matches, Ours, Phf, Structs, Strum};

pub trait Contender {
    type Code: Copy + Debug;

    fn by_code(code: i32) -> Option<Self::Code>;
}

macro_rules! implement_handwritten {
    ($name:ident $krate:ident) => {
        pub struct $name;

        impl crate::integers::Contender for $name {
            type Code = $krate::Code;

            fn by_code(code: i32) -> Option<Self::Code> {
                $krate::Code::from_code(code)
            }
        }
    };
}

macro_rules! implement_ours {
    ($name:ident $krate:ident) => {
        pub struct $name;

        impl crate::integers::Contender for $name {
            type Code = $krate::Code;

            fn by_code(code: i32) -> Option<Self::Code> {
                <Self::Code as codes_runtime::CodeTable>::with_code(code).one()
            }
        }
    };
}

lookups! {
    [Ours, Strum, Matches, Phf, Structs]
    code_hit_many code_miss_many
}

/// Returns random codes that are in the table if `known` is true, and not in it otherwise.
fn keys<C: Contender>(known: bool) -> Vec<i32> {
    let codes = (10_000..=19_999).filter(|code| C::by_code(*code).is_some() == known);
    Random(1).of(&codes.collect::<Vec<_>>(), 20_000)
}

fn code_hit_many<C: Contender>(runner: impl Runner) {
    runner.run(&keys::<C>(true), |code| _ = black_box(C::by_code(*code)));
}

fn code_miss_many<C: Contender>(runner: impl Runner) {
    runner.run(&keys::<C>(false), |code| _ = black_box(C::by_code(*code)));
}

#[test]
fn all_contenders_give_equal_results() {
    let results = |find: fn(i32) -> Option<String>| (9_000..21_000).map(find).collect::<Vec<_>>();
    let ours = results(found::<Ours>);
    assert!(ours.iter().flatten().count() >= 60);
    assert_eq!(ours, results(found::<Strum>));
    assert_eq!(ours, results(found::<Matches>));
    assert_eq!(ours, results(found::<Phf>));
    assert_eq!(ours, results(found::<Structs>));
}

#[cfg(test)]
fn found<C: Contender>(code: i32) -> Option<String> {
    C::by_code(code).map(|code| format!("{code:?}"))
}
