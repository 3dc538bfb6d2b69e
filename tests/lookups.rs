//! Lookups by name, status and code: with no result, one result, or several.

use codes_runtime::{Code, CodeTable, Match, RawCode, Reply, UnknownCode, codes};

codes! {
    enum PointsCode = "../specs/points.yaml";
    enum CoverageCode = "../specs/coverage.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
    enum CollisionCode = "specs/collision.yaml";
    #[codes(quiet)]
    enum LookupCode = "specs/lookups.yaml";
}

use LookupCode as L;

fn status(status: u16) -> Vec<L> {
    L::with_status(status).into_iter().collect()
}

fn code<'a>(code: impl Into<RawCode<'a>>) -> Vec<L> {
    L::with_code(code).iter().collect()
}

#[test]
fn a_status_finds_rows_with_that_status_or_else_with_the_narrowest_class() {
    assert_eq!(
        status(404),
        [L::NotFound],
        "rows without a code take precedence"
    );
    assert_eq!(
        status(400),
        [L::BadPost],
        "an exact status takes precedence over a class"
    );
    assert_eq!(status(409), [L::Busy]);
    assert_eq!(status(418), [L::Seven]);
    assert_eq!(status(402), [L::NarrowClientError], "the narrowest class");
    assert_eq!(status(451), [L::Wide]);
    assert_eq!(status(450), [L::OtherClientError]);
    assert_eq!(
        status(500),
        [L::Wide],
        "of equally narrow classes, the row without a code"
    );
    for missing in [0, 99, 100, 200, 399, 600, 999, 1000, u16::MAX] {
        assert_eq!(status(missing), [], "{missing}");
        assert!(L::with_status(missing).is_empty());
    }
}

#[test]
fn a_code_finds_every_row_that_has_it() {
    assert_eq!(code("NoUser"), [L::NoUser]);
    assert_eq!(code("NoPost"), [L::NoPost, L::BadPost]);
    assert_eq!(code("NoArticle"), [L::NoPost], "an alias");
    assert_eq!(code("Busy"), [L::Busy, L::Locked]);
    assert_eq!(code("Anywhere"), [L::Anywhere]);
    assert_eq!(code(7), [L::Seven], "text with these digits");
    let long = "x".repeat(10_000);
    for missing in ["", "nouser", "NoUser ", "07", "Nothing", "\0", &long] {
        assert_eq!(code(missing), [], "{missing}");
    }
    assert_eq!(code(-7), []);
    assert_eq!(code(i64::MIN), []);
}

#[test]
fn codes_with_equal_hashes_are_told_apart() {
    use CollisionCode as C;
    let [one, other] = [
        "aRqm#bcdnRqm#opq_is_not_allowed_",
        "Xéè\\PpWéèQCe_is_not_allowed_",
    ];
    for (code, found) in [(one, C::One), (other, C::Other), ("simple", C::Plain)] {
        assert_eq!(C::with_code(code).one(), Some(found), "{code}");
    }
    for missing in ["", "a", "plai", "plains", "zzz", "\u{10ffff}"] {
        assert!(C::with_code(missing).is_empty(), "{missing}");
    }
}

#[test]
fn integer_codes_are_found_in_any_notation() {
    type F = FeaturesCode;
    let one = |code: RawCode<'_>| F::with_code(code).one();
    #[expect(deprecated, reason = "the row is deprecated")]
    for (code, row) in [
        (RawCode::Int(0x401), Some(F::NotHere)),
        (RawCode::Text("1025"), Some(F::NotHere)),
        (RawCode::Text("0x0401"), Some(F::NotHere)),
        (RawCode::Text("0x401"), Some(F::NotHere)),
        (RawCode::Int(0x402), Some(F::NotHere)),
        (RawCode::Int(0x5ff), Some(F::NotHere)),
        (RawCode::Int(-1), Some(F::TooMany)),
        (RawCode::Text("-1"), Some(F::TooMany)),
        (RawCode::Int(0x3000), Some(F::ARange)),
        (RawCode::Int(0x3fff), Some(F::ARange)),
        (RawCode::Int(0x4000), Some(F::Code16384)),
        (RawCode::Int(0x2fff), None),
        (RawCode::Int(0x600), None),
        (RawCode::Text("+1025"), None),
        (RawCode::Text("01025"), None),
        (RawCode::Text(" 1025"), None),
        (RawCode::Text("0x"), None),
        (RawCode::Text("0x+401"), None),
        (RawCode::Text("-0"), None),
        (RawCode::Text("99999999999999999999"), None),
        (RawCode::Text(""), None),
    ] {
        assert_eq!(one(code), row, "{code:?}");
    }
}

