use codes_runtime::codes;

const PATH: &str = "specs/points.yaml";

codes! {
    pub enum PointsCode = PATH;
    pub enum OtherCode = include_str!("specs/points.yaml");
    pub enum ThirdCode = 7;
    pub enum FourthCode = b"specs/points.yaml";
}

fn main() {}
