//! Classifies replies: finds the rows that match what is known about a response.

use codes_core::code_form::CodeForm;
use codes_core::index::FixedList;

use crate::candidates::Candidates;
use crate::filter::{DetailFilter, Filter, StatusFilter};
use crate::found::{By, Find, Found};
use crate::key::CodeKey;
use crate::matching::Match;
use crate::raw::RawCode;
use crate::reply::Reply;
use crate::row::Row;
use crate::search::{Source, SourceRows, best_rows, wide_code};
use crate::set::Set;
use crate::table::Table;

impl Table {
    /// Returns the function that finds the rows of this table.
    pub(crate) const fn finder(&self) -> Find {
        if self.is_plain() {
            Self::find::<true>
        } else {
            Self::find::<false>
        }
    }

    /// Finds the rows that match a reply, by the rules of [`CodeTable::classify`](crate::CodeTable::classify).
    ///
    /// # Examples
    ///
    /// ```
    /// # codes_runtime::codes! { enum PointsCode = "../specs/points.yaml"; }
    /// use codes_runtime::{CodeTable, Reply};
    ///
    /// let found = PointsCode::TABLE.classify(&Reply::new().status(404));
    /// assert_eq!(found.one().map(|row| row.name()), Some("NotFound"));
    /// ```
    #[inline]
    pub fn classify(&'static self, reply: &Reply<'_>) -> Match<Row> {
        self.classify_by(Self::find::<false>, reply)
    }

    #[inline]
    pub(crate) fn classify_by(&'static self, find: Find, reply: &Reply<'_>) -> Match<Row> {
        self.classify_with(self.exact_form(), find, reply)
    }

    /// Like [`classify_by`](Self::classify_by), for a caller that knows the [`exact_form`](Self::exact_form)
    /// at compile time.
    #[inline]
    pub(crate) fn classify_with(
        &'static self,
        form: Option<CodeForm>,
        find: Find,
        reply: &Reply<'_>,
    ) -> Match<Row> {
        self.classify_fast(form, reply)
            .unwrap_or_else(|| self.classify_slow(find, reply))
    }

    /// Classifies a reply if one index lookup is enough, and returns `None` otherwise.
    #[inline]
    fn classify_fast(
        &'static self,
        form: Option<CodeForm>,
        reply: &Reply<'_>,
    ) -> Option<Match<Row>> {
        let found = match reply.code {
            Some(code) => self.rows_by_code(&CodeKey::unconverted(code, form?)?),
            None => self.rows_by_status(reply.status?),
        };
        let one_fact = reply.status.is_none() || reply.code.is_none();
        match found.map(|found| (self.only_row(found), found)) {
            Some((Some(row), _)) if reply.message.is_none() || !row.has_messages() => {
                Some(Match::One(row))
            }
            Some((None, several)) if one_fact && reply.message.is_none() => {
                Some(Match::Several(Candidates::new(self, Set::new(several))))
            }
            None if reply.status.is_none() && reply.message.is_none() => Some(Match::Unlisted),
            _ => None,
        }
    }

    #[inline(never)]
    fn classify_slow(&'static self, find: Find, reply: &Reply<'_>) -> Match<Row> {
        self.to_match(find(self, reply).rows)
    }

    pub(crate) fn to_match(&'static self, rows: Set) -> Match<Row> {
        match rows {
            Set::Empty => Match::Unlisted,
            Set::One(row) => Match::One(self.row(row)),
            several => Match::Several(Candidates::new(self, several)),
        }
    }

    /// Returns the row with this code if there is only one, or else the row with this name or former name.
    pub(crate) fn row_by_code_or_name(&'static self, find: Find, text: &str) -> Option<Row> {
        self.row_by_code(find, text)
            .or_else(|| self.row_by_name(text))
    }

    /// Returns the row with the given code, or `None` if several rows have it. Not generic, so that it is compiled only once.
    #[inline(never)]
    fn row_by_code(&'static self, find: Find, code: &str) -> Option<Row> {
        self.classify_by(find, &Reply::new().code(code)).one()
    }

