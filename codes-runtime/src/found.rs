//! The result of finding rows.

use crate::reply::Reply;
use crate::set::Set;
use crate::table::Table;

/// The rows that match a reply, and the part of the reply that led to them.
pub(crate) struct Found {
    pub(crate) rows: Set,
    #[cfg_attr(
        not(feature = "alloc"),
        expect(dead_code, reason = "only `ApiError` uses it")
    )]
    pub(crate) by: By,
}

/// The part of a reply that led to its rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Code,
    Status,
    Message,
}

/// The type of [`Table::find`], whose version for plain tables is smaller.
pub(crate) type Find = fn(&'static Table, &Reply<'_>) -> Found;
