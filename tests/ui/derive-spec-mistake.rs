use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/status.yaml")]
enum Test {
    NotFound,
    Gone,
}

fn main() {
    println!("{}", Test::NotFound);
}
