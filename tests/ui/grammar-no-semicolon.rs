use codes_runtime::codes;

codes! {
    pub enum First = "specs/points.yaml"
    /// The docs of this enum, not of the one before.
    pub enum Second = "specs/points.yaml", and
    pub enum Lost = "specs/points.yaml";
    pub enum Last = "specs/points.yaml"
}

fn main() {
    println!("{} {} {}", First::NotFound, Second::NotFound, Last::NotFound);
}
