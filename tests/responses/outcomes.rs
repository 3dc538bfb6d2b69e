//! Which responses are errors, and the kind and retry advice of those that are.

use std::time::Duration;

use codes_runtime::{CodeTable as _, Kind, Match, Reply, Retry};
use http::{HeaderMap, Response, StatusCode};

use crate::{FeaturesCode, LimitsCode, Points, PointsCode, RepliesCode, check, error};

#[test]
fn the_outcome_of_a_row_overrides_the_status() {
    assert_eq!(check::<PointsCode>(200, ""), Ok(()));
    let no_results = check::<PointsCode>(204, "").expect_err("the row is an error");
    assert!(no_results.is(PointsCode::NoResults));
    assert_eq!(
        check::<RepliesCode>(404, ""),
        Ok(()),
        "the row is a success"
    );
    let error = check::<RepliesCode>(200, r#"{"error": {"code": 7}}"#)
        .expect_err("the row of the code is an error");
    assert!(error.is(RepliesCode::OutOfLuck));
    assert_eq!(error.status(), Some(200));
    assert_eq!(
        check::<RepliesCode>(200, r#"{"error": {"code": 8}}"#),
        Ok(())
    );
}

#[test]
fn the_status_decides_if_rows_disagree_or_none_matches() {
    let error = check::<RepliesCode>(409, "").expect_err("409 is an error");
    assert_eq!(error.matched().candidates().len(), 3);
    assert_eq!(check::<RepliesCode>(399, ""), Ok(()));
    let error = check::<RepliesCode>(400, "").expect_err("400 is an error");
    assert_eq!(error.matched(), Match::Unlisted);
    assert!(check::<RepliesCode>(999, "").is_err());
    assert!(check::<RepliesCode>(0, "").is_ok());
}

#[test]
fn responses_of_the_http_crate_are_checked() {
    let response = Response::builder()
        .status(404)
        .header("Retry-After", "5")
        .body("{\"code\": \"NotFound\"}")
        .expect("a response");
    let error = Points::check_response(&response).expect_err("404 is an error");
    assert_eq!(error.one(), Some(PointsCode::NotFound));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
    let error = PointsCode::check(StatusCode::UNAUTHORIZED, &HeaderMap::new(), b"")
        .expect_err("401 is an error");
    assert!(error.is(PointsCode::Unauthorized));
}

#[test]
fn the_kind_is_the_one_that_matching_rows_share_or_that_of_the_status() {
    let none = error::<RepliesCode>(Reply::new().code(7));
    assert_eq!(none.kind(), None, "the row has no kind");
    let ambiguous = error::<RepliesCode>(Reply::new().status(409));
    assert_eq!(ambiguous.kind(), Some(Kind::Conflict), "of the status");
    let unlisted = error::<RepliesCode>(Reply::new().status(429));
    assert_eq!(unlisted.kind(), Some(Kind::RateLimited), "of the status");
    for status in [100, 204, 302] {
        let success = error::<RepliesCode>(Reply::new().status(status));
        assert_eq!(success.kind(), None, "{status} has no kind of error");
    }
    let declared = error::<LimitsCode>(Reply::new().status(401));
    assert_eq!(
        declared.kind(),
        Some(Kind::PermissionDenied),
        "of the row, not of the status"
    );
    let by_code = error::<FeaturesCode>(Reply::new().code(0x401));
    assert_eq!(by_code.kind(), Some(Kind::NotFound));
}

#[test]
fn retry_is_the_advice_that_matching_rows_share() {
    let never = error::<RepliesCode>(Reply::new().code(7));
    assert_eq!(never.retry(), Some(Retry::Never));
    let never = never.with_retry_after(Duration::ZERO);
    assert_eq!(
        never.retry(),
        Some(Retry::Never),
        "a delay does not change it"
    );
}

#[test]
fn a_delay_is_advice_to_wait_if_rows_give_no_advice() {
    let ambiguous = error::<RepliesCode>(Reply::new().status(409));
    let unlisted = error::<RepliesCode>(Reply::new().status(429));
    for error in [ambiguous, unlisted] {
        assert_eq!(error.retry(), None);
        let delayed = error.with_retry_after(Duration::ZERO);
        assert_eq!(delayed.retry(), Some(Retry::After));
    }
    let no_advice = error::<PointsCode>(Reply::new().status(401));
    assert_eq!(no_advice.one(), Some(PointsCode::Unauthorized));
    assert_eq!(no_advice.retry(), None);
    let delayed = no_advice.with_retry_after(Duration::ZERO);
    assert_eq!(delayed.retry(), Some(Retry::After));
}
