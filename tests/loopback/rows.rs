//! Sends every row of every vendor and checks what it is classified as.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use codes_runtime::CodeTable;
use serde_json::{Value, json};

use crate::exchange::{Received, serve};
use crate::{CoverageCode, GuideCode, LimitsCode, PointsCode, ReferenceCode};

/// A message that identifies the row, or else any message.
fn message(code: impl CodeTable) -> &'static str {
    code.row()
        .messages()
        .next()
        .unwrap_or("see {} \"the\" docs")
}

/// Returns two bodies of different shape for the row. Both have its code and a message, or only a message if the row
/// has no code.
fn bodies<C: CodeTable>(code: C) -> [Value; 2] {
    let message = message(code);
    match code.code() {
        Some(code) => {
            let code = code.to_string();
            [
                json!({"error": {"code": code, "message": message}}),
                json!({"id": 1, "code": code, "message": message}),
            ]
        }
        None => [
            json!({"message": message, "status": null}),
            json!({"errors": [{"detail": message}, {}]}),
        ],
    }
}

/// Responds as the row with this name does, with one of its two [`bodies`].
async fn answer<C: CodeTable>(Path((name, form)): Path<(String, usize)>) -> Response {
    let code = C::from_name(&name).expect("a row");
    let status = code.http_status().expect("a status");
    (status, bodies(code)[form].to_string()).into_response()
}

/// The rows that are not the only match of their own responses.
#[derive(Debug, PartialEq)]
struct Exceptions<C> {
    /// Rows whose status cannot be that of a final response.
    informational: Vec<C>,
    /// Rows whose responses match other rows too, each with all matching rows.
    ambiguous: Vec<(C, Vec<C>)>,
}

impl<C> Exceptions<C> {
    const NONE: Self = Exceptions {
        informational: Vec::new(),
        ambiguous: Vec::new(),
    };
}

/// Sends every row with each of its two [`bodies`].
async fn send_rows<C: CodeTable>() -> Exceptions<C> {
    let address = serve(Router::new().route("/{name}/{form}", get(answer::<C>))).await;
    let mut exceptions = Exceptions::NONE;
    for &code in C::ALL {
        let status = code.http_status().expect("a status");
        if status.is_informational() {
            // an HTTP client would wait for the final response, so the reply is only checked directly
            assert_eq!(C::check(status, &HeaderMap::new(), b""), Ok(()));
            assert_eq!(C::with_status(status.as_u16()).one(), Some(code));
            exceptions.informational.push(code);
            continue;
        }
        let name = code.name();
        let [first, second] = [format!("/{name}/0"), format!("/{name}/1")];
        let first = candidates(code, &Received::get(address, &first).await);
        let second = candidates(code, &Received::get(address, &second).await);
        assert_eq!(first, second, "both forms have the same result");
        if first != [code] {
            exceptions.ambiguous.push((code, first));
        }
    }
    exceptions
}

/// The rows that match the response, after checking that its status, code and message arrived.
fn candidates<C: CodeTable>(code: C, received: &Received) -> Vec<C> {
    let status = received.status;
    let has_body = !matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    assert_eq!(Some(status.as_u16()), code.status(), "{code}");
    assert_eq!(!received.body().is_empty(), has_body, "{code}");
    let checked = received.check::<C>();
    assert_eq!(checked.is_err(), code.is_error(), "{code}");
    let Err(error) = checked else {
        let body = C::TABLE.read_body(status.as_u16(), received.body());
        return C::classify(&body.reply()).candidates().iter().collect();
    };
    assert_eq!(error.status(), code.status(), "{code}");
    if has_body {
        assert_eq!(error.code(), code.code(), "{code}");
        assert_eq!(error.message(), Some(message(code)), "{code}");
    } else {
        assert_eq!((error.code(), error.message()), (None, None), "{code}");
    }
    error.matched().candidates().iter().collect()
}

#[tokio::test]
async fn every_row_of_points_is_recognized() {
    assert_eq!(send_rows::<PointsCode>().await, Exceptions::NONE);
}

#[tokio::test]
async fn every_row_of_reference_is_recognized() {
    use ReferenceCode as R;
    assert_eq!(
        send_rows::<R>().await,
        Exceptions {
            informational: vec![R::Continue, R::SwitchingProtocols, R::Processing],
            ambiguous: vec![],
        }
    );
}

/// The rows for 404 differ in their messages; `NotFound` has none. The rows for 429 have none.
#[tokio::test]
async fn rows_of_coverage_without_a_message_are_ambiguous() {
    use CoverageCode as C;
    let not_found = vec![C::NotFound, C::InvalidRoute, C::WrongIdentifier];
    let without_message = Received::from(StatusCode::NOT_FOUND).await.error::<C>();
    let candidates = without_message.matched().candidates();
    assert!(candidates.iter().eq(not_found));
    let too_many = vec![C::QuotaExceeded, C::Throttled];
    let ambiguous = vec![
        (C::QuotaExceeded, too_many.clone()),
        (C::Throttled, too_many),
    ];
    assert_eq!(
        send_rows::<C>().await,
        Exceptions {
            informational: vec![],
            ambiguous,
        }
    );
}

#[tokio::test]
async fn every_row_of_limits_is_recognized() {
    assert_eq!(send_rows::<LimitsCode>().await, Exceptions::NONE);
}

#[tokio::test]
async fn every_row_of_guide_is_recognized() {
    assert_eq!(send_rows::<GuideCode>().await, Exceptions::NONE);
}
