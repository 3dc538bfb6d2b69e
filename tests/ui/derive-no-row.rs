use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
    Unauthorised,
    #[code(status = 418)]
    Teapot,
    #[code(code = "NoResult", status = 204)]
    Empty,
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::ALL);
}
