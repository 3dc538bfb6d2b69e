//! Enums of Protocol Buffers.

mod comments;
mod enums;

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::error_names;
use crate::import::roles::mapping::Path;
use crate::import::roles::role::Role;
use crate::import::sources::cells::{Cell, SourceTable};
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::prose;
use crate::messages::source_notes::{SourceDoubt, SourceSkip};
use crate::messages::sources::{self as messages, LookedFor};
use enums::{Enum, ProtoValue};

const KIND: &str = "proto file";

pub(super) fn read(document: &Document<'_>) -> Result<Source, ImportError> {
    let mut enums = enums::parse(document.name, document.text)?;
    let names: Vec<_> = enums.iter().map(|found| found.name.clone()).collect();
    let choices = document.choices;
    let (read, doubts) = if choices.choose_tables() {
        document.select(&mut enums, |found| &found.name)?;
        (enums, Vec::new())
    } else {
        of_errors(enums)
    };
    if read.is_empty() {
        return Err(document.without_codes(KIND, &LookedFor::Enums(names)));
    }
    let rows = read.iter().map(|found| found.values.len()).sum();
    let places: Vec<_> = read.iter().map(|found| found.name.clone()).collect();
    let mut source = Source::new(KIND, messages::enum_values(rows, &places), rows);
    source.doubts = doubts;
    let are_numbers = choices.mapping.code == Some(Path::Number);
    if let [only] = &read[..] {
        source.page.title = Some(words(&only.name));
        let comment = only.comment.as_deref().map(prose::documentation);
        source.page.about = comment.map(|comment| comment.plain);
    }
    let several = read.len() > 1;
    for found in read {
        if several {
            source
                .page
                .blocks
                .push(Block::Heading(2, Text::plain(&found.name)));
            let comment = found.comment.as_deref().map(prose::documentation);
            source
                .page
                .blocks
                .extend(comment.map(|comment| Block::Lines(vec![comment])));
        }
        source
            .skipped
            .extend(found.unspecified.map(SourceSkip::Unspecified));
        let rows = found
            .values
            .iter()
            .map(|value| cells(value, are_numbers))
            .collect();
        source.add(SourceTable::of(rows));
    }
    Ok(source)
}

/// Returns the enums whose names say that their values are error codes. If the only enum has another name, it is read
/// with a doubt.
fn of_errors(mut enums: Vec<Enum>) -> (Vec<Enum>, Vec<SourceDoubt>) {
    enums.retain(|found| !found.values.is_empty());
    match &enums[..] {
        [only] if !names_codes(only) => {
            let doubt = SourceDoubt::OnlyEnum(only.name.clone());
            (enums, vec![doubt])
        }
        _ => {
            enums.retain(names_codes);
            (enums, Vec::new())
        }
    }
}

/// Whether the name of an enum says that its values are codes of errors: `ErrorReason`, `Code`, `Task.FailureCause`
fn names_codes(found: &Enum) -> bool {
    const WORDS: [&str; 5] = ["code", "status", "reason", "cause", "result"];
    let name = found.name.rsplit('.').next().unwrap_or_default();
    let last = words(name).to_lowercase();
    let last = last.rsplit(' ').next().unwrap_or_default();
    error_names::names_errors(&found.name)
        || WORDS.contains(&last.strip_suffix('s').unwrap_or(last))
        || last == "status"
}

/// Splits a name into words: `ErrorReason` becomes `Error Reason`.
fn words(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            words.push(' ');
        }
        words.push(if matches!(c, '_' | '.') { ' ' } else { c });
        before = c;
    }
    words
}

fn cells(value: &ProtoValue, are_numbers: bool) -> Vec<Cell> {
    let number = value.number.to_string();
    let (code, field, heading) = if are_numbers {
        (&number, &value.name, "Name")
    } else {
        (&value.name, &number, "Number")
    };
    let known = |heading, role, text| Cell {
        is_text: false,
        ..Cell::known(heading, role, text)
    };
    let mut cells = vec![
        known("Code", Role::Code, prose::code(code)),
        known(heading, Role::Field, Text::plain(field)),
    ];
    let mut add = |heading: &str, role, text: Text| cells.push(Cell::known(heading, role, text));
    if let Some(status) = &value.status {
        add("Status", Role::Status, Text::plain(status));
    }
    let variant = value.variant.as_ref();
    if let Some(variant) = variant.filter(|_| are_numbers || value.has_prefix) {
        add("Variant", Role::Variant, Text::plain(variant));
    }
    if let Some(comment) = &value.comment {
        add(
            "Description",
            Role::Description,
            prose::documentation(comment),
        );
    }
    if value.deprecated {
        add("Deprecated", Role::Deprecated, Text::plain("true"));
    }
    cells
}
