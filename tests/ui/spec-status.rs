use codes_runtime::codes;

codes! {
    /// One wrong row does not take the others with it.
    pub enum TestCode = "specs/status.yaml";
}

fn main() {
    println!("{} {} {:?}", TestCode::NotFound, TestCode::Gone, TestCode::ALL);
}
