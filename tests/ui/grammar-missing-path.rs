use codes_runtime::codes;

codes! {
    pub enum PointsCode;
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
