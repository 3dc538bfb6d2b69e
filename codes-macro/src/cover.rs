//! Which variant of a user's enum stands for which row.

use std::collections::HashMap;

use codes_spec::{Code, Row, Table};
use proc_macro2::Span;

use crate::adopt::{Adopted, Adoptee};
use crate::attr::CodeArgument;

/// The row of each variant; those that have none are among the problems, and rows that have no variant too.
pub(crate) fn rows(
    adopted: &Adopted,
    table: &Table<'_>,
    lost: &[String],
    problems: &mut Vec<syn::Error>,
) -> Vec<Option<u16>> {
    let by_name: HashMap<&str, u16> = (0u16..).zip(&table.rows).map(|(i, row)| (row.name.as_ref(), i)).collect();
    let mut taken: Vec<Option<Span>> = vec![None; table.rows.len()];
    let mut rows = Vec::new();
    for variant in &adopted.variants {
        let span = variant.name.span();
        let row = match fitting(variant, table, &by_name).as_slice() {
            [] if lost.contains(&variant.row_name()) => None,
            [] => refuse(problems, span, &missing(variant, table)),
            [row] => Some(*row),
            several => refuse(problems, span, &ambiguous(variant, table, several)),
        };
        if let Some(row) = row
            && let Some(first) = taken[usize::from(row)].replace(span)
        {
            let name = &table.rows[usize::from(row)].name;
            let mut problem =
                syn::Error::new(span, format!("the row `{name}` has another variant already; one variant, one row"));
            problem.combine(syn::Error::new(first, format!("the first one for the row `{name}`")));
            problems.push(problem);
        }
        rows.push(row);
    }
    if !adopted.partial && rows.iter().all(Option::is_some) {
        uncovered(adopted, table, &taken, problems);
    }
    rows
}

fn refuse(problems: &mut Vec<syn::Error>, span: Span, message: &str) -> Option<u16> {
    problems.push(syn::Error::new(span, message));
    None
}

impl Adoptee {
    fn row_name(&self) -> String {
        self.row_name.clone().unwrap_or_else(|| self.name.to_string())
    }

    fn is_bare(&self) -> bool {
        self.row_name.is_none() && self.status.is_none() && self.code.is_none()
    }

    /// What it says of its row, for a message.
    fn says(&self) -> String {
        let code = self.code.as_ref().map(|code| match code {
            CodeArgument::Text(text) => format!("the code `{text}`"),
            CodeArgument::Int(int) => format!("the code {int}"),
        });
        let name = (self.is_bare() || self.row_name.is_some()).then(|| format!("the name `{}`", self.row_name()));
        let status = self.status.map(|status| format!("the status {status}"));
        [name, status, code].into_iter().flatten().collect::<Vec<_>>().join(" and ")
    }
}

/// The rows that all designators of a variant fit.
fn fitting(variant: &Adoptee, table: &Table<'_>, by_name: &HashMap<&str, u16>) -> Vec<u16> {
    if variant.is_bare() {
        return by_name.get(variant.row_name().as_str()).copied().into_iter().collect();
    }
    let named = |row: &Row<'_>| variant.row_name.as_ref().is_none_or(|name| row.name == *name);
    let with_status =
        |row: &Row<'_>| variant.status.is_none_or(|status| row.statuses.iter().any(|own| own.single() == Some(status)));
    let with_code = |row: &Row<'_>| match (&variant.code, &row.code) {
        (None, _) => true,
        (Some(CodeArgument::Text(text)), Some(Code::Text(own) | Code::Range(_, _, own))) => own == text,
        (Some(CodeArgument::Int(int)), Some(Code::Int(own))) => own == int,
        _ => false,
    };
    let fits = |row: &Row<'_>| named(row) && with_status(row) && with_code(row);
    (0u16..).zip(&table.rows).filter(|(_, row)| fits(row)).map(|(i, _)| i).collect()
}

fn missing(variant: &Adoptee, table: &Table<'_>) -> String {
    let near = codes_spec::nearest(&variant.row_name(), table.rows.iter().map(|row| row.name.as_ref()));
    let same_status = || {
        variant.status.and_then(|status| {
            table.rows.iter().find(|row| row.statuses.iter().any(|own| own.single() == Some(status)))
        })
    };
    let help = match near.or_else(|| same_status().map(|row| row.name.as_ref())) {
        Some(near) => format!("did you mean `#[code(name = \"{near}\")]`?"),
        None => format!("the rows of {} are {}", table.vendor, listed(table.rows.iter())),
    };
    format!("no row has {}; {help}", variant.says())
}

fn ambiguous(variant: &Adoptee, table: &Table<'_>, rows: &[u16]) -> String {
    let fit: Vec<_> = rows.iter().map(|&row| &table.rows[usize::from(row)]).collect();
    let first = &fit[0].name;
    format!(
        "{} rows have {}: {}; say which, as in `#[code(name = \"{first}\")]`",
        fit.len(),
        variant.says(),
        listed(fit.iter().copied())
    )
}

fn listed<'r, 'a: 'r>(rows: impl Iterator<Item = &'r Row<'a>>) -> String {
    const MOST: usize = 12;
    let mut names: Vec<_> = rows.take(MOST + 1).map(|row| format!("`{}`", row.name)).collect();
    if names.len() > MOST {
        names.truncate(MOST);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Reports the rows without a variant, with the lines that would give them one.
fn uncovered(adopted: &Adopted, table: &Table<'_>, taken: &[Option<Span>], problems: &mut Vec<syn::Error>) {
    let rows: Vec<_> = table.rows.iter().zip(taken).filter(|(_, taken)| taken.is_none()).map(|(row, _)| row).collect();
    if rows.is_empty() {
        return;
    }
    let in_use = |name: &str| adopted.variants.iter().any(|variant| variant.name == name);
    let line = |row: &&Row<'_>| match row.name.as_ref() {
        name if in_use(name) => format!("    #[code(name = \"{name}\")]\n    {name}Row,"),
        name => format!("    {name},"),
    };
    let lines: Vec<_> = rows.iter().map(line).collect();
    let has = if rows.len() == 1 { "row has" } else { "rows have" };
    let message = format!(
        "{} {has} no variant; add what is missing, or `partial` to `#[code(…)]`:\n\n{}",
        rows.len(),
        lines.join("\n")
    );
    problems.push(syn::Error::new(adopted.name.span(), message));
}
