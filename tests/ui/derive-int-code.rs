use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    #[code(code = 404)]
    NotFound,
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::NotFound.kind());
    println!("{:?}", Payment::ALL);
}
