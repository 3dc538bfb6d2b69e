//! Every public item of the runtime with its type: what no longer compiles here would no longer compile
//! in a user's crate.

#![expect(
    clippy::type_complexity,
    clippy::items_after_statements,
    reason = "types are spelled out where their items are named"
)]

mod items;

use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use codes_runtime::{
    ApiError, Body, Candidates, Code, CodeTable, Deprecated, Group, Iter, Kind, Match, Outcome,
    RawCode, Received, Reply, Retry, Row, Table, UnknownCode, UnknownWord, codes,
    parse_retry_after,
};
use http::{HeaderMap, Response, StatusCode};
use items::{is_named, public_items, sources};

codes! {
    #[codes(serde)]
    enum Points = "specs/points.yaml";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Code)]
#[code(spec = "specs/points.yaml", partial)]
enum Own {
    NotFound,
}

type Text = &'static str;
type Maybe<T> = Option<T>;

/// An iterator over these.
fn over<T, I: Iterator<Item = T>>(_: impl Fn(Row) -> I) {}
fn of_table<T, I: Iterator<Item = T>>(_: impl Fn(&'static Table) -> I) {}

fn value<T: Copy + Debug + PartialEq + Eq>() {}
fn word<T: Copy + Debug + Eq + Hash + Display + FromStr<Err = UnknownWord>>() {}
fn code<
    T: CodeTable + Display + FromStr<Err = UnknownCode> + TryFrom<&'static str, Error = UnknownCode>,
>() {
}
fn error<T: std::error::Error + Clone + Send + Sync + 'static>() {}
fn on_the_wire<T: serde::Serialize + serde::de::DeserializeOwned>() {}

#[test]
fn words() {
    word::<Kind>();
    word::<Retry>();
    word::<Outcome>();
    error::<UnknownWord>();
    let _: [fn(Kind) -> Text; 1] = [Kind::as_str];
    let _: [fn(Retry) -> Text; 1] = [Retry::as_str];
    let _: [fn(Outcome) -> Text; 1] = [Outcome::as_str];
    let _: (&[Kind], &[Retry], &[Outcome]) = (Kind::ALL, Retry::ALL, Outcome::ALL);
    const FOUND: Option<Kind> = Kind::from_status(404);
    assert_eq!(FOUND, Some(Kind::NotFound));
    match Outcome::Ok {
        Outcome::Ok | Outcome::Pending | Outcome::Warning | Outcome::Error => {}
    }
    let _ = [
        Retry::Never,
        Retry::Backoff,
        Retry::After,
        Retry::IfIdempotent,
    ];
    let kinds = [
        [
            Kind::Informational,
            Kind::Success,
            Kind::Redirect,
            Kind::InvalidRequest,
            Kind::Unauthenticated,
            Kind::Gone,
        ],
        [
            Kind::PaymentRequired,
            Kind::PermissionDenied,
            Kind::NotFound,
            Kind::Conflict,
            Kind::Cancelled,
            Kind::Internal,
        ],
        [
            Kind::PreconditionFailed,
            Kind::RateLimited,
            Kind::QuotaExceeded,
            Kind::Timeout,
            Kind::Unsupported,
            Kind::Unavailable,
        ],
    ];
    assert_eq!(kinds.as_flattened().len(), Kind::ALL.len());
}

#[test]
fn rows_and_tables() {
    value::<Row>();
    value::<Deprecated>();
    let _: [fn(Row) -> Text; 2] = [Row::vendor, Row::name];
    let _: [fn(Row) -> Maybe<Text>; 4] = [Row::title, Row::description, Row::action, Row::url];
    let _: (fn(Row) -> &'static Table, fn(Row) -> Maybe<Group>) = (Row::table, Row::group);
    let _: (fn(Row) -> Maybe<u16>, fn(Row, u16) -> bool) = (Row::status, Row::covers_status);
    let _: (
        fn(Row) -> Maybe<RawCode<'static>>,
        fn(Row) -> Maybe<RangeInclusive<i64>>,
    ) = (Row::code, Row::code_range);
    let _: (fn(Row) -> Maybe<Kind>, fn(Row) -> Maybe<Retry>) = (Row::kind, Row::retry);
    let _: (fn(Row) -> Outcome, fn(Row) -> bool) = (Row::outcome, Row::is_error);
    let _: (fn(Row, &str) -> Maybe<Text>, fn(Row, &str) -> bool) = (Row::field, Row::has_tag);
    let _: (fn(Row) -> Maybe<Deprecated>, fn(Row) -> Maybe<StatusCode>) =
        (Row::deprecated, Row::http_status);
    over::<RangeInclusive<u16>, _>(Row::statuses);
    over::<Text, _>(Row::aliases);
    over::<Text, _>(Row::messages);
    over::<Text, _>(Row::when);
    over::<Text, _>(Row::examples);
    over::<Text, _>(Row::tags);
    over::<Text, _>(Row::former_names);
    over::<(Text, Text), _>(Row::fields);
    let _: fn(Deprecated) -> (Maybe<Text>, Maybe<Text>) =
        |Deprecated { since, note, .. }| (since, note);

    let _: [fn(&Table) -> Text; 2] = [Table::vendor, Table::protocol];
    let _: [fn(&Table) -> Maybe<Text>; 4] =
        [Table::title, Table::source, Table::retrieved, Table::about];
    let _: fn(&Table, u16) -> bool = Table::reads_body_of;
    value::<Group>();
    of_table::<Group, _>(Table::groups);
    let _: fn(&'static Table) -> usize = |table| table.groups().len();
    let _: fn(&Table, u16, &[u8]) -> Body = Table::read_body;
    let _: fn(&'static Table, &Reply<'_>) -> Match<Row> = Table::classify;
    of_table::<Text, _>(Table::notes);
    of_table::<(Text, Text), _>(Table::tags);
    of_table::<Text, _>(Table::code_pointers);
    of_table::<Text, _>(Table::message_pointers);
    of_table::<Row, _>(Table::rows);
    let _: fn(&Group) -> Text = Group::id;
    let _: [fn(&Group) -> Maybe<Text>; 2] = [Group::title, Group::about];
}

#[test]
fn replies_and_matches() {
    value::<Reply<'static>>();
    value::<RawCode<'static>>();
    value::<Candidates<Points>>();
    value::<Match<Points>>();
    value::<Match<Row>>();
    const REPLY: Reply<'static> = Reply::new().status(404).message("m");
    let owned = String::new();
    let reply = REPLY
        .code("c")
        .code(7)
        .code(7_u32)
        .code(-7_i64)
        .code(&owned)
        .code(RawCode::Int(7));
    let _: (Maybe<u16>, Maybe<RawCode<'_>>, Maybe<&str>) =
        (reply.status, reply.code, reply.message);
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
}

#[test]
fn codes_of_a_table() {
    code::<Points>();
    code::<Own>();
    on_the_wire::<Points>();
    error::<UnknownCode>();
    let logged: &dyn Code = &Own::NotFound;
    let _: (Row, Text, &'static Table, Text) =
        (logged.row(), logged.vendor(), logged.table(), logged.name());
    let _: (Maybe<u16>, bool, Maybe<StatusCode>) = (
        logged.status(),
        logged.covers_status(404),
        logged.http_status(),
    );
    let _: (Maybe<RawCode<'static>>, Maybe<Text>) = (logged.code(), logged.title());
    let _: (Maybe<Kind>, Maybe<Retry>) = (logged.kind(), logged.retry());
    let _: (Outcome, bool) = (logged.outcome(), logged.is_error());

    let _: (&'static Table, &'static [Own]) = (Own::TABLE, Own::ALL);
    let _: fn(&str) -> Maybe<Own> = Own::from_name;
    let _: fn(u16) -> Candidates<Own> = Own::with_status;
    let _: [fn(&'static str) -> Candidates<Own>; 1] = [Own::with_code];
    let _: fn(&Reply<'_>) -> Match<Own> = Own::classify;
    let _: fn(u16, &HeaderMap, &[u8]) -> Result<(), ApiError<Own>> = Own::check;
    let unknown: UnknownCode = "x".parse::<Own>().unwrap_err();
    let _: (&'static Table, &str, Maybe<RawCode<'static>>) =
        (unknown.table(), unknown.text(), unknown.nearest());
}

#[test]
fn errors_of_responses() {
    type Error = ApiError<Points>;
    error::<Error>();
    on_the_wire::<Received<Points>>();
    let _: fn(Reply<'_>) -> Error = Error::new;
    let _: fn(Error, Duration) -> Error = Error::with_retry_after;
    let _: (fn(&Error) -> Maybe<u16>, fn(&Error) -> Maybe<Duration>) =
        (Error::status, Error::retry_after);
    let _: (fn(&Error) -> Maybe<RawCode<'_>>, fn(&Error) -> Maybe<&str>) =
        (Error::code, Error::message);
    let _: (fn(&Error) -> Match<Points>, fn(&Error) -> Maybe<Points>) =
        (Error::matched, Error::one);
    let _: (fn(&Error, Points) -> bool, fn(&Error) -> bool) = (Error::is, Error::is_unknown_code);
    let _: (fn(&Error) -> Maybe<Kind>, fn(&Error) -> Maybe<Retry>) = (Error::kind, Error::retry);
    let _: fn(u16, &HeaderMap, &[u8]) -> Result<(), Error> = Error::check;
    let _: fn(SystemTime, StatusCode, &HeaderMap, &[u8]) -> Result<(), Error> = Error::check_at;
    let _: fn(&Response<Vec<u8>>) -> Result<(), Error> = Error::check_response;
    let _: fn(&str, SystemTime) -> Maybe<Duration> = parse_retry_after;
    let received = Received::<Points>::new("NoResults");
    let _: (Match<Points>, Maybe<Points>, RawCode<'_>) =
        (received.matched(), received.one(), received.raw());
    let body: Body = Points::TABLE.read_body(404, b"");
    let _: (Reply<'_>, usize) = (body.reply(), Body::LONGEST);
}

/// Hidden items in modules with public ones.
const HIDDEN: [&str; 2] = ["FromRow", "Parts"];

/// Modules whose public items are re-exported by the hidden module alone.
const HIDDEN_MODULES: [&str; 4] = ["message.rs", "parse.rs", "serialization.rs", "v1.rs"];

/// An item that is added is named here too.
#[test]
fn nothing_public_is_left_out() {
    let here = include_str!("main.rs");
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = sources(&workspace.join("codes-runtime/src"));
    files.push(workspace.join("codes-core/src/vocabulary.rs"));
    let mut seen = 0;
    for path in files {
        if HIDDEN_MODULES.iter().any(|module| path.ends_with(module)) {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("a source");
        for name in public_items(&source) {
            assert!(
                is_named(here, name) || HIDDEN.contains(&name),
                "`{name}` of {} is not named here",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 100, "{seen} public items are seen");
}
