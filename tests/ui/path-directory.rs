use codes_runtime::codes;

codes! {
    pub enum PointsCode = "specs";
    pub enum OtherCode = "folder.yaml";
}

fn main() {}
