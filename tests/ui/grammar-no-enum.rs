use codes_runtime::codes;

codes! {
    pub PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
