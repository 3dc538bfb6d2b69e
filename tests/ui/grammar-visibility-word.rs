use codes_runtime::codes;

codes! {
    public enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
