//! Benchmarks of lookups. Keys are in random order: 1,000, which a branch predictor can learn while they repeat,
//! and 20,000, which it cannot.

use std::fmt::Write as _;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use crate::contender::Contender;
use crate::{Matches, Ours, Phf, Structs, Strum};

const FEW: usize = 1_000;
const MANY: usize = 20_000;

/// A generator of random numbers, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}

/// Returns random codes of the table.
fn shuffled<C: Contender>(count: usize) -> Vec<C::Code> {
    let (all, mut random) = (C::all(), Random(1));
    (0..count).map(|_| all[random.below(all.len())]).collect()
}

fn hits<C: Contender>(count: usize) -> Vec<String> {
    let codes = shuffled::<C>(count).into_iter();
    codes.map(|code| C::code(code).to_owned()).collect()
}

/// Returns codes in which one letter is another, and which no row has.
fn misses<C: Contender>(count: usize) -> Vec<String> {
    let mut random = Random(2);
    let codes = hits::<C>(2 * count).into_iter().map(|code| {
        let mut bytes = code.into_bytes();
        let at = random.below(bytes.len());
        bytes[at] = b'a' + random.below(26) as u8;
        String::from_utf8(bytes).expect("codes are ASCII")
    });
    let misses = codes.filter(|code| C::by_code(code).is_none());
    let misses: Vec<_> = misses.take(count).collect();
    assert_eq!(misses.len(), count);
    misses
}

/// Measures the lookup of all keys.
fn bench_keys<T>(bencher: Bencher<'_, '_>, keys: &[T], mut lookup: impl FnMut(&T)) {
    bencher
        .counter(ItemsCount::new(keys.len()))
        .bench_local(|| keys.iter().for_each(|key| lookup(black_box(key))));
}

fn bench_codes<C: Contender>(bencher: Bencher<'_, '_>, keys: &[String]) {
    bench_keys(bencher, keys, |code| _ = black_box(C::by_code(code)));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_hit<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_codes::<C>(bencher, &hits::<C>(FEW));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_hit_many<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_codes::<C>(bencher, &hits::<C>(MANY));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_miss<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_codes::<C>(bencher, &misses::<C>(FEW));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn code_miss_many<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_codes::<C>(bencher, &misses::<C>(MANY));
}

#[divan::bench(types = [Ours])]
fn name<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>(MANY)
        .into_iter()
        .map(|code| format!("{code:?}"))
        .collect();
    bench_keys(bencher, &keys, |name| _ = black_box(C::by_name(name)));
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn status<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>(MANY).into_iter().map(C::status).collect();
    bench_keys(bencher, &keys, |status| {
        _ = black_box(C::one_by_status(*status))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn classify<C: Contender>(bencher: Bencher<'_, '_>) {
    let keys: Vec<_> = shuffled::<C>(MANY)
        .into_iter()
        .map(|code| (C::status(code), C::code(code).to_owned()))
        .collect();
    bench_keys(bencher, &keys, |(status, code)| {
        _ = black_box(C::classify(*status, Some(code), Some("Not now.")))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn display<C: Contender>(bencher: Bencher<'_, '_>) {
    let mut text = String::with_capacity(1 << 10);
    bench_keys(bencher, &shuffled::<C>(MANY), |code| {
        text.clear();
        let _ = write!(text, "{code}");
        black_box(&text);
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn title<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_keys(bencher, &shuffled::<C>(MANY), |code| {
        _ = black_box(C::title(*code))
    });
}

#[divan::bench(types = [Ours, Strum, Matches, Phf, Structs])]
fn get_status<C: Contender>(bencher: Bencher<'_, '_>) {
    bench_keys(bencher, &shuffled::<C>(MANY), |code| {
        _ = black_box(C::status(*code))
    });
}
