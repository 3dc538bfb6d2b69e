//! Sample responses that belong to no row. They show where the code and the message are in the body.

use std::collections::HashSet;

use serde_json::Value;

use crate::import::model::draft::Draft;
use crate::messages::doubts::Doubt;
use crate::messages::drafts::Skipped;

/// How deep a sample is searched.
const MAX_DEPTH: usize = 4;

const MESSAGE_KEYS: [&str; 9] = [
    "message",
    "detail",
    "error_message",
    "errormessage",
    "msg",
    "errmsg",
    "error_description",
    "description",
    "title",
];

impl Draft {
    /// Sets the keys of `body` from the first sample that shows a code of a row, and records the other samples as skipped.
    pub(super) fn place_samples(&mut self, samples: Vec<String>) {
        let mut left = Vec::new();
        for sample in samples {
            if !self.take_body(&sample) {
                left.push(sample);
            }
        }
        if !left.is_empty() {
            self.below.push(Skipped::Samples(left));
        }
    }

    fn take_body(&mut self, sample: &str) -> bool {
        if self.facts.has_in_body("code") || !sample.starts_with('{') {
            return false;
        }
        let Ok(sample) = serde_json::from_str::<Value>(sample) else {
            return false;
        };
        if self.rows.iter().all(|row| row.code.is_none()) {
            return self.take_message(&sample);
        }
        let codes: HashSet<&str> = self
            .rows
            .iter()
            .filter_map(|row| row.code.as_deref())
            .collect();
        let is_code = |value: &str| codes.contains(value);
        let Some((pointer, object)) = find(&sample, "", MAX_DEPTH, &is_code) else {
            return false;
        };
        let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        let message = message_key(object).map(|key| format!("{parent}/{}", escape(key)));
        self.facts.set_in_body("code", Some(pointer));
        self.facts.set_in_body("message", message);
        let without_status = self
            .rows
            .iter()
            .any(|row| row.code.is_some() && row.statuses.is_empty());
        if without_status && !self.facts.has_in_body("statuses") {
            self.facts
                .set_in_body("statuses", Some("4xx, 5xx".to_owned()));
            self.doubts.push(Doubt::BodyStatuses);
        }
        true
    }

    /// Sets the message in `body` from a sample of an error, on a page without codes.
    fn take_message(&mut self, sample: &Value) -> bool {
        let objects = [("", Some(sample)), ("/error", sample.get("error"))];
        let is_error = |object: &Value| {
            let words = ["error", "code", "status", "statusCode", "error_code"];
            words.iter().any(|word| object.get(word).is_some())
        };
        let found = objects.into_iter().find_map(|(pointer, object)| {
            let key = message_key(object?)?;
            (is_error(sample) || is_error(object?)).then(|| format!("{pointer}/{}", escape(key)))
        });
        let has_message = found.is_some() && !self.facts.has_in_body("message");
        if has_message {
            self.facts.set_in_body("message", found);
        }
        has_message
    }
}

/// Returns the key under which an object has its message.
fn message_key(object: &Value) -> Option<&str> {
    let strings = object.as_object()?.iter();
    let ranked = strings.filter(|(_, value)| value.is_string());
    let ranked = ranked.filter_map(|(key, _)| {
        let name = key.to_lowercase();
        let rank = MESSAGE_KEYS.iter().position(|known| *known == name)?;
        Some((rank, key.as_str()))
    });
    ranked.min().map(|(_, key)| key)
}

/// Returns the pointer to a value that is a code, and the object that contains it.
fn find<'v>(
    value: &'v Value,
    pointer: &str,
    depth: usize,
    is_code: &dyn Fn(&str) -> bool,
) -> Option<(String, &'v Value)> {
    if let Some(first) = value.as_array().and_then(|items| items.first()) {
        let below = depth.checked_sub(1)?;
        return find(first, &format!("{pointer}/0"), below, is_code);
    }
    let object = value.as_object().filter(|_| depth > 0)?;
    let below = |key: &str| format!("{pointer}/{}", escape(key));
    let here = object.iter().find(|(_, value)| match value {
        Value::String(text) => is_code(text),
        Value::Number(number) => is_code(&number.to_string()),
        _ => false,
    });
    if let Some((key, _)) = here {
        return Some((below(key), value));
    }
    let mut members = object.iter();
    members.find_map(|(key, value)| find(value, &below(key), depth - 1, is_code))
}

/// Escapes a key in a JSON pointer.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
