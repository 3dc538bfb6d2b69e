use codes_runtime::codes;

codes! {
    pub struct PointsCode = "specs/points.yaml";
}

fn main() {}
