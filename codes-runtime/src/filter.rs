//! Conditions on rows, which also rank them: the narrower a row's codes and statuses, the better it
//! fits.

use crate::row::Row;

/// A condition on rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) code: CodeFilter,
    pub(crate) status: StatusFilter,
    pub(crate) detail: DetailFilter,
    /// Whether rows with message patterns are left out.
    pub(crate) without_messages: bool,
}

/// A condition on the codes of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeFilter {
    Any,
    /// One of the row's ranges covers this code.
    Range(i64),
    /// The row has the class that is at position `at` among the classes of row `row`.
    Class {
        row: u16,
        at: u32,
    },
}

/// A condition on the statuses of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusFilter {
    Any,
    /// The row covers this status.
    Covers(u16),
    /// The row covers this status and has no code.
    CoversWithoutCode(u16),
    /// The row has no status.
    None,
}

/// A condition on the detail of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DetailFilter {
    Any,
    /// The row has no detail.
    None,
    /// The row has the same detail as the row with this number.
    Same(u16),
}

/// How well a row fits: the width of its matching code, then of its matching status. Smaller is
/// better.
pub(crate) type Rank = (u64, u16);

impl Filter {
    pub(crate) const ANY: Self = Filter {
        code: CodeFilter::Any,
        status: StatusFilter::Any,
        detail: DetailFilter::Any,
        without_messages: false,
    };

    /// Returns how well a row fits, or `None` if it does not. `PLAIN` is for tables that are
    /// [plain](crate::table::Table::is_plain).
    pub(crate) fn rank<const PLAIN: bool>(self, row: Row) -> Option<Rank> {
        let code = if PLAIN { 0 } else { self.code.width(row)? };
        let status = match self.status {
            StatusFilter::CoversWithoutCode(_) if row.has_code() => return None,
            StatusFilter::None if row.statuses().next().is_some() => return None,
            StatusFilter::Covers(status) | StatusFilter::CoversWithoutCode(status) => {
                status_width(row, status)?
            }
            StatusFilter::Any | StatusFilter::None => 0,
        };
        let fits = || self.detail.fits(row) && !(self.without_messages && row.has_messages());
        (PLAIN || fits()).then_some((code, status))
    }
}

impl CodeFilter {
    fn width(self, row: Row) -> Option<u64> {
        match self {
            CodeFilter::Any => Some(0),
            CodeFilter::Range(code) => row.range_width(code),
            CodeFilter::Class { row: other, at } => {
                let class = row.table.row(other).classes().nth(at as usize)?;
                row.classes().any(|own| own == class).then_some(0)
            }
        }
    }
}

impl DetailFilter {
    pub(crate) fn fits(self, row: Row) -> bool {
        match self {
            DetailFilter::Any => true,
            DetailFilter::None => row.detail().is_none(),
            DetailFilter::Same(other) => row.detail() == row.table.row(other).detail(),
        }
    }
}

/// Returns the width of the row's narrowest status range that covers a status.
fn status_width(row: Row, status: u16) -> Option<u16> {
    row.statuses()
        .filter(|range| range.contains(&status))
        .map(|range| range.end() - range.start())
        .min()
}
