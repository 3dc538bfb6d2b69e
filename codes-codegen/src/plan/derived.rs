//! The plan of the implementations that `#[derive(Code)]` adds to a user's own enum.

use crate::input::derive_input::{DeriveInput, Shape};
use crate::input::path::SpecPath;
use crate::input::variant_input::VariantInput;
use crate::load::Spec;
use crate::plan::assign::{Assignment, assign};
use crate::plan::{Plan, RowNumber, Serde};
use crate::report::Report;

/// Plans the implementations, or returns `None` for an item that cannot have any, which has been
/// reported.
pub(crate) fn plan(input: DeriveInput, spec: &Spec<'_>, report: &mut Report) -> Option<Plan> {
    if input.shape == Shape::Unimplementable {
        return None;
    }
    // if the file has errors, the missing rows are not known
    let assignment = (input.shape == Shape::Fieldless && spec.is_complete)
        .then(|| assign(&input, &spec.table, &spec.skipped_names, report));
    // without variants, the code that finds the row would cause a warning about unreachable code
    let assigned = assignment.as_ref().filter(|_| !input.variants.is_empty());
    let row_number = assigned.map(|assignment| row_number(&input.variants, assignment));
    let (rows, all) = assignment
        .as_ref()
        .map(Assignment::covered)
        .unwrap_or_default();
    Some(Plan {
        checksums: None,
        all,
        checks_derives: input.shape == Shape::Fieldless,
        row_number: row_number.unwrap_or(RowNumber::Unknown),
        partial: (rows.len() < spec.table.rows.len()).then_some(rows),
        encoded: codes_spec::encode(&spec.table),
        track: input
            .path
            .as_ref()
            .filter(|_| spec.can_be_watched)
            .map(SpecPath::track),
        runtime: input.options.runtime(),
        serde: input.options.serde.map(Serde::new),
        name: input.name,
        enumeration: None,
    })
}

/// Decides how the row of a variant is found: by its position, unless a variant has an explicit discriminant.
fn row_number(variants: &[VariantInput], assignment: &Assignment<'_>) -> RowNumber {
    let rows = assignment.rows.iter().map(|row| row.unwrap_or_default());
    if variants.iter().any(|variant| variant.has_discriminant) {
        let names = variants.iter().map(|variant| variant.name.clone());
        return RowNumber::Match(names.zip(rows).collect());
    }
    let is_position = rows.clone().zip(0..).all(|(row, position)| row == position);
    RowNumber::Position((!is_position).then(|| rows.collect()))
}
