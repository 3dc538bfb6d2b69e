use codes_runtime::Code;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
    Invalid(String),
}

fn main() {
    println!("{} {:?}", Payment::NotFound, Payment::NotFound.kind());
}
