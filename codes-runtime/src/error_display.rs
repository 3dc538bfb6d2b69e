//! Displays error responses.

use core::fmt;

use crate::api_error::ApiError;
use crate::candidates::Candidates;
use crate::code_table::CodeTable;
use crate::matching::Match;
use crate::raw::RawCode;
use crate::row::Row;

impl<C: CodeTable> fmt::Debug for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status())
            .field("code", &self.code())
            .field("detail", &self.detail())
            .field("message", &self.message())
            .field("retry_after", &self.retry_after())
            .field("matched", &self.matched())
            .field("more_errors", &MoreErrors(self))
            .finish()
    }
}

/// The errors after the first. The other fields of the `Debug` output describe the first.
struct MoreErrors<'a, C: 'static>(&'a ApiError<C>);

impl<C: CodeTable> fmt::Debug for MoreErrors<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.errors().skip(1)).finish()
    }
}

/// Prints one line for a log: the vendor, the row or rows, the status, code and detail (unless the
/// row implies them), the message, the number of further errors and the delay. Strings from the
/// response are quoted, escaped and truncated to 200 characters.
impl<C: CodeTable> fmt::Display for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", C::TABLE.vendor())?;
        match self.matched() {
            Match::One(code) => write!(f, "{code}")?,
            Match::Several(candidates) => write_names(candidates, f)?,
            Match::Unlisted => f.write_str("unlisted response")?,
        }
        let row = self.one().map(|code| code.row());
        let status = self
            .status()
            .filter(|&status| row.is_none_or(|row| row.statuses().ne([status..=status])));
        let code = self
            .code()
            .filter(|code| row.is_none_or(|row| !is_code_of(*code, row)));
        let detail = self
            .detail()
            .filter(|detail| *detail != RawCode::Text(""))
            .filter(|detail| row.is_none_or(|row| !row.has_detail(*detail)));
        write_facts(status.map(RawCode::from), code, detail, f)?;
        let message = self.message().map(str::trim);
        if let Some(message) = message.filter(|message| !message.is_empty()) {
            write!(f, ": {}", Quoted(message.into()))?;
        }
        match self.errors().len() - 1 {
            0 => {}
            1 => f.write_str("; 1 more error")?,
            more => write!(f, "; {more} more errors")?,
        }
        self.retry_after()
            .map_or(Ok(()), |delay| write!(f, "; retry after {delay:?}"))
    }
}

/// Writes in brackets those facts that are present.
fn write_facts(
    status: Option<RawCode<'_>>,
    code: Option<RawCode<'_>>,
    detail: Option<RawCode<'_>>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let facts = [("status", status), ("code", code), ("detail", detail)];
    let mut present = facts
        .iter()
        .filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let Some((name, value)) = present.next() else {
        return Ok(());
    };
    write!(f, " [{name} {}", Quoted(*value))?;
    for (name, value) in present {
        write!(f, ", {name} {}", Quoted(*value))?;
    }
    f.write_str("]")
}

fn write_names<C: CodeTable>(candidates: Candidates<C>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    const MAX_NAMES: usize = 8;
    let len = candidates.len();
    for (i, code) in candidates.iter().take(MAX_NAMES).enumerate() {
        let separator = match i {
            0 => "",
            _ if i + 1 == len => " or ",
            _ => ", ",
        };
        write!(f, "{separator}{}", code.name())?;
    }
    if len > MAX_NAMES {
        write!(f, " or {} others", len - MAX_NAMES)?;
    }
    Ok(())
}

/// Returns whether a response's code is the row's own code, rather than an alias or part of a
/// range.
fn is_code_of(code: RawCode<'_>, row: Row) -> bool {
    match (row.code(), row.table.key(code)) {
        (Some(own), Some(received)) => row.table.key(own).is_some_and(|own| own.is(&received)),
        _ => false,
    }
}

/// A message or code from a response, for a one-line log: text is quoted, escaped and truncated.
struct Quoted<'a>(RawCode<'a>);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_CHARS: usize = 200;
        match self.0 {
            RawCode::Int(int) => write!(f, "{int}"),
            RawCode::Text(text) => match text.char_indices().nth(MAX_CHARS) {
                None => write!(f, "{text:?}"),
                Some((end, _)) => write!(f, "{:?}…", &text[..end]),
            },
        }
    }
}

impl<C: CodeTable> core::error::Error for ApiError<C> {}
