//! Each step of deciding whether a response is an error.

use codes_runtime::{CodeTable as _, Match, Reply, codes};

use crate::check;

codes! {
    enum Decision = "specs/decisions.yaml";
    enum PointsCode = "specs/points.yaml";
}

fn error(status: u16, body: &str) -> codes_runtime::ApiError<Decision> {
    check(status, body).expect_err("an error")
}

#[test]
fn the_row_of_the_code_decides() {
    assert!(error(200, r#"{"error": "not_ready"}"#).is(Decision::NotReady));
    assert_eq!(check::<Decision>(404, r#"{"error": "absent"}"#), Ok(()));
    // at another status, too
    assert!(error(201, r#"{"error": "not_ready"}"#).is(Decision::NotReady));
    assert_eq!(check::<Decision>(400, r#"{"error": "absent"}"#), Ok(()));
}

#[test]
fn the_row_of_the_message_decides() {
    assert!(error(202, r#"{"message": "refused: full"}"#).is(Decision::Refused));
    assert_eq!(check::<Decision>(202, r#"{"message": "queued"}"#), Ok(()));
    // the message is known, unlike the code
    let cached = r#"{"error": "brand_new", "message": "from cache"}"#;
    assert_eq!(check::<Decision>(203, cached), Ok(()));
}

#[test]
fn an_unknown_code_is_an_error_at_every_status() {
    for status in [200, 201, 202, 404, 409, 499] {
        let error = error(status, r#"{"error": "brand_new"}"#);
        assert!(error.is_unknown_code(), "{status}");
        assert_eq!(error.code(), Some("brand_new".into()));
        // an error never matches a row for a success
        let candidates = error.matched().candidates();
        assert!(candidates.iter().all(Decision::is_error), "{status}");
    }
    assert_eq!(
        error(200, r#"{"error": "brand_new"}"#).matched(),
        Match::Unlisted
    );
    assert!(error(202, r#"{"error": "brand_new"}"#).is(Decision::Refused));
    assert!(error(409, r#"{"error": "brand_new"}"#).is(Decision::Conflict));
}

#[test]
fn an_empty_code_is_not_a_code() {
    assert_eq!(check::<Decision>(200, r#"{"error": ""}"#), Ok(()));
    assert!(check::<Decision>(410, r#"{"error": ""}"#).is_err());
}

#[test]
fn below_400_a_row_with_a_code_needs_the_code() {
    // `exists` is the only row with status 201, but the body does not have its code
    assert_eq!(check::<Decision>(201, "{}"), Ok(()));
    assert!(error(201, r#"{"error": "exists"}"#).is(Decision::Exists));
    // a response with status 204 has no body that could contain the code
    assert!(error(204, "").is(Decision::Nothing));
    // a table that does not declare where the code is
    let points = check::<PointsCode>(204, "").expect_err("the row is an error");
    assert!(points.is(PointsCode::NoResults));
}

#[test]
fn the_status_decides_where_rows_disagree() {
    assert!(check::<Decision>(409, "{}").is_err());
    assert_eq!(check::<Decision>(202, "{}"), Ok(()));
    assert_eq!(check::<Decision>(203, "{}"), Ok(()));
    assert!(check::<Decision>(402, r#"{"error": "mixed"}"#).is_err());
    assert_eq!(check::<Decision>(200, r#"{"error": "mixed"}"#), Ok(()));
}

#[test]
fn replies_are_checked_without_an_http_client() {
    assert_eq!(Decision::check_reply(&Reply::new()), Ok(()));
    assert_eq!(Decision::check_reply(&Reply::new().status(200)), Ok(()));
    let by_code = |code| Decision::check_reply(&Reply::new().code(code));
    assert_eq!(by_code("absent"), Ok(()));
    assert!(by_code("nothing").is_err_and(|error| error.is(Decision::Nothing)));
    assert!(by_code("brand_new").is_err_and(|error| error.is_unknown_code()));
    // one of its rows is an error, and there is no status
    assert!(by_code("mixed").is_err_and(|error| error.matched().candidates().len() == 2));
}
