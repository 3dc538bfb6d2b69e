use codes_runtime::codes;

codes!("specs/points.yaml");

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
