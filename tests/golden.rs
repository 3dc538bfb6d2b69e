//! The golden expansions compile without warnings, even in a crate with strict lints.
#![deny(warnings, missing_docs, clippy::pedantic)]

/// The expansion of `specs/points.yaml`.
#[rustfmt::skip]
#[path = "golden/points.rs"]
pub mod points;

/// The expansion of `specs/features.yaml`.
#[rustfmt::skip]
#[path = "golden/features.rs"]
pub mod features;

/// The expansion of `specs/broker.yaml` with codes as discriminants.
#[rustfmt::skip]
#[path = "golden/broker.rs"]
pub mod broker;

/// The expansion of the derive for the enum below.
#[rustfmt::skip]
#[path = "golden/derived.rs"]
mod derived;

/// A handwritten enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payment {
    /// No points are left.
    OutOfPoints,
    /// No key, or a wrong one.
    Unauthorized,
}

#[test]
fn golden_expansions_work() {
    assert_eq!(
        Payment::OutOfPoints.to_string(),
        "402 Points balance negative"
    );
    assert_eq!(points::PointsCode::NotFound.to_string(), "404 Not found");
    assert_eq!(features::FeaturesCode::NotHere.status(), Some(404));
    assert_eq!(broker::BrokerCode::Unexpected.code(), Some((-1).into()));
}
