//! Logs the properties of an error as fields of an event, with tracing.
//!
//! ```sh
//! cargo run --example tracing
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add tracing@0.1.41 --no-default-features --features std
//! cargo add tracing-subscriber@0.3.19 --no-default-features --features fmt,json
//! ```

use codes_runtime::{ApiError, CodeTable, Kind, Reply, codes};

codes! {
    enum PointsCode = "../specs/points.yaml";
}

fn log<C: CodeTable>(error: &ApiError<C>) {
    tracing::warn!(
        vendor = C::TABLE.vendor(),
        row = error.one().map(|code| code.row().name()),
        status = error.status(),
        code = error.code().map(tracing::field::display),
        kind = error.kind().map(Kind::as_str),
        retry_after = error.retry_after().map(|delay| delay.as_secs()),
        "{error}"
    );
}

fn main() {
    tracing_subscriber::fmt()
        .without_time()
        .with_target(false)
        .with_ansi(false)
        .init();
    log::<PointsCode>(&ApiError::new(
        Reply::new().status(402).message("-3 points"),
    ));
    log::<PointsCode>(&ApiError::new(Reply::new().status(400).code("NewRefusal")));
}
