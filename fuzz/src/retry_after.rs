//! `Retry-After` is parsed as seconds or as a date relative to the clock, and anything else is rejected.

use std::time::{Duration, UNIX_EPOCH};

use codes_runtime::parse_retry_after;
use httpdate::fmt_http_date;

/// The last second that an HTTP date can express.
const LAST: u64 = 253_402_300_799;

/// The longest delay that is read, in seconds: a year.
const LONGEST: u64 = 365 * 24 * 60 * 60;

/// Checks an input: eight bytes for the clock, eight for a date, and the value of a header.
pub fn check(bytes: &[u8]) {
    let Some((head, value)) = bytes.split_first_chunk::<16>() else {
        return;
    };
    let [now, date] = [&head[..8], &head[8..]].map(|half| {
        half.iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    });
    let (now, date) = (now % LAST, date % LAST);
    let clock = UNIX_EPOCH + Duration::from_secs(now);
    let written = fmt_http_date(UNIX_EPOCH + Duration::from_secs(date));
    let left = Some(Duration::from_secs(date.saturating_sub(now).min(LONGEST)));
    assert_eq!(parse_retry_after(&written, clock), left, "{written}");
    assert_eq!(
        parse_retry_after(&date.to_string(), clock),
        Some(Duration::from_secs(date.min(LONGEST)))
    );

    let value = String::from_utf8_lossy(value);
    let word = value.trim();
    let is_decimal = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '.');
    let digits = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    match parse_retry_after(&value, clock) {
        Some(delay) if digits => assert_eq!(
            // the digits may all be zeros, or too many for a `u64`
            match word.trim_start_matches('0') {
                "" => 0,
                digits => digits.parse().unwrap_or(LONGEST).min(LONGEST),
            },
            delay.as_secs()
        ),
        None if digits => panic!("{word}"),
        Some(delay) if is_decimal => assert!(delay.as_secs() <= LONGEST, "{word}"),
        // the value is a date in the future: if it is formatted and parsed again, the delay is the same
        Some(delay) if !delay.is_zero() => {
            let again = fmt_http_date(clock + delay);
            assert_eq!(parse_retry_after(&again, clock), Some(delay), "{word}");
        }
        found => assert!(found.is_none() || word.contains(':'), "{word}"),
    }
}
