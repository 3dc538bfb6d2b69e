use codes_runtime::Code;

#[derive(Code)]
#[code(spec = "specs/points.yaml", partial, serde)]
enum Payment {
    NotFound,
}

#[derive(Clone, Copy, Debug, Code)]
#[code(spec = "specs/points.yaml", partial, serde)]
enum Second {
    NotFound,
}

fn main() {
    println!("{} {}", Payment::NotFound, Second::NotFound);
}
