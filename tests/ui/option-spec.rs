use codes_runtime::codes;

codes! {
    #[codes(spec = "specs/points.yaml")]
    pub enum PointsCode;
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
