use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/points.yaml", "specs/coverage.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
