use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[Code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
}

fn main() {
    println!("{}", Payment::NotFound);
}
