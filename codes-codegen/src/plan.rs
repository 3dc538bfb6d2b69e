//! Everything that is emitted, decided: names, texts, numbers. What comes after cannot fail.

use std::borrow::Cow;

use codes_spec::{Encoded, Row, Table, literal_line, reads_alike};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::adopt::{Adopted, Fit};
use crate::attr::Serde;
use crate::cover;
use crate::doc;
use crate::fallback;
use crate::input::Item;
use crate::read::Read;
use crate::spec;

pub(crate) struct Plan {
    pub(crate) name: Ident,
    /// The path of the runtime.
    pub(crate) runtime: TokenStream,
    /// Nothing can be implemented, and the problems say why.
    pub(crate) hopeless: bool,
    /// The enum itself, where it is not the user's.
    pub(crate) declared: Option<Declared>,
    /// The variants that have a row, in table order.
    pub(crate) all: Vec<String>,
    pub(crate) rows: RowOf,
    /// The rows of `all`, where that is not every row of the table.
    pub(crate) partial: Option<Vec<u16>>,
    pub(crate) serde: Option<Serde>,
    pub(crate) groups: Vec<Group>,
    pub(crate) encoded: Encoded,
    /// Makes the compiler watch the file.
    pub(crate) track: Option<TokenStream>,
    /// Where the path stands: the place of all that is said of the file.
    pub(crate) span: Span,
    /// What is wrong with the user's tokens.
    pub(crate) problems: Vec<syn::Error>,
    /// What is wrong with the file, and what may be.
    pub(crate) errors: Vec<String>,
    pub(crate) warnings: Vec<String>,
}

/// An enum that is written for the user.
pub(crate) struct Declared {
    pub(crate) attributes: Vec<TokenStream>,
    pub(crate) cfgs: Vec<TokenStream>,
    pub(crate) visibility: TokenStream,
    pub(crate) exhaustive: bool,
    /// The enum's own documentation, as Markdown.
    pub(crate) doc: String,
    pub(crate) variants: Vec<Variant>,
    pub(crate) former_names: Vec<FormerName>,
    pub(crate) tags: Vec<Tag>,
}

/// How a variant's row is found.
pub(crate) enum RowOf {
    /// Its discriminant is the row's number.
    Discriminant,
    /// Its discriminant is its position, and here are the rows by position.
    Position(Vec<u16>),
    /// The user gives discriminants, so each variant is named.
    Variant(Vec<(Ident, u16)>),
    /// It is no enum that could have rows, and there is an error to say so.
    Nothing,
}

pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) aliases: Vec<String>,
    pub(crate) deprecated: Option<Deprecated>,
}

pub(crate) struct Deprecated {
    pub(crate) since: Option<String>,
    pub(crate) note: Option<String>,
    /// The note as rustdoc shall read it, which takes notes for Markdown; none where it shows the note to the letter.
    pub(crate) doc_note: Option<String>,
}

pub(crate) struct FormerName {
    pub(crate) name: String,
    pub(crate) now: String,
}

pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) doc: String,
}

pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) title: Option<String>,
    pub(crate) about: Option<String>,
}

/// Decides what comes of an item and the file it names, if it names one.
pub(crate) fn plan(item: Item, spec: Option<&Result<Vec<u8>, String>>) -> Plan {
    let Item {
        attributes,
        cfgs,
        exhaustive,
        options,
        visibility,
        name,
        path,
        mut problems,
    } = item;
    let span = path.as_ref().map_or_else(|_| name.span(), |path| path.span);
    let (value, track) = match path {
        Ok(path) => (
            path.value.clone(),
            spec.is_some_and(spec::can_be_watched).then(|| path.track()),
        ),
        Err(problem) => {
            problems.push(problem);
            (String::new(), None)
        }
    };
    let read = spec.map(|spec| Read::new(&value, spec)).unwrap_or_default();
    let table = &read.table;
    let mut variants: Vec<_> = table.rows.iter().map(|row| variant(table, row)).collect();
    variants.extend(fallback::variants(&read.lost, variants.is_empty()));
    let mut encoded = codes_spec::encode(table);
    // a constant that asks a row with a mistake is no mistake of its own
    encoded.extend_to(variants.len());
    Plan {
        groups: groups(table),
        encoded,
        all: variants
            .iter()
            .map(|variant| variant.name.clone())
            .collect(),
        rows: RowOf::Discriminant,
        hopeless: false,
        partial: None,
        serde: options.serde,
        declared: Some(Declared {
            attributes,
            cfgs,
            visibility,
            exhaustive,
            doc: doc::table(table),
            variants,
            former_names: former_names(table),
            tags: table
                .tags
                .iter()
                .map(|tag| Tag {
                    name: tag.id.to_string(),
                    doc: table.doc(&tag.meaning),
                })
                .collect(),
        }),
        track,
        span,
        name,
        runtime: options.runtime.unwrap_or_else(|| quote!(::codes_runtime)),
        problems,
        errors: read.errors,
        warnings: if options.quiet {
            Vec::new()
        } else {
            read.warnings
        },
    }
}

