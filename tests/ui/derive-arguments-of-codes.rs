use codes_runtime::Code;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial, exhaustive)]
enum Exhaustive {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial, non_exhaustive)]
enum NonExhaustive {
    NotFound,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", repr = i32)]
enum Repr {
    A = 1,
    B = 300,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", discriminant)]
enum ByAlone {
    A = 1,
    B = 300,
}

fn main() {
    println!("{} {}", Exhaustive::NotFound, NonExhaustive::NotFound);
    println!("{} {}", Repr::A, ByAlone::A);
}