#[test]
fn parsing_prefers_a_unique_code_over_a_name() {
    assert_eq!(L::from_name("Locked"), Some(L::Locked));
    assert_eq!(L::from_name("locked"), None);
    assert_eq!(
        FeaturesCode::from_name("Missing"),
        Some(FeaturesCode::NotHere),
        "a former name"
    );
    assert_eq!("NoUser".parse(), Ok(L::NoUser));
    assert_eq!("NoArticle".parse(), Ok(L::NoPost));
    assert_eq!(
        "Wide".parse(),
        Ok(L::Wide),
        "a name, because no row has this code"
    );
    assert_eq!(
        "Busy".parse(),
        Ok(L::Busy),
        "two rows have this code, and one has this name"
    );
    assert_eq!(L::try_from("7"), Ok(L::Seven));
    assert_eq!("0x0401".parse(), Ok(FeaturesCode::NotHere));
    for code in L::ALL {
        assert_eq!(L::from_name(code.name()), Some(*code));
    }
}

#[test]
fn an_unknown_code_is_shortened_and_escaped_in_the_error() {
    let error: UnknownCode = "Nothing".parse::<L>().expect_err("no such code");
    assert_eq!(
        error.to_string(),
        "`Nothing` is neither a code nor a name of Lookups"
    );
    assert_eq!((error.text(), error.table()), ("Nothing", L::TABLE));
    let long = "é".repeat(100).parse::<L>().expect_err("no such code");
    assert_eq!(long.text(), "é".repeat(20));
    assert_eq!(
        long.to_string(),
        format!(
            "`{}…` is neither a code nor a name of Lookups",
            "é".repeat(20)
        )
    );
    let unprintable = "a\u{202e}\n".parse::<L>().expect_err("no such code");
    assert_eq!(
        unprintable.to_string(),
        "`a\\u{202e}\\n` is neither a code nor a name of Lookups"
    );
}

#[test]
fn candidates_are_in_table_order() {
    let several = L::with_code("Busy");
    assert_eq!(
        (several.len(), several.is_empty(), several.one()),
        (2, false, None)
    );
    assert!(several.contains(L::Locked) && !several.contains(L::NoUser));
    assert_eq!(format!("{several:?}"), "{Busy, Locked}");
    let copy = several;
    assert_eq!(copy, several);
    assert_ne!(copy, L::with_code("NoPost"));
    assert_eq!(
        several.into_iter().map(L::status).collect::<Vec<_>>(),
        [Some(409), Some(423)]
    );
    assert_eq!(L::with_code("NoUser").one(), Some(L::NoUser));
}

#[test]
fn replies_are_classified() {
    let reply = Reply::new().status(404);
    assert_eq!(CoverageCode::classify(&reply).candidates().len(), 3);
    assert_eq!(
        CoverageCode::classify(&reply.message("Wrong identifier")),
        Match::One(CoverageCode::WrongIdentifier)
    );
    assert_eq!(
        PointsCode::classify(&Reply::new().status(204)),
        Match::One(PointsCode::NoResults)
    );
    assert_eq!(L::classify(&reply.code("NoPost")), Match::One(L::NoPost));
    assert_eq!(
        L::classify(&reply.code("Anywhere")),
        Match::One(L::Anywhere)
    );
    assert_eq!(L::classify(&reply.code("Busy")).candidates().len(), 2);
    assert_eq!(L::classify(&reply.code("Nothing")), Match::One(L::NotFound));
    assert_eq!(
        L::classify(&Reply::new().status(400).code("Nothing")),
        Match::One(L::NarrowClientError)
    );
    assert_eq!(L::classify(&Reply::new().message("x")), Match::Unlisted);
}

/// `Error::description` is deprecated; method resolution must not prefer it over the inherent method.
#[test]
fn description_is_that_of_the_row_even_if_the_error_trait_is_in_scope() {
    use std::error::Error as _;
    let code: &PointsCode = &PointsCode::NotFound;
    assert_eq!(code.description(), Some("There is no such entry."));
    assert!(PointsCode::NotFound.source().is_none());
}

#[test]
fn rows_are_views_of_one_table() {
    let codes: [&dyn Code; 2] = [&PointsCode::NotFound, &CoverageCode::NotFound];
    assert_eq!(codes.map(Code::vendor), ["Points API", "Coverage API"]);
    assert_eq!(
        codes[0].row(),
        PointsCode::TABLE.rows().nth(5).expect("a sixth row")
    );
    assert_ne!(codes[0].row(), codes[1].row());
    assert_eq!(PointsCode::TABLE.rows().len(), 8);
    assert!(codes[0].covers_status(404) && !codes[0].covers_status(400));
    assert_eq!(
        format!("{:?}", PointsCode::TABLE),
        "Table { vendor: \"Points API\", rows: 8, .. }"
    );
    let error: Box<dyn std::error::Error + Send + Sync> = PointsCode::NotFound.into();
    assert_eq!(error.to_string(), "404 Not found");
    assert_eq!(
        error.downcast_ref::<PointsCode>(),
        Some(&PointsCode::NotFound)
    );
}
