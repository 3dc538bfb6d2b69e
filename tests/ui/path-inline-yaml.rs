use codes_runtime::codes;

codes! {
    pub enum PointsCode = "
        vendor: Points API
        codes:
          - {status: 404, title: Not found}
    ";
}

fn main() {
    println!("{} {:?}", PointsCode::NotFound, PointsCode::ALL);
}
