//! Runs lookups: either divan measures their time, or they only run, so that their instructions can be counted.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

pub trait Runner {
    /// Looks all keys up.
    fn run<T>(self, keys: &[T], lookup: impl FnMut(&T));
}

impl Runner for Bencher<'_, '_> {
    fn run<T>(self, keys: &[T], mut lookup: impl FnMut(&T)) {
        self.counter(ItemsCount::new(keys.len()))
            .bench_local(|| keys.iter().for_each(|key| lookup(black_box(key))));
    }
}

/// Looks all keys up this many times.
pub struct Times(usize);

impl Runner for Times {
    fn run<T>(self, keys: &[T], mut lookup: impl FnMut(&T)) {
        for _ in 0..self.0 {
            keys.iter().for_each(|key| lookup(black_box(key)));
        }
    }
}

/// Runs divan or, with `--count LOOKUP CONTENDER TIMES`, one lookup.
pub fn run(count: impl Fn(&str, &str, Times)) {
    let arguments: Vec<_> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[1..] {
        ["--count", lookup, contender, times] => {
            count(lookup, contender, Times(times.parse().expect("a number")));
        }
        _ => divan::main(),
    }
}

/// Implements `count` and the benchmarks of divan for lookups that are generic over the contender.
macro_rules! lookups {
    ($contenders:tt $($lookup:ident)*) => {
        mod timed {
            use super::*;

            $(
                #[divan::bench(types = $contenders)]
                fn $lookup<C: Contender>(bencher: divan::Bencher<'_, '_>) {
                    super::$lookup::<C>(bencher);
                }
            )*
        }

        fn count_in<C: Contender>(lookup: &str, times: crate::runner::Times) {
            match lookup {
                $(stringify!($lookup) => $lookup::<C>(times),)*
                _ => panic!("unknown lookup"),
            }
        }

        lookups!(@count $contenders);
    };
    (@count [$($contender:ident),*]) => {
        pub fn count(lookup: &str, contender: &str, times: crate::runner::Times) {
            match contender {
                $(stringify!($contender) => count_in::<$contender>(lookup, times),)*
                _ => panic!("unknown contender"),
            }
        }
    };
}

/// A generator of random numbers, the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    /// Returns random items.
    pub fn of<T: Copy>(&mut self, items: &[T], count: usize) -> Vec<T> {
        (0..count).map(|_| items[self.below(items.len())]).collect()
    }
}
