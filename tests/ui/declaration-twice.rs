use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/points.yaml";
    pub enum PointsCode = "specs/coverage.yaml";
    // only one of these is compiled
    #[cfg(unix)]
    pub enum OtherCode = "specs/points.yaml";
    #[cfg(not(unix))]
    pub enum OtherCode = "specs/coverage.yaml";
}

fn main() {}
