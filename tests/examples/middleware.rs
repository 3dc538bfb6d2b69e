//! Retries what the vendor's table says to retry, with reqwest-middleware and reqwest-retry.
//!
//! ```sh
//! cargo run --example middleware
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime --features http,json
//! cargo add axum@0.8 --no-default-features --features http1,tokio
//! cargo add http@1.0 --no-default-features --features std
//! cargo add reqwest@0.13 --no-default-features
//! cargo add reqwest-middleware@0.5 --no-default-features
//! cargo add reqwest-retry@0.9 --no-default-features
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! ```

use std::sync::atomic::{AtomicU32, Ordering};

use axum::{Router, routing};
use codes_runtime::{CodeTable, Retry, codes};
use http::StatusCode;
use reqwest_middleware::{ClientBuilder, Error};
use reqwest_retry::policies::ExponentialBackoff;
use reqwest_retry::{RetryTransientMiddleware, Retryable, RetryableStrategy};

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

struct AsTheVendorSays;

impl RetryableStrategy for AsTheVendorSays {
    fn handle(&self, result: &Result<reqwest::Response, Error>) -> Option<Retryable> {
        let response = result.as_ref().ok()?;
        // the body has not been read yet, so only the status and the headers decide
        let checked = PaymentsCode::check(response.status(), response.headers(), b"");
        match checked.err()?.retry() {
            Some(Retry::After | Retry::Backoff) => Some(Retryable::Transient),
            Some(Retry::IfIdempotent | Retry::Never) | None => Some(Retryable::Fatal),
        }
    }
}

static REQUESTS: AtomicU32 = AtomicU32::new(0);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let answer = async |status: axum::extract::Path<u16>| {
        REQUESTS.fetch_add(1, Ordering::Relaxed);
        StatusCode::from_u16(*status).unwrap_or_default()
    };
    let server = Router::new().route("/{status}", routing::get(answer));
    tokio::spawn(async { axum::serve(listener, server).await });
    let policy = ExponentialBackoff::builder().build_with_max_retries(1);
    let retry = RetryTransientMiddleware::new_with_policy_and_strategy(policy, AsTheVendorSays);
    let client = reqwest::Client::builder().no_proxy().build()?;
    let client = ClientBuilder::new(client).with(retry).build();
    for status in [200, 402, 500, 503] {
        let request = client.get(format!("http://{address}/{status}"));
        let status = request.send().await?.status();
        println!("{status}: {} requests", REQUESTS.swap(0, Ordering::Relaxed));
    }
    Ok(())
}
