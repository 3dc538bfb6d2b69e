//! Generates specs that have a given text under every key that accepts text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Whether a spec's texts are plain text or Markdown, as the key `markdown` says.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Format {
    Plain,
    Markdown,
}

/// The texts of a spec by key, for example `Full.title` for the title of the row `Full`.
pub(crate) type Texts = BTreeMap<String, String>;

/// Keys whose value is a single line.
const LINE_KEYS: [&str; 15] = [
    "vendor",
    "title",
    "source",
    "group.id",
    "group.title",
    "second.id",
    "Full.code",
    "Full.detail",
    "Full.alias",
    "Full.title",
    "Full.message",
    "Full.field",
    "Full.since",
    "Full.note",
    "Bare.code",
];

/// Keys whose value is text that is never Markdown.
const PLAIN_KEYS: [&str; 2] = ["Full.field text", "Full.example"];

/// Keys whose value is Markdown if the spec says so.
pub(crate) const MARKDOWN_KEYS: [&str; 12] = [
    "about",
    "note",
    "second note",
    "group.about",
    "tag",
    "Full.description",
    "Full.when",
    "Full.second when",
    "Full.action",
    "Bare.description",
    "Bare.when",
    "Untitled.description",
];

/// Keys whose first line also appears alone on the page, as the summary of a row.
pub(crate) const SUMMARY_KEYS: [&str; 2] = ["Bare.description", "Untitled.description"];

/// Whether the character is not allowed in a single-line value.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character is not allowed in a code or name, because readers would not see it.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{202f}' | '\u{3000}' | '\u{feff}'
    ) || matches!(c, '\u{2000}'..='\u{200f}' | '\u{205f}'..='\u{2064}')
}

/// Adapts the sample to each key, so that a spec with the returned texts is valid.
pub(crate) fn texts(sample: &str, format: Format) -> Texts {
    let line: String = sample.chars().filter(|c| !is_unprintable(*c)).collect();
    let line = non_empty(line);
    let mut texts: Texts = LINE_KEYS.map(|key| (key.to_owned(), line.clone())).into();
    // these values must differ from each other, and must not contain invisible characters or comments
    let name: String = line.chars().filter(|c| !is_invisible(*c)).collect();
    let name = name.replace(" //", "//");
    for (key, end) in [
        ("Full.code", 'K'),
        ("Full.detail", 'D'),
        ("Full.alias", 'A'),
        ("Full.field", 'F'),
        ("Bare.code", 'B'),
        ("group.id", 'G'),
        ("second.id", 'S'),
    ] {
        texts.insert(key.to_owned(), format!("{end}{name}{end}"));
    }
    // a pattern, in which braces are doubled
    let pattern = line.replace('{', "{{").replace('}', "}}");
    texts.insert("Full.message".to_owned(), format!("{{field}}: {pattern}"));
    texts.extend(PLAIN_KEYS.map(|key| (key.to_owned(), non_empty(sample.to_owned()))));
    // Markdown that only defines links would render as nothing, which is not a valid text
    let end = match format {
        Format::Plain => "",
        Format::Markdown => "\n\nend",
    };
    texts.extend(MARKDOWN_KEYS.map(|key| (key.to_owned(), non_empty(format!("{sample}{end}")))));
    // items of a list must be unique
    for key in ["second note", "Full.second when"] {
        texts.insert(key.to_owned(), non_empty(sample.to_owned()) + "\n\nsecond");
    }
    texts.insert("source".to_owned(), format!("https://a.b/{line}"));
    texts.insert(
        "url".to_owned(),
        format!("https://a.b/{}/", name.replace(char::is_whitespace, "")),
    );
    texts.insert("display".to_owned(), display_template(sample));
    texts
}

fn non_empty(text: String) -> String {
    if text.trim().is_empty() {
        "x".to_owned()
    } else {
        text
    }
}

/// A template for `display` that contains the sample literally, if it fits into a template.
fn display_template(sample: &str) -> String {
    let is_line_break = |c| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let escaped = sample
        .replace(is_line_break, "")
        .replace('{', "{{")
        .replace('}', "}}");
    if escaped.len() > 900 || escaped.matches('{').count() > 18 {
        "{status}".to_owned()
    } else {
        // the space keeps a `$` at the end from looking like `${status}`
        escaped + " {status}"
    }
}

