//! Retries what the vendor's table says to retry, as a policy of tower's `Retry`.
//!
//! ```sh
//! cargo run --example tower
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add http@1.0 --no-default-features --features std
//! cargo add tokio@1.44 --no-default-features --features macros,net,rt,test-util,time
//! cargo add tower@0.5 --no-default-features --features retry,util
//! ```

use codes_runtime::{ApiError, CodeTable, Reply, Retry, codes};
use http::Method;
use tokio::time::{Duration, Instant, Sleep, sleep};
use tower::{ServiceBuilder, ServiceExt, retry::Policy};

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

#[derive(Clone)]
struct TriesLeft(u32);

impl<T, C: CodeTable> Policy<Method, T, ApiError<C>> for TriesLeft {
    type Future = Sleep;
    fn retry(&mut self, method: &mut Method, result: &mut Result<T, ApiError<C>>) -> Option<Sleep> {
        let error = result.as_ref().err()?;
        match error.retry()? {
            Retry::Never => return None,
            Retry::IfIdempotent if !method.is_idempotent() => return None,
            Retry::IfIdempotent | Retry::Backoff | Retry::After => {
                self.0 = self.0.checked_sub(1)?;
            }
        }
        Some(sleep(error.retry_after().unwrap_or(Duration::from_secs(1))))
    }
    fn clone_request(&mut self, method: &Method) -> Option<Method> {
        Some(method.clone())
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let refuse =
        |_| async { Err::<(), _>(ApiError::<PaymentsCode>::new(Reply::new().status(500))) };
    for method in [Method::PUT, Method::POST] {
        let (start, client) = (
            Instant::now(),
            ServiceBuilder::new().retry(TriesLeft(2)).service_fn(refuse),
        );
        let refused = client.oneshot(method.clone()).await.unwrap_err();
        println!("{method} {refused}, given up after {:?}", start.elapsed());
    }
}
