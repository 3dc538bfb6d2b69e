//! The wordings of headings and labels.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::columns::Meaning;

/// What a wording promises. Only the cells tell whether a `code` is a status, or a `message` a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    Http,
    Status,
    Code,
    Error,
    Title,
    Message,
    Description,
    Is(Meaning),
}

const WORDINGS: &[(Wording, &[&str])] = &[
    (
        Wording::Http,
        &[
            "http",
            "http code",
            "http status",
            "http status code",
            "http response code",
            "http response status code",
            "http error code",
            "http error",
            "http response",
            "http return code",
            "status code",
            "response code",
            "response status",
            "response status code",
            "response",
            "statuscode",
            "httpstatus",
        ],
    ),
    (Wording::Status, &["status", "state", "outcome"]),
    (
        Wording::Code,
        &[
            "code",
            "error code",
            "errorcode",
            "api code",
            "api error code",
            "internal code",
            "machine code",
            "error id",
            "error key",
            "error type",
            "error number",
            "error no",
            "errno",
            "result code",
            "return code",
            "reason code",
            "status key",
            "exception",
            "error identifier",
            "identifier",
            "close code",
            "subcode",
            "number",
            "value",
            "api error",
            "application code",
            "business code",
            "exit code",
            "reply code",
            "symbol",
            "constant",
            "hex",
        ],
    ),
    (Wording::Error, &["error", "reason"]),
    (
        Wording::Title,
        &[
            "title",
            "name",
            "error name",
            "status text",
            "reason phrase",
            "phrase",
            "short description",
            "summary",
            "label",
            "text",
            "status name",
            "code name",
            "status message",
        ],
    ),
    (
        Wording::Message,
        &[
            "message",
            "error message",
            "result",
            "meaning",
            "msg",
            "response message",
            "err msg",
        ],
    ),
    (
        Wording::Description,
        &[
            "description",
            "error description",
            "detail",
            "explanation",
            "definition",
            "comment",
            "desc",
            "long description",
            "additional information",
            "information",
            "what it mean",
            "what happened",
        ],
    ),
    (
        Wording::Is(Meaning::When),
        &[
            "when",
            "when to expect",
            "when to expect it",
            "cause",
            "possible cause",
            "common cause",
            "condition",
            "when it occur",
            "when it happen",
            "occur when",
            "trigger",
            "scenario",
            "typical cause",
        ],
    ),
    (
        Wording::Is(Meaning::Action),
        &[
            "action",
            "what to do",
            "solution",
            "resolution",
            "fix",
            "how to fix",
            "how to fix it",
            "remedy",
            "recommended action",
            "suggested action",
            "troubleshooting",
            "how to resolve",
            "how to handle",
            "recovery",
            "possible solution",
            "next step",
            "client action",
        ],
    ),
    (
        Wording::Is(Meaning::Retry),
        &[
            "retry",
            "retriable",
            "retryable",
            "can retry",
            "should retry",
            "retry policy",
            "reconnect",
            "is retryable",
        ],
    ),
    (
        Wording::Is(Meaning::Alias),
        &["alias", "aliase", "alternative code", "former code"],
    ),
    (
        Wording::Is(Meaning::Variant),
        &["variant", "rust name", "rust variant"],
    ),
    (Wording::Is(Meaning::Pattern), &["message pattern"]),
    (Wording::Is(Meaning::Kind), &["kind"]),
    (Wording::Is(Meaning::Group), &["group"]),
    (Wording::Is(Meaning::Tag), &["tag"]),
    (
        Wording::Is(Meaning::Url),
        &[
            "url",
            "link",
            "more information",
            "see also",
            "documentation",
        ],
    ),
    (Wording::Is(Meaning::Fields), &["further field"]),
    (Wording::Is(Meaning::Deprecated), &["deprecated"]),
    (Wording::Is(Meaning::Since), &["deprecated since"]),
    (
        Wording::Is(Meaning::Replacement),
        &["deprecation note", "replaced by", "use instead"],
    ),
    (
        Wording::Is(Meaning::FormerName),
        &["former name", "former variant"],
    ),
    (
        Wording::Is(Meaning::Example),
        &[
            "example",
            "sample",
            "example response",
            "response example",
            "sample response",
            "response body",
        ],
    ),
];

/// A heading in lower case, its words in the singular, one blank between two.
fn normal(heading: &str) -> String {
    let words = heading
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let singular = words.map(|word| match word.to_lowercase() {
        word if word.ends_with("ss") || word == "status" => word,
        word if word == "statuses" => "status".to_owned(),
        word => word.strip_suffix('s').map_or(word.clone(), str::to_owned),
    });
    singular.collect::<Vec<_>>().join(" ")
}

pub(super) fn wording(heading: &str) -> Option<Wording> {
    static BY_TEXT: LazyLock<HashMap<&str, Wording>> = LazyLock::new(|| {
        WORDINGS
            .iter()
            .flat_map(|(wording, texts)| texts.iter().map(|text| (*text, *wording)))
            .collect()
    });
    const LONGEST: usize = 60;
    (heading.len() <= LONGEST).then(|| BY_TEXT.get(normal(heading).as_str()).copied())?
}

/// What a label says of the text behind it: `Description:`.
pub(crate) fn label(label: &str) -> Option<Meaning> {
    Some(match wording(label)? {
        Wording::Is(meaning) => meaning,
        Wording::Description | Wording::Message => Meaning::Description,
        Wording::Title => Meaning::Title,
        Wording::Code | Wording::Error => Meaning::Code,
        Wording::Http => Meaning::Status,
        Wording::Status => Meaning::Outcome,
    })
}

/// Whether a line is headings of columns that were glued together: `Status CodeDescription`.
pub(crate) fn is_heading_line(line: &str) -> bool {
    const LONGEST: usize = 80;
    let line = line.trim();
    // one heading alone is the beginning of some text
    if line.len() > LONGEST || wording(line).is_some() {
        return false;
    }
    let begins = |(at, c): (usize, char)| c.is_uppercase().then_some(at);
    let starts: Vec<usize> = line
        .char_indices()
        .filter_map(begins)
        .chain([line.len()])
        .collect();
    // up to which start the line is headings
    let mut reached = vec![starts.first() == Some(&0)];
    for (i, &end) in starts.iter().enumerate().skip(1) {
        reached
            .push((0..i).any(|from| reached[from] && wording(&line[starts[from]..end]).is_some()));
    }
    starts.len() > 2 && reached.last() == Some(&true)
}
