//! The header `Retry-After`.

use std::time::{Duration, SystemTime};

use codes_runtime::{ApiError, Reply, parse_retry_after};
use http::{HeaderMap, HeaderValue};

use crate::RepliesCode;

/// Sun, 06 Nov 1994 08:49:37 GMT.
fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777)
}

fn seconds(value: &str) -> Option<u64> {
    parse_retry_after(value, now()).map(|delay| delay.as_secs())
}

#[test]
fn seconds_and_all_date_formats_are_accepted() {
    for (value, delay) in [
        ("0", 0),
        (" 120\t", 120),
        ("1.9", 1),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sunday, 06-Nov-94 08:49:38 GMT", 1),
        ("Sun Nov  6 08:49:47 1994", 10),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
    ] {
        assert_eq!(seconds(value), Some(delay), "{value}");
    }
}

#[test]
fn decimals_are_kept() {
    let delay = parse_retry_after("0.25", now());
    assert_eq!(delay, Some(Duration::from_millis(250)));
}

#[test]
fn a_delay_is_at_most_a_year_so_that_it_can_be_added_to_a_clock() {
    let year = Duration::from_secs(365 * 24 * 60 * 60);
    let digits = "9".repeat(400);
    for value in [
        "31536001",
        "18446744073709551615",
        "18446744073709551616.5",
        &digits,
        "Fri, 31 Dec 9999 23:59:59 GMT",
    ] {
        assert_eq!(parse_retry_after(value, now()), Some(year), "{value}");
        assert!(now().checked_add(year).is_some());
    }
    assert_eq!(seconds("31536000"), Some(31_536_000));
}

#[test]
fn with_retry_after_header_accepts_only_seconds() {
    let error = || ApiError::<RepliesCode>::new(Reply::new().status(429));
    let delay = |value| error().with_retry_after_header(value).retry_after();
    assert_eq!(delay(" 1.5 "), Some(Duration::from_millis(1500)));
    assert_eq!(delay("soon"), None);
    let earlier = error().with_retry_after(Duration::from_secs(7));
    let unchanged = earlier.with_retry_after_header("soon");
    assert_eq!(unchanged.retry_after(), Some(Duration::from_secs(7)));
}

#[test]
fn invalid_values_give_no_delay() {
    for value in [
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "1.5.5",
        ".5",
        "1.",
        "1e3",
        "-1.5",
        "inf",
        "NaN",
        "1 s",
        "1994-11-06",
        "0x10",
        "١",
    ] {
        assert_eq!(seconds(value), None, "{value}");
    }
}

#[test]
fn the_first_valid_header_is_the_delay() {
    let mut headers = HeaderMap::new();
    let delay = |headers: &HeaderMap| {
        ApiError::<RepliesCode>::check_at(now(), 500_u16, headers, b"")
            .expect_err("500 is an error")
            .retry_after()
    };
    assert_eq!(delay(&headers), None);
    headers.append("retry-after", HeaderValue::from_static("soon"));
    let not_text = HeaderValue::from_bytes(b"\xff").expect("a value");
    headers.append("Retry-After", not_text);
    assert_eq!(delay(&headers), None);
    let date = HeaderValue::from_static("Sun, 06 Nov 1994 08:50:37 GMT");
    headers.append("RETRY-AFTER", date);
    assert_eq!(delay(&headers), Some(Duration::from_secs(60)));
}
