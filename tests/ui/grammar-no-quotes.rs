use codes_runtime::codes;

codes! {
    pub enum PointsCode = specs/points.yaml;
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
