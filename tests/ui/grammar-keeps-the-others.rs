use codes_runtime::codes;

codes! {
    enum First = "specs/points.yaml";
    enum Second;
    enum Third = "specs/points.yaml";
}

fn main() {
    println!("{} {}", First::NotFound, Third::NotFound);
}
