use codes_runtime::codes;

codes! {
    pub enum PointsCode = "https://example.com/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
