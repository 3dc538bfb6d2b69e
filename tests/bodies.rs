//! What the bodies of responses show: codes and messages where a spec's `body` says so, and else nothing.

use std::time::Duration;

use codes_runtime::{ApiError, CodeTable, RawCode, Reply, codes};
use http::HeaderMap;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    enum RepliesCode = "specs/replies.yaml";
    enum BareCode = "specs/bare.yaml";
}

type R = RepliesCode;

fn check<C: CodeTable>(status: u16, body: &str) -> Result<(), ApiError<C>> {
    ApiError::check(status, &HeaderMap::new(), body.as_bytes())
}

fn code(body: &str) -> Option<String> {
    R::TABLE
        .read_body(200, body.as_bytes())
        .reply()
        .code
        .map(|code| format!("{code:?}"))
}

#[test]
fn the_first_pointer_that_leads_to_text_or_an_integer() {
    let int = |int: i64| Some(format!("Int({int})"));
    let text = |text: &str| Some(format!("Text({text:?})"));
    assert_eq!(
        code(r#"{"error": {"code": 7}, "a/b": [{"code": 8}]}"#),
        int(7)
    );
    assert_eq!(
        code(r#"{"a/b": [{"code": 8}], "error": {"code": 7}}"#),
        int(7)
    );
    assert_eq!(
        code(r#"{"a/b": [{"code": -8}, {"code": 1}], "error": {"code": null}}"#),
        int(-8)
    );
    assert_eq!(code(r#"{"a\/b": [{"code": 8}], "error": "code"}"#), int(8));
    assert_eq!(
        code("\u{feff}{\"error\": {\"code\": \"Out\\u0020of\"}}"),
        text("Out of")
    );
    assert_eq!(
        code(r#"{"error": {"code": 18446744073709551616}}"#),
        text("18446744073709551616")
    );
    assert_eq!(code(r#"{"error": {"code": ""}}"#), text(""));
    for wrong in [
        "7.0",
        "1e3",
        "true",
        "null",
        "[7]",
        r#"{"code": 7}"#,
        r#""\ud800""#,
    ] {
        assert_eq!(
            code(&format!(r#"{{"error": {{"code": {wrong}}}}}"#)),
            None,
            "{wrong}"
        );
    }
    for wrong in [
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
        assert_eq!(code(wrong), None, "{wrong}");
    }
    // what lies aside need not be text that Rust can hold, nor shallow
    assert_eq!(
        code(r#"{"cut": "\ud83d", "error": {"why": "\udc00", "code": 7}}"#),
        int(7)
    );
    assert_eq!(
        code(&format!(
            r#"{{"deep": {}{}, "error": {{"code": 7}}}}"#,
            "[".repeat(9_000),
            "]".repeat(9_000)
        )),
        int(7)
    );
    let body = R::TABLE.read_body(200, br#"{"m~": 12, "error": {"message": ["x"]}}"#);
    assert_eq!(
        (body.reply().message, body.reply().status),
        (Some("12"), Some(200))
    );
}

/// The empty pointer leads to the whole body.
#[test]
fn a_body_can_be_the_code() {
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
fn bodies_that_cannot_be_read_lose_nothing_else() {
    let nested =
        |open: &str, close: &str| format!("{}7{}", open.repeat(100_000), close.repeat(100_000));
    let huge = format!(
        r#"{{"error": {{"code": 7}}, "x": "{}"}}"#,
        "x".repeat(50_000_000)
    );
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", "7".parse().expect("a value"));
    for body in [
        nested("[", "]"),
        nested("{\"error\":", "}"),
        "{\"error\":".repeat(100_000),
        huge,
        String::new(),
    ] {
        let error = ApiError::<R>::check(500_u16, &headers, body.as_bytes()).expect_err("an error");
        assert_eq!((error.code(), error.message()), (None, None));
        assert_eq!(
            (error.one(), error.retry_after()),
            (Some(R::Down), Some(Duration::from_secs(7)))
        );
    }
    for bytes in [
        &b"\xff\xfe"[..],
        b"{\"error\": {\"code\": \"Not\xffFound\"}}",
    ] {
        assert_eq!(
            R::TABLE.read_body(500, bytes).reply(),
            Reply::new().status(500)
        );
    }
}

#[test]
fn bodies_of_other_statuses_are_not_read() {
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
        let found = R::TABLE.read_body(status, body);
        assert_eq!(
            found.reply().code.is_some() && found.reply().message.is_some(),
            read,
            "{status}"
        );
    }
    // by default those from 400 up, and those below that rows with a code have
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
fn messages_of_bodies_tell_rows_apart() {
    let error =
        check::<CoverageCode>(404, r#"{"message": "Invalid route"}"#).expect_err("an error");
    assert!(error.is(CoverageCode::InvalidRoute));
    let error = check::<CoverageCode>(404, r#"{"errors": [{"detail": " Wrong identifier "}]}"#)
        .expect_err("an error");
    assert!(error.is(CoverageCode::WrongIdentifier));
}
