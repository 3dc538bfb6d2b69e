use codes_runtime::codes;

codes! {
    pub enum PointsCode = concat!(env!("NO_SUCH_VARIABLE"), "/points.yaml");
}

fn main() {}
