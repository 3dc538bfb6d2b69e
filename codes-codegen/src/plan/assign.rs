//! Decides which variant of a user's enum stands for which row.

use std::collections::HashMap;

use codes_spec::{Code, CodeFormat, Row, Table};
use syn::ext::IdentExt as _;

use crate::input::argument::CodeArgument;
use crate::input::derive_input::{DeriveInput, VariantInput};
use crate::messages::{self, Message};
use crate::report::Report;

/// Which variant stands for which row.
pub(crate) struct Assignment<'v> {
    /// The row of each variant; absent if there was an error.
    pub(crate) rows: Vec<Option<u16>>,
    /// The first variant of each row.
    variants: Vec<Option<&'v VariantInput>>,
}

impl Assignment<'_> {
    /// The rows that have a variant, and the names of these variants.
    pub(crate) fn covered(&self) -> (Vec<u16>, Vec<String>) {
        let name = |variant: &VariantInput| variant.name.to_string();
        let variants = self.variants.iter().copied();
        let covered = (0..)
            .zip(variants)
            .filter_map(|(row, variant)| Some((row, name(variant?))));
        covered.unzip()
    }
}

/// Finds the row of each variant. Variants that fit no row, several, or another variant's are
/// reported, and so are rows without a variant, unless the enum is partial.
pub(crate) fn assign<'v>(
    input: &'v DeriveInput,
    table: &Table<'_>,
    skipped_names: &[String],
    report: &mut Report,
) -> Assignment<'v> {
    let by_name = by_name(table);
    let candidates: Vec<_> = input
        .variants
        .iter()
        .map(|variant| candidates(variant, table, &by_name))
        .collect();
    let mut variants: Vec<Option<&VariantInput>> = vec![None; table.rows.len()];
    for (variant, candidates) in input.variants.iter().zip(&candidates) {
        if let [row] = candidates[..] {
            variants[usize::from(row)].get_or_insert(variant);
        }
    }
    let rows_left = rows_left(table, &variants);
    let mut rows = Vec::new();
    for (variant, candidates) in input.variants.iter().zip(&candidates) {
        let error = match candidates[..] {
            [] if variant.is_malformed || skipped_names.contains(&variant.row_name()) => None,
            [] => Some(no_row(variant, table, &rows_left)),
            [row] => variants[usize::from(row)]
                .filter(|first| first.name != variant.name)
                .map(|first| row_taken(variant, first, &table.rows[usize::from(row)], &rows_left)),
            _ => {
                let is_left = |row: u16| variants[usize::from(row)].is_none();
                Some(several_rows(
                    variant, table, candidates, is_left, &rows_left,
                ))
            }
        };
        if let Some(error) = error {
            report.error(error);
        }
        rows.push(match candidates[..] {
            [row] => Some(row),
            _ => None,
        });
    }
    if !input.partial && rows.iter().all(Option::is_some) && !rows_left.is_empty() {
        report.error(rows_without_variant(input, &rows_left));
    }
    Assignment { rows, variants }
}

fn rows_left<'r, 't>(table: &'r Table<'t>, variants: &[Option<&VariantInput>]) -> Vec<&'r Row<'t>> {
    let rows = table.rows.iter().zip(variants);
    rows.filter(|(_, variant)| variant.is_none())
        .map(|(row, _)| row)
        .collect()
}

/// The rows by their names and former names, which are unique.
fn by_name<'t>(table: &'t Table<'_>) -> HashMap<&'t str, u16> {
    let mut by_name = HashMap::new();
    for (i, row) in (0u16..).zip(&table.rows) {
        let names = row.former_names.iter().chain([&row.name]);
        by_name.extend(names.map(|name| (name.as_ref(), i)));
    }
    by_name
}

impl VariantInput {
    /// The name of its row, as far as the variant's own name says it.
    fn row_name(&self) -> String {
        let own = || self.name.unraw().to_string();
        self.row_name.clone().unwrap_or_else(own)
    }

    /// Whether it designates its row by its own name alone.
    fn has_no_designator(&self) -> bool {
        self.row_name.is_none() && self.status.is_none() && self.code.is_none()
    }

