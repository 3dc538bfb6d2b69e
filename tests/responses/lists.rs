//! Responses with several errors.

use codes_runtime::{ApiError, CodeTable, Kind, Match, Retry, codes};

use crate::{candidates, check, checked};

codes! {
    enum ManyCode = "specs/responses/lists.yaml";
}

use ManyCode as M;

fn failed(status: u16, body: &str) -> ApiError<M> {
    check(status, body).expect_err("an error")
}

/// A body with an error for each code.
fn body(codes: &str) -> String {
    let items: Vec<_> = codes
        .chars()
        .map(|code| format!(r#"{{"code": "{code}"}}"#))
        .collect();
    format!(r#"{{"errors": [{}]}}"#, items.join(", "))
}

#[test]
fn a_match_has_the_rows_of_all_errors() {
    assert_eq!(failed(400, &body("A")).matched(), Match::One(M::A));
    assert_eq!(failed(400, &body("AAA")).matched(), Match::One(M::A));
    assert_eq!(candidates(&failed(400, &body("BAB"))), [M::A, M::B]);
    let eight = failed(400, &body("HGFEDCBA"));
    let rows = [M::A, M::B, M::C, M::D, M::E, M::F, M::G, M::H];
    assert_eq!(candidates(&eight), rows);
    let nine = failed(400, &body("ABCDEFGHI"));
    assert_eq!(nine.matched(), Match::Unlisted);
    assert!(!nine.is_unknown_code());
    assert_eq!(nine.errors().len(), 9);
    assert!(nine.errors().all(|item| item.one().is_some()));
}

#[test]
fn one_unlisted_error_makes_the_match_unlisted() {
    for codes in ["AX", "XA", "AXB"] {
        let error = failed(400, &body(codes));
        assert_eq!(error.matched(), Match::Unlisted, "{codes}");
        assert!(error.is_unknown_code(), "{codes}");
        assert_eq!(
            error.errors().filter(|item| item.one().is_none()).count(),
            1
        );
    }
}

#[test]
fn kind_and_retry_are_what_the_errors_agree_on() {
    let both = |codes| {
        let error = failed(400, &body(codes));
        (error.kind(), error.retry())
    };
    assert_eq!(both("AB"), (Some(Kind::Conflict), None));
    assert_eq!(both("AA"), (Some(Kind::Conflict), Some(Retry::Never)));
    assert_eq!(both("AC"), (None, None));
}

#[test]
fn a_list_with_errors_is_an_error_at_any_status() {
    for status in [200, 204, 302] {
        assert!(failed(status, r#"{"errors": [{"message": "m"}]}"#).matched() == Match::Unlisted);
        assert!(failed(status, &body("A")).is(M::A), "{status}");
        assert!(failed(status, &body("X")).is_unknown_code(), "{status}");
    }
    for errors in ["[]", "null", "{}", "7", r#""x""#, r#"{"code": "A"}"#] {
        let body = format!(r#"{{"errors": {errors}}}"#);
        assert_eq!(check::<M>(200, &body), Ok(()), "{errors}");
        let error = failed(400, &body);
        assert_eq!((error.errors().len(), error.code()), (1, None), "{errors}");
    }
    assert_eq!(check::<M>(200, "{}"), Ok(()));
}

/// An unknown code never matches the success row of status 200, alone or next to a known code.
#[test]
fn an_unknown_code_in_a_list_does_not_match_the_success_row() {
    for codes in ["X", "AX", "XA", "XY"] {
        let error = failed(200, &body(codes));
        assert_eq!(error.matched(), Match::Unlisted, "{codes}");
        assert!(
            error.errors().all(|item| item.one() != Some(M::Done)),
            "{codes}"
        );
    }
}

#[test]
fn values_missing_from_an_item_are_read_from_the_root() {
    let error = failed(
        400,
        r#"{"old": "C", "message": "both", "request": 12, "field": "outer", "errors": [
            {"code": "B", "message": "mine", "field": "inner"}, {"request": true}, "text", null]}"#,
    );
    assert!(
        error
            .errors()
            .map(|item| item.one())
            .eq([M::B, M::C, M::C, M::C].map(Some))
    );
    let messages = error.errors().map(|item| item.message());
    assert!(messages.eq(["mine", "both", "both", "both"].map(Some)));
    let fields = error.errors().map(|item| item.param("field"));
    assert!(fields.eq(["inner", "outer", "outer", "outer"].map(Some)));
    let requests = error.errors().map(|item| item.param("request"));
    assert!(requests.eq(["12", "true", "12", "12"].map(Some)));
    // without a list, and with an empty one
    for body in [
        r#"{"code": "A", "field": "f"}"#,
        r#"{"errors": [], "code": "A", "field": "f"}"#,
    ] {
        let error = failed(400, body);
        assert_eq!((error.one(), error.param("field")), (Some(M::A), Some("f")));
        assert_eq!(error.errors().len(), 1);
    }
}

#[test]
fn the_facts_of_a_response_are_those_of_its_first_error() {
    let error = failed(
        400,
        r#"{"errors": [{"code": "A", "detail": "d", "message": "first"}, {"code": "B"}]}"#,
    );
    assert_eq!(error.code(), Some("A".into()));
    assert_eq!(error.detail(), Some("d".into()));
    assert_eq!(error.message(), Some("first"));
    let second = error.errors().nth(1).expect("a second");
    assert_eq!((second.detail(), second.message()), (None, None));
}

#[test]
fn a_header_code_applies_where_items_have_none() {
    let headers = [("x-code", "A")];
    let check = |body| checked::<M>(400, &headers, body).expect_err("an error");
    assert!(check("{}").is(M::A));
    let error = check(r#"{"errors": [{"code": "B"}, {}]}"#);
    assert!(
        error
            .errors()
            .map(|item| item.one())
            .eq([Some(M::B), Some(M::A)])
    );
    // an item's unknown code takes precedence over the known code in the header
    let error = check(r#"{"errors": [{"code": "X"}]}"#);
    assert_eq!(error.code(), Some("X".into()));
    assert!(error.is_unknown_code());
}

#[test]
fn the_delay_is_beside_the_list() {
    let error = failed(400, r#"{"wait": 2, "errors": [{"code": "B", "wait": 9}]}"#);
    assert_eq!(error.retry_after().map(|delay| delay.as_secs()), Some(2));
}

#[test]
fn facts_are_borrowed_from_the_error() {
    fn fields<C: CodeTable>(error: &ApiError<C>) -> Vec<&str> {
        error
            .errors()
            .filter_map(|item| item.param("field"))
            .collect()
    }
    let error = failed(400, r#"{"errors": [{"field": "a"}, {"field": "b"}]}"#);
    assert_eq!(fields(&error), ["a", "b"]);
}
