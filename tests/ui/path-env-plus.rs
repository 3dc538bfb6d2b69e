use codes_runtime::codes;

codes! {
    pub enum PointsCode = env!("CARGO_MANIFEST_DIR") + "/specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
