//! The delays that responses ask for.

use core::time::Duration;

/// The longest delay that is read from a response: 365 days. A longer one could overflow when it is
/// added to a time.
pub(crate) const MAX_DELAY: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Parses a delay in seconds, with or without decimals. A delay longer than [`MAX_DELAY`] becomes [`MAX_DELAY`].
pub(crate) fn parse_seconds(value: &str) -> Option<Duration> {
    number(value).and_then(seconds)
}

/// Converts seconds to a delay, or returns `None` if they are negative or not finite.
pub(crate) fn seconds(seconds: f64) -> Option<Duration> {
    if !(seconds.is_finite() && seconds >= 0.0) {
        return None;
    }
    Some(Duration::try_from_secs_f64(seconds).map_or(MAX_DELAY, |delay| delay.min(MAX_DELAY)))
}

#[cfg(feature = "http")]
/// Returns the delay until a time, given in seconds since 1970. If the time has passed, the delay
/// is zero.
pub(crate) fn until(value: &str, now: Duration) -> Option<Duration> {
    let time = number(value)?;
    // a time that does not fit in a duration is later than the longest delay
    let time = Duration::try_from_secs_f64(time).unwrap_or(Duration::MAX);
    Some(time.saturating_sub(now).min(MAX_DELAY))
}

/// Parses digits with at most one decimal point between them.
fn number(value: &str) -> Option<f64> {
    let value = value.trim();
    let is_number = value.starts_with(|c: char| c.is_ascii_digit())
        && value.ends_with(|c: char| c.is_ascii_digit())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = value.parse::<f64>().ok().filter(|_| is_number)?;
    // a number too large for a float is capped rather than infinite
    Some(number.min(f64::MAX))
}

#[cfg(test)]
mod tests {
    use core::time::Duration;

    use super::{MAX_DELAY, seconds};

    #[test]
    fn negative_and_infinite_delays_are_ignored() {
        assert_eq!(seconds(-0.5), None);
        assert_eq!(seconds(f64::INFINITY), None);
        assert_eq!(seconds(f64::NAN), None);
        assert_eq!(seconds(1e300), Some(MAX_DELAY));
        assert_eq!(seconds(0.25), Some(Duration::from_millis(250)));
    }

    #[cfg(feature = "http")]
    #[test]
    fn a_time_is_a_delay_from_now() {
        use super::until;

        let now = Duration::from_secs(1_700_000_000);
        assert_eq!(
            until("1700000030.5", now),
            Some(Duration::from_millis(30_500))
        );
        assert_eq!(until("1699999999", now), Some(Duration::ZERO));
        assert_eq!(until("99999999999999999999999", now), Some(MAX_DELAY));
        assert_eq!(until("soon", now), None);
    }
}
