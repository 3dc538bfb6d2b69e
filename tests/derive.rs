//! `#[derive(Code)]` on handwritten enums.

use codes_runtime::{Code, CodeTable, Kind, Match, Reply};

/// An enum with its own order and names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Code)]
#[code(spec = "../specs/points.yaml")]
#[non_exhaustive]
enum Payment {
    /// My words.
    #[code(code = "PointsBalanceNegative")]
    OutOfPoints,
    Unauthorized,
    #[code(name = "SuccessfulOperation")]
    Fine,
    #[code(status = 204)]
    Nothing,
    #[code(status = 400, code = "ValidationInputParamsError")]
    Invalid,
    NotFound,
    TooManyRequests,
    #[cfg(not(any()))]
    ServerError,
    #[cfg(any())]
    Never,
}

#[test]
fn a_variant_has_the_data_of_its_row() {
    assert_eq!(
        Payment::OutOfPoints.to_string(),
        "402 Points balance negative"
    );
    assert_eq!(Payment::OutOfPoints.name(), "PointsBalanceNegative");
    assert_eq!(
        format!("{:?}", Payment::OutOfPoints),
        "OutOfPoints",
        "the derived `Debug`"
    );
    assert_eq!(Payment::Nothing.status(), Some(204));
    assert_eq!(Payment::Invalid.kind(), Some(Kind::InvalidRequest));
    assert!(Payment::Nothing.is_error() && !Payment::Fine.is_error());
    assert!(
        Payment::OutOfPoints < Payment::Unauthorized,
        "the order of the enum"
    );
}

#[test]
fn all_variants_are_in_table_order() {
    use Payment as P;
    let all = [
        P::Fine,
        P::Nothing,
        P::Invalid,
        P::Unauthorized,
        P::OutOfPoints,
        P::NotFound,
        P::TooManyRequests,
        P::ServerError,
    ];
    assert_eq!(P::ALL, all);
    for (row, code) in P::TABLE.rows().zip(all) {
        assert_eq!(code.row(), row);
        assert_eq!(P::from_name(row.name()), Some(code));
    }
    assert_eq!(
        P::classify(&Reply::new().status(404)),
        Match::One(P::NotFound)
    );
    assert_eq!("PointsBalanceNegative".parse(), Ok(P::OutOfPoints));
    assert_eq!(P::try_from("SuccessfulOperation"), Ok(P::Fine));
    assert!(
        "OutOfPoints".parse::<P>().is_err(),
        "the name of a variant is not a name of the table"
    );
}

/// A partial enum with its own discriminants and representation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "../specs/coverage.yaml", partial)]
#[repr(i32)]
enum Coverage {
    Throttled = -7,
    #[code(name = "InvalidRoute")]
    Route = 1 << 20,
    NotFound,
}

#[test]
fn a_partial_enum_classifies_over_the_whole_table() {
    use Coverage as C;
    assert_eq!(
        (C::Throttled as i32, C::NotFound as i32),
        (-7, (1 << 20) + 1)
    );
    assert_eq!(C::ALL, [C::NotFound, C::Route, C::Throttled]);
    assert_eq!(
        [C::Throttled, C::Route, C::NotFound].map(|code| code.name()),
        ["Throttled", "InvalidRoute", "NotFound"]
    );
    // a response that matches a row without a variant is unlisted
    assert_eq!(
        C::classify(&Reply::new().status(404).message("Invalid route")),
        Match::One(C::Route)
    );
    assert_eq!(
        C::classify(&Reply::new().status(404).message("Wrong identifier")),
        Match::Unlisted
    );
    assert_eq!(C::classify(&Reply::new().status(404)), Match::Unlisted);
    assert_eq!(C::classify(&Reply::new().status(410)), Match::Unlisted);
    assert!(C::with_status(429).is_empty());
    assert_eq!(C::from_name("Gone"), None);
    assert_eq!(C::from_name("Throttled"), Some(C::Throttled));
    assert!("Gone".parse::<C>().is_err());
}

/// An enum over integer codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/features.yaml", partial, quiet)]
enum Features {
    #[code(code = 1025)]
    Missing,
    #[code(code = -1)]
    Busy,
    #[code(code = "0x3000-0x3FFF")]
    Custom,
}

#[test]
fn variants_name_their_row_by_any_of_its_codes() {
    use Features as F;
    assert_eq!(
        F::ALL.iter().map(Code::name).collect::<Vec<_>>(),
        ["NotHere", "TooMany", "ARange"]
    );
    assert_eq!(F::with_code(0x402).one(), Some(F::Missing));
    assert_eq!(F::with_code(0x3001).one(), Some(F::Custom));
    assert_eq!(
        F::Busy
            .row()
            .deprecated()
            .and_then(|deprecated| deprecated.since),
        Some("2.1")
    );
}

/// Variants that name their row by an alias, by the displayed code, and by a raw identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/features.yaml", partial, quiet)]
enum ByOtherNames {
    #[code(code = 0x402)]
    ByAlias,
    #[code(code = "-0x0001")]
    AsDisplayed,
    r#ARange,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/features.yaml", partial, quiet)]
enum ByFormerName {
    NotThere,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/features.yaml", partial, quiet)]
enum ByOldestName {
    #[code(name = "Missing")]
    Renamed,
}

#[test]
fn variants_name_their_row_by_aliases_and_former_names() {
    use ByOtherNames as O;
    assert_eq!(
        [O::ByAlias, O::AsDisplayed, O::ARange].map(|code| code.name()),
        ["NotHere", "TooMany", "ARange"]
    );
    assert_eq!(
        [ByFormerName::NotThere.name(), ByOldestName::Renamed.name()],
        ["NotHere"; 2]
    );
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/clash.yaml", partial, quiet)]
enum Clash {
    Foo,
    GrößeFalsch,
}

#[test]
fn a_code_takes_precedence_over_a_name() {
    assert_eq!(
        [Clash::Foo, Clash::GrößeFalsch].map(|code| code.status()),
        [Some(405), Some(406)]
    );
    let error = "Foo"
        .parse::<Clash>()
        .expect_err("the row with this code has no variant");
    assert_eq!(
        error.to_string(),
        "`Foo` belongs to a row of Clash that has no variant here"
    );
}

#[test]
fn only_rows_with_a_variant_are_suggested() {
    assert_eq!(
        "Gone".parse::<Coverage>().map_err(|error| error.nearest()),
        Err(None)
    );
    let error = "Throtled"
        .parse::<Coverage>()
        .expect_err("a misspelled name");
    assert_eq!(
        error.to_string(),
        "`Throtled` is neither a code nor a name of Coverage API; did you mean `Throttled`?"
    );
    let error = "WrongIdentifer"
        .parse::<Coverage>()
        .expect_err("a misspelled name without a variant");
    assert_eq!(
        error.to_string(),
        "`WrongIdentifer` is neither a code nor a name of Coverage API"
    );
}
