//! The values of a recording: statuses, headers, hosts and texts.

use std::borrow::Cow;
use std::fmt;

use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Deserialize;
use serde::de::{self, Deserializer, Visitor};
use serde_json::Value as Json;

use crate::messages::observe::BadRecord;

/// Reads a status from a number or text.
pub(super) fn status(value: &Json) -> Result<u16, BadRecord> {
    let number = match value {
        Json::Number(number) => number.as_u64(),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number
        .and_then(|number| u16::try_from(number).ok())
        .filter(|status| (100..=999).contains(status))
        .ok_or(BadRecord::Status)
}

/// Reads headers: an object whose values are strings or lists of strings, or a list of `{"name": …, "value": …}`.
/// Invalid headers are left out, such as the `:status` of HTTP/2.
pub(super) fn headers(value: &Json) -> HeaderMap {
    let mut headers = HeaderMap::new();
    let mut add = |name: &str, value: &Json| {
        let text = match value {
            Json::String(text) => Cow::Borrowed(text.as_str()),
            Json::Number(number) => number.to_string().into(),
            _ => return,
        };
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name.as_bytes()),
            HeaderValue::from_bytes(text.as_bytes()),
        ) {
            // more headers than the map can hold are left out
            let _ = headers.try_append(name, value);
        }
    };
    match value {
        Json::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Json::Array(values) => values.iter().for_each(|value| add(name, value)),
                    value => add(name, value),
                }
            }
        }
        Json::Array(items) => {
            for item in items {
                if let Some(name) = item["name"].as_str() {
                    add(name, &item["value"]);
                }
            }
        }
        _ => {}
    }
    headers
}

/// Returns the host of a URL, with the port if there is one.
pub(super) fn host_of(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    (!host.is_empty()).then(|| host.to_ascii_lowercase())
}

/// A string that may contain unpaired surrogates, which are not valid Unicode but occur in recordings.
#[derive(Default)]
pub(super) struct RawText(pub(super) Vec<u8>);

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl Visitor<'_> for TextVisitor {
            type Value = RawText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<RawText, E> {
                Ok(RawText(bytes.to_vec()))
            }

            fn visit_byte_buf<E: de::Error>(self, bytes: Vec<u8>) -> Result<RawText, E> {
                Ok(RawText(bytes))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<RawText, E> {
                Ok(RawText(text.as_bytes().to_vec()))
            }

            fn visit_unit<E: de::Error>(self) -> Result<RawText, E> {
                Ok(RawText::default())
            }
        }

        deserializer.deserialize_bytes(TextVisitor)
    }
}
