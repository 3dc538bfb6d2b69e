use codes_runtime::codes;

codes! {
    pub enum PointsCode<T> = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
