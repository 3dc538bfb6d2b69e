//! The keys of `body` and `headers` with their values as strings, for `diff` and `explain`, and
//! their labels on pages.

use codes_spec::{Body, BodyFormat, Decode, Delay, DelayUnit, Header, Headers, Pointer, Trim};

/// The keys of `body` and `headers`, and the label of each on a page.
pub(crate) const LABELS: &[(&str, &str, &str)] = &[
    ("body", "format", "Format of body"),
    ("body", "errors", "Errors in body"),
    ("body", "code", "Code in body"),
    ("body", "detail", "Detail in body"),
    ("body", "message", "Message in body"),
    ("body", "success", "Success in body"),
    ("body", "retry_after", "Delay in body"),
    ("body", "params", "Parameters in body"),
    ("body", "trim", "Trimming in body"),
    ("body", "statuses", "Statuses with body"),
    ("headers", "code", "Code in headers"),
    ("headers", "detail", "Detail in headers"),
    ("headers", "message", "Message in headers"),
    ("headers", "success", "Success in headers"),
    ("headers", "retry_after", "Delay in headers"),
    ("headers", "params", "Parameters in headers"),
    ("headers", "trim", "Trimming in headers"),
];

/// A key of `body` or `headers` that is present, or one of their `params`.
pub(crate) struct ResponseKey<'t> {
    pub(crate) key: &'static str,
    /// The name of the parameter, if the key is `params`.
    pub(crate) param: Option<&'t str>,
    pub(crate) values: Vec<String>,
}

pub(crate) fn of_body<'t>(body: &'t Body<'_>) -> Vec<ResponseKey<'t>> {
    let format = Some(body.format).filter(|format| *format != BodyFormat::Json);
    let mut keys = vec![
        key("format", format.map(|format| format.as_str().to_owned())),
        key("errors", body.errors.iter().map(pointer)),
        key("code", body.code.iter().map(pointer)),
        key("detail", body.detail.iter().map(pointer)),
        key("message", body.message.iter().map(pointer)),
        key("retry_after", body.retry_after.iter().map(pointer)),
        key("trim", trim(&body.trim)),
        key("statuses", body.statuses.iter().copied().map(range)),
    ];
    if let Some(success) = &body.success {
        let values = success.is.iter().map(ToString::to_string);
        keys.push(key(
            "success",
            std::iter::once(pointer(&success.at)).chain(values),
        ));
    }
    keys.extend(body.params.iter().map(|(name, places)| ResponseKey {
        param: Some(name),
        ..key("params", places.iter().map(pointer))
    }));
    present(keys)
}

pub(crate) fn of_headers<'t>(headers: &'t Headers<'_>) -> Vec<ResponseKey<'t>> {
    let mut keys = vec![
        key("code", headers.code.iter().map(header)),
        key("detail", headers.detail.iter().map(header)),
        key("message", headers.message.iter().map(header)),
        key("retry_after", headers.retry_after.iter().map(delay)),
        key("trim", trim(&headers.trim)),
    ];
    if let Some(success) = &headers.success {
        let values = success.is.iter().map(ToString::to_string);
        keys.push(key(
            "success",
            std::iter::once(success.at.to_string()).chain(values),
        ));
    }
    keys.extend(headers.params.iter().map(|(name, places)| ResponseKey {
        param: Some(name),
        ..key("params", places.iter().map(header))
    }));
    present(keys)
}

fn key<'t>(key: &'static str, values: impl IntoIterator<Item = String>) -> ResponseKey<'t> {
    ResponseKey {
        key,
        param: None,
        values: values.into_iter().collect(),
    }
}

fn present(mut keys: Vec<ResponseKey<'_>>) -> Vec<ResponseKey<'_>> {
    keys.retain(|key| !key.values.is_empty());
    keys
}

/// Formats a pointer. The pointer to the whole body is empty and becomes `#`, as in RFC 6901's URI
/// fragments.
fn pointer(pointer: &Pointer<'_>) -> String {
    match pointer.as_str() {
        "" => "#".to_owned(),
        pointer => pointer.to_owned(),
    }
}

/// `grpc-message (percent)`
fn header(header: &Header<'_>) -> String {
    with_note(&header.name, header.decode.map(Decode::as_str))
}

/// `x-ratelimit-reset (epoch)`
fn delay(delay: &Delay<'_>) -> String {
    with_note(&delay.name, delay.unit.map(DelayUnit::as_str))
}

fn with_note(name: &str, note: Option<&str>) -> String {
    note.map_or(name.to_owned(), |note| format!("{name} ({note})"))
}

fn trim(trim: &Trim<'_>) -> impl Iterator<Item = String> {
    let parts = [("before", &trim.before), ("after", &trim.after)];
    let parts = parts.map(|(word, text)| text.as_ref().map(|text| format!("{word} {text}")));
    parts.into_iter().flatten()
}

fn range((low, high): (u16, u16)) -> String {
    if low == high {
        low.to_string()
    } else {
        format!("{low}-{high}")
    }
}
