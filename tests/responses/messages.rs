//! Messages that narrow the rows of a code or status, or decide alone.

use codes_runtime::{ApiError, CodeTable, Kind, Match, Reply, Retry, codes};

use crate::{candidates, error};

codes! {
    #[codes(quiet)]
    enum MessagesCode = "specs/responses/messages.yaml";
    enum TextsCode = "specs/responses/texts.yaml";
}

use MessagesCode as M;

fn with(status: u16, message: &str) -> ApiError<M> {
    error(Reply::new().status(status).message(message))
}

#[test]
fn a_row_without_messages_is_the_fallback() {
    assert!(with(403, "something else").is(M::Forbidden));
    assert!(with(403, "limit reached").is(M::Limited));
    assert!(with(409, "something else").is(M::Conflict));
}

#[test]
fn without_a_message_nothing_is_narrowed() {
    let error = error::<M>(Reply::new().status(403));
    assert_eq!(
        candidates(&error),
        [M::Forbidden, M::Limited, M::LimitedToFive]
    );
}

#[test]
fn the_pattern_with_most_literal_text_wins() {
    let error = with(403, "limit of 7 requests");
    assert!(error.is(M::Limited));
    assert_eq!(error.param("count"), Some("7"), "of the longer pattern");
    assert!(with(403, "limit of 5 requests").is(M::LimitedToFive));
    assert_eq!(
        candidates(&with(412, "a b a")),
        [M::Left, M::Right],
        "both fit equally"
    );
    assert!(with(412, "a b").is(M::Left));
    // literal text is measured in bytes: `é` has two, `x` has one
    assert!(with(415, "éx").is(M::Accent));
}

#[test]
fn the_status_decides_if_the_patterns_of_a_known_code_do_not_match() {
    let taken = Reply::new().status(409).code("taken");
    assert!(error::<M>(taken.message("Conflict: taken")).is(M::Taken));
    let other = error::<M>(taken.message("something else"));
    assert!(other.is(M::Conflict));
    assert!(!other.is_unknown_code());
}

#[test]
fn a_step_without_rows_passes_to_the_next() {
    let bad = Reply::new().status(422).code("bad");
    assert!(error::<M>(bad.message("field name")).is(M::BadField));
    assert!(error::<M>(bad.message("something else")).is(M::Bad));
    assert!(
        error::<M>(bad).is(M::BadField),
        "the code with the status comes first"
    );
    assert!(with(504, "slow disk").is(M::Slow));
    assert!(with(504, "something else").is(M::Down), "the class");
    assert_eq!(with(412, "something else").matched(), Match::Unlisted);
}

#[test]
fn captures_are_named_and_braces_are_doubled() {
    let error = with(507, "disk {name} is full");
    assert!(error.is(M::Full));
    assert_eq!(error.param("state"), Some("full"));
    assert_eq!(error.param("name"), None);
    assert!(with(507, "disk c is full").is(M::Down));
}

#[test]
fn a_table_of_messages_needs_neither_status_nor_code() {
    for reply in [
        Reply::new(),
        Reply::new().status(500),
        Reply::new().code("new").detail("newer"),
    ] {
        let busy = TextsCode::check_reply(&reply.message("BUSY for 3 s"));
        let busy = busy.expect_err("the row is an error");
        assert!(busy.is(TextsCode::Busy));
        assert_eq!(busy.param("seconds"), Some("3"));
        assert_eq!(
            (busy.kind(), busy.retry()),
            (Some(Kind::Unavailable), Some(Retry::After))
        );
        assert!(error::<TextsCode>(reply.message("NOT FOUND a.txt")).is(TextsCode::NotFound));
        assert_eq!(
            error::<TextsCode>(reply.message("no")).matched(),
            Match::Unlisted
        );
        assert_eq!(error::<TextsCode>(reply).matched(), Match::Unlisted);
        assert_eq!(TextsCode::check_reply(&reply.message("OK")), Ok(()));
    }
}
