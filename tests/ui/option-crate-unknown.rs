use codes_runtime::codes;

codes! {
    #[codes(crate = codes_runtme)]
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
