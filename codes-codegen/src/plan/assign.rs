//! Assigns rows to the variants of a user's enum.

use codes_spec::{Row, Table};

use crate::input::derive_input::DeriveInput;
use crate::input::variant_input::VariantInput;
use crate::messages;
use crate::plan::candidates::{RowNames, candidates};
use crate::plan::no_row::{no_row, rows_left_help};
use crate::report::Report;

/// The row of each variant.
pub(crate) struct Assignment<'v> {
    /// The row of each variant, or `None` after an error.
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

/// Finds the row of each variant. Reports variants that match no row, several rows, or the row of
/// another variant, and rows without a variant unless the enum is partial.
pub(crate) fn assign<'v>(
    input: &'v DeriveInput,
    table: &Table<'_>,
    skipped_names: &[String],
    report: &mut Report,
) -> Assignment<'v> {
    let names = RowNames::new(table);
    let candidates: Vec<_> = input
        .variants
        .iter()
        .map(|variant| candidates(variant, table, &names))
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
    // a variant with an error may be meant for any remaining row, and a malformed argument may be meant to be `partial`
    let all_have_rows = !input.is_malformed
        && rows.iter().all(Option::is_some)
        && input.variants.iter().all(|variant| !variant.is_malformed);
    if !input.partial && all_have_rows && !rows_left.is_empty() {
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
        .at(variant.designator_span())
}

fn row_taken(
    variant: &VariantInput,
    first: &VariantInput,
    row: &Row<'_>,
    rows_left: &[&Row<'_>],
) -> syn::Error {
    let mut error =
        messages::row_taken(&row.name, rows_left_help(rows_left)).at(variant.designator_span());
    error.combine(messages::first_variant(&row.name).at(first.name.span()));
    error
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
