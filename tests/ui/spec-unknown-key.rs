use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/key.yaml";
}

fn main() {
    println!("{}", TestCode::NotFound);
}
