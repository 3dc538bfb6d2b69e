use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/coverage.yaml", partial)]
enum Coverage {
    #[code(status = 404)]
    Missing,
    NotFound,
    InvalidRoute,
    Timeout,
}

fn main() {}
