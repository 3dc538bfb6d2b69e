//! The delays that responses ask for.

use core::time::Duration;

/// The longest delay that is read from a response: 365 days. A longer one could overflow a clock when it is added.
pub(crate) const MAX_DELAY: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Parses a delay in seconds, with or without decimals. A delay longer than [`MAX_DELAY`] becomes [`MAX_DELAY`].
pub(crate) fn parse_seconds(value: &str) -> Option<Duration> {
    let value = value.trim();
    let is_number = value.starts_with(|c: char| c.is_ascii_digit())
        && value.ends_with(|c: char| c.is_ascii_digit())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let seconds: f64 = value.parse().ok().filter(|_| is_number)?;
    Some(Duration::try_from_secs_f64(seconds).map_or(MAX_DELAY, |delay| delay.min(MAX_DELAY)))
}
