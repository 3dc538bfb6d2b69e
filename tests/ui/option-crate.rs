use codes_runtime::codes;

codes! {
    #[codes(crate = )]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {}
