//! Vocabulary, tables, rows and the enums over them.

use std::ops::RangeInclusive;

use codes_runtime::{
    ApiError, Body, Candidates, Code, CodeTable, Deprecated, Group, Kind, Match, Outcome, RawCode,
    Reply, Retry, Row, Table, UnknownCode, UnknownWord,
};
use http::{HeaderMap, StatusCode};

use crate::{Maybe, Own, Points, Text, code, error, serializable, value, word};

/// Checks the type of the items of an iterator.
fn items_of_row<T, I: Iterator<Item = T>>(_: impl Fn(Row) -> I) {}

fn items_of_table<T, I: Iterator<Item = T>>(_: impl Fn(&'static Table) -> I) {}

/// The result of checking a response.
type Checked<C> = Result<(), ApiError<C>>;

const FOUND: Option<Kind> = Kind::from_status(404);

#[test]
fn vocabulary() {
    word::<Kind>();
    word::<Retry>();
    word::<Outcome>();
    error::<UnknownWord>();
    let _: fn(Kind) -> Text = Kind::as_str;
    let _: fn(Retry) -> Text = Retry::as_str;
    let _: fn(Outcome) -> Text = Outcome::as_str;
    let _: (&[Kind], &[Retry], &[Outcome]) = (Kind::ALL, Retry::ALL, Outcome::ALL);
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
        Kind::Informational,
        Kind::Success,
        Kind::Redirect,
        Kind::InvalidRequest,
        Kind::Unauthenticated,
        Kind::Gone,
        Kind::PaymentRequired,
        Kind::PermissionDenied,
        Kind::NotFound,
        Kind::Conflict,
        Kind::Cancelled,
        Kind::Internal,
        Kind::PreconditionFailed,
        Kind::RateLimited,
        Kind::QuotaExceeded,
        Kind::Timeout,
        Kind::Unsupported,
        Kind::Unavailable,
    ];
    assert_eq!(kinds.len(), Kind::ALL.len());
}

#[test]
fn rows() {
    value::<Row>();
    value::<Deprecated>();
    let _: [fn(Row) -> Text; 2] = [Row::vendor, Row::name];
    let _: [fn(Row) -> Maybe<Text>; 4] = [Row::title, Row::description, Row::action, Row::url];
    let _: fn(Row) -> &'static Table = Row::table;
    let _: fn(Row) -> Maybe<Group> = Row::group;
    let _: fn(Row) -> Maybe<u16> = Row::status;
    let _: fn(Row, u16) -> bool = Row::covers_status;
    let _: [fn(Row) -> Maybe<RawCode<'static>>; 2] = [Row::code, Row::detail];
    let _: fn(Row) -> Maybe<Text> = Row::code_prefix;
    let _: fn(Row) -> Maybe<RangeInclusive<i64>> = Row::code_range;
    let _: fn(Row) -> Maybe<Kind> = Row::kind;
    let _: fn(Row) -> Maybe<Retry> = Row::retry;
    let _: fn(Row) -> Outcome = Row::outcome;
    let _: fn(Row) -> bool = Row::is_error;
    let _: fn(Row, &str) -> Maybe<Text> = Row::field;
    let _: fn(Row, &str) -> bool = Row::has_tag;
    let _: fn(Row) -> Maybe<Deprecated> = Row::deprecated;
    let _: fn(Row) -> Maybe<StatusCode> = Row::http_status;
    items_of_row::<RangeInclusive<u16>, _>(Row::statuses);
    items_of_row::<Text, _>(Row::aliases);
    items_of_row::<Text, _>(Row::messages);
    items_of_row::<Text, _>(Row::when);
    items_of_row::<Text, _>(Row::examples);
    items_of_row::<Text, _>(Row::tags);
    items_of_row::<Text, _>(Row::former_names);
    items_of_row::<(Text, Text), _>(Row::fields);
    let _: fn(Deprecated) -> (Maybe<Text>, Maybe<Text>) =
        |Deprecated { since, note, .. }| (since, note);
}

#[test]
fn tables() {
    let _: [fn(&Table) -> Text; 2] = [Table::vendor, Table::protocol];
    let _: [fn(&Table) -> Maybe<Text>; 4] =
        [Table::title, Table::source, Table::retrieved, Table::about];
    let _: fn(&Table, u16) -> bool = Table::reads_body_of;
    value::<Group>();
    items_of_table::<Group, _>(Table::groups);
    let _: fn(&'static Table) -> usize = |table| table.groups().len();
    let _: fn(&'static Table, u16, &[u8]) -> Body = Table::read_body;
    let _: fn(&'static Table, &Reply<'_>) -> Match<Row> = Table::classify;
    items_of_table::<Text, _>(Table::notes);
    items_of_table::<(Text, Text), _>(Table::tags);
    items_of_table::<Text, _>(Table::code_pointers);
    items_of_table::<Text, _>(Table::message_pointers);
    items_of_table::<Row, _>(Table::rows);
    let _: fn(&Group) -> Text = Group::id;
    let _: [fn(&Group) -> Maybe<Text>; 2] = [Group::title, Group::about];
}

#[test]
fn enums() {
    code::<Points>();
    code::<Own>();
    serializable::<Points>();
    error::<UnknownCode>();
    let logged: &dyn Code = &Own::NotFound;
    let _: (Row, Text, &'static Table, Text) =
        (logged.row(), logged.vendor(), logged.table(), logged.name());
    let _: (Maybe<u16>, bool, Maybe<StatusCode>) = (
        logged.status(),
        logged.covers_status(404),
        logged.http_status(),
    );
    let _: [Maybe<RawCode<'static>>; 2] = [logged.code(), logged.detail()];
    let _: Maybe<Text> = logged.title();
    let _: (Maybe<Kind>, Maybe<Retry>) = (logged.kind(), logged.retry());
    let _: (Outcome, bool) = (logged.outcome(), logged.is_error());

    let _: (&'static Table, &'static [Own]) = (Own::TABLE, Own::ALL);
    let _: fn(&str) -> Maybe<Own> = Own::from_name;
    let _: fn(u16) -> Candidates<Own> = Own::with_status;
    let _: fn(&'static str) -> Candidates<Own> = Own::with_code;
    let _: fn(&Reply<'_>) -> Match<Own> = Own::classify;
    let _: fn(u16, &HeaderMap, &[u8]) -> Checked<Own> = Own::check;
    let unknown: UnknownCode = "x".parse::<Own>().unwrap_err();
    let _: (&'static Table, &str, Maybe<RawCode<'static>>) =
        (unknown.table(), unknown.text(), unknown.nearest());
}
