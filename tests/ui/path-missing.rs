use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/point.yaml";
    pub enum OtherCode = "spec/points.yaml";
    pub enum ThirdCode = "specs/quite-another.yaml";
    pub enum FourthCode = "";
}

fn main() {}
