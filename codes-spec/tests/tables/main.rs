//! Defaults for absent keys: names, outcomes, kinds, displayed text, and the statuses of bodies.

mod display;
mod responses;
mod row_keys;

use codes_spec::Kind::{Conflict, Gone, Internal, InvalidRequest, NotFound, Success};
use codes_spec::{Outcome as O, Row, Table, load};

/// Applies `of` to each row of a valid spec.
fn each<T>(head: &str, rows: &[&str], of: impl Fn(&Table<'_>, &Row<'_>) -> T) -> Vec<T> {
    let rows: String = rows.iter().map(|row| format!("  - {{{row}}}\n")).collect();
    let spec = format!("vendor: T\n{head}codes:\n{rows}");
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    loaded
        .table
        .rows
        .iter()
        .map(|row| of(&loaded.table, row))
        .collect()
}

#[track_caller]
fn check_names(head: &str, pairs: &[(&str, &str)]) {
    let (rows, names): (Vec<_>, Vec<_>) = pairs.iter().copied().unzip();
    assert_eq!(each(head, &rows, |_, row| row.name.to_string()), names);
}

#[test]
fn a_name_comes_from_code_title_phrase_or_numbers() {
    check_names(
        "",
        &[
            ("status: 402, code: PEER_FLOOD, title: Other", "PeerFlood"),
            ("status: 402, code: 2FA_CONFIRM", "Code2faConfirm"),
            ("status: 402, code: 2202E, title: I'm a Teapot", "ImATeapot"),
            ("status: 402, code: '5.7.1'", "PaymentRequired"),
            ("status: 418, code: '0x02010001'", "Status418"),
            ("code: E11000", "CodeE11000"),
            ("code: '5.7.2'", "Code572"),
            ("status: 306, outcome: ok", "Status306"),
            ("status: 5xx", "Status5xx"),
            ("status: 50X", "Status50x"),
            ("status: 500-504", "Status500To504"),
            ("status: [400, 422]", "Status400Or422"),
            ("status: 404, title: '!!!'", "NotFound"),
            ("status: 599, name: own_name", "own_name"),
            ("code: größer, title: x", "Größer"),
        ],
    );
}

#[test]
fn numbers_and_ranges_make_names() {
    check_names(
        "",
        &[
            ("code: 1001", "Code1001"),
            ("code: -1003", "CodeMinus1003"),
            ("code: 3000-3999", "Code3000To3999"),
            ("code: -32099 - -32000", "CodeMinus32099ToMinus32000"),
            ("code: 7, title: Seven", "Seven"),
            ("status: 404, code: 8", "NotFound"),
        ],
    );
    check_names(
        "protocol: SMTP\n",
        &[
            ("status: 404", "Status404"),
            ("status: 550, code: '5.7.1'", "Status550"),
        ],
    );
    check_names(
        "",
        &[
            ("code: 3000-3999", "Code3000To3999"),
            ("code: 1-2", "Code1To2"),
        ],
    );
    check_names(
        "",
        &[("code: A-B", "AB"), ("code: 3000-3999", "Code30003999")],
    );
}

#[test]
fn the_default_outcome_follows_from_the_statuses() {
    let outcomes = each(
        "",
        &[
            "status: 200",
            "status: 399",
            "status: 400",
            "status: [200, 301]",
            "status: 4xx",
            "status: 999",
            "status: 204, code: Gone, outcome: error",
            "code: Alone",
            "status: [200, 404], title: Both, outcome: pending",
        ],
        |_, row| row.outcome,
    );
    assert_eq!(
        outcomes,
        [
            O::Ok,
            O::Ok,
            O::Error,
            O::Ok,
            O::Error,
            O::Error,
            O::Error,
            O::Error,
            O::Pending
        ]
    );
}

#[test]
fn the_default_kind_is_shared_by_all_statuses() {
    let rows = [
        "status: 404",
        "status: [409, 423]",
        "status: [404, 410]",
        "status: 4xx",
        "status: 500-504",
        "status: 400-599, title: All",
        "status: 204, outcome: error",
        "status: 204, title: Fine",
        "status: 404, title: Set, kind: gone",
        "status: 600",
        "code: Alone",
    ];
    let kinds = each("", &rows, |_, row| row.kind);
    let expected = [
        Some(NotFound),
        Some(Conflict),
        None,
        Some(InvalidRequest),
        Some(Internal),
        None,
        None,
        Some(Success),
        Some(Gone),
        None,
        None,
    ];
    assert_eq!(kinds, expected);
    let smtp = each(
        "protocol: SMTP\n",
        &["status: 404", "status: 550, kind: not_found"],
        |_, row| row.kind,
    );
    assert_eq!(smtp, [None, Some(NotFound)]);
    assert_eq!(
        each("protocol: HTTP\n", &["status: 404"], |_, row| row.kind),
        [Some(NotFound)]
    );
}

#[test]
fn bodies_are_read_for_errors_by_default() {
    let statuses = |head: &str, rows: &str| {
        let spec = format!("vendor: T\nbody: {{code: [/code]{head}}}\ncodes:\n{rows}");
        let loaded = load("a.yaml", spec.as_bytes());
        assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
        loaded
            .table
            .body
            .map(|body| body.statuses)
            .unwrap_or_default()
    };
    let rows = "  - {status: 204, code: None, outcome: error}\n  - {status: 200}\n  - {status: 404, code: Missing}\n";
    assert_eq!(statuses("", rows), [(204, 204), (400, 999)]);
    assert_eq!(
        statuses(", statuses: [2xx, 404]", rows),
        [(200, 299), (404, 404)]
    );
    assert_eq!(
        statuses(", statuses: 5xx", "  - {code: Any}\n"),
        [(500, 599)]
    );
}

#[test]
fn a_pointer_may_be_written_without_a_list() {
    let body = |code: &str| {
        let spec =
            format!("vendor: T\nbody: {{code: {code}}}\ncodes: [{{status: 404, code: Missing}}]\n");
        let loaded = load("a.yaml", spec.as_bytes());
        assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
        let pointers = loaded.table.body.expect("a body").code;
        pointers
            .iter()
            .map(|pointer| pointer.as_str().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(body("/error/code"), ["/error/code"]);
    assert_eq!(body("[/error/code, /code]"), ["/error/code", "/code"]);
}

#[test]
fn code_zero_and_codes_with_statuses_below_400_cause_warnings() {
    let warned = |row: &str| {
        load(
            "a.yaml",
            format!("vendor: T\ncodes: [{{{row}}}]\n").as_bytes(),
        )
        .report
        .warnings()
    };
    assert_eq!(warned("code: 0"), 1);
    assert_eq!(warned("code: 0, outcome: ok"), 0);
    assert_eq!(warned("code: 0, status: 404"), 0);
    assert_eq!(warned("code: Nothing, status: 204"), 1);
    assert_eq!(warned("code: Nothing, status: [204, 301]"), 1);
    assert_eq!(warned("status: 204"), 0);
}

#[test]
fn a_reserved_integer_equals_text_of_its_digits() {
    let refused = |reserved: &str, code: &str| {
        let spec =
            format!("vendor: T\nreserved: [{reserved}]\ncodes: [{{code: {code}, title: X}}]\n");
        load("a.yaml", spec.as_bytes()).report.errors() > 0
    };
    assert!(
        refused("7", "7") && refused("7", "'7'") && refused("'7'", "7") && refused("1-9", "'7'")
    );
    assert!(!refused("7", "'007'") && !refused("7", "'+7'") && !refused("7", "8"));
}
