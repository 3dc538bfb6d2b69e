use codes_runtime::codes;

codes! {
    pub enum
    /// Errors of the Points API.
    PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
