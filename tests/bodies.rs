//! Reading codes and messages from the bodies of responses, as the `body` of a spec declares.

use std::time::Duration;

use codes_runtime::{ApiError, CodeTable, RawCode, Reply, codes};
use http::HeaderMap;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    #[codes(quiet)]
    enum RepliesCode = "specs/replies.yaml";
    enum BareCode = "specs/bare.yaml";
}

fn check<C: CodeTable>(status: u16, body: &str) -> Result<(), ApiError<C>> {
    ApiError::check(status, &HeaderMap::new(), body.as_bytes())
}

/// Checks which code `RepliesCode` reads from a body.
fn assert_code(body: &str, expected: Option<RawCode<'_>>) {
    let read = RepliesCode::TABLE.read_body(200, body.as_bytes());
    assert_eq!(read.reply().code, expected, "{body}");
}

#[test]
fn the_code_is_the_value_of_the_first_pointer_that_finds_one() {
    for (body, expected) in [
        (
            r#"{"error": {"code": 7}, "a/b": [{"code": 8}]}"#,
            RawCode::Int(7),
        ),
        (
            r#"{"a/b": [{"code": 8}], "error": {"code": 7}}"#,
            RawCode::Int(7),
        ),
        (
            r#"{"a/b": [{"code": -8}, {"code": 1}], "error": {"code": null}}"#,
            RawCode::Int(-8),
        ),
        (
            r#"{"a\/b": [{"code": 8}], "error": "code"}"#,
            RawCode::Int(8),
        ),
        (
            "\u{feff}{\"error\": {\"code\": \"Out\\u0020of\"}}",
            RawCode::Text("Out of"),
        ),
        (
            r#"{"error": {"code": 18446744073709551616}}"#,
            RawCode::Text("18446744073709551616"),
        ),
        // an empty text is not a code, so the next pointer is tried
        (
            r#"{"a/b": [{"code": 8}], "error": {"code": ""}}"#,
            RawCode::Int(8),
        ),
    ] {
        assert_code(body, Some(expected));
    }
    assert_code(r#"{"error": {"code": " "}}"#, None);
    let body = RepliesCode::TABLE.read_body(200, br#"{"m~": 12, "error": {"message": ["x"]}}"#);
    assert_eq!(body.reply().message, Some("12"));
    assert_eq!(body.reply().status, Some(200));
}

#[test]
fn values_other_than_strings_and_integers_are_not_codes() {
    for value in [
        "7.0",
        "1e3",
        "true",
        "null",
        "[7]",
        r#"{"code": 7}"#,
        r#""\ud800""#,
    ] {
        let body = format!(r#"{{"error": {{"code": {value}}}}}"#);
        assert_code(&body, None);
    }
}

#[test]
fn malformed_or_unrelated_bodies_have_no_code() {
    for body in [
        "",
        " ",
        "7",
        "null",
        "[]",
        "{}",
        "[7]",
        "{\"error\": {\"code\": 7}",
        "{\"error\": {\"code\": 7}} x",
        "<html>",
        "\u{0}",
    ] {
        assert_code(body, None);
    }
}

#[test]
fn values_that_are_not_read_may_be_deep_or_invalid_unicode() {
    let invalid = r#"{"cut": "\ud83d", "error": {"why": "\udc00", "code": 7}}"#;
    assert_code(invalid, Some(RawCode::Int(7)));
    let (open, close) = ("[".repeat(9_000), "]".repeat(9_000));
    let deep = format!(r#"{{"deep": {open}{close}, "error": {{"code": 7}}}}"#);
    assert_code(&deep, Some(RawCode::Int(7)));
}

#[test]
fn an_empty_pointer_reads_the_whole_body() {
    for (body, code) in [
        (r#""NotFound""#, Some("NotFound")),
        (" \"NotFound\"\n", Some("NotFound")),
        (r#"{"code": "NotFound"}"#, Some("NotFound")),
        ("NotFound", None),
        ("[]", None),
        (r#""NotFound" x"#, None),
    ] {
        let error = check::<BareCode>(404, body).expect_err("an error");
        assert_eq!(error.code(), code.map(RawCode::Text), "{body}");
        assert_eq!(error.is(BareCode::NotFound), code.is_some(), "{body}");
    }
    assert_eq!(
        check::<BareCode>(404, "7").expect_err("an error").message(),
        Some("7")
    );
}

#[test]
fn status_and_headers_are_kept_when_the_body_is_unreadable() {
    let nested =
        |open: &str, close: &str| format!("{}7{}", open.repeat(100_000), close.repeat(100_000));
    let too_long = format!(
        r#"{{"error": {{"code": 7}}, "x": "{}"}}"#,
        "x".repeat(50_000_000)
    );
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", "7".parse().expect("a value"));
    for body in [
        nested("[", "]"),
        nested("{\"error\":", "}"),
        "{\"error\":".repeat(100_000),
        too_long,
        String::new(),
    ] {
        let error = ApiError::<RepliesCode>::check(500_u16, &headers, body.as_bytes())
            .expect_err("an error");
        assert_eq!((error.code(), error.message()), (None, None));
        assert_eq!(
            (error.one(), error.retry_after()),
            (Some(RepliesCode::Down), Some(Duration::from_secs(7)))
        );
    }
    for bytes in [
        &b"\xff\xfe"[..],
        b"{\"error\": {\"code\": \"Not\xffFound\"}}",
    ] {
        assert_eq!(
            RepliesCode::TABLE.read_body(500, bytes).reply(),
            Reply::new().status(500)
        );
    }
}

#[test]
fn bodies_are_read_only_for_the_statuses_of_the_spec() {
    let body = br#"{"error": {"code": 7, "message": "m"}}"#;
    for (status, read) in [
        (200, true),
        (299, true),
        (404, true),
        (500, true),
        (199, false),
        (300, false),
        (405, false),
        (0, false),
    ] {
        let found = RepliesCode::TABLE.read_body(status, body);
        assert_eq!(
            found.reply().code.is_some() && found.reply().message.is_some(),
            read,
            "{status}"
        );
    }
    // the default: statuses from 400, and lower ones if a row with a code has them
    for (status, read) in [
        (200, false),
        (204, true),
        (205, false),
        (399, false),
        (400, true),
        (599, true),
    ] {
        assert_eq!(PointsCode::TABLE.reads_body_of(status), read, "{status}");
    }
}

#[test]
fn messages_in_bodies_distinguish_rows() {
    let error =
        check::<CoverageCode>(404, r#"{"message": "Invalid route"}"#).expect_err("an error");
    assert!(error.is(CoverageCode::InvalidRoute));
    let error = check::<CoverageCode>(404, r#"{"errors": [{"detail": " Wrong identifier "}]}"#)
        .expect_err("an error");
    assert!(error.is(CoverageCode::WrongIdentifier));
}

#[test]
fn pointers_beyond_those_of_one_pass_are_followed_too() {
    codes_runtime::codes! { enum ManyCode = "specs/responses/many_pointers.yaml"; }

    let facts: Vec<_> = (0..=40).map(|i| i.to_string()).collect();
    let body = format!(r#"{{"code": "bad", "facts": [{}]}}"#, facts.join(","));
    let error = ManyCode::check(400_u16, &http::HeaderMap::new(), body.as_bytes());
    let error = error.expect_err("an error");
    for (i, fact) in (1..).zip(&facts[1..]) {
        assert_eq!(error.param(&format!("p{i}")), Some(&**fact));
    }
}
