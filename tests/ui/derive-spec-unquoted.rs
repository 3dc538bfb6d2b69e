use codes_runtime::{Code, CodeTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = specs/points.yaml, partial)]
enum Unquoted {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml" partial)]
enum NoComma {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml"; partial)]
enum Semicolon {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = include_str!("specs/points.yaml"), partial)]
enum Included {
    NotFound,
}

fn main() {
    println!("{:?} {:?} {:?}", Unquoted::ALL, NoComma::ALL, Semicolon::ALL);
    println!("{:?}", Included::ALL);
}
