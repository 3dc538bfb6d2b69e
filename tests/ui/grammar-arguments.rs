use codes_runtime::codes;

codes!(PointsCode, "specs/points.yaml");

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
