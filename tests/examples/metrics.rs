//! Counts errors by row, with prometheus.
//!
//! ```sh
//! cargo run --example metrics
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add prometheus@0.14 --no-default-features
//! ```

use codes_runtime::{ApiError, CodeTable, Match, Reply, codes};
use prometheus::{IntCounterVec, Opts, Registry, TextEncoder};

codes! {
    enum CoverageCode = "../specs/coverage.yaml";
}

/// All labels come from the table, so no response can create new ones.
fn count<C: CodeTable>(refusals: &IntCounterVec, error: &ApiError<C>) {
    let row = match error.matched() {
        Match::One(code) => code.row().name(),
        Match::Several(_) => "several",
        Match::Unlisted => "unlisted",
    };
    refusals.with_label_values(&[C::TABLE.vendor(), row]).inc();
}

fn main() -> prometheus::Result<()> {
    let refusals = IntCounterVec::new(
        Opts::new("refusals", "Responses that are errors"),
        &["vendor", "row"],
    )?;
    let registry = Registry::new();
    registry.register(Box::new(refusals.clone()))?;

    for status in [503, 404, 503, 418, 400] {
        count::<CoverageCode>(&refusals, &ApiError::new(Reply::new().status(status)));
    }
    print!(
        "{}",
        TextEncoder::new().encode_to_string(&registry.gather())?
    );
    Ok(())
}
