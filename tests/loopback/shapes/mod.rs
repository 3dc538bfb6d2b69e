//! Responses as nine vendors shape them. The manual's chapter "Mapping your vendor's error format" shows the specs.

mod coded;
mod listed;
mod unusual;

use std::fmt::Debug;
use std::time::Duration;

use axum::http::StatusCode;
use codes_runtime::{ApiError, CodeTable, Kind, Match, RawCode, Retry, codes};

codes! {
    enum TillCode = "specs/shapes/till.yaml";
    enum MarketCode = "specs/shapes/market.yaml";
    enum WalletCode = "specs/shapes/wallet.yaml";
    enum AtlasCode = "specs/shapes/atlas.yaml";
    #[codes(quiet)]
    enum DepotCode = "specs/shapes/depot.yaml";
    #[codes(quiet)]
    enum BucketCode = "specs/shapes/bucket.yaml";
    enum CourierCode = "specs/shapes/courier.yaml";
    #[codes(quiet)]
    enum CircleCode = "specs/shapes/circle.yaml";
    enum ReelCode = "specs/shapes/reel.yaml";
}

/// The properties of an error, except its parameters.
#[derive(Debug, PartialEq)]
struct Said<'e, C: CodeTable> {
    matched: Match<C>,
    code: Option<RawCode<'e>>,
    detail: Option<RawCode<'e>>,
    message: Option<&'e str>,
    kind: Option<Kind>,
    retry: Option<Retry>,
    delay: Option<Duration>,
}

impl<'e, C: CodeTable> Said<'e, C> {
    fn by(error: &'e ApiError<C>) -> Self {
        assert!(!error.is_unknown_code() && !error.is_unknown_detail());
        Said {
            matched: error.matched(),
            code: error.code(),
            detail: error.detail(),
            message: error.message(),
            kind: error.kind(),
            retry: error.retry(),
            delay: error.retry_after(),
        }
    }
}
