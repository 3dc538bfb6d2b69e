use codes_runtime::codes;

codes! {
    #[codes(by = discriminant)]
    pub enum First = "specs/codes-integers.yaml";
    #[codes(non_exhaustive)]
    pub enum Second = "specs/points.yaml";
    #[derive(Default)]
    pub enum Third = "specs/points.yaml";
    #[codes(repr(i32))]
    pub enum Fourth = "specs/codes-integers.yaml";
}

fn main() {
    println!("{} {} {} {}", First::A, Second::NotFound, Third::NotFound, Fourth::A);
}
