//! Tests that all contenders give equal results.

use crate::contender::Contender;
use crate::{Matches, Ours, Phf, Structs, Strum};

/// Formats the results of every method for every row and for keys that do not exist.
fn results<C: Contender>() -> Vec<String> {
    let all = C::all();
    let number =
        |code: Option<C::Code>| code.and_then(|code| all.iter().position(|other| *other == code));
    let rows = all.iter().map(|&code| {
        let texts = [C::code(code), C::title(code), C::description(code)];
        let shown = code.to_string();
        // `codes!` appends a code that does not consist of the same letters as the title
        let shown = shown.trim_end_matches(&format!(" ({})", texts[0]));
        format!(
            "{code:?} {shown} {} {texts:?} {:?} {}",
            C::status(code),
            C::retry(code),
            C::is_error(code)
        )
    });
    let codes = all.iter().flat_map(|&code| {
        let code = C::code(code);
        [
            code.to_owned(),
            code.to_uppercase(),
            code[..2].to_owned(),
            format!("{code}x"),
        ]
    });
    let by_code = codes
        .chain([String::new()])
        .map(|code| format!("{code}: {:?}", number(C::by_code(&code))));
    let by_status = (0..=1000).map(|status| {
        let found: Vec<_> = C::by_status(status)
            .map(|code| number(Some(code)))
            .collect();
        format!("{status}: {found:?} {:?}", number(C::one_by_status(status)))
    });
    let classified = all.iter().zip(200..600).map(|(&code, status)| {
        let known = C::classify(status, Some(C::code(code)), None);
        let by_status = C::classify(status, None, Some("none"));
        format!(
            "{:?}, {:?}, {:?}",
            number(known),
            number(by_status),
            number(C::classify(status, Some("none"), None))
        )
    });
    rows.chain(by_code)
        .chain(by_status)
        .chain(classified)
        .collect()
}

#[test]
fn all_contenders_give_equal_results() {
    let ours = results::<Ours>();
    assert!(ours.len() > 1_000);
    for (name, theirs) in [
        ("strum", results::<Strum>()),
        ("matches", results::<Matches>()),
        ("phf", results::<Phf>()),
        ("structs", results::<Structs>()),
    ] {
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours, theirs, "{name}");
        }
    }
}