/// Decides what comes of a user's own enum.
pub(crate) fn adopt(mut adopted: Adopted, spec: Option<&Result<Vec<u8>, String>>) -> Plan {
    let path = adopted
        .path
        .as_ref()
        .map(|path| path.value.clone())
        .unwrap_or_default();
    let read = spec.map(|spec| Read::new(&path, spec)).unwrap_or_default();
    let mut problems = std::mem::take(&mut adopted.problems);
    // a table with mistakes cannot tell which rows are missing
    let judged = adopted.fit == Fit::Whole && read.errors.is_empty() && spec.is_some();
    let (rows, variants) = if judged {
        cover::rows(&adopted, &read.table, &read.lost, &mut problems)
    } else {
        Default::default()
    };
    let all: Vec<_> = (0u16..)
        .zip(&variants)
        .filter_map(|(row, variant)| Some((row, (*variant)?)))
        .collect();
    let with_row = || rows.iter().map(|row| row.unwrap_or_default());
    Plan {
        groups: groups(&read.table),
        encoded: codes_spec::encode(&read.table),
        partial: (all.len() < read.table.rows.len())
            .then(|| all.iter().map(|(row, _)| *row).collect()),
        all: all
            .iter()
            .map(|(_, variant)| variant.name.to_string())
            .collect(),
        rows: match (judged, adopted.discriminants) {
            (false, _) => RowOf::Nothing,
            (true, false) => RowOf::Position(with_row().collect()),
            (true, true) => RowOf::Variant(
                adopted
                    .variants
                    .iter()
                    .map(|variant| variant.name.clone())
                    .zip(with_row())
                    .collect(),
            ),
        },
        serde: adopted.options.serde,
        declared: None,
        hopeless: adopted.fit == Fit::Hopeless,
        track: adopted
            .path
            .as_ref()
            .filter(|_| spec.is_some_and(spec::can_be_watched))
            .map(crate::path::SpecPath::track),
        span: adopted
            .path
            .as_ref()
            .map_or_else(|| adopted.name.span(), |path| path.span),
        runtime: adopted
            .options
            .runtime
            .unwrap_or_else(|| quote!(::codes_runtime)),
        name: adopted.name,
        problems,
        errors: read.errors,
        warnings: if adopted.options.quiet {
            Vec::new()
        } else {
            read.warnings
        },
    }
}

fn variant(table: &Table<'_>, row: &Row<'_>) -> Variant {
    let own = |text: &Option<Cow<'_, str>>| text.as_deref().map(str::to_owned);
    let deprecated = row.deprecated.as_ref();
    Variant {
        name: row.name.to_string(),
        doc: doc::row(table, row),
        aliases: doc::aliases(table, row),
        deprecated: deprecated.map(|said| Deprecated {
            since: own(&said.since),
            note: own(&said.note),
            doc_note: said
                .note
                .as_deref()
                .filter(|note| !reads_alike(note))
                .map(literal_line),
        }),
    }
}

fn former_names(table: &Table<'_>) -> Vec<FormerName> {
    let mut former_names = Vec::new();
    for row in &table.rows {
        let former = |name: &Cow<'_, str>| FormerName {
            name: name.to_string(),
            now: row.name.to_string(),
        };
        former_names.extend(row.former_names.iter().map(former));
    }
    former_names
}

fn groups(table: &Table<'_>) -> Vec<Group> {
    let group = |group: &codes_spec::Group<'_>| Group {
        id: group.id.to_string(),
        title: group.title.as_deref().map(str::to_owned),
        about: group.about.as_ref().map(|about| about.plain().to_owned()),
    };
    table.groups.iter().map(group).collect()
}
