//! Searches for the rows that fit a reply best.

use core::cmp::Reverse;

use codes_core::index::{FixedList, Rows, RowsRef};

use crate::filter::{CodeFilter, Filter, Rank};
use crate::key::CodeKey;
use crate::row::Row;
use crate::set::Set;
use crate::table::Table;

/// The rows to search.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    One(u16),
    List(u16),
}

impl Source {
    pub(crate) fn new(rows: RowsRef) -> Self {
        match rows.rows() {
            Rows::One(row) => Source::One(row),
            Rows::List(list) => Source::List(list),
        }
    }

    pub(crate) fn fixed(list: FixedList) -> Self {
        Source::List(list as u16)
    }

    pub(crate) fn rows(self, table: &'static Table) -> SourceRows {
        let (one, list) = match self {
            Source::One(row) => (Some(row), &[][..]),
            Source::List(list) => (None, table.list(list)),
        };
        SourceRows { table, one, list }
    }
}

/// The rows of a [`Source`].
// rustc compiles this faster than a chain of iterators
pub(crate) struct SourceRows {
    table: &'static Table,
    one: Option<u16>,
    list: &'static [[u8; 2]],
}

impl SourceRows {
    pub(crate) fn empty(table: &'static Table) -> Self {
        SourceRows {
            table,
            one: None,
            list: &[],
        }
    }
}

impl Iterator for SourceRows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let index = self.one.take().or_else(|| {
            let (first, rest) = self.list.split_first()?;
            self.list = rest;
            Some(u16::from_le_bytes(*first))
        });
        index.map(|index| self.table.row(index))
    }
}

/// How well a row fits; smaller is better. The widths of code and status are compared first, then
/// the length of the pattern that fits the message.
type Fit = (Rank, Reverse<usize>);

/// Returns the rows that fit a filter and a message best, or `None` if none fits. A row with
/// patterns fits a message only if one of its patterns does, and then fits better than a row
/// without patterns. `PLAIN` is for tables that are [plain](Table::is_plain).
pub(crate) fn best_rows<const PLAIN: bool>(
    table: &'static Table,
    source: Source,
    filter: Filter,
    message: Option<&str>,
) -> Option<Set> {
    let fit = |row: &Row| -> Option<Fit> {
        let rank = filter.rank::<PLAIN>(*row)?;
        match message.filter(|_| !PLAIN) {
            Some(message) if row.has_messages() => {
                Some((rank, Reverse(1 + row.best_fit(message)?)))
            }
            _ => Some((rank, Reverse(0))),
        }
    };
    let (mut best, mut rows, mut count): (Option<Fit>, _, usize) = (None, [0; Set::MAX_SMALL], 0);
    for row in source.rows(table) {
        let Some(fit) = fit(&row) else { continue };
        if best.is_none_or(|best| fit < best) {
            (best, count) = (Some(fit), 0);
        }
        if best == Some(fit) {
            if let Some(place) = rows.get_mut(count) {
                *place = row.index;
            }
            count += 1;
        }
    }
    let (_, Reverse(text)) = best?;
    if let Ok(len @ ..=8) = u8::try_from(count) {
        return Some(Set::small(rows, len));
    }
    let Source::List(list) = source else {
        return None; // unreachable: a single row is not more than eight
    };
    // a filter cannot compare patterns, so if the patterns of more than eight rows fit equally, the set
    // has all rows of the same rank
    let filter = Filter {
        without_messages: message.is_some() && text == 0,
        ..filter
    };
    Some(if count == table.list(list).len() {
        Set::List(list)
    } else {
        Set::Filtered {
            list,
            filter,
            best: rows[0],
            rank: Filter::rank::<PLAIN>,
        }
    })
}

/// Returns the condition for rows with a range or class that covers a code. If several classes cover it,
/// the condition is for the longest class of the rows that fit the filter and the message.
pub(crate) fn wide_code(
    table: &'static Table,
    key: &CodeKey<'_>,
    filter: Filter,
    message: Option<&str>,
) -> Option<CodeFilter> {
    let code = match key {
        CodeKey::Int(code) => return Some(CodeFilter::Range(*code)),
        CodeKey::Text(text) => *text,
        CodeKey::Digits(digits) => digits.as_str(),
    };
    let fits = |row: &Row| {
        let misfits =
            message.is_some_and(|message| row.has_messages() && row.best_fit(message).is_none());
        filter.rank::<false>(*row).is_some() && !misfits
    };
    let rows = Source::fixed(FixedList::CodeRanges)
        .rows(table)
        .filter(fits);
    let mut longest: Option<(Row, u32, &str)> = None;
    for row in rows {
        for (at, class) in (0..).zip(row.classes()) {
            let is_longest = longest.is_none_or(|(.., known)| class.len() >= known.len());
            if is_longest && code.starts_with(class) {
                longest = Some((row, at, class));
            }
        }
    }
    let (row, at, _) = longest?;
    Some(CodeFilter::Class { row: row.index, at })
}
