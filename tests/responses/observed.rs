//! `codes observe` reads responses exactly as `check` and `check_reply` do.

use codes_runtime::__private::v1::Observed;
use proptest::prelude::*;

use super::*;

/// Compares what is observed with the error that a client gets.
fn compare<C: CodeTable>(observed: &Observed<'_>, error: Option<&ApiError<C>>) {
    assert_eq!(observed.is_error(), error.is_some());
    let items: Vec<_> = observed.items().collect();
    let Some(error) = error else {
        let is_error = |row: &codes_runtime::Row| row.is_error();
        assert!(items.iter().all(|item| !item.rows.iter().any(is_error)));
        return;
    };
    assert_eq!(items.len(), error.errors().len());
    for (item, expected) in items.iter().zip(error.errors()) {
        let facts = (item.reply.code, item.reply.detail, item.reply.message);
        assert_eq!(
            facts,
            (expected.code(), expected.detail(), expected.message())
        );
        let rows = expected.matched().candidates();
        assert!(
            item.rows
                .iter()
                .copied()
                .eq(rows.iter().map(|code| code.row()))
        );
    }
    let any =
        |is: fn(&codes_runtime::__private::v1::ObservedItem<'_>) -> bool| items.iter().any(is);
    assert_eq!(any(|item| item.is_unknown_code), error.is_unknown_code());
    assert_eq!(
        any(|item| item.is_unknown_detail),
        error.is_unknown_detail()
    );
}

fn check<C: CodeTable>(status: u16, headers: &HeaderMap, body: &[u8]) {
    let observed = Observed::new(C::TABLE, status, headers, body);
    compare::<C>(&observed, C::check(status, headers, body).err().as_ref());
}

/// Values that rows of the tables have, and others.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("1025"),
        Just("1026"),
        Just("-1"),
        Just("\"burst\""),
        Just("\"a\""),
        Just("\"x is gone\""),
        Just("\"NotFound\""),
        Just("\"ServerError\""),
        Just("null"),
        Just("true"),
        Just("[]"),
        Just("\"\""),
    ]
    .prop_map(str::to_owned)
}

fn body() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        Just("code"),
        Just("detail"),
        Just("message"),
        Just("ok"),
        Just("error"),
        Just("reason")
    ];
    let object = prop::collection::vec((key, value()), 0..5);
    let object = object.prop_map(|fields| {
        let fields = fields
            .iter()
            .map(|(key, value)| format!("\"{key}\": {value}"));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
    });
    let object = object.boxed();
    prop_oneof![
        4 => object.clone(),
        2 => prop::collection::vec(object, 0..4)
            .prop_map(|items| format!("{{\"errors\": [{}]}}", items.join(", "))),
        1 => Just("<html>".to_owned()),
        1 => Just(String::new()),
    ]
}

fn status() -> impl Strategy<Value = u16> {
    prop_oneof![
        Just(200),
        Just(204),
        Just(404),
        Just(410),
        Just(429),
        Just(501),
        100..600_u16
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn responses_are_observed_as_they_are_checked(
        status in status(),
        code in prop::option::of(prop_oneof![Just("1025"), Just("-1"), Just("new")]),
        ok in prop::option::of(prop_oneof![Just("0"), Just("1")]),
        body in body(),
    ) {
        let mut headers = HeaderMap::new();
        for (name, value) in [("x-error-code", code), ("x-status", ok)] {
            headers.extend(value.map(|value| (HeaderName::from_static(name), HeaderValue::from_static(value))));
        }
        let body = body.as_bytes();
        check::<FeaturesCode>(status, &headers, body);
        check::<PointsCode>(status, &headers, body);
        check::<CoverageCode>(status, &headers, body);
        check::<RepliesCode>(status, &headers, body);
    }

    #[test]
    fn replies_are_observed_as_they_are_checked(
        status in status(),
        code in prop::option::of(prop_oneof![Just("1025"), Just("NotFound"), Just("new"), Just("")]),
        detail in prop::option::of(prop_oneof![Just("burst"), Just("new")]),
        message in prop::option::of(prop_oneof![Just("Invalid route"), Just("x is gone"), Just("new")]),
    ) {
        let mut reply = Reply::new().status(status);
        reply.code = code.map(RawCode::from);
        reply.detail = detail.map(RawCode::from);
        reply.message = message;
        let observed = Observed::of_reply(FeaturesCode::TABLE, &reply);
        compare(&observed, FeaturesCode::check_reply(&reply).err().as_ref());
        let observed = Observed::of_reply(CoverageCode::TABLE, &reply);
        compare(&observed, CoverageCode::check_reply(&reply).err().as_ref());
    }
}
