use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/points.yaml;"
}

codes! {
    pub enum First = "specs/points.yaml;"
    pub enum Second = "specs/points.yaml";
}

fn main() {
    println!("{} {} {}", PointsCode::NotFound, First::NotFound, Second::NotFound);
}
