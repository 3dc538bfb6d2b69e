//! `OpenAPI` 3.x and Swagger 2: the codes that error responses may have, or else the statuses of responses.

mod codes;
mod dialects;
mod enum_value;
mod refs;
mod responses;
mod values;
mod walk;

use crate::import::model::draft::ResponseFact;
use crate::import::model::page::Block;
use crate::import::model::text::Text;
use crate::import::roles::mapping::escape;
use crate::import::roles::role::Role;
use crate::import::sources::cells::{Cell, SourceTable};
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::prose;
use crate::import::sources::tree::Value;
use crate::messages::source_notes::{SourceDoubt, SourceSkip};
use crate::messages::sources::{self as messages, LookedFor};
use codes::{Code, CodePlace, Codes};
use refs::Refs;
use responses::Response;

pub(super) fn read(document: &Document<'_>, root: &Value<'_>) -> Result<Source, ImportError> {
    let mut refs = Refs::new(root);
    let responses = responses::all(root, &mut refs);
    let found = codes::all(&responses, &mut refs);
    let kind = kind(root);
    let mut source = if found.is_empty() {
        of_statuses(&kind, &responses)
    } else {
        of_codes(document, &kind, found)?
    };
    if source.rows == 0 {
        return Err(document.without_codes(&kind, &LookedFor::Responses));
    }
    let info = |key| root.at(&["info", key]).and_then(Value::as_text);
    source.page.title = info("title").map(str::to_owned);
    for (references, skip) in [
        (&refs.remote, SourceSkip::Remote as fn(_) -> _),
        (&refs.dangling, SourceSkip::Dangling),
    ] {
        let references: Vec<_> = references.iter().map(|&to| to.to_owned()).collect();
        source
            .skipped
            .extend((!references.is_empty()).then(|| skip(references)));
    }
    Ok(source)
}

/// Returns the kind of a document and its version: `OpenAPI 3.0.3`, `Swagger 2.0`
fn kind(root: &Value<'_>) -> String {
    let version = |key| root.get(key).and_then(Value::scalar);
    match (version("openapi"), version("swagger")) {
        (Some(version), _) => format!("OpenAPI {version}"),
        (None, version) => format!("Swagger {}", version.unwrap_or_default()),
    }
}

/// Reads the codes at the likeliest property, or at those that the author chooses by `--table`.
fn of_codes(
    document: &Document<'_>,
    kind: &str,
    mut found: Vec<Codes<'_>>,
) -> Result<Source, ImportError> {
    // the likeliest name first; of equally likely names, the one with more codes first
    found.sort_by_key(|codes| (codes.rank, std::cmp::Reverse(codes.all.len())));
    let others = if document.choices.choose_tables() {
        document.select(&mut found, |codes| &codes.name)?;
        Vec::new()
    } else {
        found.split_off(1)
    };
    let rows = found.iter().map(|codes| codes.all.len()).sum();
    let places: Vec<_> = found.iter().flat_map(Codes::shown).collect();
    let mut source = Source::new(kind, messages::response_codes(rows, &places), rows);
    let doubt = |other: &Codes<'_>| SourceDoubt::OtherEnum {
        chosen: places.first().cloned().unwrap_or_default(),
        other: other.name.clone(),
        values: other.all.len(),
    };
    source.doubts.extend(others.iter().map(doubt));
    if let [only] = &found[..] {
        source.response = body(only);
    }
    let several = found.len() > 1;
    for codes in found {
        let heading = several.then(|| Block::Heading(2, Text::plain(&codes.name)));
        source.page.blocks.extend(heading);
        source.add(SourceTable::of(codes.all.into_iter().map(cells).collect()));
    }
    Ok(source)
}

fn cells(code: Code) -> Vec<Cell> {
    let value = code.value;
    let mut cells = vec![Cell {
        is_text: value.is_text,
        ..Cell::known("Code", Role::Code, prose::code(&value.value))
    }];
    let mut add = |heading, role, text: Text| cells.push(Cell::known(heading, role, text));
    let statuses: Vec<_> = code.statuses.into_iter().collect();
    add("Status", Role::Status, Text::plain(&statuses.join(", ")));
    if let Some(name) = &value.name {
        add("Name", Role::Variant, Text::plain(name));
    }
    if let Some(title) = &value.title {
        add("Title", Role::Title, Text::plain(title));
    }
    if let Some(description) = value.description {
        add("Description", Role::Description, description);
    }
    if value.deprecated {
        add("Deprecated", Role::Deprecated, Text::plain("true"));
    }
    cells
}

/// Returns the keys of `body`: where the code and the message are, and the array of errors, if all responses agree.
fn body(codes: &Codes<'_>) -> Vec<ResponseFact> {
    let [CodePlace { path, message }] = &codes.places[..] else {
        return Vec::new();
    };
    let array = path.iter().position(|step| step == "*");
    let (outer, inner) = match array {
        // `body` cannot describe a response that is an array itself, or an array in an array
        Some(0) => return Vec::new(),
        Some(at) if path[at + 1..].contains(&"*".to_owned()) => return Vec::new(),
        Some(at) => (Some(&path[..at]), &path[at + 1..]),
        None => (None, &path[..]),
    };
    let pointer = |steps: &[String]| {
        steps
            .iter()
            .map(|step| format!("/{}", escape(step)))
            .collect::<String>()
    };
    let fact = |key, value: String| ResponseFact {
        section: "body",
        key,
        param: None,
        values: vec![value],
    };
    let (Some((_, parent)), mut facts) = (inner.split_last(), Vec::new()) else {
        return Vec::new();
    };
    facts.extend(outer.map(|outer| fact("errors", pointer(outer))));
    facts.push(fact("code", pointer(inner)));
    let message = message.map(|message| [parent, &[message.to_owned()]].concat());
    facts.extend(message.map(|message| fact("message", pointer(&message))));
    facts
}

/// Reads the statuses of responses, each with its descriptions.
fn of_statuses(kind: &str, responses: &[Response<'_, '_>]) -> Source {
    const MOST: usize = 12;
    let found = responses::descriptions(responses);
    let rows = found.len();
    let mut source = Source::new(kind, messages::response_statuses(rows), rows);
    for (status, texts) in &found {
        let more = texts.len().saturating_sub(MOST);
        let status = status.clone();
        let skipped = (more > 0).then_some(SourceSkip::Descriptions { status, more });
        source.skipped.extend(skipped);
    }
    let row = |(status, texts): (String, Vec<&str>)| {
        let mut cells = vec![Cell::known("Status", Role::Status, Text::plain(&status))];
        if let [only] = texts[..] {
            cells.push(Cell::known(
                "Description",
                Role::Text,
                prose::documentation(only),
            ));
        } else {
            let texts = texts.into_iter().take(MOST);
            cells.extend(
                texts.map(|text| Cell::known("When", Role::When, prose::documentation(text))),
            );
        }
        cells
    };
    source.add(SourceTable::of(found.into_iter().map(row).collect()));
    source
}
