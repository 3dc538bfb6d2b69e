use codes_runtime::codes;

codes! {
    //! The codes of the Points API.
    pub enum PointsCode = "specs/points.yaml";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
