//! Checks whole responses, and compares `check` with serde_json and a `match` written by hand. Both return an error
//! that owns the code, the message and the delay of the response.

use std::time::{Duration, SystemTime};

use codes_runtime::{ApiError, CodeTable};
use divan::black_box;
use http::{HeaderMap, HeaderValue, header};
use serde::Deserialize;

use crate::runner::{Random, Runner};

codes_runtime::codes! {
    pub enum Code = "codes.yaml";
}

lookups! {
    [Ours, Matches]
    short_error long_error success
}

pub trait Contender {
    type Error;

    fn check(response: &Response) -> Result<(), Self::Error>;
}

pub struct Ours;

impl Contender for Ours {
    type Error = ApiError<Code>;

    fn check(response: &Response) -> Result<(), Self::Error> {
        Code::check(response.status, &response.headers, &response.body)
    }
}

/// A check written by hand with `serde_json` and a crate whose lookups are `match`es.
pub struct Matches;

impl Contender for Matches {
    type Error = HandwrittenError;

    fn check(response: &Response) -> Result<(), Self::Error> {
        handwritten_check(response.status, &response.headers, &response.body)
    }
}

#[derive(Debug)]
#[allow(dead_code)] // only the test reads the fields
pub struct HandwrittenError {
    pub status: u16,
    pub code: Option<matches::Code>,
    pub received_code: Option<String>,
    pub message: Option<String>,
    pub retry_after: Option<Duration>,
}

#[derive(Default, Deserialize)]
struct Body {
    error: ErrorInBody,
}

#[derive(Default, Deserialize)]
struct ErrorInBody {
    code: Option<String>,
    message: Option<String>,
}

fn handwritten_check(
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), HandwrittenError> {
    if status < 400 {
        return Ok(());
    }
    let Body { error } = serde_json::from_slice(body).unwrap_or_default();
    let code = match &error.code {
        Some(code) => matches::Code::from_code(code),
        None => {
            let mut all = matches::Code::from_status(status);
            all.next().filter(|_| all.next().is_none())
        }
    };
    Err(HandwrittenError {
        status,
        code,
        received_code: error.code,
        message: error.message,
        retry_after: headers.get(header::RETRY_AFTER).and_then(delay),
    })
}

fn delay(value: &HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

pub struct Response {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

/// Returns responses with the codes of random rows that have a status of at least 400. Their statuses are those of the
/// rows, or 200 if `success` is true. `more` is added to each body.
fn responses(success: bool, more: &str) -> Vec<Response> {
    let codes: Vec<_> = matches::Code::all()
        .filter(|code| code.status() >= 400)
        .collect();
    let codes = Random(1).of(&codes, 2_000).into_iter();
    let response = |(i, code): (usize, matches::Code)| Response {
        status: if success { 200 } else { code.status() },
        headers: headers(i),
        body: format!(
            r#"{{"error": {{"code": "{}", "message": "{}", "request_id": "req_{i:08}"{more}}}}}"#,
            code.code(),
            code.title()
        )
        .into_bytes(),
    };
    codes.enumerate().map(response).collect()
}

/// Returns the headers of the response with the number `i`. Every third response asks for a delay.
fn headers(i: usize) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let text = HeaderValue::from_static;
    headers.insert(
        header::CONTENT_TYPE,
        text("application/json; charset=utf-8"),
    );
    headers.insert(header::DATE, text("Tue, 04 Aug 2026 09:00:00 GMT"));
    headers.insert(header::CACHE_CONTROL, text("no-store"));
    headers.insert(header::SERVER, text("example"));
    headers.insert("x-request-id", text("0192f5a8c3de7b41"));
    if i % 3 == 0 {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(i % 120));
    }
    headers
}

/// Returns additional fields that make a body about 2 KiB long.
fn more() -> String {
    let field = |i| {
        format!(r#"{{"field": "/items/{i}/amount", "reason": "must be positive", "limit": {i}.5}}"#)
    };
    let fields: Vec<_> = (0..25).map(field).collect();
    format!(r#", "fields": [{}]"#, fields.join(", "))
}

fn check<C: Contender>(runner: impl Runner, responses: &[Response]) {
    runner.run(responses, |response| _ = black_box(C::check(response)));
}

fn short_error<C: Contender>(runner: impl Runner) {
    check::<C>(runner, &responses(false, ""));
}

fn long_error<C: Contender>(runner: impl Runner) {
    check::<C>(runner, &responses(false, &more()));
}

fn success<C: Contender>(runner: impl Runner) {
    check::<C>(runner, &responses(true, ""));
}

#[test]
fn both_give_equal_results() {
    let mut all = responses(false, "");
    all.extend(responses(false, &more()));
    all.extend(responses(true, ""));
    for body in ["", "{}", r#"{"error": {"code": "none"}}"#] {
        let bodies = responses(false, "").into_iter().take(100);
        all.extend(bodies.map(|response| Response {
            body: body.into(),
            ..response
        }));
    }
    for response in &all {
        let by_hand = Matches::check(response).map_err(|error| {
            let names = format!("{:?}", error.code);
            (
                error.status,
                names,
                error.received_code,
                error.message,
                error.retry_after,
            )
        });
        let ours = Ours::check(response).map_err(|error| {
            let names = format!("{:?}", error.one());
            let code = error.code().map(|code| code.to_string());
            let message = error.message().map(str::to_owned);
            (
                error.status().unwrap_or_default(),
                names,
                code,
                message,
                error.retry_after(),
            )
        });
        assert_eq!(ours, by_hand);
    }
}
