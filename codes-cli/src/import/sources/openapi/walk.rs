//! Walks from the schema of an error response to the properties that have a code.

use crate::import::sources::openapi::refs::Refs;
use crate::import::sources::tree::Value;

/// How deep schemas are followed.
const MAX_DEPTH: usize = 12;

/// A property whose name says that it may have a code.
#[derive(Clone, Debug)]
pub(super) struct Property<'v, 't> {
    /// The keys that lead to it; `*` is an item of a list.
    pub(super) path: Vec<String>,
    pub(super) rank: Rank,
    pub(super) schema: &'v Value<'t>,
    /// The property beside it that has a message.
    pub(super) message: Option<&'v str>,
}

/// How likely it is that a property has the code, judging by its name. Lower is likelier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Rank {
    Code,
    Error,
    Reason,
    Type,
    /// A second code that details the first, such as `sub_code`.
    Detail,
}

/// Returns the properties of a schema that may have a code.
pub(super) fn properties<'v, 't>(
    schema: &'v Value<'t>,
    refs: &mut Refs<'v, 't>,
) -> Vec<Property<'v, 't>> {
    let mut walk = Walk {
        refs,
        open: Vec::new(),
        steps: 0,
        found: Vec::new(),
    };
    walk.schema(schema, &mut Vec::new());
    walk.found
}

struct Walk<'r, 'v, 't> {
    refs: &'r mut Refs<'v, 't>,
    /// The schemas that lead to the current one, so that cycles end.
    open: Vec<usize>,
    /// The number of schemas so far.
    steps: usize,
    found: Vec<Property<'v, 't>>,
}

impl<'v, 't> Walk<'_, 'v, 't> {
    fn schema(&mut self, schema: &'v Value<'t>, path: &mut Vec<String>) {
        /// The most schemas that are walked from one response.
        const MOST: usize = 2_000;
        let schema = self.refs.follow(schema);
        let address = std::ptr::from_ref(schema).addr();
        self.steps += 1;
        if path.len() > MAX_DEPTH || self.steps > MOST || self.open.contains(&address) {
            return;
        }
        self.open.push(address);
        self.parts(schema, path);
        self.open.pop();
    }

    fn parts(&mut self, schema: &'v Value<'t>, path: &mut Vec<String>) {
        for key in ["allOf", "anyOf", "oneOf"] {
            for part in schema.get(key).map_or(&[][..], Value::items) {
                self.schema(part, path);
            }
        }
        if let Some(items) = schema.get("items") {
            path.push("*".to_owned());
            self.schema(items, path);
            path.pop();
        }
        let properties = schema.get("properties").map_or(&[][..], Value::entries);
        let message = message_of(properties);
        for (name, property) in properties {
            path.push(name.to_string());
            if let Some(rank) = rank(name) {
                let schema = self.refs.follow(property);
                self.found.push(Property {
                    path: path.clone(),
                    rank,
                    schema,
                    message,
                });
            }
            if is_container(name) {
                self.schema(property, path);
            }
            path.pop();
        }
    }
}

/// Splits the name of a property into lower-case words.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let begins = before.is_lowercase() && c.is_uppercase() || !c.is_alphanumeric();
        if begins {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns the rank of a property whose name ends in `code`, `error`, `type`, `reason` or `issue`, unless another word
/// says that the property is about something else, as in `currency_code` and `event_type`.
fn rank(name: &str) -> Option<Rank> {
    const OF_ERRORS: [&str; 14] = [
        "error",
        "err",
        "errors",
        "failure",
        "fault",
        "exception",
        "problem",
        "api",
        "app",
        "application",
        "internal",
        "response",
        "result",
        "vendor",
    ];
    const DETAILS: [&str; 7] = [
        "sub", "detail", "details", "decline", "reason", "specific", "inner",
    ];
    let words = words(name);
    let (last, before) = words.split_last()?;
    if let ([], "subcode" | "subtype") = (before, last.as_str()) {
        return Some(Rank::Detail);
    }
    let rank = match last.as_str() {
        "code" | "errorcode" | "errcode" | "errno" => Rank::Code,
        "error" | "errors" => Rank::Error,
        "reason" | "reasons" | "issue" | "issues" => Rank::Reason,
        "type" => Rank::Type,
        _ => return None,
    };
    let is_detail = before.iter().any(|word| DETAILS.contains(&word.as_str()));
    let is_of_errors =
        |word: &String| OF_ERRORS.contains(&word.as_str()) || DETAILS.contains(&word.as_str());
    let fits = before.iter().all(is_of_errors);
    fits.then_some(if is_detail { Rank::Detail } else { rank })
}

/// Whether the value of a property is about the error, and not a resource of the vendor.
fn is_container(name: &str) -> bool {
    const NAMES: [&str; 22] = [
        "error",
        "errors",
        "err",
        "fault",
        "exception",
        "failure",
        "problem",
        "problems",
        "detail",
        "details",
        "issue",
        "issues",
        "cause",
        "causes",
        "body",
        "response",
        "result",
        "status",
        "meta",
        "violations",
        "messages",
        "innererror",
    ];
    let words = words(name);
    words
        .last()
        .is_some_and(|last| NAMES.contains(&last.as_str()))
        || ["data", "inner_error"].contains(&name)
}

/// Returns the property that has the message.
fn message_of<'v>(properties: &'v [(std::borrow::Cow<'_, str>, Value<'_>)]) -> Option<&'v str> {
    const NAMES: [&str; 10] = [
        "message",
        "error_message",
        "errorMessage",
        "msg",
        "error_description",
        "detail",
        "description",
        "title",
        "errmsg",
        "reason_text",
    ];
    let name = NAMES
        .iter()
        .find_map(|name| properties.iter().find(|(key, _)| key == name));
    name.map(|(key, _)| &**key)
}
