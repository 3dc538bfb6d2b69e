use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml")]
enum Payment {
}

fn main() {}
