use codes_runtime::codes;

codes! {
    pub enum PointsCode = "../specs/points.yaml";
    // not similar to `key.yaml`
    pub enum OtherCode = "specs/bin.yaml";
}

fn main() {}
