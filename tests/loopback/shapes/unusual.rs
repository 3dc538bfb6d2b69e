//! Codes in headers and in XML, and tables whose rows are distinguished by messages.

use super::*;
use crate::exchange::Received;

#[tokio::test]
async fn a_header_has_the_code_even_without_a_body() {
    let headers = [
        ("X-Depot-Error-Code", "ShelfNotFound"),
        ("X-Depot-Request-Id", "r-1"),
    ];
    let received = Received::from((StatusCode::NOT_FOUND, headers)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(DepotCode::ShelfNotFound),
            code: Some("ShelfNotFound".into()),
            detail: None,
            message: None,
            kind: Some(Kind::NotFound),
            retry: None,
            delay: None,
        }
    );
    assert_eq!(error.param("request_id"), Some("r-1"));
    assert_eq!(error.param("target"), None);

    let headers = [("x-depot-error-code", "InvalidValue")];
    let body = r#"{"error": {"code": "InvalidValue", "message": "Too long.", "target": "name",
        "innererror": {"code": "ValueTooLong"}}}"#;
    let received = Received::from((StatusCode::BAD_REQUEST, headers, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(DepotCode::InvalidValueValueTooLong),
            code: Some("InvalidValue".into()),
            detail: Some("ValueTooLong".into()),
            message: Some("Too long."),
            kind: Some(Kind::InvalidRequest),
            retry: None,
            delay: None,
        }
    );
    assert_eq!(error.param("target"), Some("name"));
    assert_eq!(
        Received::from(StatusCode::OK).await.check::<DepotCode>(),
        Ok(())
    );
}

#[tokio::test]
async fn xml_is_read_as_json_is() {
    let body = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
        <b:Error xmlns:b=\"urn:bucket\"><b:Code>SlowDown</b:Code>\
        <b:Message><![CDATA[Fewer]]> requests, &lt;please&gt;&#33;</b:Message>\
        <b:Key>a&amp;b.txt</b:Key><b:RequestId>in-body</b:RequestId></b:Error>";
    let headers = [("x-bucket-request-id", "in-header"), ("retry-after", "0.5")];
    let received = Received::from((StatusCode::SERVICE_UNAVAILABLE, headers, body)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(BucketCode::SlowDown),
            code: Some("SlowDown".into()),
            detail: None,
            message: Some("Fewer requests, <please>!"),
            kind: Some(Kind::RateLimited),
            retry: Some(Retry::Backoff),
            delay: Some(Duration::from_millis(500)),
        }
    );
    assert_eq!(error.param("key"), Some("a&b.txt"));
    assert_eq!(error.param("request_id"), Some("in-body"));

    // an error that occurs after the status was sent
    let body = "<Error><Code>InternalError</Code></Error>";
    let received = Received::from((StatusCode::OK, body)).await;
    let error = received.error();
    assert!(error.is(BucketCode::InternalError));
    assert_eq!(error.retry(), Some(Retry::Backoff));
    let received = Received::from((StatusCode::OK, "<Done><Code>1</Code></Done>")).await;
    assert_eq!(received.check::<BucketCode>(), Ok(()));
}

#[tokio::test]
async fn the_body_says_whether_the_request_succeeded() {
    let flood = r#"{"ok": false, "error_code": 429, "description": "Too Many Requests: retry after 31",
        "parameters": {"retry_after": 31}}"#;
    let received = Received::from((StatusCode::TOO_MANY_REQUESTS, flood)).await;
    let error = received.error();
    assert_eq!(
        Said::by(&error),
        Said {
            matched: Match::One(CourierCode::TooManyRequests),
            code: None,
            detail: None,
            message: Some("Too Many Requests: retry after 31"),
            kind: Some(Kind::RateLimited),
            retry: Some(Retry::After),
            delay: Some(Duration::from_secs(31)),
        }
    );
    assert_eq!(
        error.next_delay(Duration::ZERO, false),
        Some(Duration::from_secs(31))
    );

    // the flag decides even where the status says otherwise
    let received = Received::from((StatusCode::OK, r#"{"ok": false, "description": "?"}"#)).await;
    assert_eq!(received.error::<CourierCode>().matched(), Match::Unlisted);
    let received = Received::from((StatusCode::BAD_REQUEST, r#"{"ok": true}"#)).await;
    assert_eq!(received.check::<CourierCode>(), Ok(()));
}

#[tokio::test]
async fn messages_tell_rows_apart_and_a_row_without_patterns_is_the_fallback() {
    for (status, message, one) in [
        (
            400,
            "Bad Request: chat not found",
            CourierCode::ChatNotFound,
        ),
        (400, "Bad Request: brand new", CourierCode::BadRequest),
        (
            403,
            "Forbidden: bot was blocked by the user",
            CourierCode::Blocked,
        ),
    ] {
        let body = format!(r#"{{"ok": false, "description": "{message}"}}"#);
        let status = StatusCode::from_u16(status).expect("a status");
        let received = Received::from((status, body)).await;
        assert_eq!(received.error().one(), Some(one), "{message}");
    }
    let body = r#"{"ok": false, "description": "Forbidden: bot was kicked by the user"}"#;
    let error = Received::from((StatusCode::FORBIDDEN, body))
        .await
        .error::<CourierCode>();
    assert_eq!(error.param("verb"), Some("kicked"));
    let body = r#"{"ok": false, "description": "Forbidden: brand new"}"#;
    let error = Received::from((StatusCode::FORBIDDEN, body))
        .await
        .error::<CourierCode>();
    assert_eq!(error.matched(), Match::Unlisted);

    let body = r#"{"ok": false, "parameters": {"migrate_to_chat_id": -1001234567890},
        "description": "Bad Request: group chat was upgraded to a supergroup chat"}"#;
    let received = Received::from((StatusCode::BAD_REQUEST, body)).await;
    let error = received.error::<CourierCode>();
    assert!(error.is(CourierCode::ChatUpgraded));
    assert_eq!(error.param("new_chat"), Some("-1001234567890"));
}
