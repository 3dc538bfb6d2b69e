use codes_runtime::{Code, codes};

codes! {
    #[codes(serde = true)]
    pub enum PointsCode = "specs/points.yaml";
    #[codes(serde(rename_all = "snake_case"))]
    pub enum Second = "specs/points.yaml";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial, serde)]
enum Payment {
    #[code(name = "NotFound", serde)]
    Lost,
}

fn main() {
    println!("{} {} {}", PointsCode::NotFound, Second::NotFound, Payment::Lost);
}
