use codes_runtime::codes;

codes! {
    #[codes(path = "specs/points.yaml")]
    pub enum PointsCode;
    #[codes("specs/points.yaml")]
    pub enum Second;
    #[codes(file = "specs/points.yaml", quiet)]
    pub enum Third = "specs/points.yaml";
}

fn main() {
    println!("{} {} {}", PointsCode::NotFound, Second::NotFound, Third::NotFound);
}
