use codes_runtime::codes;

codes! {
    pub enum TestCode = "specs/warnings.yaml";
    #[codes(quiet)]
    pub enum QuietCode = "specs/warnings.yaml";
}

fn main() {}
