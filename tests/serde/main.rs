//! Serializing and deserializing codes.

mod received;

use std::collections::BTreeMap;

use codes_runtime::{Code, CodeTable, codes};
use serde::{Deserialize, Serialize};
use serde_json::{from_str, json, to_value};

codes! {
    #[codes(serde)]
    enum PointsCode = "../specs/points.yaml";
    #[codes(serde)]
    enum CoverageCode = "../specs/coverage.yaml";
    #[codes(serde, quiet)]
    enum FeaturesCode = "specs/features.yaml";
    #[codes(serde, quiet)]
    enum LookupCode = "specs/lookups.yaml";
    #[cfg_attr(all(), codes(serde))]
    enum LimitsCode = "../specs/limits.yaml";
    // `codes(serde)` is off, so the derive below is the only implementation
    #[cfg_attr(any(), codes(serde))]
    #[derive(Serialize)]
    enum GuideCode = "../specs/guide.yaml";
    #[cfg(any())]
    enum Gone = "no such spec";
}

/// A handwritten enum over some rows of the Points API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "../specs/points.yaml", partial, serde)]
enum Own {
    #[code(code = "NoResults")]
    Empty,
    #[code(status = 200)]
    Fine,
}

use FeaturesCode as F;
use LookupCode as L;

fn assert_round_trip<C: CodeTable + Serialize + for<'de> Deserialize<'de>>() {
    for code in C::ALL {
        let json = to_value(code).expect("serialized");
        assert_eq!(from_str(&json.to_string()).ok(), Some(*code), "{json}");
        assert_eq!(serde_json::from_value(json).ok(), Some(*code));
    }
}

#[test]
fn every_variant_survives_a_round_trip() {
    assert_round_trip::<PointsCode>();
    assert_round_trip::<CoverageCode>();
    assert_round_trip::<FeaturesCode>();
    assert_round_trip::<LookupCode>();
    assert_round_trip::<LimitsCode>();
    assert_eq!(to_value(GuideCode::NotFound).ok(), Some(json!("NotFound")));
    assert_round_trip::<Own>();
}

#[test]
fn a_code_is_serialized_if_only_one_row_has_it_or_else_the_name() {
    let serialized = |code: L| to_value(code).expect("serialized");
    assert_eq!(serialized(L::NoUser), json!("NoUser"));
    assert_eq!(
        serialized(L::NoPost),
        json!("NoPost"),
        "the name, because another row has the same code"
    );
    assert_eq!(serialized(L::BadPost), json!("BadPost"));
    assert_eq!(
        serialized(L::NotFound),
        json!("NotFound"),
        "the name, because the row has no code"
    );
    assert_eq!(serialized(L::Seven), json!("7"));
    assert_eq!(to_value(F::NotHere).ok(), Some(json!(0x401)));
    assert_eq!(to_value(F::ARange).ok(), Some(json!("ARange")));
    assert_eq!(to_value(Own::Empty).ok(), Some(json!("NoResults")));
    assert_eq!(
        to_value(Own::Fine).ok(),
        Some(json!("SuccessfulOperation")),
        "the name in the table, not that of the variant"
    );
    let keys = BTreeMap::from([(F::NotHere, 1)]);
    assert_eq!(to_value(&keys).ok(), Some(json!({"1025": 1})));
    assert_eq!(from_str(r#"{"1025": 1}"#).ok(), Some(keys));
}

#[test]
#[expect(deprecated, reason = "the row is deprecated")]
fn codes_aliases_and_names_are_deserialized() {
    for (json, code) in [
        ("1025", F::NotHere),
        ("\"1025\"", F::NotHere),
        ("\"0x0401\"", F::NotHere),
        ("1026", F::NotHere),
        ("1300", F::NotHere),
        ("\"NotHere\"", F::NotHere),
        ("\"NotThere\"", F::NotHere),
        ("-1", F::TooMany),
        ("12289", F::ARange),
    ] {
        assert_eq!(from_str(json).ok(), Some(code), "{json}");
    }
    assert_eq!(
        from_str("7").ok(),
        Some(L::Seven),
        "an integer matches text with its digits"
    );
    assert_eq!(from_str(r#""NoArticle""#).ok(), Some(L::NoPost));
    assert_eq!(
        from_str(r#""Busy""#).ok(),
        Some(L::Busy),
        "two rows have this code, and one has this name"
    );
}

/// The error for an invalid code, without its location.
fn error<C: for<'de> Deserialize<'de>>(json: &str) -> String {
    let error = from_str::<C>(json).err().expect("an error").to_string();
    error
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn unknown_codes_are_errors_that_suggest_the_nearest() {
    let points = error::<PointsCode>;
    assert_eq!(
        points(r#""NoReslut""#),
        "`NoReslut` is neither a code nor a name of Points API; did you mean `NoResults`?"
    );
    assert_eq!(
        points(r#""Xyz""#),
        "`Xyz` is neither a code nor a name of Points API"
    );
    assert_eq!(
        error::<F>("1"),
        "`1` is neither a code nor a name of Features; did you mean `-1`?"
    );
    assert_eq!(
        error::<F>("18446744073709551615"),
        "`18446744073709551615` is neither a code nor a name of Features"
    );
}

#[test]
fn values_of_other_types_are_errors() {
    let points = error::<PointsCode>;
    assert_eq!(points("1e400").split(' ').next(), Some("number"));
    assert_eq!(
        points("true"),
        "invalid type: boolean `true`, expected a code: text or an integer"
    );
    assert_eq!(
        points("1.5"),
        "invalid type: floating point `1.5`, expected a code: text or an integer"
    );
    assert_eq!(
        points("{}"),
        "invalid type: map, expected a code: text or an integer"
    );
}

#[test]
fn codes_without_a_variant_or_of_several_rows_are_errors() {
    assert_eq!(
        error::<Own>(r#""NotFound""#).split(';').next(),
        Some("`NotFound` belongs to a row of Points API that has no variant here")
    );
    codes! { #[codes(serde, quiet)] enum Twins = "specs/twins.yaml"; }
    assert_eq!(
        error::<Twins>(r#""Busy""#),
        "`Busy` is a code of 2 rows of Twins, `One`, `Other`"
    );
}
