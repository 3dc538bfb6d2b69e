//! Requests are sent again as the vendor's table says: backon, driven by `retry()` and the delay, and a server that counts.
//!
//! The server is called without sockets: the clock stands still, and jumps when nothing is left to do but to wait, which
//! would be each time that a byte is on its way.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderName, Method, Request, header::RETRY_AFTER};
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::{Router, extract::State, http::StatusCode};
use backon::{ExponentialBuilder, Retryable};
use codes_runtime::{ApiError, CodeTable, Retry, codes};
use tokio::time::Instant;
use tower::ServiceExt;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum LimitsCode = "specs/limits.yaml";
    enum GuideCode = "specs/guide.yaml";
    enum PaymentsCode = "specs/payments.yaml";
}

/// What it answers, the last of it for ever, and when it was asked.
#[derive(Clone)]
struct Server {
    answers: &'static [(u16, Option<&'static str>)],
    start: Instant,
    asked: Arc<Mutex<Vec<Duration>>>,
}

async fn answer(State(server): State<Server>) -> Response {
    let mut asked = server.asked.lock().expect("one thread");
    let (status, delay) = server.answers[asked.len().min(server.answers.len() - 1)];
    asked.push(server.start.elapsed());
    let headers: Vec<(HeaderName, &str)> = delay
        .map(|delay| (RETRY_AFTER, delay))
        .into_iter()
        .collect();
    (
        StatusCode::from_u16(status).expect("a status"),
        AppendHeaders(headers),
    )
        .into_response()
}

async fn send<C: CodeTable>(server: Router, method: Method) -> Result<(), ApiError<C>> {
    let request = Request::builder()
        .method(method)
        .uri("/")
        .body(Body::empty())
        .expect("a request");
    let (head, body) = server
        .oneshot(request)
        .await
        .expect("an answer")
        .into_parts();
    C::check(
        head.status,
        &head.headers,
        &to_bytes(body, 1 << 20).await.expect("a body"),
    )
}

fn again<C: CodeTable>(error: &ApiError<C>, method: &Method) -> bool {
    match error.retry() {
        Some(Retry::Backoff | Retry::After) => true,
        Some(Retry::IfIdempotent) => method.is_idempotent(),
        Some(Retry::Never) | None => false,
    }
}

/// The milliseconds at which the server was asked, and how it ended.
async fn asked<C: CodeTable>(
    method: Method,
    answers: &'static [(u16, Option<&'static str>)],
) -> (Vec<u128>, bool) {
    let server = Server {
        answers,
        start: Instant::now(),
        asked: Arc::default(),
    };
    let router = Router::new().fallback(answer).with_state(server.clone());
    let result = (|| send::<C>(router.clone(), method.clone()))
        .retry(ExponentialBuilder::default().with_max_times(3))
        .when(|error| again(error, &method))
        .adjust(|error, pause| pause.map(|pause| error.retry_after().unwrap_or(pause)))
        .await;
    let asked = server
        .asked
        .lock()
        .expect("one thread")
        .iter()
        .map(Duration::as_millis)
        .collect();
    (asked, result.is_ok())
}

const ONCE: [u128; 1] = [0];
/// With backon's own pauses.
const GROWING: [u128; 4] = [0, 1000, 3000, 7000];

#[tokio::test(start_paused = true)]
async fn never_is_tried_once() {
    assert_eq!(
        asked::<GuideCode>(Method::GET, &[(403, None)]).await,
        (ONCE.into(), false)
    );
    // two rows that are alike in this; and the vendor's word weighs more than a delay
    assert_eq!(
        asked::<PaymentsCode>(Method::GET, &[(402, Some("1"))]).await,
        (ONCE.into(), false)
    );
}

#[tokio::test(start_paused = true)]
async fn where_the_table_says_nothing_a_delay_does() {
    for answers in [&[(401, None)], &[(418, None)]] {
        assert_eq!(
            asked::<PointsCode>(Method::GET, answers).await,
            (ONCE.into(), false)
        );
    }
    assert_eq!(
        asked::<PointsCode>(
            Method::GET,
            &[(418, Some("2")), (401, Some("3")), (401, None)]
        )
        .await,
        (vec![0, 2000, 5000], false)
    );
}

#[tokio::test(start_paused = true)]
async fn after_waits_as_told() {
    for method in [Method::GET, Method::POST] {
        assert_eq!(
            asked::<PointsCode>(method.clone(), &[(429, Some("30"))]).await,
            (vec![0, 30_000, 60_000, 90_000], false)
        );
        assert_eq!(
            asked::<GuideCode>(method, &[(429, Some("7")), (200, None)]).await,
            (vec![0, 7000], true)
        );
    }
    let dates = &[
        (429, Some("Sun, 06 Nov 1994 08:49:37 GMT")),
        (429, Some("soon")),
        (429, Some("0")),
        (200, None),
    ];
    assert_eq!(
        asked::<PointsCode>(Method::GET, dates).await,
        (vec![0, 0, 2000, 2000], true)
    );
}

#[tokio::test(start_paused = true)]
async fn backoff_waits_longer_and_longer() {
    for method in [Method::GET, Method::POST] {
        assert_eq!(
            asked::<PointsCode>(method.clone(), &[(500, None)]).await,
            (GROWING.into(), false)
        );
        assert_eq!(
            asked::<LimitsCode>(
                method,
                &[(503, None), (503, Some("5")), (503, None), (200, None)]
            )
            .await,
            (vec![0, 1000, 6000, 10_000], true)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn idempotent_spares_post() {
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
        assert_eq!(
            asked::<PaymentsCode>(method, &[(500, None)]).await,
            (GROWING.into(), false)
        );
    }
    for method in [Method::POST, Method::PATCH] {
        assert_eq!(
            asked::<PaymentsCode>(method, &[(500, None)]).await,
            (ONCE.into(), false)
        );
    }
}
