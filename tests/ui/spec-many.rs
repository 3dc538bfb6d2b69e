use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/many.yaml";
}

fn main() {}
