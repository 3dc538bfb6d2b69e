use codes_runtime::Code;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
    Unauthorized(String),
    ServerError { status: u16 },
    NoResults(),
}

fn main() {
    println!("{}", Payment::NotFound);
}
