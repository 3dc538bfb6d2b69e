//! Plain data: lists and mappings of records. The keys of fields are found by their names, as on pages, or given in
//! options.

mod chosen;
mod evidence;
mod find;
mod flat;
mod keys;
mod lossy;
mod record;
mod shape;
mod suggest;
mod value_text;

use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::status;
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::prose;
use crate::import::sources::tree::Value;
use crate::messages::source_notes::{SourceDoubt, SourceSkip};
use crate::messages::sources::{self as messages, LookedFor};
use evidence::Evidence;
use find::{Finder, Found, ValuePlace};

/// Reads plain data.
pub(super) fn read(document: &Document<'_>, root: &Value<'_>) -> Result<Source, ImportError> {
    let choices = document.choices;
    let Finder {
        mut found,
        group_codes,
        others: mut skipped,
        ..
    } = find(document, root)?;
    skipped.retain(|(_, values)| *values > 1);
    let best = found.iter().map(|found| found.evidence).max();
    let Some(best) = best else {
        let suggestion = suggest::options(root);
        return Err(document.without_codes(document.kind(), &LookedFor::Records(suggestion)));
    };
    if choices.choose_tables() {
        document.select(&mut found, |found| &found.label)?;
    } else {
        found.retain(|found| {
            let is_kept = found.evidence == best;
            skipped.extend((!is_kept).then(|| (found.pointer.clone(), found.rows)));
            is_kept
        });
    }
    let rows = found.iter().map(|found| found.rows).sum();
    let pointers: Vec<_> = found.iter().map(|found| shown(&found.pointer)).collect();
    let doubts = match best {
        Evidence::Code if !choices.choose_tables() => pointers
            .iter()
            .cloned()
            .map(SourceDoubt::NotErrors)
            .collect(),
        _ => Vec::new(),
    };
    let mut source = Source::new(document.kind(), messages::rows_at(rows, &pointers), rows);
    source.doubts = doubts;
    let group_codes = group_codes.iter().take(1).map(|pointer| shown(pointer));
    source
        .doubts
        .extend(group_codes.map(SourceDoubt::GroupCodes));
    source.doubts.extend(losses(&found));
    source
        .skipped
        .extend((!skipped.is_empty()).then_some(SourceSkip::Parts(skipped)));
    source.page.title = root.text("title").map(str::to_owned);
    source.page.about = root
        .text("description")
        .map(|about| prose::plain(about).plain);
    add_tables(&mut source, found);
    Ok(source)
}

/// Returns doubts about values that the parser has not kept.
fn losses(found: &[Found]) -> impl Iterator<Item = SourceDoubt> {
    let all = |of: fn(&Found) -> &Vec<String>| {
        let all: Vec<_> = found.iter().flat_map(of).cloned().collect();
        (!all.is_empty()).then_some(all)
    };
    let fractions = all(|found| &found.fractions).map(SourceDoubt::Fractions);
    let repeated = all(|found| &found.repeated_keys).map(SourceDoubt::RepeatedKeys);
    fractions.into_iter().chain(repeated)
}

fn find<'d>(document: &Document<'d>, root: &Value<'_>) -> Result<Finder<'d>, ImportError> {
    let mut finder = Finder {
        choices: document.choices,
        syntax: document.syntax(),
        found: Vec::new(),
        group_codes: Vec::new(),
        others: Vec::new(),
    };
    match &document.choices.mapping.rows {
        Some(rows) => finder.found = chosen::rows(document, root, rows)?,
        None => finder.visit(root, &ValuePlace::root(document.stem())),
    }
    Ok(finder)
}

/// Adds the tables, with headings if there are several, or if the label starts with a status.
fn add_tables(source: &mut Source, found: Vec<Found>) {
    let several = found.len() > 1;
    for Found { label, table, .. } in found {
        if several || status::leading_statuses(&label).is_some() {
            source
                .page
                .blocks
                .push(Block::Heading(2, Text::plain(&label)));
        }
        source.add(table);
    }
}

fn shown(pointer: &str) -> String {
    if pointer.is_empty() {
        "/".to_owned()
    } else {
        pointer.to_owned()
    }
}
