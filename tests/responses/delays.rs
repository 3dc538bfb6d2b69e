//! Delays in bodies, and which of a response's delays count.

use std::time::Duration;

use codes_runtime::{ApiError, Retry, codes};

use crate::{check, checked};

codes! {
    enum DelaysCode = "specs/responses/delays.yaml";
}

fn failed(status: u16, body: &str) -> ApiError<DelaysCode> {
    check(status, body).expect_err("an error")
}

#[test]
fn seconds_are_integers_or_decimals_as_numbers_or_strings() {
    for (body, seconds) in [
        (r#"{"wait": 3}"#, Some(3.0)),
        (r#"{"wait": 1.5}"#, Some(1.5)),
        (r#"{"wait": "7"}"#, Some(7.0)),
        (r#"{"wait": " 0.25 "}"#, Some(0.25)),
        (r#"{"wait": 1e2}"#, Some(100.0)),
        (r#"{"wait": 0}"#, Some(0.0)),
        (r#"{"parameters": {"wait": 5}}"#, Some(5.0)),
        (r#"{"wait": -1, "parameters": {"wait": 5}}"#, Some(5.0)),
        (r#"{"wait": "soon", "parameters": {"wait": 5}}"#, Some(5.0)),
        (r#"{"wait": true, "parameters": {"wait": 5}}"#, Some(5.0)),
        (r#"{"wait": null, "parameters": {"wait": 5}}"#, Some(5.0)),
        (r#"{"wait": 1e300}"#, Some(31_536_000.0)),
        (r#"{"wait": 1e400}"#, Some(31_536_000.0)),
        (r#"{"wait": 18446744073709551616}"#, Some(31_536_000.0)),
        (r#"{"wait": -0.5}"#, None),
        (r#"{"wait": "NaN"}"#, None),
        (r#"{"wait": "inf"}"#, None),
        ("{}", None),
    ] {
        let seconds = seconds.map(Duration::from_secs_f64);
        assert_eq!(failed(503, body).retry_after(), seconds, "{body}");
    }
}

#[test]
fn retry_after_comes_before_the_body_and_the_body_before_other_headers() {
    let delay = |headers: &[(&str, &str)], body: &str| {
        let error = checked::<DelaysCode>(503, headers, body).expect_err("an error");
        error.retry_after().map(|delay| delay.as_secs())
    };
    let (after, wait) = (("retry-after", "1"), ("x-wait", "3"));
    assert_eq!(delay(&[after, wait], r#"{"wait": 2}"#), Some(1));
    assert_eq!(delay(&[wait], r#"{"wait": 2}"#), Some(2));
    assert_eq!(delay(&[wait], "{}"), Some(3));
}

#[test]
fn a_delay_in_the_body_is_advice_to_wait() {
    assert_eq!(failed(400, r#"{"wait": 2}"#).retry(), Some(Retry::After));
    assert_eq!(failed(400, "{}").retry(), None);
    assert_eq!(failed(503, r#"{"wait": 2}"#).retry(), Some(Retry::Backoff));
    assert_eq!(failed(410, r#"{"wait": 2}"#).retry(), Some(Retry::Never));
}

#[test]
fn the_next_delay_is_never_less_than_the_delay_asked_for() {
    let backoff = Duration::from_secs(4);
    let next = |status, body, idempotent| {
        let delay = failed(status, body).next_delay(backoff, idempotent);
        delay.map(|delay| delay.as_secs())
    };
    let (short, long) = (r#"{"wait": 2}"#, r#"{"wait": 9}"#);
    assert_eq!(next(409, short, false), Some(2), "exactly");
    assert_eq!(next(409, "{}", false), Some(4), "no delay");
    assert_eq!(next(503, short, false), Some(4));
    assert_eq!(next(503, long, false), Some(9));
    assert_eq!(next(423, long, true), Some(9));
    assert_eq!(next(423, long, false), None);
    assert_eq!(next(410, long, true), None, "never");
    assert_eq!(next(400, "{}", true), None, "no advice");
    assert_eq!(next(400, long, false), Some(9), "the delay says to retry");
}
