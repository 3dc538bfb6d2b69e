//! Logs errors that the table cannot explain, in JSON lines for `codes observe`, and counts all errors.
//!
//! ```sh
//! cargo run --example observe
//! cargo run --example observe | codes observe specs/coverage.yaml
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add prometheus@0.14 --no-default-features
//! cargo add tracing@0.1.41 --no-default-features --features std
//! cargo add tracing-subscriber@0.3.19 --no-default-features --features fmt,json
//! ```

use codes_runtime::{ApiError, CodeTable, Match, Reply, codes};
use prometheus::{IntCounterVec, Opts};

codes! {
    enum CoverageCode = "../specs/coverage.yaml";
}

/// Labels come from the table, so their number is bounded; codes and messages are only logged.
fn observe<C: CodeTable>(errors: &IntCounterVec, error: &ApiError<C>) {
    let row = match error.matched() {
        Match::One(code) if !error.is_unknown_code() => code.row().name(),
        Match::Several(_) if !error.is_unknown_code() => "several",
        _ => "unknown",
    };
    errors.with_label_values(&[C::TABLE.vendor(), row]).inc();
    if error.one().is_none() || error.is_unknown_code() || error.is_unknown_detail() {
        tracing::warn!(
            status = error.status(),
            code = error.code().map(tracing::field::display),
            detail = error.detail().map(tracing::field::display),
            message = error.message(),
        );
    }
}

fn main() -> prometheus::Result<()> {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .without_time()
        .with_target(false)
        .init();
    let errors = IntCounterVec::new(Opts::new("errors", "Error responses"), &["vendor", "row"])?;
    for reply in [
        Reply::new().status(410),
        Reply::new().status(404),
        Reply::new().status(404).message("Invalid route"),
        Reply::new()
            .status(400)
            .code("added_today")
            .message("Dates must be UTC"),
    ] {
        observe::<CoverageCode>(&errors, &ApiError::new(reply));
    }
    let unknown = errors.with_label_values(&[CoverageCode::TABLE.vendor(), "unknown"]);
    assert_eq!(unknown.get(), 1);
    Ok(())
}
