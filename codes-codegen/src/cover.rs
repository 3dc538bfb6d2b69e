//! Which variant of a user's enum stands for which row.

use std::collections::HashMap;

use codes_spec::{Code, CodeFormat, Row, Table};
use proc_macro2::Span;
use syn::ext::IdentExt as _;

use crate::adopt::{Adopted, Adoptee};
use crate::attr::CodeArgument;

/// The row of each variant, and the variant of each row; what has none of these is among the problems.
pub(crate) fn rows<'v>(
    adopted: &'v Adopted,
    table: &Table<'_>,
    lost: &[String],
    problems: &mut Vec<syn::Error>,
) -> (Vec<Option<u16>>, Vec<Option<&'v Adoptee>>) {
    let by_name = by_name(table);
    let fitting: Vec<_> = adopted
        .variants
        .iter()
        .map(|variant| fitting(variant, table, &by_name))
        .collect();
    let mut taken: Vec<Option<&Adoptee>> = vec![None; table.rows.len()];
    for (variant, fitting) in adopted.variants.iter().zip(&fitting) {
        if let [row] = fitting.as_slice() {
            taken[usize::from(*row)].get_or_insert(variant);
        }
    }
    let left: Vec<_> = table
        .rows
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| taken.is_none())
        .map(|(row, _)| row)
        .collect();
    let mut rows = Vec::new();
    for (variant, fitting) in adopted.variants.iter().zip(&fitting) {
        let span = variant.name.span();
        rows.push(match fitting.as_slice() {
            [] if variant.broken || lost.contains(&variant.row_name()) => None,
            [] => refuse(problems, span, &missing(variant, table, &left)),
            [row] => {
                if let Some(first) =
                    taken[usize::from(*row)].filter(|first| first.name != variant.name)
                {
                    let name = &table.rows[usize::from(*row)].name;
                    let message = format!(
                        "the row `{name}` has another variant already, and may have one; {}",
                        rest(&left)
                    );
                    let mut problem = syn::Error::new(span, message);
                    problem.combine(syn::Error::new(
                        first.name.span(),
                        format!("the first one for the row `{name}`"),
                    ));
                    problems.push(problem);
                }
                Some(*row)
            }
            several => refuse(
                problems,
                span,
                &ambiguous(variant, table, several, &taken, &left),
            ),
        });
    }
    if !adopted.partial && rows.iter().all(Option::is_some) {
        uncovered(adopted, &left, problems);
    }
    (rows, taken)
}

/// Each row by its name and its former ones, of which none is another's.
fn by_name<'t>(table: &'t Table<'_>) -> HashMap<&'t str, u16> {
    let mut by_name = HashMap::new();
    for (i, row) in (0u16..).zip(&table.rows) {
        by_name.extend(
            row.former_names
                .iter()
                .chain([&row.name])
                .map(|name| (name.as_ref(), i)),
        );
    }
    by_name
}

fn refuse(problems: &mut Vec<syn::Error>, span: Span, message: &str) -> Option<u16> {
    problems.push(syn::Error::new(span, message));
    None
}

impl Adoptee {
    fn row_name(&self) -> String {
        self.row_name
            .clone()
            .unwrap_or_else(|| self.name.unraw().to_string())
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
        let name = (self.is_bare() || self.row_name.is_some())
            .then(|| format!("the name `{}`", self.row_name()));
        let status = self.status.map(|status| format!("the status {status}"));
        [name, status, code]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" and ")
    }
}

/// The rows that all designators of a variant fit.
fn fitting(variant: &Adoptee, table: &Table<'_>, by_name: &HashMap<&str, u16>) -> Vec<u16> {
    if variant.is_bare() {
        return by_name
            .get(variant.row_name().as_str())
            .copied()
            .into_iter()
            .collect();
    }
    let named = |i: u16| {
        variant
            .row_name
            .as_ref()
            .is_none_or(|name| by_name.get(name.as_str()) == Some(&i))
    };
    let with_status = |row: &Row<'_>| {
        variant
            .status
            .is_none_or(|status| row.statuses.iter().any(|own| own.single() == Some(status)))
    };
    let with_code = |row: &Row<'_>| {
        let is = |code: &CodeArgument| {
            row.code
                .iter()
                .chain(&row.aliases)
                .any(|own| means(code, own, table.code_format))
        };
        variant.code.as_ref().is_none_or(is)
    };
    let fits = |i: u16, row: &Row<'_>| named(i) && with_status(row) && with_code(row);
    (0u16..)
        .zip(&table.rows)
        .filter(|&(i, row)| fits(i, row))
        .map(|(i, _)| i)
        .collect()
}

