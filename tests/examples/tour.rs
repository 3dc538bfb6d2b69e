//! The five vendors' enums at work: `cargo run --example tour`.

use codes_runtime::{Code, CodeTable, codes};

codes! {
    /// What the Points API answers.
    pub enum PointsCode = "../specs/points.yaml";
    pub enum ReferenceCode = "../specs/reference.yaml";
    pub enum CoverageCode = "../specs/coverage.yaml";
    pub enum LimitsCode = "../specs/limits.yaml";
    pub enum GuideCode = "../specs/guide.yaml";
}

fn main() {
    println!("{}", PointsCode::NoResults);
    println!("{:#}", LimitsCode::Forbidden);
    println!("{:?} {:?}", CoverageCode::with_status(404), "NotFound".parse::<GuideCode>());
    println!("{}", ReferenceCode::ALL.len());
    let all: [&dyn Code; 2] = [&PointsCode::NotFound, &LimitsCode::Unauthorized];
    println!("{all:?}");
}
