use codes_runtime::Code;

#[derive(Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Payment {
    NotFound,
}

fn main() {
    println!("{}", Payment::NotFound);
}
