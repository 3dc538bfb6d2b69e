//! Whether a table of plain data has codes, and how strong the evidence is.

use crate::import::model::page::PageTable;
use crate::import::model::text::Text;
use crate::import::roles::choices::Choices;
use crate::import::roles::columns;
use crate::import::roles::error_names;
use crate::import::roles::role::Role;
use crate::import::roles::vocabulary;

/// How sure it is that a table has the codes of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// A column is called `code`, but nothing says what the codes are for.
    Code,
    /// The name of the file suggests errors.
    File,
    /// A name in the document suggests errors, there is a column of HTTP statuses, or the author chose the column of
    /// statuses or codes.
    Error,
}

/// Returns the evidence that a table has codes, and the column of codes. `names` are the name of the file and the
/// keys that lead to the table.
pub(super) fn of(
    table: &PageTable,
    names: &[&str],
    choices: &Choices,
    roles: &[(String, Role)],
) -> Option<(Evidence, Option<usize>)> {
    let rows: Vec<_> = table.rows.iter().map(Vec::as_slice).collect();
    let given = choices
        .with_known(roles)
        .of_columns(&table.head, table.head.len());
    let reading = columns::read(&table.head, &rows, true, &given)?;
    let column = |role: Role| reading.roles.iter().position(|is| *is == role);
    let (status, code) = (column(Role::Status), column(Role::Code));
    let is_chosen = |role: Role| given.iter().any(|(_, is)| *is == role);
    if is_chosen(Role::Code) || is_chosen(Role::Status) {
        return Some((Evidence::Error, code));
    }
    if code.is_some_and(|at| rows_have_ids(&rows, at)) {
        return None;
    }
    let (file, keys) = names.split_first()?;
    let heading = |at: usize| table.head.get(at).map_or("", |text| &*text.plain);
    let says_error = status.is_some_and(|at| vocabulary::is_http_heading(heading(at)))
        || (0..table.head.len())
            .any(|at| error_names::names_errors(heading(at)) && is_mostly_filled(&rows, at))
        || keys.iter().any(|name| error_names::names_errors(name));
    let evidence = match code {
        _ if says_error => Evidence::Error,
        _ if error_names::names_errors(file) => Evidence::File,
        Some(at) if vocabulary::is_code_heading(heading(at)) => Evidence::Code,
        _ => return None,
    };
    Some((evidence, code))
}

/// Whether at least half of the rows have a value in a column. If only a few records mention an error, the table is not
/// one of errors.
fn is_mostly_filled(rows: &[&[Text]], column: usize) -> bool {
    let filled = rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.is_empty())
        .count();
    filled * 2 >= rows.len()
}

/// Whether most values of a column are UUIDs or times, so that the rows are events and not codes.
fn rows_have_ids(rows: &[&[Text]], column: usize) -> bool {
    let values = rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.is_empty());
    let (mut all, mut ids) = (0, 0);
    for value in values {
        all += 1;
        ids += usize::from(is_uuid(&value.plain) || is_time(&value.plain));
    }
    ids * 2 > all
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12] && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

/// Whether a text starts with a date and a time: `2026-11-19T10:00:00Z`
fn is_time(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() > 15
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && matches!(bytes[10], b'T' | b' ')
}
