use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
    #[code(status = 404)]
    Missing,
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::ALL);
}
