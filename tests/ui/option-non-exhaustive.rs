use codes_runtime::codes;

codes! {
    #[non_exhaustive]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
