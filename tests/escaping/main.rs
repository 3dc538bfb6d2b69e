//! Texts in a spec are only data: they never change the generated code, its output beyond the text itself,
//! or the structure of its documentation.
//!
//! Each sample is the value of every key that accepts text, in a spec of its own. Another spec has a unique
//! placeholder for each key. The documentation of each sample must equal that of the placeholders, with
//! the placeholders replaced.

mod compare;
mod page;
mod samples;
mod specs;
mod test_crate;

use test_crate::TestCrate;

/// Builds, runs and documents a crate that has one spec per sample and format.
fn check(name: &str, samples: &[String]) {
    let cases = TestCrate::new(name, samples);
    let printed = cases.check_printed_texts();
    cases.cargo(&["clippy", "--lib"]);
    cases.cargo(&[
        "rustdoc",
        "--lib",
        "--",
        "-D",
        "warnings",
        "-D",
        "rustdoc::all",
    ]);
    cases.check_pages(&printed);
    cases.check_discriminants();
    let doctests = cases.cargo(&["test", "--doc"]);
    assert!(doctests.contains("running 0 tests"), "{doctests}");
}

#[test]
fn handwritten_samples_stay_text() {
    let samples: Vec<_> = samples::HANDWRITTEN
        .iter()
        .map(|text| (*text).to_owned())
        .collect();
    check("handwritten_samples", &samples);
}

#[test]
fn random_samples_stay_text() {
    check("random_samples", &samples::random(100));
}
