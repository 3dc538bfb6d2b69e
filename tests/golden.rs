//! The expansions that are kept compile without a warning, however strict the crate that they stand in.
#![deny(warnings, missing_docs, clippy::pedantic)]

/// The expansion of `specs/points.yaml`.
#[rustfmt::skip]
#[path = "golden/points.rs"]
pub mod points;

/// The expansion of `specs/features.yaml`.
#[rustfmt::skip]
#[path = "golden/features.rs"]
pub mod features;

#[test]
fn they_work() {
    assert_eq!(points::PointsCode::NotFound.to_string(), "404 Not found");
    assert_eq!(features::FeaturesCode::NotHere.status(), Some(404));
}
