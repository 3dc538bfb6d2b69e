use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs/points.yaml" /// Errors of the Points API.
}

codes! {
    pub enum Second = "specs/points.yaml" #[codes(quiet)];
}

fn main() {
    println!("{} {}", PointsCode::NotFound, Second::NotFound);
}
