//! The error for a variant that matches no row, with a suggestion.

use codes_spec::{Code, Row, Table};

use crate::input::argument::CodeArgument;
use crate::input::variant_input::VariantInput;
use crate::messages::{self, Message};
use crate::plan::candidates::{has_code, has_status};

pub(crate) fn no_row(
    variant: &VariantInput,
    table: &Table<'_>,
    rows_left: &[&Row<'_>],
) -> syn::Error {
    let code = variant.code.as_ref().map(|code| &code.value);
    let of_code = code.filter(|code| !table.rows.iter().any(|row| has_code(row, code, table)));
    let help = of_code.and_then(|code| help_for_code(code, table));
    let help = help.unwrap_or_else(|| help_for_row(variant, rows_left));
    messages::no_row(&table.vendor, variant.designators(), help).at(variant.designator_span())
}

fn help_for_row(variant: &VariantInput, rows_left: &[&Row<'_>]) -> Message {
    if variant.code.is_some() {
        return rows_left_help(rows_left);
    }
    let name = variant.row_name();
    let near = codes_spec::nearest(&name, rows_left.iter().map(|row| row.name.as_ref()));
    let with_status = || {
        let status = variant.status.as_ref()?;
        let row = rows_left.iter().find(|row| has_status(row, status.value))?;
        Some(row.name.as_ref())
    };
    match near.or_else(with_status) {
        Some(name) => messages::meant_name(name, rows_left_help(rows_left)),
        None => rows_left_help(rows_left),
    }
}

/// The help for a code that no row has: a similar code, or the type of the table's codes.
fn help_for_code(code: &CodeArgument, table: &Table<'_>) -> Option<Message> {
    let codes = table
        .rows
        .iter()
        .flat_map(|row| row.code.iter().chain(&row.aliases));
    let texts = codes.clone().filter_map(|code| match code {
        Code::Text(text) => Some(text.as_ref()),
        Code::Int(_) | Code::Range(..) | Code::Class(_) => None,
    });
    let are_texts = texts.clone().next().is_some();
    match code {
        _ if codes.clone().next().is_none() => Some(messages::table_without_codes()),
        CodeArgument::Text(text) if are_texts => {
            codes_spec::nearest(text, texts).map(messages::meant_code)
        }
        CodeArgument::Text(_) => Some(messages::codes_are_integers()),
        CodeArgument::Int(int) if are_texts => {
            let status = u16::try_from(*int).ok();
            let is_status = |status| table.rows.iter().any(|row| has_status(row, status));
            Some(if status.is_some_and(is_status) {
                messages::meant_status(int)
            } else {
                messages::codes_are_texts(int)
            })
        }
        CodeArgument::Int(_) => None,
    }
}

pub(crate) fn rows_left_help(rows_left: &[&Row<'_>]) -> Message {
    match rows_left {
        [] => messages::no_row_left(),
        [row] => messages::one_row_left(&row.name),
        rows => messages::rows_left(messages::names(rows.iter().map(|row| row.name.as_ref()))),
    }
}
