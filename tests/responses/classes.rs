//! Text codes that end in `*`, which cover the codes that start with them.

use codes_runtime::{CodeTable, Match, Reply, Retry, codes};

use crate::error;

codes! {
    enum ClassesCode = "specs/responses/classes.yaml";
}

use ClassesCode as C;

#[test]
fn an_exact_code_beats_a_class_and_a_longer_class_a_shorter_one() {
    for (code, one) in [
        ("08006", Some(C::ConnectionLost)),
        ("08001", Some(C::ConnectionBroken)),
        ("080", Some(C::ConnectionBroken)),
        ("08P01", Some(C::ConnectionFailed)),
        ("57P03", Some(C::ConnectionFailed)),
        ("odd*", Some(C::Star)),
        ("odd", None),
        ("odd1", None),
        ("0", None),
        ("99000", None),
        ("08*", Some(C::ConnectionFailed)),
    ] {
        let reply = Reply::new().code(code);
        let error = error::<C>(reply);
        assert_eq!(error.one(), one, "{code}");
        assert_eq!(C::with_code(code).one(), one, "{code}");
        assert_eq!(code.parse::<C>().ok(), one, "{code}");
        assert_eq!(error.is_unknown_code(), one.is_none(), "{code}");
        assert!(C::check_reply(&reply).is_err(), "{code}");
    }
}

#[test]
fn a_class_is_not_a_code() {
    assert_eq!(C::ConnectionFailed.code(), None);
    assert_eq!(C::ConnectionLost.code(), Some("08006".into()));
    assert_eq!(C::Star.code(), Some("odd*".into()));
}

#[test]
fn a_class_covers_the_code_at_any_status() {
    let error = error::<C>(Reply::new().status(500).code("08P01"));
    assert!(error.is(C::ConnectionFailed));
    assert_eq!(error.retry(), Some(Retry::Backoff));
    assert_eq!(
        C::classify(&Reply::new().status(418).code("09")),
        Match::Unlisted
    );
}
