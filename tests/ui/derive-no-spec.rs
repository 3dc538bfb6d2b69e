use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
enum Payment {
    NotFound,
}

fn main() {
    println!("{}", Payment::NotFound);
}
