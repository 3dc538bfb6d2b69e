//! A program that uses the whole API of one contender, to measure its size.

use crate::contender::Contender;

pub fn run<C: Contender>() {
    for text in std::env::args() {
        let by_status = text.parse().ok().and_then(C::one_by_status);
        let found = C::by_code(&text)
            .or(by_status)
            .or_else(|| C::classify(404, Some(&text), None));
        let Some(code) = found else { continue };
        println!(
            "{code:?} {code} {} {} {}",
            C::status(code),
            C::code(code),
            C::title(code)
        );
        println!(
            "{} {:?} {}",
            C::description(code),
            C::retry(code),
            C::is_error(code)
        );
    }
    println!("{}", C::all().len());
}
