use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml")]
struct Payment;

fn main() {
    println!("{}", Payment);
}
