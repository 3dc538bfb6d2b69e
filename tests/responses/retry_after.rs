//! The header `Retry-After`.

use std::time::{Duration, SystemTime};

use codes_runtime::{ApiError, parse_retry_after};
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
        ("18446744073709551615", u64::MAX),
        ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
        ("Sunday, 06-Nov-94 08:49:38 GMT", 1),
        ("Sun Nov  6 08:49:47 1994", 10),
        ("Sun, 06 Nov 1994 08:49:36 GMT", 0),
    ] {
        assert_eq!(seconds(value), Some(delay), "{value}");
    }
}

#[test]
fn invalid_values_give_no_delay() {
    for value in [
        "",
        " ",
        "soon",
        "-1",
        "+1",
        "1.5",
        "1 s",
        "18446744073709551616",
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
