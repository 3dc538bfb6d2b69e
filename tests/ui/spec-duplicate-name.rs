use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/duplicate.yaml";
}

fn main() {
    println!("{}", TestCode::NotFound);
}
