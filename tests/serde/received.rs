//! `Received`, which accepts any code, and integers of unusual sizes and formats.

use std::collections::HashSet;

use codes_runtime::{Match, RawCode, Received};
use serde::Deserialize;
use serde::de::IntoDeserializer as _;
use serde::de::value::{
    BorrowedStrDeserializer, Error, I128Deserializer, MapDeserializer, U128Deserializer,
};
use serde_json::{from_str, json, to_value};

use crate::{FeaturesCode as F, LookupCode as L};

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
    // serde_json reads an integer of this size as a float, so digits are lost
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
