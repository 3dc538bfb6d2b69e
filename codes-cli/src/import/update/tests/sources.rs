//! A vendor's table as a page, as JSON and as `OpenAPI`.

use serde_json::{Value, json};

use super::tables::{Change, Fact, Hand};
use crate::import::input::{self, InputFormat};
use crate::import::model::draft::Draft;
use crate::import::readers::SourceFormat;
use crate::import::roles::choices::Choices;
use crate::import::sources::DataFormat;

fn page(facts: &[Fact]) -> String {
    let mut page = "| Status | Code | Title | Description |\n|---|---|---|---|\n".to_owned();
    for fact in facts {
        let cell = |text: &Option<String>| text.clone().unwrap_or_default();
        page += &format!(
            "| {} | {} | {} | {} |\n",
            fact.status,
            cell(&fact.code),
            fact.title,
            cell(&fact.description)
        );
    }
    page
}

/// The kind of a source.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Page,
    Json,
    OpenApi,
}

fn json(facts: &[Fact]) -> Value {
    let row = |fact: &Fact| json!({"http_status": fact.status, "code": fact.code, "title": fact.title, "description": fact.description});
    json!({"errors": facts.iter().map(row).collect::<Vec<_>>()})
}

/// Each row is an operation with one response.
fn open_api(facts: &[Fact]) -> Value {
    let path = |(number, fact): (usize, &Fact)| {
        let one = json!({"const": fact.code, "title": fact.title, "description": fact.description});
        let schema = json!({"properties": {"error": {"properties": {"code": {"oneOf": [one]}}}}});
        let response =
            json!({"description": "x", "content": {"application/json": {"schema": schema}}});
        let responses = json!({fact.status.to_string(): response});
        (
            format!("/{number:03}"),
            json!({"get": {"responses": responses}}),
        )
    };
    let paths: serde_json::Map<_, _> = facts.iter().enumerate().map(path).collect();
    json!({"openapi": "3.1.0", "paths": paths})
}

pub(super) fn draft(facts: &[Fact], kind: Kind) -> Draft {
    let read = |text: Value, format| {
        let format = Some(InputFormat::Data(format));
        let read = input::read("table", &text.to_string(), format, &Choices::default());
        read.unwrap_or_else(|refusal| panic!("{refusal:?}\n{text}"))
            .draft
    };
    let mut draft = match kind {
        Kind::Page => {
            input::draft_of_page(&page(facts), SourceFormat::Markdown, &Choices::default())
        }
        Kind::Json => read(json(facts), DataFormat::Json),
        Kind::OpenApi => read(open_api(facts), DataFormat::OpenApi),
    };
    draft.drop_repeats();
    draft
}

/// Returns a kind of source that can have these rows. In `OpenAPI`, every row needs a code.
pub(super) fn kind(rows: &[(Fact, Hand, Change)], choice: u8) -> Kind {
    let has_codes = rows.iter().all(|(fact, ..)| fact.code.is_some());
    match choice {
        0 => Kind::Page,
        1 if has_codes => Kind::OpenApi,
        _ => Kind::Json,
    }
}
