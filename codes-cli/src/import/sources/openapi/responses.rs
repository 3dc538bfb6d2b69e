//! The responses of all operations.

use std::collections::{BTreeMap, HashSet};

use crate::import::sources::openapi::refs::Refs;
use crate::import::sources::tree::Value;

/// A response of an operation.
pub(super) struct Response<'v, 't> {
    /// `404`, `4xx`, or nothing for `default`.
    pub(super) status: Option<String>,
    pub(super) description: Option<&'v str>,
    pub(super) schemas: Vec<&'v Value<'t>>,
}

impl Response<'_, '_> {
    pub(super) fn is_error(&self) -> bool {
        self.status
            .as_ref()
            .is_none_or(|status| status.starts_with(['4', '5']))
    }
}

const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Returns the responses of all operations, in order.
pub(super) fn all<'v, 't>(root: &'v Value<'t>, refs: &mut Refs<'v, 't>) -> Vec<Response<'v, 't>> {
    let mut found = Vec::new();
    let paths = root.get("paths").map_or(&[][..], Value::entries);
    for (_, path) in paths {
        let path = refs.follow(path);
        for (_, operation) in path
            .entries()
            .iter()
            .filter(|(key, _)| METHODS.contains(&&**key))
        {
            let responses = operation.get("responses").map_or(&[][..], Value::entries);
            for (status, response) in responses {
                found.extend(read(status, refs.follow(response), refs));
            }
        }
    }
    found
}

fn read<'v, 't>(
    status: &str,
    response: &'v Value<'t>,
    refs: &mut Refs<'v, 't>,
) -> Option<Response<'v, 't>> {
    let status = match status.to_ascii_lowercase() {
        status if status == "default" => None,
        status if is_status(&status) => Some(status),
        _ => return None,
    };
    let content = response.get("content").map_or(&[][..], Value::entries);
    let schemas = content
        .iter()
        .filter_map(|(_, media)| refs.follow(media).get("schema"));
    let schemas: Vec<_> = schemas.collect();
    Some(Response {
        status,
        description: response.text("description"),
        schemas: schemas.into_iter().chain(response.get("schema")).collect(),
    })
}

/// Whether a key of `responses` is a status: `404` or `4xx`
fn is_status(status: &str) -> bool {
    let bytes = status.as_bytes();
    bytes.len() == 3
        && (b'1'..=b'5').contains(&bytes[0])
        && (&bytes[1..] == b"xx" || bytes[1..].iter().all(u8::is_ascii_digit))
}

/// Returns the descriptions of each status, each once.
pub(super) fn descriptions<'v>(responses: &[Response<'v, '_>]) -> BTreeMap<String, Vec<&'v str>> {
    let mut found: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut seen = HashSet::new();
    for response in responses {
        let Some(status) = &response.status else {
            continue;
        };
        let texts = found.entry(status.clone()).or_default();
        let text = response
            .description
            .map(str::trim)
            .filter(|text| !text.is_empty());
        texts.extend(text.filter(|text| seen.insert((status, *text))));
    }
    found
}
