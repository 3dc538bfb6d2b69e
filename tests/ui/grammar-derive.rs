use codes_runtime::codes;

codes! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
    #[code(spec = "specs/points.yaml")]
    pub enum PointsCode {
        NotFound,
    }
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
