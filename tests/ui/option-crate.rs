use codes_runtime::codes;

codes! {
    #[codes(crate = )]
    pub enum PointsCode = "specs/points.yaml";
    #[codes(crate = 5)]
    pub enum Second = "specs/points.yaml";
    #[codes(crate = "codes runtime")]
    pub enum Third = "specs/points.yaml";
    #[cfg_attr(all(), codes(quiet))]
    pub enum Fourth = "specs/points.yaml";
    #![codes]
    pub enum Fifth = "specs/points.yaml";
}

fn main() {}
