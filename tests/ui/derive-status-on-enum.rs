use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial, status = 404)]
enum Payment {
    NotFound,
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::NotFound.kind());
    println!("{:?}", Payment::ALL);
}
