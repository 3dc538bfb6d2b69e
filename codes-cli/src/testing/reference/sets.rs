//! The sets of rows that classification tries in turn.

use codes_runtime::{RawCode, Reply};
use codes_spec::{CodeFormat, Row, Table};

use super::matches::{code_width, status_width, text_of};
use super::step::Step;

/// Returns the first set with a row that fits the message. The set may also have rows that do not fit.
pub(super) fn first_set(
    table: &Table<'_>,
    reply: &Reply<'_>,
    steps: &mut Vec<Step>,
) -> Option<(Step, Vec<usize>)> {
    let with_code = reply.code.map_or_else(Vec::new, |code| {
        let has = |row: &Row<'_>| code_width(table, row, code, &mut Vec::new()).is_some();
        rows(table, &has)
    });
    let coded = with_detail(table, &with_code, reply.detail);
    steps.extend((coded.len() < with_code.len()).then_some(Step::Detail));
    let alone = |row: &Row<'_>| row.statuses.is_empty() && row.code.is_none();
    let alone = if reply.message.is_some() {
        rows(table, &|row| alone(row) && row.aliases.is_empty())
    } else {
        Vec::new()
    };
    let by_code = by_code(table, reply.status, &coded);
    let by_status = by_status(table, reply.status, reply.code.is_none());
    let sets = by_code.into_iter().chain(by_status);
    let fits = |row: &usize| text_of(&table.rows[*row], reply.message).is_some();
    for (step, set) in sets.chain([(Step::MessageAlone, alone)]) {
        if set.iter().any(fits) {
            return Some((step, set));
        }
        steps.extend((!set.is_empty()).then_some(Step::Misfit));
    }
    None
}

fn rows(table: &Table<'_>, test: &dyn Fn(&Row<'_>) -> bool) -> Vec<usize> {
    let rows = 0..table.rows.len();
    rows.filter(|&row| test(&table.rows[row])).collect()
}

/// Returns the sets to try for a code, given the rows that have it.
fn by_code(table: &Table<'_>, status: Option<u16>, coded: &[usize]) -> Vec<(Step, Vec<usize>)> {
    let Some(status) = status else {
        return vec![(Step::Code, coded.to_vec())];
    };
    let of = |test: &dyn Fn(&Row<'_>) -> bool| -> Vec<usize> {
        let rows = coded.iter().copied();
        rows.filter(|&row| test(&table.rows[row])).collect()
    };
    vec![
        (
            Step::CodeUnderStatus,
            of(&|row| status_width(row, status).is_some()),
        ),
        (Step::CodeWithoutStatus, of(&|row| row.statuses.is_empty())),
        (Step::CodeUnderOthers, coded.to_vec()),
    ]
}

/// Returns the sets to try for a status: rows that list or cover it. Rows with a code are included only
/// if the reply has no code.
fn by_status(
    table: &Table<'_>,
    status: Option<u16>,
    without_code: bool,
) -> Vec<(Step, Vec<usize>)> {
    let Some(status) = status else {
        return Vec::new();
    };
    let names = |row: &Row<'_>| row.statuses.iter().any(|own| own.single() == Some(status));
    let is_wide = |row: &Row<'_>| row.statuses.iter().any(|own| own.single().is_none());
    let covers = |row: &Row<'_>| is_wide(row) && status_width(row, status).is_some();
    let bare = |row: &Row<'_>| row.code.is_none();
    let bare_rows = rows(table, &|row| bare(row) && names(row));
    let by_name = match (bare_rows.is_empty(), without_code) {
        (true, true) => (Step::NamedWithCode, rows(table, &names)),
        _ => (Step::Named, bare_rows),
    };
    let coded = |row: &Row<'_>| without_code && !bare(row) && covers(row);
    vec![
        by_name,
        (Step::Class, rows(table, &|row| bare(row) && covers(row))),
        (Step::ClassWithCode, rows(table, &coded)),
    ]
}

/// Returns the rows with the reply's detail, or else those without a detail. If every row has a
/// detail, returns all rows if the reply has no detail, and no rows if its detail is unknown.
fn with_detail(table: &Table<'_>, rows: &[usize], detail: Option<RawCode<'_>>) -> Vec<usize> {
    let detail = detail.map(|detail| detail.to_string());
    let detail = detail.filter(|detail| !detail.is_empty());
    let own = |row: usize| {
        let detail = table.rows[row].detail.as_ref();
        detail.map(|detail| detail.show(CodeFormat::Decimal).into_owned())
    };
    let of = |wanted: Option<&String>| -> Vec<usize> {
        let rows = rows.iter().copied();
        rows.filter(|&row| own(row).as_ref() == wanted).collect()
    };
    let with = detail
        .as_ref()
        .map_or_else(Vec::new, |detail| of(Some(detail)));
    let without = of(None);
    match (with.is_empty(), without.is_empty(), detail) {
        (false, ..) => with,
        (true, false, _) => without,
        (true, true, None) => rows.to_vec(),
        (true, true, Some(_)) => Vec::new(),
    }
}
