use codes_runtime::codes;

codes! {
    #[codes(repr = u8)]
    pub enum TooLarge = "specs/codes-integers.yaml";
    #[codes(repr = i32)]
    pub enum Aliases = "specs/codes-aliases.yaml";
    #[codes(repr = i32)]
    pub enum Ranges = "specs/codes-ranges.yaml";
    #[codes(repr = i32)]
    pub enum Shared = "specs/codes-shared.yaml";
    #[codes(repr = i32)]
    pub enum Texts = "specs/codes-texts.yaml";
    #[codes(repr = i32)]
    pub enum NoCode = "specs/points.yaml";
    #[codes(repr = f32)]
    pub enum NotInteger = "specs/codes-integers.yaml";
    #[codes(repr = "i32")]
    pub enum Quoted = "specs/codes-integers.yaml";
    #[codes(repr)]
    pub enum NoType = "specs/codes-integers.yaml";
    #[repr(i32)]
    pub enum ByHand = "specs/codes-integers.yaml";
}

fn main() {
    println!("{} {}", TooLarge::A as i32, Aliases::A as i32);
}