    /// Finds the rows that match a reply: by its code, or else by its status, or else by its message.
    pub(crate) fn find<const PLAIN: bool>(&'static self, reply: &Reply<'_>) -> Found {
        let by_code = || {
            let key = self.key(reply.code?)?;
            let detail = if PLAIN {
                DetailFilter::Any
            } else {
                self.detail_filter(&key, reply.detail)?
            };
            self.set_by_code::<PLAIN>(&key, detail, reply)
        };
        let by_status = || self.set_by_status::<PLAIN>(reply.status?, reply);
        let by_message = || {
            let message = Some(reply.message.filter(|_| !PLAIN)?);
            let rows = Source::fixed(FixedList::MessagesOnly);
            best_rows::<false>(self, rows, Filter::ANY, message)
        };
        let found = |rows, by| Found { rows, by };
        by_code()
            .map(|rows| found(rows, By::Code))
            .or_else(|| by_status().map(|rows| found(rows, By::Status)))
            .or_else(|| by_message().map(|rows| found(rows, By::Message)))
            .unwrap_or(found(Set::Empty, By::Message))
    }

    /// Returns rows that match a code: those that cover the status, or else those without a status, or
    /// else all of them. An exact code beats a range or class.
    fn set_by_code<const PLAIN: bool>(
        &'static self,
        key: &CodeKey<'_>,
        detail: DetailFilter,
        reply: &Reply<'_>,
    ) -> Option<Set> {
        let exact = self.rows_by_code(key).map(Source::new);
        if PLAIN && let Some(Source::One(row)) = exact {
            return Some(Set::One(row));
        }
        let best = |status| {
            let filter = Filter {
                status,
                detail,
                ..Filter::ANY
            };
            let in_ranges = || {
                let code = wide_code(self, key, filter, reply.message)?;
                let filter = Filter { code, ..filter };
                let rows = Source::fixed(FixedList::CodeRanges);
                best_rows::<false>(self, rows, filter, reply.message)
            };
            let exact =
                exact.and_then(|rows| best_rows::<PLAIN>(self, rows, filter, reply.message));
            if PLAIN {
                exact
            } else {
                exact.or_else(in_ranges)
            }
        };
        reply
            .status
            .and_then(|status| {
                best(StatusFilter::Covers(status)).or_else(|| best(StatusFilter::None))
            })
            .or_else(|| best(StatusFilter::Any))
    }

    /// Returns how the reply's detail filters the rows that have the code `key`, or `None` if no row would be left.
    ///
    /// If some rows have the reply's detail, only they match; otherwise, only rows without a detail
    /// do. If the reply has no detail and every row has one, all rows match.
    fn detail_filter(
        &'static self,
        key: &CodeKey<'_>,
        detail: Option<RawCode<'_>>,
    ) -> Option<DetailFilter> {
        if !self.flags().has_details() {
            return Some(DetailFilter::Any);
        }
        let detail = detail.filter(|detail| *detail != RawCode::Text(""));
        let rows = || self.rows_with_code(key);
        if let Some(detail) = detail
            && let Some(row) = rows().find(|row| row.has_detail(detail))
        {
            return Some(DetailFilter::Same(row.index));
        }
        if rows().any(|row| row.detail().is_none()) {
            return Some(DetailFilter::None);
        }
        detail.is_none().then_some(DetailFilter::Any)
    }

    /// Iterates over the rows that match a code, exactly or by a range or class.
    fn rows_with_code(&'static self, key: &CodeKey<'_>) -> impl Iterator<Item = Row> {
        let exact = match self.rows_by_code(key) {
            Some(rows) => Source::new(rows).rows(self),
            None => SourceRows::empty(self),
        };
        let wide = Source::fixed(FixedList::CodeRanges).rows(self);
        exact.chain(wide.filter(|row| row.has_wide_code(key)))
    }

    /// Returns the rows that list a status, or else those with a class or range that covers it.
    /// If the reply has a code, or if some of the rows found have none, the rows with a code are left out.
    fn set_by_status<const PLAIN: bool>(
        &'static self,
        status: u16,
        reply: &Reply<'_>,
    ) -> Option<Set> {
        let without_code = reply.code.is_none();
        let named = self
            .rows_by_status(status)
            .filter(|found| without_code || !self.row(self.first_row(*found)).has_code());
        let in_classes = |status| {
            let filter = Filter {
                status,
                ..Filter::ANY
            };
            let source = Source::fixed(FixedList::StatusClasses);
            best_rows::<PLAIN>(self, source, filter, reply.message)
        };
        let fit_message = |rows| match reply.message.filter(|_| !PLAIN) {
            None => Some(Set::new(rows)),
            message => best_rows::<false>(self, Source::new(rows), Filter::ANY, message),
        };
        named
            .and_then(fit_message)
            .or_else(|| in_classes(StatusFilter::CoversWithoutCode(status)))
            .or_else(|| in_classes(StatusFilter::Covers(status)).filter(|_| without_code))
    }
}
