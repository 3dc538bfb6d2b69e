use codes_runtime::codes;

codes! {
    pub enum PointsCode { NotFound }
}

fn main() {}
