//! The output of `Display` for a row, in its short and long form.

use crate::each;

/// Checks each row's short text, and its long text without the vendor.
#[track_caller]
fn check(head: &str, cases: &[(&str, &str, &str)]) {
    let rows: Vec<_> = cases.iter().map(|case| case.0).collect();
    let shown = each(head, &rows, |table, row| {
        (table.display(row), table.display_long(row))
    });
    let expected: Vec<_> = cases
        .iter()
        .map(|case| (case.1.to_owned(), format!("T: {}", case.2)))
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn status_title_and_code_are_displayed_by_default() {
    check(
        "",
        &[
            (
                "status: 400, code: ParamMissing, title: Parameter not there, description: D.",
                "400 Parameter not there (ParamMissing)",
                "400 Parameter not there (ParamMissing): D.",
            ),
            (
                "status: 404, code: NotFound, title: Not found!",
                "404 Not found!",
                "404 Not found!",
            ),
            (
                "status: [404, 5xx], name: A, description: \"First.\\nSecond.\"",
                "404, 5xx First.",
                "404, 5xx First.\nSecond.",
            ),
            (
                "code: Busy, title: Try later",
                "Try later (Busy)",
                "Try later (Busy)",
            ),
            ("code: Alone", "Alone", "Alone"),
            ("status: 410, code: Away", "410 (Away)", "410 (Away)"),
            ("status: 411", "411", "411"),
            (
                "status: 412, code: '??', title: '!!'",
                "412 !! (??)",
                "412 !! (??)",
            ),
        ],
    );
}

#[test]
fn a_template_is_displayed() {
    check(
        "display: \"{vendor}/{name}: {{{status}}} {title}\"\n",
        &[
            (
                "status: 404, title: Not found, description: D.",
                "T/NotFound: {404} Not found",
                "T/NotFound: {404} Not found: D.",
            ),
            (
                "status: 500-504",
                "T/Status500To504: {500-504}",
                "T/Status500To504: {500-504}",
            ),
        ],
    );
    check(
        "display: \"{code}: {description}\"\n",
        &[("code: A, description: D., title: X", "A: D.", "A: D.")],
    );
}

#[test]
fn spaces_around_an_empty_placeholder_are_collapsed() {
    // spaces at the ends are removed if a placeholder is empty
    check(
        "display: ' {title} {code} '\n",
        &[
            ("code: A, title: X", " X A ", " X A "),
            ("status: 404, title: ' Y'", "Y", "Y"),
        ],
    );
    // the spaces around an empty placeholder become one; all other text stays
    check(
        "display: '{status} {code} {title}'\n",
        &[
            ("status: 404, code: A, title: X", "404 A X", "404 A X"),
            ("status: 404, title: X", "404 X", "404 X"),
            ("status: 405, code: B", "405 B", "405 B"),
            ("code: C, title: Y", "C Y", "C Y"),
            ("status: 406, name: D", "406", "406"),
        ],
    );
    check(
        "display: '{vendor}:  {code}  -  {status}{code}  ({code}) a  b  {title}  {code}.'\n",
        &[
            (
                "status: 404, code: A, title: X",
                "T:  A  -  404A  (A) a  b  X  A.",
                "T:  A  -  404A  (A) a  b  X  A.",
            ),
            (
                "status: 404, title: X",
                "T: -  404 () a  b  X .",
                "T: -  404 () a  b  X .",
            ),
        ],
    );
    check(
        "display: '{title} {code} {description} {status}'\n",
        &[("status: 404, title: X", "X 404", "X 404")],
    );
}

#[test]
fn descriptions_of_several_lines_are_displayed_at_length() {
    // the final line end of a block is not displayed
    check(
        "",
        &[("status: 404, description: \"D.\\n\"", "404 D.", "404 D.")],
    );
    check(
        "",
        &[
            (
                "status: 404, title: X, description: \"D.\\nE.\\n\"",
                "404 X",
                "404 X: D.\nE.",
            ),
            (
                "status: 410, description: \"D.\\nE.\\n\"",
                "410 D.",
                "410 D.\nE.",
            ),
        ],
    );
    check(
        "display: '{code}: {description}!'\n",
        &[(
            "code: A, description: \"D.\\nE.\\n\"",
            "A: D.\nE.!",
            "A: D.\nE.!",
        )],
    );
}

#[test]
fn hexadecimal_codes_are_displayed_as_declared() {
    check(
        "code_format: hex8\n",
        &[
            (
                "code: 0x80004005, title: Unspecified",
                "Unspecified (0x80004005)",
                "Unspecified (0x80004005)",
            ),
            (
                "code: -2147467259, title: The same, name: Same",
                "The same (0x80004005)",
                "The same (0x80004005)",
            ),
            (
                "code: 0x1000-0x1FFF, title: Range",
                "Range (0x00001000-0x00001FFF)",
                "Range (0x00001000-0x00001FFF)",
            ),
        ],
    );
}
