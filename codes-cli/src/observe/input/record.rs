//! One response of a recording.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::HeaderMap;
use serde::Deserialize;
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::fields::{RawText, headers, host_of, status};
use crate::messages::observe::BadRecord;
use crate::observe::value::ObservedValue;

/// A response that was recorded.
#[derive(Debug)]
pub(in crate::observe) struct RecordedResponse {
    /// The host of the request, in lower case, with the port if there is one.
    pub(in crate::observe) host: Option<String>,
    pub(in crate::observe) status: u16,
    pub(in crate::observe) content: RecordedContent,
}

/// The content of a response besides its status.
#[derive(Debug)]
pub(in crate::observe) enum RecordedContent {
    Http {
        headers: HeaderMap,
        body: Vec<u8>,
    },
    /// The code, detail and message that a client found and logged.
    Facts {
        code: Option<ObservedValue>,
        detail: Option<ObservedValue>,
        message: Option<String>,
    },
}

impl RecordedContent {
    /// Returns the size of the body.
    pub(in crate::observe) fn len(&self) -> usize {
        match self {
            RecordedContent::Http { body, .. } => body.len(),
            RecordedContent::Facts { .. } => 0,
        }
    }
}

/// A recorded response: `{"status": 404, "headers": {"x-error": "…"}, "body": …, "url": "https://…"}`, or one that a
/// client logged: `{"status": 404, "code": "gone", "detail": …, "message": "…"}`
#[derive(Deserialize)]
struct RecordedLine<'l> {
    #[serde(default)]
    status: Json,
    #[serde(default)]
    headers: Json,
    #[serde(borrow, default)]
    body: Option<&'l RawValue>,
    #[serde(default)]
    code: Json,
    #[serde(default)]
    detail: Json,
    #[serde(default)]
    message: Json,
    #[serde(default)]
    url: Json,
    #[serde(default)]
    host: Json,
}

/// An item of `log.entries` in HAR.
#[derive(Deserialize)]
struct HarEntry {
    request: Option<HarRequest>,
    response: HarResponse,
}

#[derive(Deserialize)]
struct HarRequest {
    #[serde(default)]
    url: Json,
}

#[derive(Deserialize)]
struct HarResponse {
    #[serde(default)]
    status: Json,
    #[serde(default)]
    headers: Json,
    content: Option<HarContent>,
}

#[derive(Default, Deserialize)]
struct HarContent {
    text: Option<RawText>,
    #[serde(default)]
    encoding: Json,
}

impl RecordedResponse {
    /// Reads a line of JSON.
    pub(super) fn of_line(line: &str) -> Result<Self, BadRecord> {
        let line: RecordedLine<'_> = serde_json::from_str(line).map_err(|error| problem(&error))?;
        let host = line.host.as_str().map(str::to_ascii_lowercase);
        Ok(RecordedResponse {
            host: host.or_else(|| line.url.as_str().and_then(host_of)),
            status: status(&line.status)?,
            content: line.content()?,
        })
    }

    /// Reads an entry of HAR.
    pub(super) fn of_entry(entry: &str) -> Result<Self, BadRecord> {
        let HarEntry { request, response } =
            serde_json::from_str(entry).map_err(|error| problem(&error))?;
        let content = response.content.unwrap_or_default();
        let RawText(text) = content.text.unwrap_or_default();
        let body = match content.encoding.as_str() {
            Some("base64") => BASE64.decode(text).map_err(|_| BadRecord::Encoding)?,
            _ => text,
        };
        Ok(RecordedResponse {
            host: request.and_then(|request| host_of(request.url.as_str()?)),
            status: status(&response.status)?,
            content: RecordedContent::Http {
                headers: headers(&response.headers),
                body,
            },
        })
    }
}

impl RecordedLine<'_> {
    fn content(&self) -> Result<RecordedContent, BadRecord> {
        let has_facts = !(self.code.is_null() && self.detail.is_null() && self.message.is_null());
        if has_facts && self.body.is_none() && self.headers.is_null() {
            return Ok(RecordedContent::Facts {
                code: value(&self.code),
                detail: value(&self.detail),
                message: self.message.as_str().map(str::to_owned),
            });
        }
        let body = match self.body.map(RawValue::get) {
            None => Vec::new(),
            Some(text) if text.starts_with('"') => {
                let RawText(text) = serde_json::from_str(text).map_err(|error| problem(&error))?;
                text
            }
            Some(json) => json.as_bytes().to_vec(),
        };
        Ok(RecordedContent::Http {
            headers: headers(&self.headers),
            body,
        })
    }
}

/// A code or detail that a client logged.
fn value(json: &Json) -> Option<ObservedValue> {
    match json {
        Json::Number(number) => number.as_i64().map(ObservedValue::Int),
        Json::String(text) => Some(ObservedValue::Text(text.clone())),
        _ => None,
    }
}

/// Classifies an error of the parser. Its message is not printed, because it quotes the document.
fn problem(error: &serde_json::Error) -> BadRecord {
    if error.is_data() {
        BadRecord::NotARecord
    } else {
        BadRecord::NotJson
    }
}
