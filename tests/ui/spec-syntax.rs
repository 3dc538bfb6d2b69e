use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/syntax.yaml";
}

fn main() {
    println!("{}", TestCode::NotFound);
}
