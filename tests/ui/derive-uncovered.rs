use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml")]
enum Payment {
    NotFound,
    #[code(status = 401)]
    ServerError,
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::ALL);
}
