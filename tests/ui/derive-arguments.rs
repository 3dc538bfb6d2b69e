use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", parial, spec = "specs/points.yaml", partial = true)]
enum Payment {
    #[code(nam = "NotFound")]
    NotFound,
    #[code(status = "404", status = 404)]
    Other,
    #[code]
    Third,
    #[code(name = NotFound)]
    Fourth,
}

fn main() {}
