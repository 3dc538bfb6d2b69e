use codes_runtime::codes;

codes! {
    /// A row with a mistake does not remove the other rows.
    pub enum TestCode = "specs/status.yaml";
}

const _: Option<u16> = TestCode::Gone.status();
const _: Option<&str> = TestCode::Gone.description();

fn main() {
    println!("{} {} {:?}", TestCode::NotFound, TestCode::Gone, TestCode::ALL);
}
