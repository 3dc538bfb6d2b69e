use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant)]
enum Payment {
    A,
    B,
}

fn main() {
    println!("{}", Payment::A);
}
