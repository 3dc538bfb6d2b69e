//! How long to wait before the next attempt.

use std::time::Duration;

use codes_runtime::{Reply, Retry};

use crate::{FeaturesCode, PointsCode, RepliesCode, error};

const SHORT: Duration = Duration::from_secs(1);
const BACKOFF: Duration = Duration::from_secs(2);
const LONG: Duration = Duration::from_secs(30);

#[test]
fn a_delay_of_the_response_replaces_the_backoff() {
    let after = error::<PointsCode>(Reply::new().status(429));
    assert_eq!(after.retry(), Some(Retry::After));
    assert_eq!(after.next_delay(BACKOFF, false), Some(BACKOFF));
    for asked in [Duration::ZERO, SHORT, LONG] {
        let after = after.clone().with_retry_after(asked);
        assert_eq!(after.next_delay(BACKOFF, false), Some(asked));
    }
}

#[test]
fn a_backoff_is_never_shorter_than_the_delay_of_the_response() {
    let backoff = error::<PointsCode>(Reply::new().status(500));
    assert_eq!(backoff.retry(), Some(Retry::Backoff));
    assert_eq!(backoff.next_delay(BACKOFF, false), Some(BACKOFF));
    let longer = backoff.clone().with_retry_after(LONG);
    assert_eq!(longer.next_delay(BACKOFF, false), Some(LONG));
    let shorter = backoff.with_retry_after(SHORT);
    assert_eq!(shorter.next_delay(BACKOFF, false), Some(BACKOFF));
}

#[test]
fn only_idempotent_requests_are_sent_again_where_the_table_says_so() {
    let error = error::<FeaturesCode>(Reply::new().code(0x3001));
    assert_eq!(error.retry(), Some(Retry::IfIdempotent));
    assert_eq!(error.next_delay(BACKOFF, false), None);
    assert_eq!(error.next_delay(BACKOFF, true), Some(BACKOFF));
    let longer = error.with_retry_after(LONG);
    assert_eq!(longer.next_delay(BACKOFF, true), Some(LONG));
    assert_eq!(longer.next_delay(BACKOFF, false), None);
}

#[test]
fn without_advice_the_request_is_not_sent_again() {
    let never = error::<RepliesCode>(Reply::new().code(7)).with_retry_after(SHORT);
    assert_eq!(never.retry(), Some(Retry::Never));
    assert_eq!(never.next_delay(BACKOFF, true), None);
    let without_advice = error::<PointsCode>(Reply::new().status(401));
    assert_eq!(without_advice.next_delay(BACKOFF, true), None);
    // a delay in the response counts as advice to retry
    let asked = without_advice.with_retry_after(SHORT);
    assert_eq!(asked.next_delay(BACKOFF, true), Some(SHORT));
}
