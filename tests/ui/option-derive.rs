use codes_runtime::codes;

codes! {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
