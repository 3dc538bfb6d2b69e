//! An axum server on the loopback interface responds as the five vendors do, and the responses that
//! reqwest receives are classified as the rows that were sent.

mod exchange;
mod responses;
mod rows;
mod shapes;

use codes_runtime::codes;

codes! {
    enum PointsCode = "specs/points.yaml";
    enum ReferenceCode = "specs/reference.yaml";
    enum CoverageCode = "specs/coverage.yaml";
    enum LimitsCode = "specs/limits.yaml";
    enum GuideCode = "specs/guide.yaml";
}
