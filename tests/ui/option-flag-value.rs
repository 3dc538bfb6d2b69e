use codes_runtime::codes;

codes! {
    #[codes(exhaustive: true)]
    pub enum PointsCode = "specs/points.yaml";
    #[codes(quiet(true))]
    pub enum OtherCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
