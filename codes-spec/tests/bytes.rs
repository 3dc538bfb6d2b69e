//! The encoding, byte by byte: little-endian on every machine.

use codes_spec::{Encoded, encode, load};

/// A description that is long enough for lengths of two bytes.
fn long() -> String {
    "x".repeat(300)
}

fn example() -> Encoded {
    let long = long();
    let spec = format!(
        "vendor: V\ncodes:\n  - {{status: 404, code: Gone, retry: after, description: {long}}}\n  \
         - {{status: [405, 5xx], title: T, outcome: error, name: B, former_names: [C]}}\n"
    );
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    encode(&loaded.table)
}

#[test]
fn rows_and_their_text() {
    let found = example();
    assert_eq!(found.text, format!("V404 {} (Gone)405, 5xx TBC", long()));
    // offset of the details, status, kind; outcome, retry, code, more statuses; then display, code and title
    let first = [
        [2, 0, 0, 0],
        [148, 1, 8, 47],
        [1, 0, 0, 0],
        [55, 1, 0, 0],
        [51, 1, 0, 0],
        [4, 0, 0, 0],
        [56, 1, 0, 0],
    ];
    let second = [
        [12, 0, 0, 0],
        [149, 1, 128, 3],
        [56, 1, 0, 0],
        [10, 0, 0, 0],
        [66, 1, 0, 0],
        [0; 4],
        [65, 1, 0, 0],
    ];
    assert_eq!(
        found.rows,
        [&first[..], &[[0; 4]], &second, &[[1, 0, 0, 0]]]
            .concat()
            .concat()
    );
}

#[test]
fn details() {
    let found = example();
    let table = [2, 0];
    // LEB128, with the lengths of texts doubled; the total length of display, code and title
    let first = [183, 2, 9, 178, 2, 217, 4, 4, 0, 0];
    let second = [
        10, 2, 0, 0, 129, 32, 4, 170, 6, 170, 6, 232, 7, 174, 9, 1, 2,
    ];
    assert_eq!(found.details, [&table[..], &first, &second].concat());
}

#[test]
fn indexes() {
    let found = example();
    assert_eq!(
        (found.first_status, found.statuses),
        (404, vec![1, 0, 2, 0])
    );
    assert_eq!(found.codes, [0, 0, 0, 0, 52, 171, 1, 0]);
    let names = [
        [0; 4],
        [0; 4],
        [0; 4],
        [195, 23, 2, 0],
        [0; 4],
        [52, 171, 1, 0],
        [0; 4],
        [150, 233, 2, 0],
    ];
    assert_eq!(found.names, names.concat());
    assert_eq!(
        (found.list_ends, found.lists),
        (vec![1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0], vec![1, 0])
    );
    assert_eq!(found.flags.code_form(), codes_spec::CodeForm::Text);
}
