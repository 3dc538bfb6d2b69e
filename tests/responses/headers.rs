//! Facts in headers.

use std::time::{Duration, SystemTime};

use codes_runtime::{ApiError, Kind, Match, RawCode, Retry, codes};

use crate::{check, checked, header_map};

codes! {
    #[codes(quiet)]
    enum HeadersCode = "specs/responses/headers.yaml";
    enum CallsCode = "specs/responses/grpc.yaml";
}

use HeadersCode as H;

fn failed(status: u16, headers: &[(&str, &str)], body: &str) -> ApiError<H> {
    checked(status, headers, body).expect_err("an error")
}

#[test]
fn the_first_code_that_a_row_has_is_taken() {
    for (headers, body, code) in [
        (&[("X-Error", "Bad")][..], "", "Bad"),
        (&[("x-error", "New"), ("x-old-error", "Bad")], "", "Bad"),
        (&[("x-error", "New"), ("x-old-error", "Newer")], "", "New"),
        (&[("x-error", " "), ("x-old-error", "Bad")], "", "Bad"),
        (&[("x-error", "Bad")], r#"{"code": "Lost"}"#, "Bad"),
        (&[("x-error", "New")], r#"{"code": "Lost"}"#, "Lost"),
        (&[("x-error", "New")], r#"{"code": "Newer"}"#, "New"),
        (&[], r#"{"code": "Newer"}"#, "Newer"),
    ] {
        let error = failed(418, headers, body);
        assert_eq!(
            error.code(),
            Some(RawCode::Text(code)),
            "{headers:?} {body}"
        );
    }
    let error = failed(400, &[("x-error", "Bad"), ("x-reason", "worse")], "");
    assert!(error.is(H::BadWorse));
    assert_eq!(error.detail(), Some("worse".into()));
}

#[test]
fn messages_are_decoded_and_come_before_the_body() {
    for (value, message) in [
        ("not%20found%21", "not found!"),
        ("%E2%82%AC 5", "€ 5"),
        ("100%", "100%"),
        ("%4", "%4"),
        ("%zz%41", "%zzA"),
        ("%FF", "\u{fffd}"),
        ("€", "€"),
    ] {
        let error = failed(400, &[("x-message", value)], r#"{"message": "in body"}"#);
        assert_eq!(error.message(), Some(message), "{value}");
    }
    assert_eq!(
        failed(400, &[], r#"{"message": "in body"}"#).message(),
        Some("in body")
    );
}

#[test]
fn text_around_a_code_is_trimmed() {
    for (value, code) in [
        ("ns#Bad:http://x", Some("Bad")),
        ("Bad:x#y", Some("Bad")),
        ("ns#Bad", Some("Bad")),
        ("a#b#c", Some("b#c")),
        ("ns# Bad :x", Some("Bad")),
        ("ns#", None),
        (":x", None),
    ] {
        let error = failed(400, &[("x-error", value)], "");
        assert_eq!(error.code(), code.map(RawCode::Text), "{value}");
    }
    // codes in bodies are not trimmed
    let error = failed(400, &[], r#"{"code": "ns#Bad:x"}"#);
    assert_eq!(error.code(), Some("ns#Bad:x".into()));
}

#[test]
fn a_header_says_whether_the_request_succeeded() {
    for (value, succeeded) in [("0", true), ("done", true), ("00", false), ("7", false)] {
        for status in [200, 500] {
            let checked = checked::<H>(status, &[("X-Status", value)], "");
            assert_eq!(checked.is_ok(), succeeded, "{status} {value}");
        }
    }
    // an error never matches a row for a success
    assert_eq!(
        failed(200, &[("x-status", "7")], "").matched(),
        Match::Unlisted
    );
    // the row of a known code overrides the header; an unknown code does not
    assert!(failed(200, &[("x-status", "0"), ("x-error", "Bad")], "").is(H::Bad));
    assert_eq!(
        checked::<H>(500, &[("x-status", "0"), ("x-error", "New")], ""),
        Ok(())
    );
    // without the header the other rules decide
    assert_eq!(checked::<H>(200, &[], ""), Ok(()));
    assert!(failed(200, &[("x-error", "New")], "").is_unknown_code());
}

#[test]
fn headers_are_read_at_every_status() {
    for status in [100, 204, 304, 999] {
        assert!(
            failed(status, &[("x-error", "Lost")], "").is(H::Lost),
            "{status}"
        );
    }
}

fn delay(status: u16, headers: &[(&str, &str)]) -> Option<Duration> {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let error = ApiError::<H>::check_at(now, status, &header_map(headers), b"");
    error.expect_err("an error").retry_after()
}

#[test]
fn delays_in_headers_are_seconds_or_times() {
    let slow = ("x-error", "Slow");
    for (headers, millis) in [
        (&[slow, ("x-wait", "1.5")][..], Some(1_500)),
        (
            &[slow, ("x-wait", "-1"), ("x-reset", "1700000002.25")],
            Some(2_250),
        ),
        (
            &[slow, ("x-wait", "soon"), ("x-reset", "1699999999")],
            Some(0),
        ),
        (
            &[slow, ("x-wait", "3"), ("x-reset", "1700000002")],
            Some(3_000),
        ),
        (&[slow, ("x-wait", "3"), ("retry-after", "9")], Some(9_000)),
        (
            &[slow, ("x-wait", "3"), ("retry-after", "soon")],
            Some(3_000),
        ),
        (&[slow, ("x-wait", "NaN")], None),
        (&[slow, ("x-reset", "-5")], None),
        (&[slow, ("x-wait", "99999999999")], Some(31_536_000_000)),
        (
            &[slow, ("x-reset", "99999999999999999999")],
            Some(31_536_000_000),
        ),
    ] {
        assert_eq!(
            delay(400, headers),
            millis.map(Duration::from_millis),
            "{headers:?}"
        );
    }
}

#[test]
fn delays_that_every_response_has_count_only_for_retries() {
    let wait = ("x-wait", "3");
    let seconds = Some(Duration::from_secs(3));
    assert_eq!(delay(400, &[("x-error", "Bad"), wait]), None);
    assert_eq!(
        delay(429, &[("x-error", "New"), wait]),
        seconds,
        "a rate limit by its status"
    );
    let error = failed(400, &[("x-error", "Bad"), wait], "");
    assert_eq!((error.retry(), error.retry_after()), (None, None));
    // `Retry-After` counts even without retry advice
    let error = failed(400, &[("x-error", "Bad"), ("retry-after", "3")], "");
    assert_eq!(
        (error.retry(), error.retry_after()),
        (Some(Retry::After), seconds)
    );
}

#[test]
fn parameters_are_those_of_the_body_then_of_headers_then_captures() {
    let headers = [
        ("X-Request-Id", " "),
        ("x-trace", "t-1"),
        ("x-note", "a%26b"),
    ];
    let error = failed(400, &headers, "{}");
    assert_eq!(
        error.param("request_id"),
        Some("t-1"),
        "an empty header is absent"
    );
    assert_eq!(error.param("note"), Some("a&b"));
    for (value, param) in [
        (r#""b-1""#, "b-1"),
        (r#""""#, ""),
        ("12", "12"),
        ("-1.50e3", "-1.50e3"),
        ("18446744073709551616", "18446744073709551616"),
        ("true", "true"),
        ("false", "false"),
        ("null", "t-1"),
        ("[1]", "t-1"),
        (r#"{"a": 1}"#, "t-1"),
    ] {
        let error = failed(400, &headers, &format!(r#"{{"request": {value}}}"#));
        assert_eq!(error.param("request_id"), Some(param), "{value}");
    }
    let barred = [
        ("x-error", "Barred"),
        ("x-message", "barred by%20the owner"),
    ];
    assert_eq!(failed(403, &barred, "").param("who"), Some("the owner"));
}

#[test]
fn the_status_of_a_call_is_in_a_header() {
    let call = |headers: &[(&str, &str)]| checked::<CallsCode>(200, headers, "");
    assert_eq!(call(&[("grpc-status", "0")]), Ok(()));
    assert_eq!(call(&[]), Ok(()));
    let headers = [("grpc-status", "14"), ("grpc-message", "try%20later")];
    let error = call(&headers).expect_err("an error");
    assert!(error.is(CallsCode::Unavailable));
    assert_eq!(error.message(), Some("try later"));
    assert_eq!(
        (error.kind(), error.retry()),
        (Some(Kind::Unavailable), Some(Retry::Backoff))
    );
    let error = call(&[("grpc-status", "16")]).expect_err("an error");
    assert!(error.is_unknown_code());
    assert_eq!(error.matched(), Match::Unlisted);
    assert_eq!(check::<CallsCode>(200, ""), Ok(()));
}
