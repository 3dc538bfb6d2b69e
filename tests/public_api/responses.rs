//! Replies, the result of classifying them, and errors.

use std::time::{Duration, SystemTime};

use codes_runtime::{
    ApiError, Body, Candidates, CodeTable, ErrorItem, Errors, Iter, Kind, Match, RawCode, Received,
    Reply, Retry, Row, parse_retry_after,
};
use http::{HeaderMap, Response, StatusCode};

use crate::{Maybe, Points, error, serializable, value};

const REPLY: Reply<'static> = Reply::new().status(404).message("m");

#[test]
fn replies_and_matches() {
    value::<Reply<'static>>();
    value::<RawCode<'static>>();
    value::<Candidates<Points>>();
    value::<Match<Points>>();
    value::<Match<Row>>();
    let owned = String::new();
    let reply = REPLY
        .code("c")
        .code(7)
        .code(7_u32)
        .code(-7_i64)
        .code(&owned)
        .code(RawCode::Int(7))
        .detail("d")
        .detail(RawCode::Int(7))
        .success(false);
    let _: (Maybe<u16>, Maybe<RawCode<'_>>, Maybe<&str>) =
        (reply.status, reply.code, reply.message);
    let _: (Maybe<RawCode<'_>>, Maybe<bool>) = (reply.detail, reply.success);
    assert_eq!(Reply::default(), Reply::new());
    let found: Match<Points> = Points::classify(&REPLY);
    match found {
        Match::One(one) => _ = [Some(one), found.one()],
        Match::Several(several) => assert_eq!(several, found.candidates()),
        Match::Unlisted => {}
    }
    let candidates: Candidates<Points> = Points::with_status(404);
    let iter: Iter<Points> = candidates.iter();
    let _: (usize, bool, Maybe<Points>, bool) = (
        candidates.len(),
        candidates.is_empty(),
        candidates.one(),
        candidates.contains(Points::NotFound),
    );
    assert!(iter.clone().eq(candidates) && (&candidates).into_iter().eq(iter));
    match RawCode::from("c") {
        RawCode::Text(_) | RawCode::Int(_) => {}
    }
    let _: fn(RawCode<'static>) -> Maybe<&'static str> = RawCode::as_str;
    let _: fn(RawCode<'static>) -> Maybe<i64> = RawCode::as_int;
}

#[test]
fn errors() {
    type Error = ApiError<Points>;
    error::<Error>();
    serializable::<Received<Points>>();
    let _: fn(Reply<'_>) -> Error = Error::new;
    let _: fn(Error, Duration) -> Error = Error::with_retry_after;
    let _: fn(&Error) -> Maybe<u16> = Error::status;
    let _: fn(&Error) -> Maybe<Duration> = Error::retry_after;
    let _: fn(&Error) -> Maybe<RawCode<'_>> = Error::code;
    let _: fn(&Error) -> Maybe<&str> = Error::message;
    let _: fn(&Error) -> Match<Points> = Error::matched;
    let _: fn(&Error) -> Maybe<Points> = Error::one;
    let _: fn(&Error, Points) -> bool = Error::is;
    let _: fn(&Error) -> bool = Error::is_unknown_code;
    let _: fn(&Error) -> Maybe<Kind> = Error::kind;
    let _: fn(&Error) -> Maybe<Retry> = Error::retry;
    let _: fn(&Error, Duration, bool) -> Maybe<Duration> = Error::next_delay;
    let _: fn(Error, &str) -> Error = Error::with_retry_after_header;
    let _: fn(&Error) -> Maybe<RawCode<'_>> = Error::detail;
    let _: fn(&Error) -> bool = Error::is_unknown_detail;
    let _: for<'e> fn(&'e Error, &str) -> Maybe<&'e str> = Error::param;
    let _: fn(&Reply<'_>) -> Result<(), Error> = Points::check_reply;
    let _: fn(u16, &HeaderMap, &[u8]) -> Result<(), Error> = Error::check;
    let _: fn(SystemTime, StatusCode, &HeaderMap, &[u8]) -> Result<(), Error> = Error::check_at;
    let _: fn(&Response<Vec<u8>>) -> Result<(), Error> = Error::check_response;
    let _: fn(&str, SystemTime) -> Maybe<Duration> = parse_retry_after;
    let received = Received::<Points>::new("NoResults");
    let _: (Match<Points>, Maybe<Points>, RawCode<'_>) =
        (received.matched(), received.one(), received.raw());
    let whole = Error::new(REPLY);
    let errors: Errors<'_, Points> = whole.errors();
    for item in errors.clone() {
        let item: ErrorItem<'_, Points> = item;
        let _: (Maybe<RawCode<'_>>, Maybe<RawCode<'_>>) = (item.code(), item.detail());
        let _: (Maybe<&str>, Maybe<&str>) = (item.message(), item.param("p"));
        let _: (Match<Points>, Maybe<Points>) = (item.matched(), item.one());
    }
    let body: Body = Points::TABLE.read_body(404, b"");
    let _: (Reply<'_>, usize) = (body.reply(), Body::LONGEST);
}
