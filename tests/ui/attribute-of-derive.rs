use codes_runtime::codes;

codes! {
    #[code(exhaustive)]
    pub enum PointsCode = "specs/points.yaml";
    #[repr(u16)]
    pub enum OtherCode = "specs/points.yaml";
}

fn main() {}
