use codes_runtime::codes;

codes! {
    /// One wrong row does not take the others with it.
    pub enum TestCode = "specs/status.yaml";
}

const _: Option<u16> = TestCode::Gone.status();
const _: Option<&str> = TestCode::Gone.description();

fn main() {
    println!("{} {} {:?}", TestCode::NotFound, TestCode::Gone, TestCode::ALL);
}
