//! Models of botocore: `service-2.json`.

use crate::import::sources::cells::SourceTable;
use crate::import::sources::document::{Document, ImportError, Source};
use crate::import::sources::shapes::{self, ErrorShape};
use crate::import::sources::tree::Value;
use crate::messages::sources::{self as messages, LookedFor};

const KIND: &str = "botocore model";

pub(super) fn read(document: &Document<'_>, root: &Value<'_>) -> Result<Source, ImportError> {
    let shapes = root.get("shapes").map_or(&[][..], Value::entries);
    let rows: Vec<_> = shapes
        .iter()
        .filter_map(|(name, shape)| error(name, shape))
        .collect();
    if rows.is_empty() {
        return Err(document.without_codes(KIND, &LookedFor::BotocoreShapes));
    }
    let mut source = Source::new(KIND, messages::error_shapes(rows.len()), rows.len());
    let metadata = |key| root.at(&["metadata", key]).and_then(Value::as_text);
    source.page.title = metadata("serviceFullName")
        .or_else(|| metadata("serviceId"))
        .map(str::to_owned);
    source.page.about = root.text("documentation").and_then(shapes::about);
    source.add(SourceTable::of(
        rows.iter().map(ErrorShape::cells).collect(),
    ));
    Ok(source)
}

/// Reads a shape with `exception`, `error` or `fault`.
fn error<'t>(name: &'t str, shape: &'t Value<'_>) -> Option<ErrorShape<'t>> {
    let is = |key| shape.get(key).is_some_and(Value::is_true);
    let error = shape.get("error").filter(|error| error.is_map());
    if error.is_none() && !is("exception") && !is("fault") {
        return None;
    }
    let in_error = |key| error.and_then(|error| error.get(key));
    let status = in_error("httpStatusCode").and_then(Value::scalar);
    // a fault is an error of the server
    let default = is("fault").then(|| "500".to_owned());
    let retryable = shape
        .get("retryable")
        .filter(|retryable| **retryable != Value::Bool(false));
    Some(ErrorShape {
        code: in_error("code").and_then(Value::as_text).unwrap_or(name),
        status: status.map(std::borrow::Cow::into_owned).or(default),
        documentation: shape.text("documentation"),
        retryable: retryable.is_some(),
        throttling: retryable
            .and_then(|retryable| retryable.get("throttling"))
            .is_some_and(Value::is_true),
        deprecated: is("deprecated"),
    })
}
