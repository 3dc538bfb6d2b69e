//! A table that is written as any kind of document is imported with the same rows.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{RowFacts, facts};
use crate::import::input::{self, InputFormat};
use crate::import::model::text::Text;
use crate::import::roles::choices::Choices;
use crate::import::sources::DataFormat;

/// Returns status, code, title and description of each row of a document.
fn imported(document: &str, format: DataFormat) -> Vec<RowFacts> {
    let format = Some(InputFormat::Data(format));
    let read = input::read("table", document, format, &Choices::default());
    let draft = read
        .unwrap_or_else(|refusal| panic!("{refusal:?}\n{document}"))
        .draft;
    assert_eq!(
        (draft.skipped_items(), draft.doubts()),
        (0, 0),
        "{draft:?}\n{document}"
    );
    let plain = |texts: &[Text]| {
        texts
            .iter()
            .map(|text| text.plain.clone())
            .collect::<String>()
    };
    let rows = draft.rows.iter().map(|row| {
        let title = row
            .title
            .as_ref()
            .map_or(String::new(), |title| title.plain.clone());
        let status = row.statuses.join(",").parse().expect("a status");
        (status, row.code.clone(), title, plain(&row.description))
    });
    rows.collect()
}

/// Removes the titles from rows, for kinds of documents that have none.
fn without_titles(rows: &[RowFacts]) -> Vec<RowFacts> {
    let without =
        |(status, code, _, text): &RowFacts| (*status, code.clone(), String::new(), text.clone());
    rows.iter().map(without).collect()
}

/// Rows with unique codes, and texts that are not HTML.
fn rows() -> impl Strategy<Value = Vec<RowFacts>> {
    let unique = |rows: &Vec<RowFacts>| {
        let mut codes: Vec<_> = rows.iter().map(|row| &row.1).collect();
        codes.sort();
        codes.windows(2).all(|pair| pair[0] != pair[1])
    };
    let plain = |mut rows: Vec<RowFacts>| {
        for row in &mut rows {
            row.3 = row.3.replace(['<', '>'], "");
        }
        rows
    };
    facts(true)
        .prop_filter("unique codes", unique)
        .prop_map(plain)
}

fn code(row: &RowFacts) -> &str {
    row.1.as_deref().unwrap_or_default()
}

fn html(text: &str) -> String {
    format!("<p>{}</p>", text.replace('&', "&amp;"))
}

fn list(rows: &[RowFacts]) -> Value {
    let row = |row: &RowFacts| json!({"code": code(row), "http_status": row.0, "title": row.2, "description": row.3});
    json!({"errors": rows.iter().map(row).collect::<Vec<_>>()})
}

fn keyed(rows: &[RowFacts]) -> Value {
    let row = |row: &RowFacts| {
        (
            code(row).to_owned(),
            json!({"http": {"status": row.0}, "name": row.2, "text": {"en": row.3}}),
        )
    };
    json!({"error_codes": rows.iter().map(row).collect::<serde_json::Map<_, _>>()})
}

fn toml(rows: &[RowFacts]) -> String {
    let row = |row: &RowFacts| {
        let text = |text: &str| Value::from(text).to_string();
        format!(
            "[[errors]]\ncode = {}\nstatus_code = {}\ntitle = {}\ndescription = {}\n\n",
            text(code(row)),
            row.0,
            text(&row.2),
            text(&row.3)
        )
    };
    rows.iter().map(row).collect()
}

fn smithy(rows: &[RowFacts]) -> Value {
    let row = |row: &RowFacts| {
        let traits = json!({"smithy.api#error": "client", "smithy.api#httpError": row.0, "smithy.api#documentation": html(&row.3)});
        (
            format!("a.b#{}", code(row)),
            json!({"type": "structure", "traits": traits}),
        )
    };
    json!({"smithy": "2.0", "shapes": rows.iter().map(row).collect::<serde_json::Map<_, _>>()})
}

fn botocore(rows: &[RowFacts]) -> Value {
    let row = |row: &RowFacts| {
        let error = json!({"httpStatusCode": row.0});
        let shape = json!({"type": "structure", "exception": true, "error": error, "documentation": html(&row.3)});
        (code(row).to_owned(), shape)
    };
    let shapes: serde_json::Map<_, _> = rows.iter().map(row).collect();
    json!({"metadata": {}, "operations": {}, "shapes": shapes})
}

/// Each code has a response of its own.
fn openapi(rows: &[RowFacts]) -> Value {
    let row = |row: &RowFacts| {
        let one =
            json!({"const": code(row), "title": row.2, "description": Text::plain(&row.3).source});
        let schema = json!({"properties": {"error": {"properties": {"code": {"oneOf": [one]}}}}});
        let response =
            json!({"description": "x", "content": {"application/json": {"schema": schema}}});
        (row.0.to_string(), response)
    };
    let responses: serde_json::Map<_, _> = rows.iter().map(row).collect();
    json!({"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": responses}}}})
}

fn proto(rows: &[RowFacts]) -> String {
    let value = |(at, row): (usize, &RowFacts)| {
        let text = Text::plain(&row.3).source;
        format!(
            "  // {text}\n  // HTTP Mapping: {}\n  {} = {};\n",
            row.0,
            code(row),
            at + 1
        )
    };
    let values: String = rows.iter().enumerate().map(value).collect();
    format!("syntax = \"proto2\";\nenum ErrorCode {{\n{values}}}\n")
}

/// Sorted by code, as the map of `serde_json` is.
fn sorted(mut rows: Vec<RowFacts>) -> Vec<RowFacts> {
    rows.sort_by(|a, b| a.1.cmp(&b.1));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn plain_data_is_imported_as_written(rows in rows()) {
        prop_assert_eq!(&imported(&list(&rows).to_string(), DataFormat::Json), &rows);
        let yaml = serde_yaml::to_string(&list(&rows)).expect("YAML");
        prop_assert_eq!(&imported(&yaml, DataFormat::Yaml), &rows);
        prop_assert_eq!(&imported(&toml(&rows), DataFormat::Toml), &rows);
        prop_assert_eq!(sorted(imported(&keyed(&rows).to_string(), DataFormat::Json)), sorted(rows));
    }

    #[test]
    fn models_are_imported_as_written(rows in rows()) {
        let untitled = without_titles(&rows);
        prop_assert_eq!(&imported(&proto(&rows), DataFormat::Proto), &untitled);
        let untitled = sorted(untitled);
        prop_assert_eq!(&sorted(imported(&smithy(&rows).to_string(), DataFormat::Smithy)), &untitled);
        prop_assert_eq!(&sorted(imported(&botocore(&rows).to_string(), DataFormat::Botocore)), &untitled);
        prop_assert_eq!(sorted(imported(&openapi(&rows).to_string(), DataFormat::OpenApi)), sorted(rows));
    }
}
