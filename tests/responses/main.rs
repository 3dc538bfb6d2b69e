//! Turning responses into errors: which responses are errors, what they say, and when to retry.

mod classes;
mod decisions;
mod delays;
mod details;
mod display;
mod headers;
mod kinds;
mod lists;
mod messages;
mod next_delay;
mod observed;
mod outcomes;
mod retry_after;
mod success;

use std::time::Duration;

use codes_runtime::{ApiError, Code as _, CodeTable, Match, RawCode, Reply, codes};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

codes! {
    enum PointsCode = "specs/points.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    enum LimitsCode = "specs/limits.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
    #[codes(quiet)]
    enum RepliesCode = "specs/replies.yaml";
}

type Points = ApiError<PointsCode>;

fn header_map(headers: &[(&str, &str)]) -> HeaderMap {
    let name = |name: &str| HeaderName::from_bytes(name.as_bytes()).expect("a name");
    let value = |value: &str| HeaderValue::from_bytes(value.as_bytes()).expect("a value");
    let headers = headers.iter();
    headers
        .map(|(key, text)| (name(key), value(text)))
        .collect()
}

fn check<C: CodeTable>(status: u16, body: &str) -> Result<(), ApiError<C>> {
    checked(status, &[], body)
}

fn checked<C: CodeTable>(
    status: u16,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<(), ApiError<C>> {
    ApiError::check(status, &header_map(headers), body.as_bytes())
}

/// The rows that match an error.
fn candidates<C: CodeTable>(error: &ApiError<C>) -> Vec<C> {
    error.matched().candidates().iter().collect()
}

fn error<C: CodeTable>(reply: Reply<'_>) -> ApiError<C> {
    ApiError::new(reply)
}

#[test]
fn an_error_keeps_the_facts_of_the_response() {
    let reply = Reply::new()
        .status(402)
        .code("PointsBalanceNegative")
        .message(" Top up\n");
    let error: Points = error(reply).with_retry_after(Duration::from_millis(1500));
    assert_eq!(error.status(), Some(402));
    assert_eq!(error.code(), Some(RawCode::Text("PointsBalanceNegative")));
    assert_eq!(error.message(), Some(" Top up\n"));
    assert_eq!(error.retry_after(), Some(Duration::from_millis(1500)));
    let row = PointsCode::PointsBalanceNegative;
    assert_eq!(error.matched(), Match::One(row));
    assert_eq!(error.one(), Some(row));
    assert!(error.is(row) && !error.is(PointsCode::NotFound));
    assert_eq!(error.clone(), error);
    assert!(!error.is_unknown_code());
}

#[test]
fn an_empty_reply_makes_an_empty_error() {
    let error: Points = error(Reply::new());
    assert_eq!(error.status(), None);
    assert_eq!(error.code(), None);
    assert_eq!(error.message(), None);
    assert_eq!(error.retry_after(), None);
    assert_eq!(error.matched(), Match::Unlisted);
    assert_eq!(error.kind(), None);
    assert_eq!(error.retry(), None);
}

#[test]
fn errors_are_small_and_implement_the_usual_traits() {
    fn implements_traits<E: std::error::Error + Clone + Send + Sync + 'static>() {}
    implements_traits::<Points>();
    assert!(size_of::<Points>() <= 64);
    assert_eq!(size_of::<Result<(), Points>>(), size_of::<usize>());
}

#[test]
fn unknown_codes_are_reported_even_if_the_status_is_known() {
    let reply = Reply::new().status(404);
    let unknown = error::<RepliesCode>(reply.code(99));
    assert!(unknown.is_unknown_code());
    assert_eq!(unknown.one(), Some(RepliesCode::NothingThere));
    assert!(!error::<RepliesCode>(reply.code("7")).is_unknown_code());
    assert!(error::<RepliesCode>(reply.code("07")).is_unknown_code());
    assert!(!error::<RepliesCode>(reply).is_unknown_code());
}

#[test]
fn only_an_exact_status_is_an_http_status() {
    let not_found = PointsCode::NotFound;
    assert_eq!(not_found.http_status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(not_found.row().http_status(), Some(StatusCode::NOT_FOUND));
    assert_eq!(RepliesCode::Down.http_status(), None, "a class");
}

#[test]
fn a_code_is_compared_with_texts_and_integers() {
    let text = RawCode::from("404");
    assert!(text == "404" && text == *"404" && text != "40" && text != 404);
    assert_eq!((text.as_str(), text.as_int()), (Some("404"), None));
    let integer = RawCode::from(404);
    assert!(integer == 404_i64 && integer == 404_u16 && integer != 405 && integer != "404");
    assert_eq!((integer.as_str(), integer.as_int()), (None, Some(404)));
    assert!(RawCode::from(i64::MIN) == i64::MIN);
}
