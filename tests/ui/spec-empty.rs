use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/empty.yaml";
}

fn main() {
    println!("{:?}", TestCode::ALL);
}
