//! Retries what the vendor's table says to retry, with backon.
//!
//! ```sh
//! cargo run --example backon
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add backon@1.6 --no-default-features --features tokio-sleep
//! cargo add http@1.0 --no-default-features --features std
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! ```

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable};
use codes_runtime::{ApiError, Reply, Retry, codes};
use http::Method;
use tokio::time::Instant;

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

fn again(error: &ApiError<PaymentsCode>, method: &Method) -> bool {
    match error.retry() {
        Some(Retry::Backoff | Retry::After) => true,
        Some(Retry::IfIdempotent) => method.is_idempotent(),
        Some(Retry::Never) | None => false,
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let refusal = |status| ApiError::<PaymentsCode>::new(Reply::new().status(status));
    let busy = refusal(429).with_retry_after(Duration::from_secs(30));
    for (method, error) in [
        (Method::GET, refusal(402)),
        (Method::POST, busy),
        (Method::POST, refusal(500)),
    ] {
        println!("{method}: {error}");
        let start = Instant::now();
        let request = async || Err::<(), _>(error.clone());
        let result = request
            .retry(ExponentialBuilder::default().with_max_times(2))
            .when(|error| again(error, &method));
        // the delay that the response asks for, while there are attempts left
        let result =
            result.adjust(|error, pause| pause.map(|pause| error.retry_after().unwrap_or(pause)));
        let result = result
            .notify(|_, pause| println!("  again after {pause:?}"))
            .await;
        println!(
            "  {} after {:?}",
            if result.is_err() { "given up" } else { "done" },
            start.elapsed()
        );
    }
}
