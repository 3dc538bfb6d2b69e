//! Details, classes of codes, and the keys of `body` and `headers`.

use codes_spec::load;

use super::{check_names, each};

/// The rules that a spec breaks.
fn rules(spec: &str) -> Vec<&'static str> {
    let loaded = load("a.yaml", spec.as_bytes());
    let shown = loaded.report.shown().iter();
    shown.map(|found| found.rule.id).collect()
}

#[test]
fn a_detail_is_the_end_of_a_name() {
    check_names(
        "",
        &[
            (
                "code: card_declined, detail: insufficient_funds",
                "CardDeclinedInsufficientFunds",
            ),
            ("code: card_declined, detail: '2fa'", "CardDeclined2fa"),
            (
                "code: card_declined, detail: '—', status: 402",
                "CardDeclined",
            ),
            ("status: 404, code: '5.7.1', detail: gone", "NotFoundGone"),
            ("code: a, detail: x, name: Own", "Own"),
        ],
    );
    check_names(
        "",
        &[
            ("code: 190, detail: 460", "Code190_460"),
            ("code: 190, detail: -1", "Code190Minus1"),
            ("code: 190", "Code190"),
            ("code: 4, title: Slow down, detail: 7", "SlowDown7"),
        ],
    );
}

#[test]
fn a_text_that_ends_in_a_star_is_a_class() {
    let codes = each(
        "",
        &[
            "code: 08*, title: A",
            "code: '08\\*', title: B",
            "code: '0*8', title: C",
            "code: '\\*', title: D",
            "code: a, detail: b*",
        ],
        |_, row| format!("{:?} {:?}", row.code, row.detail),
    );
    assert_eq!(
        codes,
        [
            r#"Some(Class("08*")) None"#,
            r#"Some(Text("08*")) None"#,
            r#"Some(Text("0*8")) None"#,
            r#"Some(Text("*")) None"#,
            r#"Some(Text("a")) Some(Text("b*"))"#,
        ]
    );
}

#[test]
fn a_class_covers_codes_that_begin_with_its_prefix() {
    let reserved = |code: &str| {
        let spec = format!(
            "vendor: T\nreserved: [\"08*\", \"23505\", '42\\*', \"080*\"]\ncodes: [{{code: {code:?}, title: A}}]\n"
        );
        rules(&spec) == ["codes::reserved-code"]
    };
    for code in [
        "08", "08001", "0800", "08*", "0*", "23*", "23505", "2*", "42\\*", "42*", "4*",
    ] {
        assert!(reserved(code), "{code}");
    }
    for code in ["07", "0", "09*", "2350", "235051", "43*", "421"] {
        assert!(!reserved(code), "{code}");
    }
    // a class inside another may be a row of its own, and may have the wider class as an alias
    let spec = |rows: &str| format!("vendor: T\ncodes: [{rows}]\n");
    assert_eq!(
        rules(&spec(
            "{code: 08*, title: A}, {code: 080*, title: B}, {code: 08001, name: C}"
        )),
        [""; 0]
    );
    assert_eq!(
        rules(&spec("{code: 080*, aliases: [08*], title: A}")),
        [""; 0]
    );
}

#[test]
fn values_of_success_are_compared_as_text() {
    let spec = "vendor: T\nbody:\n  success: {at: /ok, is: [true, 0, 'yes', '0x0']}\n\
                headers:\n  success: {name: grpc-status, is: 0}\n  trim: {before: ' :'}\n\
                codes: [{code: a}]\n";
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    let (body, headers) = (
        loaded.table.body.expect("a body"),
        loaded.table.headers.expect("headers"),
    );
    assert_eq!(
        body.success.expect("success").is,
        ["true", "0", "yes", "0x0"]
    );
    // a body that tells success from errors is read for every status
    assert_eq!(body.statuses, [(100, 999)]);
    let success = headers.success.expect("success");
    assert_eq!(
        (success.at.as_ref(), &success.is[..]),
        ("grpc-status", &["0".into()][..])
    );
    assert_eq!(headers.trim.before.as_deref(), Some(" :"));
    assert_eq!(headers.trim.after, None);
}

#[test]
fn success_is_known_from_its_keys_or_a_row() {
    let warns = |keys: &str, row: &str| {
        let spec = format!("vendor: T\n{keys}\ncodes: [{{status: 404, code: A}}{row}]\n");
        rules(&spec) == ["codes::success-unknown"]
    };
    assert!(warns("headers: {code: x-code}", ""));
    assert!(warns("body: {code: /code, statuses: [200, 4xx]}", ""));
    assert!(warns(
        "body: {code: [/error/code, /errno], statuses: 2xx}",
        ""
    ));
    assert!(!warns("body: {code: /code, statuses: 4xx}", ""));
    // only error responses have values at these pointers
    for place in [
        "/error/code",
        "/Error/Code",
        "/error_code",
        "/e/exception/id",
        "/Fault/faultcode",
    ] {
        let keys = format!("body: {{code: {place}, statuses: [200, 4xx]}}");
        assert!(!warns(&keys, ""), "{place}");
    }
    assert!(!warns(
        "headers: {code: [x-ms-error-code, x-amzn-ErrorType]}",
        ""
    ));
    assert!(!warns("headers: {message: x-message}", ""));
    for success in [
        "headers: {code: x-code, success: {name: x-code, is: OK}}",
        "headers: {code: x-code}\nbody: {success: {at: /ok, is: true}}",
        "body: {code: /code, errors: /errors, statuses: [2xx, 4xx]}",
    ] {
        assert!(!warns(success, ""), "{success}");
    }
    assert!(!warns(
        "headers: {code: x-code}",
        ", {code: OK, outcome: ok}"
    ));
}
