//! Benchmarks of lookups. Keys are in random order. A branch predictor can learn the order of 1,000 keys while they
//! repeat, but not that of 20,000.

use std::fmt::Write as _;

use divan::black_box;

use crate::contender::Contender;
use crate::runner::{Random, Runner};
use crate::{Matches, Ours, Phf, Structs, Strum};

const FEW: usize = 1_000;
const MANY: usize = 20_000;

lookups! {
    [Ours, Strum, Matches, Phf, Structs]
    code_hit code_hit_many code_miss code_miss_many name status classify display title get_status
}

/// Returns random codes of the table.
fn shuffled<C: Contender>(count: usize) -> Vec<C::Code> {
    Random(1).of(&C::all(), count)
}

fn hits<C: Contender>(count: usize) -> Vec<String> {
    let codes = shuffled::<C>(count).into_iter();
    codes.map(|code| C::code(code).to_owned()).collect()
}

/// Returns codes that differ from a row's code in one letter, and that no row has.
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

fn look_up_codes<C: Contender>(runner: impl Runner, keys: &[String]) {
    runner.run(keys, |code| _ = black_box(C::by_code(code)));
}

fn code_hit<C: Contender>(runner: impl Runner) {
    look_up_codes::<C>(runner, &hits::<C>(FEW));
}

fn code_hit_many<C: Contender>(runner: impl Runner) {
    look_up_codes::<C>(runner, &hits::<C>(MANY));
}

fn code_miss<C: Contender>(runner: impl Runner) {
    look_up_codes::<C>(runner, &misses::<C>(FEW));
}

fn code_miss_many<C: Contender>(runner: impl Runner) {
    look_up_codes::<C>(runner, &misses::<C>(MANY));
}

fn name<C: Contender>(runner: impl Runner) {
    let keys: Vec<_> = shuffled::<C>(MANY)
        .into_iter()
        .map(|code| format!("{code:?}"))
        .collect();
    runner.run(&keys, |name| _ = black_box(C::by_name(name)));
}

fn status<C: Contender>(runner: impl Runner) {
    let keys: Vec<_> = shuffled::<C>(MANY).into_iter().map(C::status).collect();
    runner.run(&keys, |status| _ = black_box(C::one_by_status(*status)));
}

fn classify<C: Contender>(runner: impl Runner) {
    let keys: Vec<_> = shuffled::<C>(MANY)
        .into_iter()
        .map(|code| (C::status(code), C::code(code).to_owned()))
        .collect();
    runner.run(&keys, |(status, code)| {
        _ = black_box(C::classify(*status, Some(code), Some("Not now.")))
    });
}

fn display<C: Contender>(runner: impl Runner) {
    let mut text = String::with_capacity(1 << 10);
    runner.run(&shuffled::<C>(MANY), |code| {
        text.clear();
        let _ = write!(text, "{code}");
        black_box(&text);
    });
}

fn title<C: Contender>(runner: impl Runner) {
    runner.run(&shuffled::<C>(MANY), |code| _ = black_box(C::title(*code)));
}

fn get_status<C: Contender>(runner: impl Runner) {
    runner.run(&shuffled::<C>(MANY), |code| _ = black_box(C::status(*code)));
}
