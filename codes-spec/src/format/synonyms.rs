//! Other words that people use for a key, apart from misspellings.

use crate::format::schema::Key;
use crate::yaml::{Node, Value};

/// For each key, the words that people write instead. If a word is listed for several keys of a
/// mapping, it stands for the first.
const SYNONYMS: &[(&str, &[&str])] = &[
    // the table
    (
        "codes",
        &[
            "rows",
            "errors",
            "items",
            "entries",
            "responses",
            "statuses",
            "errorcodes",
            "statuscodes",
            "list",
        ],
    ),
    (
        "vendor",
        &[
            "provider",
            "api",
            "apiname",
            "service",
            "company",
            "product",
            "name",
            "vendorname",
        ],
    ),
    ("source", &["url", "link", "page", "sourceurl", "docs"]),
    (
        "retrieved",
        &[
            "date",
            "updated",
            "fetched",
            "accessed",
            "lastupdated",
            "checked",
        ],
    ),
    ("base_url", &["base", "rooturl", "host"]),
    (
        "about",
        &["description", "desc", "intro", "introduction", "summary"],
    ),
    ("notes", &["remarks", "comments"]),
    ("display", &["format", "template"]),
    ("body", &["response", "json"]),
    ("groups", &["sections", "categories"]),
    // a row
    (
        "status",
        &[
            "httpcode",
            "httpstatus",
            "httpstatuscode",
            "statuscode",
            "http",
        ],
    ),
    (
        "code",
        &[
            "error",
            "errorcode",
            "errorid",
            "id",
            "errno",
            "vendorcode",
            "number",
            "enum",
        ],
    ),
    (
        "detail",
        &[
            "subcode",
            "errorsubcode",
            "declinecode",
            "secondcode",
            "reason",
            "reasoncode",
        ],
    ),
    (
        "title",
        &[
            "message",
            "msg",
            "errormessage",
            "summary",
            "label",
            "heading",
        ],
    ),
    (
        "description",
        &[
            "desc",
            "descr",
            "detail",
            "details",
            "text",
            "explanation",
            "meaning",
            "docs",
        ],
    ),
    (
        "when",
        &["cause", "causes", "reasons", "condition", "conditions"],
    ),
    (
        "action",
        &["fix", "solution", "resolution", "recommendation", "hint"],
    ),
    ("messages", &["patterns", "pattern", "messagepatterns"]),
    (
        "retry",
        &[
            "retryable",
            "retriable",
            "retryafter",
            "canretry",
            "shouldretry",
        ],
    ),
    ("outcome", &["success", "successful", "iserror", "result"]),
    ("kind", &["type", "class"]),
    ("group", &["category", "section"]),
    ("tags", &["labels", "flags"]),
    (
        "url",
        &[
            "link",
            "href",
            "documentation",
            "docsurl",
            "docurl",
            "reference",
        ],
    ),
    ("aliases", &["synonyms", "othercodes"]),
    ("examples", &["sample", "samples"]),
    ("deprecated", &["obsolete"]),
    (
        "former_names",
        &["oldnames", "oldname", "previousnames", "renamedfrom"],
    ),
    ("name", &["variant", "rustname", "identifier"]),
    // `body` and `headers`
    ("headers", &["header", "responseheaders"]),
    ("message", &["msg", "messages", "errormessage", "text"]),
    ("errors", &["list", "items", "array", "errorlist"]),
    ("success", &["ok", "succeeded", "outcome"]),
    ("retry_after", &["retry", "delay", "wait"]),
    (
        "params",
        &["param", "parameters", "fields", "field", "facts", "extra"],
    ),
    ("trim", &["strip", "cut"]),
    ("at", &["path", "pointer"]),
    ("is", &["equals", "value", "values"]),
    ("decode", &["encoding"]),
    ("as", &["unit"]),
    // a group and `deprecated`
    ("since", &["version", "from", "date"]),
    (
        "note",
        &["message", "reason", "replacement", "instead", "use"],
    ),
];

/// Returns the key that a word stands for: another spelling (`baseUrl`, `former-names`) or a synonym.
///
/// `message` stands for a row's `title`, or for `messages` if its value has `*` or `{`, or is a list.
pub(super) fn find(word: &str, value: &Node<'_>, keys: &'static [Key]) -> Option<&'static Key> {
    const LONGEST: usize = 24;
    if word.len() > LONGEST {
        return None;
    }
    let letters = |text: &str| text.replace(['_', '-', ' '], "").to_ascii_lowercase();
    let word = letters(word);
    let same = keys.iter().find(|key| letters(key.name) == word);
    same.or_else(|| {
        let has_word = |key: &&Key| {
            SYNONYMS
                .iter()
                .any(|(name, words)| *name == key.name && words.contains(&word.as_str()))
        };
        let varies = match &value.value {
            Value::Text(text) => text.contains(['*', '{']),
            value => matches!(value, Value::List(_)),
        };
        let messages = keys.iter().find(|key| key.name == "messages");
        let found = keys.iter().find(has_word)?;
        Some(
            messages
                .filter(|_| found.name == "title" && varies)
                .unwrap_or(found),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{SYNONYMS, find};
    use crate::format::keys::KEYS;
    use crate::yaml::Node;

    #[test]
    fn synonyms_belong_to_keys_and_are_not_keys() {
        let name = |word| find(word, &Node::REPORTED, KEYS).map(|key| key.name);
        assert_eq!(name("rows"), Some("codes"));
        assert_eq!(name("baseUrl"), Some("base_url"));
        assert_eq!(name("code-format"), Some("code_format"));
        assert_eq!(name("retryable"), None);
        assert_eq!(name("x"), None);
        for (_, words) in SYNONYMS {
            for word in *words {
                assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
            }
        }
    }
}
