//! Bodies with several errors.

use super::*;
use crate::exchange::Received;

const TWO_ERRORS: &str = r#"{"errors": [
        {"category": "REQUEST", "code": "VALUE_EMPTY", "detail": "Name is empty.", "field": "name"},
        {"category": "REQUEST", "code": "VALUE_TOO_LONG", "detail": "Note is too long.", "field": "note"}]}"#;

#[tokio::test]
async fn every_error_of_a_list_is_read() {
    let received = Received::from((StatusCode::BAD_REQUEST, TWO_ERRORS)).await;
    let error = received.error::<MarketCode>();
    let Match::Several(rows) = error.matched() else {
        panic!("two rows");
    };
    assert!(
        rows.iter()
            .eq([MarketCode::ValueEmpty, MarketCode::ValueTooLong])
    );
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::Several(rows),
            code: Some("VALUE_EMPTY".into()),
            detail: None,
            message: Some("Name is empty."),
            kind: Some(Kind::InvalidRequest),
            retry: Some(Retry::Never),
            delay: None,
        }
    );
    assert_eq!(error.param("field"), Some("name"));
}

#[tokio::test]
async fn each_error_has_its_own_facts() {
    let error = Received::from((StatusCode::BAD_REQUEST, TWO_ERRORS))
        .await
        .error();
    let items: Vec<_> = error
        .errors()
        .map(|item| (item.one(), item.code(), item.message(), item.param("field")))
        .collect();
    let item = |one, code: &'static str, message, field| {
        (
            Some(one),
            Some(RawCode::from(code)),
            Some(message),
            Some(field),
        )
    };
    assert_eq!(
        items,
        [
            item(
                MarketCode::ValueEmpty,
                "VALUE_EMPTY",
                "Name is empty.",
                "name"
            ),
            item(
                MarketCode::ValueTooLong,
                "VALUE_TOO_LONG",
                "Note is too long.",
                "note"
            ),
        ]
    );
}

#[tokio::test]
async fn the_name_is_beside_the_list_and_the_issues_are_in_it() {
    let body = r#"{"name": "UNPROCESSABLE_ENTITY", "message": "Semantically incorrect.", "debug_id": "d1", "details": [
        {"issue": "AMOUNT_MISMATCH", "field": "/amount", "description": "Amounts differ."},
        {"issue": "CURRENCY_NOT_SUPPORTED", "field": "/currency"}]}"#;
    let received = Received::from((StatusCode::UNPROCESSABLE_ENTITY, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: error.matched(),
            code: Some("UNPROCESSABLE_ENTITY".into()),
            detail: Some("AMOUNT_MISMATCH".into()),
            message: Some("Amounts differ."),
            kind: Some(Kind::InvalidRequest),
            retry: None,
            delay: None,
        }
    );
    let items: Vec<_> = error
        .errors()
        .map(|item| (item.one(), item.detail(), item.message()))
        .collect();
    let (amount, currency) = (
        WalletCode::UnprocessableEntityAmountMismatch,
        WalletCode::UnprocessableEntityCurrencyNotSupported,
    );
    assert!(error.matched().candidates().iter().eq([amount, currency]));
    let detail = |detail| Some(RawCode::Text(detail));
    assert_eq!(
        items,
        [
            (
                Some(amount),
                detail("AMOUNT_MISMATCH"),
                Some("Amounts differ.")
            ),
            (
                Some(currency),
                detail("CURRENCY_NOT_SUPPORTED"),
                Some("Semantically incorrect.")
            ),
        ]
    );
    let params = |name| error.errors().map(move |item| item.param(name));
    assert!(params("debug_id").eq([Some("d1"), Some("d1")]));
    assert!(params("field").eq([Some("/amount"), Some("/currency")]));
}

#[tokio::test]
async fn without_a_list_the_response_is_its_only_error() {
    let body = r#"{"name": "AUTHENTICATION_FAILURE", "message": "No token.", "debug_id": "d2"}"#;
    let received = Received::from((StatusCode::UNAUTHORIZED, body)).await;
    let error = received.error();
    assert!(error.is(WalletCode::AuthenticationFailure));
    assert_eq!(error.errors().len(), 1);
    assert_eq!(error.param("debug_id"), Some("d2"));
}

#[tokio::test]
async fn errors_beside_data_fail_a_response_with_status_200() {
    let body = r#"{"data": {"film": null}, "errors": [
        {"message": "No film 7", "path": ["film", "cast"], "extensions": {"code": "NOT_FOUND"}},
        {"message": "Wait", "path": ["actor"], "extensions": {"code": "NOT_FOUND"}}]}"#;
    let received = Received::from((StatusCode::OK, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(ReelCode::NotFound),
            code: Some("NOT_FOUND".into()),
            detail: None,
            message: Some("No film 7"),
            kind: Some(Kind::NotFound),
            retry: Some(Retry::Never),
            delay: None,
        }
    );
    assert_eq!(error.status(), Some(200));
    assert!(
        error
            .errors()
            .map(|item| item.param("field"))
            .eq([Some("film"), Some("actor")])
    );

    // an error without a code
    let received = Received::from((StatusCode::OK, r#"{"errors": [{"message": "Syntax"}]}"#)).await;
    let error = received.error::<ReelCode>();
    assert_eq!((error.matched(), error.kind()), (Match::Unlisted, None));

    for body in [r#"{"data": {"film": 1}}"#, r#"{"data": 1, "errors": []}"#] {
        let received = Received::from((StatusCode::OK, body)).await;
        assert_eq!(received.check::<ReelCode>(), Ok(()));
    }
}

#[tokio::test]
async fn a_reset_time_in_a_header_is_the_delay_of_a_rate_limit() {
    let headers = [("X-RateLimit-Reset", "1700000030")];
    let now = std::time::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    for (code, delay) in [
        ("RATE_LIMITED", Some(Duration::from_secs(30))),
        ("NOT_FOUND", None),
    ] {
        let body = format!(r#"{{"errors": [{{"extensions": {{"code": "{code}"}}}}]}}"#);
        let received = Received::from((StatusCode::OK, headers, body)).await;
        let (status, headers, body) = (received.status, &received.headers, received.body());
        let error = ApiError::<ReelCode>::check_at(now, status, headers, body).expect_err("one");
        assert_eq!(error.retry_after(), delay);
    }
}
