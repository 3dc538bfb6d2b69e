//! What a refusal says, as fields of an event, with tracing: `cargo run --example tracing`.

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
