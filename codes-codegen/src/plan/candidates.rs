//! Finds the rows that match a variant of a user's enum.

use std::borrow::Cow;
use std::collections::HashMap;

use codes_spec::{Code, CodeFormat, Row, Table};
use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt as _;

use crate::input::argument::CodeArgument;
use crate::input::variant_input::VariantInput;
use crate::messages;

/// The rows by their names and former names, which are unique.
pub(crate) struct RowNames<'t>(HashMap<Cow<'t, str>, u16>);

impl<'t> RowNames<'t> {
    pub(crate) fn new(table: &'t Table<'_>) -> Self {
        let mut rows = HashMap::new();
        for (i, row) in (0u16..).zip(&table.rows) {
            let names = row.former_names.iter().chain([&row.name]);
            rows.extend(names.map(|name| (normalize(name), i)));
        }
        RowNames(rows)
    }

    fn get(&self, name: &str) -> Option<u16> {
        self.0.get(&normalize(name)).copied()
    }
}

/// Normalizes a name to NFC by parsing it as an identifier: rustc normalizes all identifiers.
fn normalize(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return name.into();
    }
    let identifier = name.parse::<TokenStream>();
    identifier.map_or(name.into(), |identifier| identifier.to_string().into())
}

/// The rows that match the name, status and code in a variant's attribute, or else the variant's own name.
pub(crate) fn candidates(
    variant: &VariantInput,
    table: &Table<'_>,
    names: &RowNames<'_>,
) -> Vec<u16> {
    if variant.has_no_designator() {
        return names.get(&variant.row_name()).into_iter().collect();
    }
    let row_of_name = variant.row_name.as_ref().map(|name| names.get(&name.value));
    let fits_name = |i: u16| row_of_name.is_none_or(|row| row == Some(i));
    let fits_status = |row: &Row<'_>| {
        let status = variant.status.as_ref();
        status.is_none_or(|status| has_status(row, status.value))
    };
    let fits_code = |row: &Row<'_>| {
        let code = variant.code.as_ref();
        code.is_none_or(|code| has_code(row, &code.value, table))
    };
    (0u16..)
        .zip(&table.rows)
        .filter(|&(i, row)| fits_name(i) && fits_status(row) && fits_code(row))
        .map(|(i, _)| i)
        .collect()
}

pub(crate) fn has_status(row: &Row<'_>, status: u16) -> bool {
    row.statuses.iter().any(|own| own.single() == Some(status))
}

pub(crate) fn has_code(row: &Row<'_>, code: &CodeArgument, table: &Table<'_>) -> bool {
    let mut codes = row.code.iter().chain(&row.aliases);
    codes.any(|own| is_same_code(code, own, table.code_format))
}

/// Returns whether an argument is a row's code, in any of the ways in which the code can be written.
fn is_same_code(argument: &CodeArgument, own: &Code<'_>, format: CodeFormat) -> bool {
    match (argument, own) {
        (CodeArgument::Text(text), Code::Text(own) | Code::Range(_, _, own) | Code::Class(own)) => {
            own == text
        }
        (CodeArgument::Text(text), Code::Int(own)) => {
            [format.show(*own), own.to_string()].contains(text)
        }
        (CodeArgument::Int(int), Code::Int(own)) => {
            format.canonical(*int) == format.canonical(*own)
        }
        (CodeArgument::Int(int), Code::Text(own)) => *own == int.to_string(),
        (CodeArgument::Int(_), Code::Range(..) | Code::Class(_)) => false,
    }
}

impl VariantInput {
    /// The name of the row: the one in the variant's attribute, or else the variant's own.
    pub(crate) fn row_name(&self) -> String {
        let own = || self.name.unraw().to_string();
        let given = self.row_name.as_ref().map(|name| name.value.clone());
        given.unwrap_or_else(own)
    }

    /// Returns whether the variant designates its row only by its own name.
    fn has_no_designator(&self) -> bool {
        self.row_name.is_none() && self.status.is_none() && self.code.is_none()
    }

    /// The span of the most specific value that designates the row, or else of the variant's name.
    pub(crate) fn designator_span(&self) -> Span {
        let code = self.code.as_ref().map(|code| code.span);
        let name = self.row_name.as_ref().map(|name| name.span);
        let status = self.status.as_ref().map(|status| status.span);
        let span = code.or(name).or(status);
        span.unwrap_or_else(|| self.name.span())
    }

    /// Describes, for a message, how the variant designates its row.
    pub(crate) fn designators(&self) -> String {
        let name = (self.has_no_designator() || self.row_name.is_some())
            .then(|| messages::the_name(self.row_name()));
        let code = self.code.as_ref().map(|code| match &code.value {
            CodeArgument::Text(text) => messages::the_text_code(text),
            CodeArgument::Int(int) => messages::the_integer_code(int),
        });
        let status = self
            .status
            .as_ref()
            .map(|status| messages::the_status(status.value));
        messages::join_and([name, status, code].into_iter().flatten())
    }
}
