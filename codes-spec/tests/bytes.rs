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
    let (sentence, long) = ("x".repeat(79), long());
    assert_eq!(
        found.text,
        format!("V404 {sentence}… (Gone){long}405, 5xx TBC")
    );
    // the offset of the details; the status; the kind, with a bit for more statuses; the outcome, with the retry
    // advice and the type of the code; then display, code and title
    let first = [
        [2, 0, 0, 0],
        [148, 1, 8, 47],
        [1, 0, 0, 0],
        [93, 0, 0, 0],
        [89, 0, 0, 0],
        [4, 0, 0, 0],
        [94, 0, 0, 0],
    ];
    let second = [
        [13, 0, 0, 0],
        [149, 1, 128, 3],
        [138, 1, 0, 0],
        [10, 0, 0, 0],
        [148, 1, 0, 0],
        [0; 4],
        [147, 1, 0, 0],
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
    // LEB128: the total length of display, code and title; the name, as its doubled length plus 1 and its offset in
    // the displayed text; the doubled length of the description; the long form, with the offset of the ellipsis and
    // the start and end of the text that the ellipsis replaces; no lists
    let first = [93, 9, 88, 216, 4, 2, 83, 79, 172, 2, 0];
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
    // rows, length and position in the text
    let code = [1, 0, 4, 0, 89, 0, 0, 0];
    assert_eq!(found.codes, [[0; 8], code].concat());
    assert_eq!(found.code_seeds, [1, 0]);
    let names = [
        [1, 0, 4, 0, 89, 0, 0, 0],
        [2, 0, 1, 0, 149, 1, 0, 0],
        [2, 0, 1, 0, 148, 1, 0, 0],
        [0; 8],
    ];
    assert_eq!(found.names, names.concat());
    assert_eq!(found.name_seeds, [18, 0]);
    assert_eq!(
        (found.list_ends, found.lists),
        ([1, 0, 0, 0].repeat(3), vec![1, 0])
    );
    assert_eq!(found.flags.code_form(), codes_spec::CodeForm::Text);
}

#[test]
fn an_index_without_seeds_is_sorted() {
    let spec = include_bytes!("../../tests/specs/collision.yaml");
    let loaded = load("collision.yaml", spec);
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    let found = encode(&loaded.table);
    assert_eq!(found.code_seeds, []);
    let rows: Vec<_> = found.codes.chunks(8).map(|slot| slot[0]).collect();
    assert_eq!(rows, [2, 1, 3, 3]);
}
