//! Responses that no row describes, delays, and bodies that are malformed or incomplete.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, SystemTime};

use axum::http::{StatusCode, header::RETRY_AFTER};
use axum::response::AppendHeaders;
use codes_runtime::{ApiError, Kind, Match, RawCode, Retry};

use crate::exchange::Received;
use crate::{GuideCode, LimitsCode, PointsCode};

fn status(status: u16) -> StatusCode {
    StatusCode::from_u16(status).expect("a status")
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test]
async fn an_unlisted_status_is_an_error_of_its_class() {
    for (unlisted, kind) in [
        (418, Kind::InvalidRequest),
        (501, Kind::Unsupported),
        (599, Kind::Internal),
    ] {
        let received = Received::from((status(unlisted), "{\"message\": \"m\"}")).await;
        let error = received.error::<GuideCode>();
        assert_eq!(error.status(), Some(unlisted));
        assert_eq!(error.message(), Some("m"));
        assert_eq!(error.matched(), Match::Unlisted);
        assert_eq!(error.kind(), Some(kind));
        assert_eq!(error.retry(), None);
    }
    for success in [201, 226, 299, 302, 399] {
        let received = Received::from(status(success)).await;
        assert_eq!(received.check::<GuideCode>(), Ok(()));
    }
}

#[tokio::test]
async fn an_unknown_code_is_unlisted() {
    let received = Received::from((status(402), r#"{"code": "Suspended"}"#)).await;
    let error = received.error::<PointsCode>();
    assert_eq!(error.matched(), Match::Unlisted);
    assert_eq!(error.code(), Some(RawCode::Text("Suspended")));
    assert!(error.is_unknown_code());
}

#[tokio::test]
async fn a_known_code_overrides_the_status_of_an_error() {
    let not_found = r#"{"code": "NotFound"}"#;
    let error = Received::from((status(500), not_found)).await.error();
    assert!(error.is(PointsCode::NotFound));
    assert_eq!(error.status(), Some(500));
    // the spec does not declare that a success can contain an error
    let success = Received::from((status(200), not_found)).await;
    assert_eq!(success.check::<PointsCode>(), Ok(()));
}

#[tokio::test]
async fn delays_are_read_from_headers() {
    let delayed = Received::from((status(429), [(RETRY_AFTER, "30")])).await;
    let error = delayed.error::<PointsCode>();
    assert_eq!(error.retry_after(), Some(seconds(30)));
    assert_eq!(error.retry(), Some(Retry::After));

    let error = Received::from(status(429)).await.error::<PointsCode>();
    assert_eq!(error.retry_after(), None);
    assert_eq!(error.retry(), Some(Retry::After));

    let two = AppendHeaders([("Retry-After", "soon"), ("RETRY-AFTER", "7")]);
    let error = Received::from((status(418), two))
        .await
        .error::<PointsCode>();
    assert_eq!(error.retry_after(), Some(seconds(7)));
}

#[tokio::test]
async fn a_date_gives_a_delay_from_now() {
    let date = [(RETRY_AFTER, "Thu, 01 Jan 1970 00:01:30 GMT")];
    let received = Received::from((status(503), date)).await;
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(60);
    let (status, headers, body) = (received.status, &received.headers, received.body());
    let error =
        ApiError::<LimitsCode>::check_at(now, status, headers, body).expect_err("503 is an error");
    assert_eq!(error.retry_after(), Some(seconds(30)));
    assert_eq!(error.retry(), Some(Retry::Backoff));
}

#[tokio::test]
async fn a_malformed_body_hides_neither_row_nor_delay() {
    let malformed: [&[u8]; 9] = [
        b"",
        b"null",
        b"{\"code\": \"NotFound\"",
        b"{\"code\": \"NotFound\"}}",
        b"{\"code\": \"Not\xffFound\"}",
        b"{\"code\": [\"NotFound\"]}",
        b"{\"code\": null, \"message\": {}}",
        b"code=NotFound",
        b"<!DOCTYPE html><title>402</title>",
    ];
    for body in malformed {
        let received = Received::from((status(402), [(RETRY_AFTER, "1")], body)).await;
        let error = received.error::<PointsCode>();
        assert_eq!(error.one(), Some(PointsCode::PointsBalanceNegative));
        assert_eq!((error.code(), error.message()), (None, None));
        assert_eq!(error.retry_after(), Some(seconds(1)));
    }
}

#[tokio::test]
async fn a_byte_order_mark_is_skipped() {
    let body = "\u{feff}{\"code\": \"NotFound\"}";
    let error = Received::from((status(402), body)).await.error();
    assert!(error.is(PointsCode::NotFound));
}

#[tokio::test]
async fn an_incomplete_body_does_not_hide_the_error() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let lines = BufReader::new(&stream).lines();
        let head = lines.map(|line| line.expect("a line"));
        assert_ne!(head.take_while(|line| !line.is_empty()).count(), 0);
        let response = b"HTTP/1.1 402 No\r\nRetry-After: 1\r\nContent-Length: 99\r\n\r\n{\"code\":";
        stream.write_all(response).expect("written");
    });
    let received = Received::get(address, "/").await;
    server.join().expect("the server");
    assert!(received.body.is_err());
    let error = received.error::<PointsCode>();
    assert!(error.is(PointsCode::PointsBalanceNegative));
    assert_eq!(error.retry_after(), Some(seconds(1)));
}
