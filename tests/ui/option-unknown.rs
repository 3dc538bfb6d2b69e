use codes_runtime::codes;

codes! {
    #[codes(exhaustiv)]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{}", PointsCode::NotFound);
}
