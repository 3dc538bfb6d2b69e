use codes_runtime::codes;

codes! {
    #[codes(exhaustive)]
    #[codes(exhaustive)]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
