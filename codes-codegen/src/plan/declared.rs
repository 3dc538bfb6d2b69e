//! The plan of an enum that `codes!` declares.

use std::borrow::Cow;

use codes_spec::{Row, Table, literal_line};

use crate::docs::enum_page::{enum_docs, stability};
use crate::docs::members;
use crate::docs::variant::{search_aliases, variant_docs};
use crate::input::codes_input::Declaration;
use crate::input::options::Repr;
use crate::input::path::SpecPath;
use crate::load::Spec;
use crate::plan::getters::{DESCRIPTION, GETTERS};
use crate::plan::repr;
use crate::plan::{Deprecated, Enumeration, FormerName, Plan, RowNumber, Serde, Tag, Variant};
use crate::report::Report;

/// Reports an error if `repr` is set but the codes cannot be discriminants. The plan then ignores
/// `repr`.
pub(crate) fn check(declaration: &Declaration, spec: &Spec<'_>, report: &mut Report) {
    let repr = declaration.attributes.repr.as_ref();
    if let Some(repr) = repr.filter(|_| spec.is_complete)
        && let Err(error) = repr::discriminants(&spec.table, repr)
    {
        report.error(error.at(repr.name.span()));
    }
}

pub(crate) fn plan(declaration: Declaration, spec: &Spec<'_>) -> Plan {
    let Declaration {
        attributes,
        visibility,
        name,
        path,
    } = declaration;
    let table = &spec.table;
    let (variants, codes) = variants(spec, attributes.repr.as_ref());
    let are_codes = codes.is_some();
    let mut encoded = codes_spec::encode(table);
    // so that a constant that uses the variant of a skipped row compiles
    encoded.extend_to(variants.len());
    let docs = format!("{}\n\n{}", enum_docs(table), stability(are_codes));
    let names = variants.iter().map(|variant| variant.name.clone());
    Plan {
        checksums: None,
        all: names.collect(),
        row_number: codes.map_or(RowNumber::Discriminant, |codes| {
            RowNumber::Code(repr::order(&codes))
        }),
        checks_derives: false,
        partial: None,
        encoded,
        track: path
            .as_ref()
            .filter(|_| spec.can_be_watched)
            .map(SpecPath::track),
        name,
        runtime: attributes.options.runtime(),
        serde: attributes.options.serde.map(Serde::new),
        enumeration: Some(Enumeration {
            attributes: attributes.kept,
            cfgs: attributes.cfgs,
            visibility,
            exhaustive: attributes.exhaustive,
            repr: attributes.repr.filter(|_| are_codes).map(|repr| repr.name),
            docs,
            variants,
            all_docs: members::ALL,
            getters: &GETTERS,
            description: &DESCRIPTION,
            tags: tags(table),
            former_names: former_names(table),
        }),
    }
}

/// The variants, and the codes if these are their discriminants.
fn variants(spec: &Spec<'_>, repr: Option<&Repr>) -> (Vec<Variant>, Option<Vec<i64>>) {
    let table = &spec.table;
    let mut variants: Vec<_> = table.rows.iter().map(|row| variant(table, row)).collect();
    let repr = repr.filter(|_| spec.is_complete);
    let codes = repr.and_then(|repr| repr::discriminants(table, repr).ok());
    for (variant, code) in variants.iter_mut().zip(codes.iter().flatten()) {
        variant.discriminant = Some(*code);
    }
    variants.extend(spec.skipped_names.iter().map(|name| skipped_variant(name)));
    (variants, codes)
}

fn variant(table: &Table<'_>, row: &Row<'_>) -> Variant {
    let own = |text: &Option<Cow<'_, str>>| text.as_deref().map(str::to_owned);
    let deprecated = row.deprecated.as_ref();
    Variant {
        name: row.name.to_string(),
        docs: variant_docs(table, row),
        aliases: search_aliases(table, row),
        deprecated: deprecated.map(|deprecated| Deprecated {
            since: own(&deprecated.since),
            note: own(&deprecated.note),
            markdown_note: deprecated.note.as_deref().and_then(|note| {
                let markdown = literal_line(note);
                (markdown != note).then_some(markdown)
            }),
        }),
        discriminant: None,
    }
}

/// A variant for a skipped row whose name is known, so that its uses are not errors too.
fn skipped_variant(name: &str) -> Variant {
    Variant {
        name: name.to_owned(),
        docs: members::SKIPPED_ROW.to_owned(),
        aliases: Vec::new(),
        deprecated: None,
        discriminant: None,
    }
}

fn tags(table: &Table<'_>) -> Vec<Tag> {
    let tag = |(number, tag): (u16, &codes_spec::Tag<'_>)| Tag {
        method: format!("is_{}", tag.id),
        number,
        docs: table.doc(&tag.meaning),
    };
    (0..).zip(&table.tags).map(tag).collect()
}

fn former_names(table: &Table<'_>) -> Vec<FormerName> {
    let mut former_names = Vec::new();
    for row in &table.rows {
        for name in &row.former_names {
            former_names.push(FormerName {
                name: name.to_string(),
                now: row.name.to_string(),
                docs: members::former_name(&row.name),
                note: members::renamed(&row.name),
            });
        }
    }
    former_names
}
