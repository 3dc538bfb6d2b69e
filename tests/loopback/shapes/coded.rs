//! Bodies with a code and a second code.

use super::*;
use crate::exchange::Received;

#[tokio::test]
async fn a_decline_code_refines_the_code() {
    let body = r#"{"error": {"type": "card_error", "code": "card_declined", "decline_code": "try_again_later",
        "message": "The issuer did not answer.", "param": "source", "doc_url": "https://till.example/declined"}}"#;
    let headers = [("Request-Id", "req_1"), ("Retry-After", "2")];
    let received = Received::from((StatusCode::PAYMENT_REQUIRED, headers, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(TillCode::CardDeclinedTryAgainLater),
            code: Some("card_declined".into()),
            detail: Some("try_again_later".into()),
            message: Some("The issuer did not answer."),
            kind: Some(Kind::PaymentRequired),
            retry: Some(Retry::Backoff),
            delay: Some(Duration::from_secs(2)),
        }
    );
    assert_eq!(error.param("param"), Some("source"));
    assert_eq!(error.param("docs"), Some("https://till.example/declined"));
    assert_eq!(error.param("request_id"), Some("req_1"));
    assert_eq!(error.param("unheard_of"), None);
}

#[tokio::test]
async fn an_unknown_decline_code_leaves_the_row_of_the_code() {
    let body = r#"{"error": {"code": "card_declined", "decline_code": "brand_new"}}"#;
    let received = Received::from((StatusCode::PAYMENT_REQUIRED, body)).await;
    let error = received.error::<TillCode>();
    assert!(error.is(TillCode::CardDeclined));
    assert!(error.is_unknown_detail() && !error.is_unknown_code());
    assert_eq!(error.detail(), Some("brand_new".into()));
    assert_eq!(error.retry(), Some(Retry::Never));

    // the second pointer is followed where the first finds nothing
    let body = r#"{"error": {"type": "invalid_request_error", "code": null}}"#;
    let received = Received::from((StatusCode::BAD_REQUEST, body)).await;
    assert!(received.error().is(TillCode::InvalidRequestError));
}

#[tokio::test]
async fn a_reason_is_found_among_the_details() {
    let body = r#"{"error": {"code": 403, "status": "PERMISSION_DENIED", "message": "Maps is disabled.", "details": [
        {"@type": "type.example/Help", "links": []},
        {"@type": "type.example/ErrorInfo", "reason": "SERVICE_DISABLED", "metadata": {"service": "maps"}}]}}"#;
    let received = Received::from((StatusCode::FORBIDDEN, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(AtlasCode::PermissionDeniedServiceDisabled),
            code: Some("PERMISSION_DENIED".into()),
            detail: Some("SERVICE_DISABLED".into()),
            message: Some("Maps is disabled."),
            kind: Some(Kind::PermissionDenied),
            retry: None,
            delay: None,
        }
    );
    assert_eq!(error.param("service"), Some("maps"));
}

#[tokio::test]
async fn integers_are_codes_of_responses_with_status_200() {
    let body = r#"{"error": {"error_code": 5, "error_subcode": 1130, "error_msg": "Session is over",
        "captcha_sid": 77}}"#;
    let received = Received::from((StatusCode::OK, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(CircleCode::SessionExpired),
            code: Some(5.into()),
            detail: Some(1130.into()),
            message: Some("Session is over"),
            kind: Some(Kind::Unauthenticated),
            retry: Some(Retry::Never),
            delay: None,
        }
    );
    assert_eq!(error.status(), Some(200));
    assert_eq!(error.param("captcha"), Some("77"));

    let received = Received::from((StatusCode::OK, r#"{"response": 1}"#)).await;
    assert_eq!(received.check::<CircleCode>(), Ok(()));

    let received = Received::from((StatusCode::OK, r#"{"error": {"error_code": 9999}}"#)).await;
    let error = received.error::<CircleCode>();
    assert!(error.is_unknown_code());
    assert_eq!(error.matched(), Match::Unlisted);
}