/// The same keys, each with a unique word in place of the sample. Keys in [`SUMMARY_KEYS`] have two:
/// one for the first line and one for the rest.
pub(crate) fn placeholders() -> Texts {
    let keys = texts("x", Format::Plain).into_keys();
    let mut texts: Texts = keys
        .enumerate()
        .map(|(i, key)| (key, format!("zq{i}qz")))
        .collect();
    for key in SUMMARY_KEYS {
        texts.insert(key.to_owned(), format!("zq{key}firstqz\n\nzq{key}restqz"));
    }
    // a template without a placeholder causes a warning
    texts.insert("display".to_owned(), "zqdisplayqz {status}".to_owned());
    for (key, word) in [("url", "zqurlqz"), ("source", "zqsourceqz")] {
        texts.insert(key.to_owned(), format!("https://a.b/{word}"));
    }
    texts
}

/// Writes the spec.
pub(crate) fn spec(texts: &Texts, format: Format) -> String {
    let quoted = |key: &str| quoted(&texts[key]);
    let mut spec = String::new();
    if format == Format::Markdown {
        spec += "markdown: true\nbase_url: https://example.com/docs/\n";
        let _ = writeln!(spec, "display: {}", quoted("display"));
    }
    for key in ["vendor", "title", "source", "about"] {
        let _ = writeln!(spec, "{key}: {}", quoted(key));
    }
    let _ = writeln!(
        spec,
        "notes: [{}, {}]",
        quoted("note"),
        quoted("second note")
    );
    let _ = writeln!(spec, "tags:\n  some: {}", quoted("tag"));
    let _ = writeln!(spec, "groups:\n  ? {}", quoted("group.id"));
    let (title, about) = (quoted("group.title"), quoted("group.about"));
    let _ = writeln!(spec, "  : title: {title}\n    about: {about}");
    let _ = writeln!(spec, "  ? {}\n  : {{}}\ncodes:", quoted("second.id"));
    for (name, entries) in rows(texts) {
        let _ = writeln!(spec, "  - name: {name}");
        for (key, value) in entries {
            let _ = writeln!(spec, "    {key}: {value}");
        }
    }
    spec
}

type Entries = Vec<(&'static str, String)>;

/// The rows: one with every key, one without a title or docs of its own, one with a description
/// only.
fn rows(texts: &Texts) -> [(&'static str, Entries); 3] {
    let quoted = |key: &str| quoted(&texts[key]);
    let list = |key: &str| format!("[{}]", quoted(key));
    let when = format!("[{}, {}]", quoted("Full.when"), quoted("Full.second when"));
    let field = format!(
        "\n      ? {}\n      : {}",
        quoted("Full.field"),
        quoted("Full.field text")
    );
    let deprecated = format!(
        "{{since: {}, note: {}}}",
        quoted("Full.since"),
        quoted("Full.note")
    );
    let full = vec![
        ("status", "404".to_owned()),
        ("code", quoted("Full.code")),
        ("detail", quoted("Full.detail")),
        ("aliases", list("Full.alias")),
        ("title", quoted("Full.title")),
        ("description", quoted("Full.description")),
        ("when", when),
        ("action", quoted("Full.action")),
        ("messages", list("Full.message")),
        ("group", quoted("group.id")),
        ("tags", "[some]".to_owned()),
        ("url", quoted("url")),
        ("fields", field),
        ("examples", list("Full.example")),
        ("deprecated", deprecated),
    ];
    let bare = vec![
        ("code", quoted("Bare.code")),
        ("group", quoted("second.id")),
        ("description", quoted("Bare.description")),
        ("when", quoted("Bare.when")),
        ("status", "409".to_owned()),
    ];
    let untitled = vec![
        ("status", "500".to_owned()),
        ("description", quoted("Untitled.description")),
    ];
    [("Full", full), ("Bare", bare), ("Untitled", untitled)]
}

/// The text as a double-quoted YAML scalar. All but ASCII letters and digits are escaped.
fn quoted(text: &str) -> String {
    let escaped = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_string()
        } else {
            format!("\\U{:08X}", u32::from(c))
        }
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}
