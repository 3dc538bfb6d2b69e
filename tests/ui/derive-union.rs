use codes_runtime::Code;

#[derive(Clone, Copy, Code)]
#[code(spec = "specs/points.yaml")]
union Payment {
    status: u16,
}

fn main() {}