    /// How it designates its row, for a message.
    fn designators(&self) -> String {
        let name = (self.has_no_designator() || self.row_name.is_some())
            .then(|| messages::the_name(self.row_name()));
        let code = self.code.as_ref().map(|code| match code {
            CodeArgument::Text(text) => messages::the_text_code(text),
            CodeArgument::Int(int) => messages::the_integer_code(int),
        });
        let status = self.status.map(messages::the_status);
        messages::join_and([name, status, code].into_iter().flatten())
    }
}

/// The rows that fit every designator of a variant.
fn candidates(variant: &VariantInput, table: &Table<'_>, by_name: &HashMap<&str, u16>) -> Vec<u16> {
    if variant.has_no_designator() {
        let name = variant.row_name();
        return by_name.get(name.as_str()).copied().into_iter().collect();
    }
    let fits_name = |i: u16| {
        let name = variant.row_name.as_ref();
        name.is_none_or(|name| by_name.get(name.as_str()) == Some(&i))
    };
    let fits_status = |row: &Row<'_>| variant.status.is_none_or(|status| has_status(row, status));
    let fits_code = |row: &Row<'_>| {
        variant.code.as_ref().is_none_or(|code| {
            let mut codes = row.code.iter().chain(&row.aliases);
            codes.any(|own| is_same_code(code, own, table.code_format))
        })
    };
    (0u16..)
        .zip(&table.rows)
        .filter(|&(i, row)| fits_name(i) && fits_status(row) && fits_code(row))
        .map(|(i, _)| i)
        .collect()
}

fn has_status(row: &Row<'_>, status: u16) -> bool {
    row.statuses.iter().any(|own| own.single() == Some(status))
}

/// Whether an argument is a row's code, in any of the forms in which it can be written.
fn is_same_code(argument: &CodeArgument, own: &Code<'_>, format: CodeFormat) -> bool {
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

fn no_row(variant: &VariantInput, table: &Table<'_>, rows_left: &[&Row<'_>]) -> syn::Error {
    let name = variant.row_name();
    let near = codes_spec::nearest(&name, rows_left.iter().map(|row| row.name.as_ref()));
    let with_status = || {
        let status = variant.status?;
        let row = rows_left.iter().find(|row| has_status(row, status))?;
        Some(row.name.as_ref())
    };
    let help = match near.or_else(with_status) {
        Some(name) => messages::meant_name(name, rows_left_help(rows_left)),
        None => rows_left_help(rows_left),
    };
    messages::no_row(&table.vendor, variant.designators(), help).at(variant.name.span())
}

fn several_rows(
    variant: &VariantInput,
    table: &Table<'_>,
    candidates: &[u16],
    is_left: impl Fn(u16) -> bool,
    rows_left: &[&Row<'_>],
) -> syn::Error {
    let name = |&row: &u16| table.rows[usize::from(row)].name.as_ref();
    let help = match candidates.iter().find(|&&row| is_left(row)) {
        Some(row) => messages::choose_name(name(row), rows_left_help(rows_left)),
        None => rows_left_help(rows_left),
    };
    let names = messages::names(candidates.iter().map(name));
    messages::several_rows(candidates.len(), variant.designators(), names, help)
        .at(variant.name.span())
}

fn row_taken(
    variant: &VariantInput,
    first: &VariantInput,
    row: &Row<'_>,
    rows_left: &[&Row<'_>],
) -> syn::Error {
    let mut error =
        messages::row_taken(&row.name, rows_left_help(rows_left)).at(variant.name.span());
    error.combine(messages::first_variant(&row.name).at(first.name.span()));
    error
}

fn rows_left_help(rows_left: &[&Row<'_>]) -> Message {
    match rows_left {
        [] => messages::no_row_left(),
        [row] => messages::one_row_left(&row.name),
        rows => messages::rows_left(messages::names(rows.iter().map(|row| row.name.as_ref()))),
    }
}

/// The error about rows without a variant, with the lines that would add them.
fn rows_without_variant(input: &DeriveInput, rows: &[&Row<'_>]) -> syn::Error {
    let is_used = |name: &str| input.variants.iter().any(|variant| variant.name == name);
    let line = |row: &&Row<'_>| match row.name.as_ref() {
        name if is_used(name) => format!("    #[code(name = \"{name}\")]\n    {name}Row,"),
        name => format!("    {name},"),
    };
    let lines = rows.iter().map(line).collect::<Vec<_>>().join("\n");
    let message = match rows.len() {
        1 => messages::row_without_variant(lines),
        count => messages::rows_without_variant(count, lines),
    };
    message.at(input.name.span())
}
