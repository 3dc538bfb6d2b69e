use codes_runtime::Code;

#[derive(PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
}

fn main() {}
