//! The encoding, byte by byte: the lower byte stands first, whatever machine writes it.

use codes_spec::{encode, load};

#[test]
fn a_small_table_byte_by_byte() {
    let long = "x".repeat(300);
    let spec = format!(
        "vendor: V\ncodes:\n  - {{status: 404, code: Gone, retry: after, description: {long}}}\n  \
         - {{status: [405, 5xx], title: T, outcome: error, name: B, former_names: [C]}}\n"
    );
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    let found = encode(&loaded.table);
    assert_eq!(found.text, format!("V404 {long} (Gone)405, 5xx TBC"));
    // where the details begin, status, kind; outcome, retry, code, more statuses; then display, code and title
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
        [149, 1, 0, 131],
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
    let table = [2, 0];
    // LEB128, and texts by their lengths doubled; how long display, code and title are together
    let first = [183, 2, 9, 178, 2, 217, 4, 4, 0, 0];
    let second = [
        10, 2, 0, 0, 129, 32, 4, 170, 6, 170, 6, 232, 7, 174, 9, 1, 2,
    ];
    assert_eq!(found.details, [&table[..], &first, &second].concat());
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
        (vec![1, 0, 0, 0, 1, 0, 0, 0], vec![1, 0])
    );
    assert_eq!(found.codes_are, codes_spec::CodeForm::Text);
}