/// Whether an argument is a row's code, or an alias of it, in one of the ways that it can be written.
fn means(argument: &CodeArgument, own: &Code<'_>, format: CodeFormat) -> bool {
    match (argument, own) {
        (CodeArgument::Text(text), Code::Text(own) | Code::Range(_, _, own)) => own == text,
        (CodeArgument::Text(text), Code::Int(own)) => {
            [format.show(*own), own.to_string()].contains(text)
        }
        (CodeArgument::Int(int), Code::Int(own)) => {
            format.canonical(*int) == format.canonical(*own)
        }
        (CodeArgument::Int(int), Code::Text(own)) => *own == int.to_string(),
        (CodeArgument::Int(_), Code::Range(..)) => false,
    }
}

fn missing(variant: &Adoptee, table: &Table<'_>, left: &[&Row<'_>]) -> String {
    let name = variant.row_name();
    let near = codes_spec::nearest(&name, left.iter().map(|row| row.name.as_ref()));
    let same_status = || {
        let has = |status: u16| {
            move |row: &&&Row<'_>| row.statuses.iter().any(|own| own.single() == Some(status))
        };
        variant
            .status
            .and_then(|status| left.iter().find(has(status)))
    };
    let near = near.or_else(|| same_status().map(|row| row.name.as_ref()));
    let meant = near.map(|near| format!("did you mean `#[code(name = \"{near}\")]`? "));
    format!(
        "no row of {} has {}; {}{}",
        table.vendor,
        variant.says(),
        meant.unwrap_or_default(),
        rest(left)
    )
}

fn ambiguous(
    variant: &Adoptee,
    table: &Table<'_>,
    rows: &[u16],
    taken: &[Option<&Adoptee>],
    left: &[&Row<'_>],
) -> String {
    let fit: Vec<_> = rows
        .iter()
        .map(|&row| &table.rows[usize::from(row)])
        .collect();
    let free = rows
        .iter()
        .zip(&fit)
        .find(|&(&row, _)| taken[usize::from(row)].is_none())
        .map(|(_, row)| row);
    let say = free.map(|row| format!("say which, as in `#[code(name = \"{}\")]`; ", row.name));
    format!(
        "{} rows have {}: {}; {}{}",
        fit.len(),
        variant.says(),
        listed(&fit),
        say.unwrap_or_default(),
        rest(left)
    )
}

/// The rows that have no variant yet.
fn rest(left: &[&Row<'_>]) -> String {
    match left {
        [] => "no row is left".to_owned(),
        [row] => format!("the row left is `{}`", row.name),
        rows => format!("the rows left are {}", listed(rows)),
    }
}

fn listed(rows: &[&Row<'_>]) -> String {
    const MOST: usize = 12;
    let mut names: Vec<_> = rows
        .iter()
        .take(MOST)
        .map(|row| format!("`{}`", row.name))
        .collect();
    if rows.len() > MOST {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// Reports the rows without a variant, with the lines that would give them one.
fn uncovered(adopted: &Adopted, rows: &[&Row<'_>], problems: &mut Vec<syn::Error>) {
    if rows.is_empty() {
        return;
    }
    let in_use = |name: &str| adopted.variants.iter().any(|variant| variant.name == name);
    let line = |row: &&Row<'_>| match row.name.as_ref() {
        name if in_use(name) => format!("    #[code(name = \"{name}\")]\n    {name}Row,"),
        name => format!("    {name},"),
    };
    let lines: Vec<_> = rows.iter().map(line).collect();
    let has = if rows.len() == 1 {
        "row has"
    } else {
        "rows have"
    };
    let message = format!(
        "{} {has} no variant; add what is missing, or `partial` to `#[code(…)]`:\n\n{}",
        rows.len(),
        lines.join("\n")
    );
    problems.push(syn::Error::new(adopted.name.span(), message));
}
