use codes_runtime::Code;

// each lacks one of the traits
#[derive(Clone, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum NoCopy {
    NotFound,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum NoDebug {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum NoHash {
    NotFound,
}

fn main() {
    println!("{} {} {:?}", NoCopy::NotFound, NoDebug::NotFound, NoHash::NotFound.kind());
}
