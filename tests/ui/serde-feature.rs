use codes_runtime::{Code, codes};

codes! {
    #[codes(serde)]
    pub enum PointsCode = "specs/points.yaml";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial, serde)]
enum Mine {
    NotFound,
}

fn main() {
    println!("{} {}", PointsCode::NotFound, Mine::NotFound);
}
