use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/points.yaml";
    /// Errors of the Points API.
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
