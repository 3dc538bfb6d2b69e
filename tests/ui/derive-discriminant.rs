use codes_runtime::Code;

const A: isize = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant)]
enum Constant {
    A = A,
    B = 300,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant)]
enum Computed {
    A = 1,
    B = 300 + 0,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant)]
enum Implicit {
    A = 1,
    B,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant)]
enum Both {
    #[code(code = 1)]
    A = 1,
    B = 300,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = discriminant, partial)]
enum Unknown {
    A = 7,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/codes-integers.yaml", by = code)]
enum ByCode {
    A = 1,
    B = 300,
}

fn main() {
    println!("{}", Both::A);
}
