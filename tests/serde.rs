//! Serializing and deserializing codes.

use std::collections::{BTreeMap, HashSet};

use codes_runtime::{Code, CodeTable, Match, RawCode, Received, codes};
use serde::de::IntoDeserializer as _;
use serde::de::value::{
    BorrowedStrDeserializer, Error, I128Deserializer, MapDeserializer, U128Deserializer,
};
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
        Some("`NotFound` is of a row of Points API that has no variant here")
    );
    codes! { #[codes(serde, quiet)] enum Twins = "specs/twins.yaml"; }
    assert_eq!(
        error::<Twins>(r#""Busy""#),
        "`Busy` is a code of 2 rows of Twins, `One`, `Other`"
    );
}

type Any = Received<F>;

#[test]
fn received_codes_are_serialized_unchanged() {
    for json in [
        "1025",
        "\"1025\"",
        "\"\"",
        "0",
        "-9223372036854775808",
        "18446744073709551615",
        "\"no\\u0000such\"",
        "99",
    ] {
        let code: Any = from_str(json).expect("any code");
        assert_eq!(serde_json::to_string(&code).expect("serialized"), json);
        assert_eq!(from_str::<Any>(json).ok(), Some(code));
    }
}

#[test]
fn received_codes_are_matched_with_rows() {
    let code: Any = from_str("\"0x0402\"").expect("any code");
    assert_eq!(
        (code.one(), code.raw()),
        (Some(F::NotHere), RawCode::Text("0x0402"))
    );
    assert_eq!(code.to_string(), "0x0402");
    assert_eq!(format!("{code:?}"), "Received(Text(\"0x0402\"))");
    assert_eq!(Any::new(99).matched(), Match::Unlisted);
    assert_eq!(Received::<L>::new("NoPost").matched().candidates().len(), 2);
    assert_eq!(
        Received::<L>::new(&"NoUser".to_owned()).one(),
        Some(L::NoUser)
    );
    assert_eq!(
        HashSet::from([Any::new(1), Any::new("1"), Any::new(1)]).len(),
        2
    );
}

#[test]
fn received_integers_may_be_of_any_size() {
    // readers of JSON turn an integer of this size into a float, so digits are lost
    let code: Any = from_str("99999999999999999999").expect("any code");
    assert_eq!(
        serde_json::to_string(&code).ok().as_deref(),
        Some("100000000000000000000")
    );
    assert_eq!(from_str::<Any>("-0").ok(), Some(Any::new(0)));
    let read = |wide: u128| Any::deserialize(wide.into_deserializer() as U128Deserializer<Error>);
    assert_eq!(read(7), Ok(Any::new(7)));
    assert_eq!(
        read(u128::MAX).map(|code| code.to_string()),
        Ok(u128::MAX.to_string())
    );
    assert_eq!(
        F::deserialize(0x401_i128.into_deserializer() as I128Deserializer<Error>),
        Ok(F::NotHere)
    );
}

#[test]
fn received_codes_must_be_strings_or_integers() {
    for json in ["null", "true", "1.5", "7.0", "[]", "{}", "{\"code\": 1}"] {
        assert!(from_str::<Any>(json).is_err(), "{json}");
    }
}

/// If another crate of the program enables `arbitrary_precision`, `serde_json` passes numbers as a map.
#[test]
fn numbers_of_arbitrary_precision_are_deserialized() {
    fn read<C: for<'de> Deserialize<'de>>(number: &'static str) -> Result<C, Error> {
        let key = BorrowedStrDeserializer::new("$serde_json::private::Number");
        C::deserialize(MapDeserializer::new([(key, number)].into_iter()))
    }
    assert_eq!(read::<F>("1025"), Ok(F::NotHere));
    assert_eq!(read::<Any>("-7"), Ok(Any::new(-7)));
    assert_eq!(
        read::<Any>("18446744073709551615").map(|code| to_value(code).ok()),
        Ok(Some(json!(u64::MAX)))
    );
    assert_eq!(
        read::<F>("1.5")
            .err()
            .map(|error| error.to_string().contains("fraction")),
        Some(true)
    );
}
