//! Maps the codes of several vendors to the error type of a gateway: `cargo run --example gateway`.
//!
//! Each `match` is exhaustive. The enums are in this crate, where `#[non_exhaustive]` has no effect, so a
//! row that a vendor adds stops the gateway from compiling until somebody decides what it means.

use codes_runtime::{Code, codes};

codes! {
    enum PointsCode = "../specs/points.yaml";
    enum LimitsCode = "../specs/limits.yaml";
    enum GuideCode = "../specs/guide.yaml";
}

/// The error that the gateway's own clients see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    None,
    Request,
    Credentials,
    Permission,
    NotFound,
    Payment,
    TooMany,
    Upstream,
}

impl From<PointsCode> for Refusal {
    fn from(code: PointsCode) -> Self {
        match code {
            PointsCode::SuccessfulOperation => Refusal::None,
            PointsCode::NoResults | PointsCode::NotFound => Refusal::NotFound,
            PointsCode::ValidationInputParamsError => Refusal::Request,
            PointsCode::Unauthorized => Refusal::Credentials,
            PointsCode::PointsBalanceNegative => Refusal::Payment,
            PointsCode::TooManyRequests => Refusal::TooMany,
            PointsCode::ServerError => Refusal::Upstream,
        }
    }
}

impl From<LimitsCode> for Refusal {
    fn from(code: LimitsCode) -> Self {
        match code {
            LimitsCode::Ok => Refusal::None,
            // this vendor uses 401 and 403 the other way round
            LimitsCode::Unauthorized => Refusal::Permission,
            LimitsCode::Forbidden => Refusal::Credentials,
            LimitsCode::BadRequest | LimitsCode::UnprocessableContent => Refusal::Request,
            LimitsCode::NotFound => Refusal::NotFound,
            LimitsCode::TooManyRequests => Refusal::TooMany,
            LimitsCode::MovedPermanently
            | LimitsCode::InternalServerError
            | LimitsCode::ServiceUnavailable => Refusal::Upstream,
        }
    }
}

impl From<GuideCode> for Refusal {
    fn from(code: GuideCode) -> Self {
        match code {
            GuideCode::Ok => Refusal::None,
            GuideCode::BadRequest | GuideCode::MethodNotAllowed => Refusal::Request,
            GuideCode::Unauthorized => Refusal::Credentials,
            GuideCode::Forbidden => Refusal::Permission,
            GuideCode::NotFound => Refusal::NotFound,
            GuideCode::TooManyRequests => Refusal::TooMany,
            GuideCode::InternalServerError
            | GuideCode::BadGateway
            | GuideCode::ServiceUnavailable
            | GuideCode::GatewayTimeout => Refusal::Upstream,
        }
    }
}

/// Passes a vendor's response on, and logs it in the same words for all vendors.
fn pass_on<C: Code + Into<Refusal> + Copy>(code: C) {
    let log: &dyn Code = &code;
    let kind = log.kind().map_or("-", codes_runtime::Kind::as_str);
    println!(
        "{:<10} {:?} ({kind}) {log:#}",
        log.status().unwrap_or_default(),
        code.into()
    );
}

fn main() {
    pass_on(PointsCode::PointsBalanceNegative);
    pass_on(LimitsCode::Unauthorized);
    pass_on(LimitsCode::Forbidden);
    pass_on(GuideCode::Unauthorized);
    pass_on(GuideCode::Forbidden);
    pass_on(PointsCode::NoResults);
}
