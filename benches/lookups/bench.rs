//! Benchmarks of lookups. Each uses 1,000 keys in random order, which a branch predictor cannot learn.

use std::fmt::Write as _;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use crate::contender::Contender;
use crate::{Matches, Ours, Phf, Structs, Strum};

/// Returns random codes.
fn shuffled<C: Contender>() -> Vec<C::Code> {
    let all = C::all();
    let mut random = 1_u64;
    let mut next = || {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap_or_default()
    };
    (0..1_000).map(|_| all[next() % all.len()]).collect()
}

/// Measures the lookup of all keys.
fn bench_keys<T>(bencher: Bencher<'_, '_>, keys: &[T], mut lookup: impl FnMut(&T)) {
    bencher
        .counter(ItemsCount::new(keys.len()))
        .bench_local(|| keys.iter().for_each(|key| lookup(black_box(key))));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_hit<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>()
        .into_iter()
        .map(|code| C::code(code).to_owned())
        .collect();
    bench_keys(bencher, &keys, |code| _ = black_box(C::by_code(code)));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_miss<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>()
        .into_iter()
        .map(|code| C::code(code).replacen('e', "o", 1))
        .collect();
    bench_keys(bencher, &keys, |code| _ = black_box(C::by_code(code)));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn status<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>().into_iter().map(C::status).collect();
    bench_keys(bencher, &keys, |status| {
        _ = black_box(C::one_by_status(*status))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn classify<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>()
        .into_iter()
        .map(|code| (C::status(code), C::code(code).to_owned()))
        .collect();
    bench_keys(bencher, &keys, |(status, code)| {
        _ = black_box(C::classify(*status, Some(code)))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn display<C: Contender>(bencher: Bencher<'_, '_>) {
    let mut text = String::with_capacity(1 << 10);
    bench_keys(bencher, &shuffled::<C>(), |code| {
        text.clear();
        let _ = write!(text, "{code}");
        black_box(&text);
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn title<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_keys(bencher, &shuffled::<C>(), |code| {
        _ = black_box(C::title(*code))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn get_status<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_keys(bencher, &shuffled::<C>(), |code| {
        _ = black_box(C::status(*code))
    });
}
