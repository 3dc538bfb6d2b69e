//! Retrying with backon as the vendor's table advises, against a server that records requests.
//!
//! Requests are passed to the server without sockets: Tokio's paused clock advances whenever all tasks
//! are waiting, so it would also advance while bytes are in transit.

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

/// A status and the value of `Retry-After`.
type Answer = (u16, Option<&'static str>);

#[derive(Clone)]
struct Server {
    /// The answers in order; the last one is repeated.
    answers: &'static [Answer],
    start: Instant,
    /// When each request arrived.
    requests: Arc<Mutex<Vec<Duration>>>,
}

async fn answer(State(server): State<Server>) -> Response {
    let mut requests = server.requests.lock().expect("a lock");
    let (status, delay) = server.answers[requests.len().min(server.answers.len() - 1)];
    requests.push(server.start.elapsed());
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

fn should_retry<C: CodeTable>(error: &ApiError<C>, method: &Method) -> bool {
    match error.retry() {
        Some(Retry::Backoff | Retry::After) => true,
        Some(Retry::IfIdempotent) => method.is_idempotent(),
        Some(Retry::Never) | None => false,
    }
}

/// Returns the milliseconds at which requests arrived, and whether the last one succeeded.
async fn requests<C: CodeTable>(method: Method, answers: &'static [Answer]) -> (Vec<u128>, bool) {
    let server = Server {
        answers,
        start: Instant::now(),
        requests: Arc::default(),
    };
    let router = Router::new().fallback(answer).with_state(server.clone());
    let result = (|| send::<C>(router.clone(), method.clone()))
        .retry(ExponentialBuilder::default().with_max_times(3))
        .when(|error| should_retry(error, &method))
        .adjust(|error, pause| pause.map(|pause| error.retry_after().unwrap_or(pause)))
        .await;
    let times = server
        .requests
        .lock()
        .expect("a lock")
        .iter()
        .map(Duration::as_millis)
        .collect();
    (times, result.is_ok())
}

/// A single request.
const ONCE: [u128; 1] = [0];
/// Four requests with the default delays of backon.
const BACKOFF: [u128; 4] = [0, 1000, 3000, 7000];

#[tokio::test(start_paused = true)]
async fn never_means_a_single_request() {
    assert_eq!(
        requests::<GuideCode>(Method::GET, &[(403, None)]).await,
        (ONCE.into(), false)
    );
    // both rows for 402 advise `never`, and a delay does not override that
    assert_eq!(
        requests::<PaymentsCode>(Method::GET, &[(402, Some("1"))]).await,
        (ONCE.into(), false)
    );
}

#[tokio::test(start_paused = true)]
async fn without_advice_requests_are_retried_only_if_the_response_has_a_delay() {
    for answers in [&[(401, None)], &[(418, None)]] {
        assert_eq!(
            requests::<PointsCode>(Method::GET, answers).await,
            (ONCE.into(), false)
        );
    }
    assert_eq!(
        requests::<PointsCode>(
            Method::GET,
            &[(418, Some("2")), (401, Some("3")), (401, None)]
        )
        .await,
        (vec![0, 2000, 5000], false)
    );
}

#[tokio::test(start_paused = true)]
async fn after_waits_for_the_delay_of_the_response() {
    for method in [Method::GET, Method::POST] {
        assert_eq!(
            requests::<PointsCode>(method.clone(), &[(429, Some("30"))]).await,
            (vec![0, 30_000, 60_000, 90_000], false)
        );
        assert_eq!(
            requests::<GuideCode>(method, &[(429, Some("7")), (200, None)]).await,
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
        requests::<PointsCode>(Method::GET, dates).await,
        (vec![0, 0, 2000, 2000], true)
    );
}

#[tokio::test(start_paused = true)]
async fn backoff_waits_longer_each_time() {
    for method in [Method::GET, Method::POST] {
        assert_eq!(
            requests::<PointsCode>(method.clone(), &[(500, None)]).await,
            (BACKOFF.into(), false)
        );
        assert_eq!(
            requests::<LimitsCode>(
                method,
                &[(503, None), (503, Some("5")), (503, None), (200, None)]
            )
            .await,
            (vec![0, 1000, 6000, 10_000], true)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn if_idempotent_does_not_retry_post_and_patch() {
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
        assert_eq!(
            requests::<PaymentsCode>(method, &[(500, None)]).await,
            (BACKOFF.into(), false)
        );
    }
    for method in [Method::POST, Method::PATCH] {
        assert_eq!(
            requests::<PaymentsCode>(method, &[(500, None)]).await,
            (ONCE.into(), false)
        );
    }
}
